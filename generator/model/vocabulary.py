"""The closed lists: regions, departments, topics, audiences, funds, indicators, families, phrases (词表)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.model.base import Level, PrintedOrAbsent, RegionId, Slug, Text, Value, YesNo


class Term(Value):
    """An entry of a vocabulary: a name and what it means (词条)."""

    id: Slug = Field(title="编号", description="小写英文字母、数字和连字符，发布后不再改动。")
    name: Text = Field(title="名称", description="页面上用的名称。")
    definition: Text = Field(title="定义", description="一句话说清包括什么。")


class Topic(Term):
    """What a clause is about (主题)."""


class Audience(Term):
    """Whom a clause concerns (对象)."""

    aliases: tuple[Text, ...] = Field(
        default=(), title="别称", description="读者可能用的别的叫法，检索时认得。"
    )
    includes: tuple[Slug, ...] = Field(default=(), title="包含", description="更具体的对象编号。")
    applicant: YesNo = Field(default="是", title="可作为“我是”", description="能否在“我能享受什么”里选。")
    form: Literal["单位", "个人"] = Field(
        default="单位", title="单位还是个人", description="要求做到的事只对单位列出。"
    )


class Fund(Term):
    """Where money comes from (资金来源)."""


class Region(Value):
    """An administrative region (地区)."""

    id: RegionId = Field(title="代码", description="GB/T 2260；没有代码的用 x- 开头并写明上级。")
    name: Text = Field(title="全称", description="全称，例如 广西壮族自治区。")
    short: Text = Field(title="简称", description="页面上用的短名，例如 广西。")
    level: Level = Field(title="层级", description="国家、自治区、省、市、县之一。")
    parent: RegionId | None = Field(
        default=None, title="上级", description="上一级地区的代码；最高一级不填。"
    )


class Line(Term):
    """A line of work that has a body in each region (条线)."""


class Department(Value):
    """A body, or a class of bodies, in one region (部门)."""

    id: Slug = Field(title="编号", description="地区前缀加条线，例如 gx-hrss。")
    line: Slug = Field(title="条线", description="vocabulary/lines.yaml 的编号，例如 hrss（人社）。")
    region: RegionId = Field(title="地区", description="所在地区的代码。")
    name: Text = Field(
        title="名称", description="机关全称；文中没有印全称的，按简称推定并写 name_printed: 否。"
    )
    short: Text = Field(title="简称", description="十个字以内，页面的表格里用。")
    aliases: tuple[Text, ...] = Field(default=(), title="文中写法", description="各文件里印出的其他写法。")
    name_printed: YesNo = Field(
        default="是", title="全称是否印出", description="否：全称据简称推定，文中未印。"
    )
    form: Literal["机构", "统称", "议事机构"] = Field(
        default="机构", title="性质", description="一个机关、一类机关（各市人社局）、议事协调机构，三者之一。"
    )
    note: Text | None = Field(
        default=None, title="说明", description="读者需要知道的，例如 文中写作市财政局（金融办）。"
    )


class Indicator(Term):
    """A quantity that may be compared between documents (指标)."""

    topic: Slug = Field(title="主题", description="vocabulary/topics.yaml 的编号，指标归在哪个主题下。")
    unit: Text | None = Field(
        default=None, title="基本单位", description="元、人、人次、%、个、月 …；没有数值的不填。"
    )
    row: Text | None = Field(default=None, title="行内说明", description="对比表里指标名下的一行小字。")


class FamilyMember(Value):
    """A member of a family that the library does not hold yet (未收录的同族文件)."""

    title: Text = Field(title="标题", description="照录，不带书名号。")
    doc_number: PrintedOrAbsent = Field(title="文号", description="照录；没见过就 {absent: not_in_source}。")
    region: RegionId = Field(title="地区", description="它是哪个地区的文件，地区代码。")
    level: Level = Field(title="层级", description="发文机关的层级。")
    named_in: Slug = Field(title="见于", description="哪份文件提到它，文件编号。")


class Remark(Value):
    """An editor's sentence on one row of a family's comparison (比较说明)."""

    indicator: Slug = Field(title="指标", description="说的是哪一行，vocabulary/indicators.yaml 的编号。")
    verdict: Text = Field(title="结论", description="几个字，例如 不是同一个奖。")
    sentence: Text = Field(title="说明", description="一句话；其中的数字都要在两边的事实里。")


class Family(Term):
    """A higher policy and its regional versions (政策族)."""

    short: Text = Field(title="简称", description="十个字以内，目录和表格里用。")
    rows: tuple[Slug, ...] = Field(
        default=(), title="比较的指标", description="对比表的行，按此次序；不填则按词表次序。"
    )
    topics: tuple[Slug, ...] = Field(
        default=(), title="比较的主题", description="没有数字也要比较的主题，排在指标之后。"
    )
    missing: tuple[FamilyMember, ...] = Field(
        default=(),
        title="未收录的同族文件",
        description="知道有、还没有收录的同族文件；对比表里这一列是“未录入”。",
    )
    remarks: tuple[Remark, ...] = Field(
        default=(), title="比较说明", description="编辑对某一行差别的说明；只在恰好比较这一族各份文件时显示。"
    )


class Synonym(Value):
    """Words that a reader may type for a word of the documents (同义词)."""

    word: Text = Field(title="文件用语", description="文件里的词。")
    also: tuple[Text, ...] = Field(
        min_length=1, title="读者说法", description="读者会打的词，都引向文件里的词。"
    )
    direction: Literal["one_way", "two_way"] = Field(
        default="one_way", title="方向", description="one_way：打读者说法能查到文件用语；two_way：两边互通。"
    )
    reason: Text = Field(title="理由", description="为什么说的是一件事。")


class FixedPhrase(Value):
    """A phrase whose numeral is never a fact, in any document (固定用语)."""

    phrase: Text = Field(title="用语", description="照录，例如 一老一小。")
    meaning: Text = Field(title="为什么不是数字", description="这个词指什么，其中的数为什么不是政策数字。")


class Tombstone(Value):
    """An id that was published once and is gone on purpose (停用编号)."""

    id: Text = Field(title="停用的编号", description="文件编号，或 文件编号/条款或事实编号。")
    reason: Text = Field(title="原因", description="为什么停用，例如 并入另一条。")
