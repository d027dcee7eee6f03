"""One policy document as its YAML extract holds it (政策文件)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, Tag

from generator.model.base import (
    OR_ABSENT,
    DateOrAbsent,
    Evidence,
    IsoDate,
    Level,
    PrintedOrAbsent,
    ReasonedAbsence,
    RegionId,
    SectionId,
    Slug,
    Strength,
    Text,
    Unconfirmed,
    Value,
    YesNo,
)
from generator.model.facts import Fact

DocumentType = Literal[
    "通知", "实施方案", "工作方案", "行动计划", "实施意见", "若干措施", "办法", "意见", "规划"
]
StatusName = Literal["征求意见稿", "现行", "部分失效", "失效", "废止", "待核"]
DutyRole = Literal["牵头", "配合", "责任", "实施", "报送", "接收", "审核", "核准", "征求意见"]
RelationType = Literal["贯彻落实", "依据", "引用", "印发", "草案", "定稿", "修订", "替代", "配套"]
DismissalReason = Literal["固定用语", "编号", "序号", "名称", "版式", "引述背景", "不确指"]


class DatedEvidence(Value):
    """A date with the words that print it (日期)."""

    value: IsoDate = Field(title="日期", description="2023-03-05；只印到月或年就写到月或年。")
    section: SectionId = Field(title="所在章节", description="印着日期的章节，outline 中的 id。")
    quote: Text = Field(title="引文", description="印着日期的原文，例如 2023年3月5日。")
    occurrence: int = Field(default=1, ge=1, title="第几处", description="同一章节里印了几次的，写明第几处。")


class Numbered(Value):
    """A document number with the words that print it (文号)."""

    value: Text = Field(title="文号", description="照录，年份用〔〕：钦政办〔2023〕8号。")
    section: SectionId = Field(title="所在章节", description="印着文号的章节，outline 中的 id。")
    quote: Text = Field(title="引文", description="印着文号的原文，通常就是文号本身。")


DatedOrAbsent = Annotated[Annotated[DatedEvidence, Tag("value")] | ReasonedAbsence, OR_ABSENT]
NumberedOrAbsent = Annotated[Annotated[Numbered, Tag("value")] | ReasonedAbsence, OR_ABSENT]


class Carrier(Value):
    """The notice or letter that carries the document (载体：通知、函)."""

    title: Text = Field(title="标题", description="照录，例如 …关于印发…的通知。")
    type: Literal["通知", "函"] = Field(title="文种", description="印发用通知，征求意见用函。")
    doc_number: NumberedOrAbsent = Field(title="文号", description="没印就 {absent: not_in_source}。")


class Issuer(Value):
    """A body that issued the document (发文机关)."""

    org: Slug = Field(title="部门编号", description="vocabulary/departments-*.yaml 的编号。")
    role: Literal["牵头", "联合", "单独", "转发"] = Field(
        default="单独",
        title="身份",
        description="标题或文中写明牵头的为牵头，几家并列落款的为联合，只有一家的为单独。",
    )


class Dates(Value):
    """The five dates of a document, each printed or absent with a reason (各日期)."""

    signed: DatedOrAbsent = Field(title="成文（落款）日期", description="落款处印的日期。")
    issued: DatedOrAbsent = Field(title="印发日期", description="印发栏印的日期。")
    effective: DatedOrAbsent = Field(title="施行日期", description="文中写明从哪天起施行。")
    expires: DatedOrAbsent = Field(
        title="失效日期", description="文中写明到哪天为止；只写有效期几年的，不推算。"
    )
    repealed: DatedOrAbsent = Field(title="废止日期", description="被废止的日期，以废止它的文件为据。")


class Span(Value):
    """The period that the document says it covers (期限)."""

    start: DateOrAbsent = Field(title="起", description="最早的日期，印到哪一级写到哪一级：2025、2025-07。")
    end: DateOrAbsent = Field(title="止", description="最晚的日期；只写“年底”的写到年。")
    printed: Text = Field(title="照录", description="例如 从2025年起到2027年底。")
    section: SectionId = Field(title="所在章节", description="写着期限的章节，outline 中的 id。")


SpanOrAbsent = Annotated[Annotated[Span, Tag("value")] | ReasonedAbsence, OR_ABSENT]


class Status(Value):
    """Whether the document is in force, why we say so, and when that was looked at (状态)."""

    value: StatusName = Field(title="状态", description="征求意见稿 现行 部分失效 失效 废止 待核，六者之一。")
    basis: Text = Field(title="依据", description="为什么这样判断，写出文中依据。")
    as_of: IsoDate = Field(title="核对日期", description="哪一天核对的；满一年页面提示待复核。")


class Disclosure(Value):
    """Whether the public may read the document (公开属性)."""

    value: Literal["公开", "依申请", "不公开"] = Field(
        title="公开属性", description="文中印明的公开属性；没有印的，按已经公布的文本写 公开。"
    )
    basis: Text = Field(title="依据", description="例如 文中印有“此件公开发布”。")


class Target(Value):
    """A document at the other end of a relation, in the library or not (所指文件)."""

    document: Slug | None = Field(default=None, title="本站编号", description="已收录的文件填这一项。")
    title: Text = Field(title="标题", description="照录，不带书名号。")
    doc_number: PrintedOrAbsent = Field(title="文号", description="照录；没印就 {absent: not_in_source}。")
    issuer: Text | None = Field(default=None, title="发文机关", description="照录。")


class Relation(Value):
    """A link to another document (文件关系)."""

    id: Slug = Field(title="编号", description="在本文件内唯一。")
    type: RelationType = Field(
        title="关系",
        description="草案：所指是本文件的征求意见稿；定稿：所指是本草案的正式文件；修订、替代：所指是被修订、被替代的旧文件。",
    )
    target: Target = Field(
        title="所指文件", description="被提到的那份文件：标题、文号、发文机关，已收录的另写本站编号。"
    )
    section: SectionId = Field(title="所在章节", description="提到它的章节，outline 中的 id。")
    quote: Text = Field(title="引文", description="文中提到它的最短原文。")
    occurrence: int = Field(
        default=1, ge=1, title="第几处", description="引文在这一章节出现几次的，写明第几处。"
    )
    also: tuple[Evidence, ...] = Field(default=(), title="另见", description="文中别处又提到它的地方。")
    confirm: Unconfirmed | None = Field(
        default=None, title="待确认", description="导入的候选；对照原文核对后删去这一项，不删不能发布。"
    )


SOURCE_FILE_PATTERN = r"^[A-Za-z0-9._-]+\.txt$"
SHA256_PATTERN = r"^[0-9a-f]{64}$"


class Source(Value):
    """The source text the extract was made from (来源)."""

    file: Annotated[str, StringConstraints(pattern=SOURCE_FILE_PATTERN)] = Field(
        title="原文文件名", description="policies/sources/ 里的文件名，以 .txt 结尾。"
    )
    sha256: Annotated[str, StringConstraints(pattern=SHA256_PATTERN)] = Field(
        title="原文校验码", description="原文文件的 SHA-256，小写十六进制；handbook new、import 会填好。"
    )
    url: PrintedOrAbsent = Field(title="网址", description="没有见过的网址不填，写 {absent: not_in_source}。")
    defects: tuple[Text, ...] = Field(default=(), title="原文疑点", description="原文自身的错漏，照实写明。")


class Section(Value):
    """One heading of the document, or an unnumbered paragraph under one (章节)."""

    id: SectionId = Field(
        title="编号", description="按次序编号：2.4 是第二部分第（四）项；附件前加 a：a2.4.13。"
    )
    label: str = Field(default="", title="序号", description="照录：（四）、1．、附件2；没有就不填。")
    title: Text = Field(
        title="标题", description="照录；原文没有标题的段落用自己的话概括，并写 printed: 否。"
    )
    printed: YesNo = Field(
        default="是",
        title="标题是否原文印出",
        description="是：标题是原文印的；否：原文没有标题，由编辑概括。",
    )
    begins: Text | None = Field(
        default=None, title="起首", description="标题未印出时，写段落开头的几个字，用于定位。"
    )


class Duty(Value):
    """Who does what in a provision (责任分工)."""

    role: DutyRole = Field(title="角色", description="牵头、配合等照原文；（责任单位：…）里的一律是 责任。")
    orgs: tuple[Slug, ...] = Field(
        min_length=1, title="部门", description="vocabulary/departments.yaml 的编号，按原文次序。"
    )
    matter: Text | None = Field(default=None, title="事项", description="不填则为整条。")
    quote: Text | None = Field(
        default=None,
        title="引文",
        description="正文里点名的写引文；（责任单位：…）由程序按词表核对，不必写。",
    )
    confirm: Unconfirmed | None = Field(
        default=None, title="待确认", description="导入的候选；对照原文核对后删去这一项，不删不能发布。"
    )


class Provision(Value):
    """One clause in our own words, with its facts (条款)."""

    id: Slug = Field(title="编号", description="在本文件内唯一，发布后不再改动。")
    former_ids: tuple[Slug, ...] = Field(
        default=(), title="曾用编号", description="改过的编号；旧链接由此找到这里。"
    )
    section: SectionId = Field(title="所在章节", description="这句话在哪一章节，outline 中的 id。")
    title: Text = Field(title="标题", description="这一条讲什么，短语。")
    summary: Text = Field(title="概括", description="用自己的话，不照抄原句。")
    terms: tuple[Text, ...] = Field(
        default=(), title="关键词", description="文中的专门用语和短语，供检索；不写整句。"
    )
    topics: tuple[Slug, ...] = Field(
        min_length=1, title="主题", description="vocabulary/topics.yaml 的编号，先写最主要的。"
    )
    audiences: tuple[Slug, ...] = Field(
        default=(), title="对象", description="vocabulary/audiences.yaml 的编号；文中没有点名的人不填。"
    )
    strength: Strength = Field(
        title="约束力", description="看动词：应、须是应当，力争是力争，可以是可以，鼓励、支持是鼓励。"
    )
    conditions: tuple[Text, ...] = Field(
        default=(), title="条件", description="要得到它须满足什么，一条一句；只管一个数的写在那条事实里。"
    )
    exclusions: tuple[Text, ...] = Field(
        default=(), title="限制", description="不得重复享受、不得用于什么；只管一个数的写在那条事实里。"
    )
    funding: tuple[Slug, ...] = Field(
        default=(), title="资金来源", description="vocabulary/funds.yaml 的编号，文中写明的资金渠道。"
    )
    duties: tuple[Duty, ...] = Field(
        default=(), title="责任分工", description="（责任单位：…）和正文里点名的分工。"
    )
    refers_to: tuple[Slug, ...] = Field(default=(), title="引用文件", description="本文件 relations 的编号。")
    facts: tuple[Fact, ...] = Field(
        default=(), title="事实", description="这一条里的每一个数字、期限、比例、金额，一个一条。"
    )
    confirm: Unconfirmed | None = Field(
        default=None, title="待确认", description="导入的候选；对照原文核对后删去这一项，不删不能发布。"
    )


class NotStated(Value):
    """An indicator looked for in the source and not there (查过而文中没有的)."""

    indicator: Slug = Field(title="指标", description="vocabulary/indicators.yaml 的编号。")
    note: Text | None = Field(
        default=None, title="说明", description="文中只写到什么程度，例如 只写“优先推荐”。"
    )
    section: SectionId | None = Field(
        default=None,
        title="最接近的章节",
        description="说到最近处的章节，outline 中的 id；通篇没有提到的不填。",
    )


class Dismissal(Value):
    """A numeral of the source that is not a fact (非事实数字)."""

    quote: Text = Field(title="原文", description="含有这个数字的原文短语；本文件内每一处都按此处理。")
    reason: DismissalReason = Field(
        title="理由", description="编号、序号、版式、固定用语、名称、引述背景、不确指，七者选一，照实选。"
    )
    section: SectionId | None = Field(
        default=None,
        title="只限章节",
        description="只在这一章节不算数字；不填则全文都不算。outline 中的 id。",
    )
    note: Text | None = Field(default=None, title="说明", description="为什么不是政策数字，一句话。")


class Structure(Value):
    """A number of parts that the document states about itself, checked against the extract (结构数)."""

    fact: Slug = Field(title="事实编号", description="说出个数的那条事实。")
    counts: Literal["sections", "issuers"] = Field(
        title="数什么", description="sections：数目录里的章节；issuers：数发文机关。"
    )
    under: SectionId | None = Field(
        default=None, title="在哪个章节之下", description="counts 为 sections 时填；不填为一级章节。"
    )


class Minimum(Value):
    """Recorded minimum counts, so that a silent loss can't be published (最低数量)."""

    provisions: int = Field(ge=0, title="条款", description="条款至少有几条。")
    facts: int = Field(ge=0, title="事实", description="事实至少有几条。")
    relations: int = Field(ge=0, title="文件关系", description="文件关系至少有几条。")


class Review(Value):
    """When the extract was last read against its source (复核)."""

    checked_on: IsoDate = Field(title="复核日期", description="最近一次通读核对是哪一天，例如 2026-11-21。")


class Document(Value):
    """A policy document (政策文件)."""

    schema_version: Literal["1"] = Field(
        alias="schema", title="格式版本", description="格式改了才会变；现在是 1。"
    )
    id: Slug = Field(title="编号", description="永久不变；改名时旧编号写进 former_ids。")
    former_ids: tuple[Slug, ...] = Field(
        default=(), title="曾用编号", description="改过的文件编号；旧网址由此转到现在的页面。"
    )
    confirm: tuple[Text, ...] = Field(
        default=(),
        title="待确认的项",
        description="导入时猜的项，写键名；改好一项去掉一项，全部去掉才能发布。",
    )
    title: Text = Field(title="标题", description="照录。")
    short_title: Text = Field(title="简称", description="页面上引用时用，十个字以内。")
    type: DocumentType = Field(title="文种", description="标题末尾的文种；通知、函若只是转发，写进 carrier。")
    families: tuple[Slug, ...] = Field(min_length=1, title="政策族", description="同一上级政策及其各地版本。")
    level: Level = Field(title="层级", description="发文机关的层级。")
    region: RegionId = Field(title="地区", description="GB/T 2260 代码。")
    answer: Text = Field(title="一句话", description="读者最想知道的，一两句说完；其中的数字都要有事实。")
    headline: tuple[Slug, ...] = Field(
        default=(), title="主要数字", description="放在页首的事实编号，至多八个。"
    )
    carrier: Carrier | None = Field(
        default=None, title="载体", description="印发它的通知、征求意见的函；本身就是通知的不填。"
    )
    doc_number: NumberedOrAbsent = Field(
        title="文号",
        description="文件自己的文号；印在通知上的写在 carrier 里。没印就 {absent: not_in_source}。",
    )
    issuers: tuple[Issuer, ...] = Field(
        min_length=1, title="发文机关", description="按落款的次序；没有落款的，照标题写到的。"
    )
    issuers_note: Text | None = Field(
        default=None, title="发文机关说明", description="例如 等9部门，其余文中未列名。"
    )
    dates: Dates = Field(title="日期", description="五个日期逐个写；没印的 {absent: not_in_source}，不推算。")
    period: SpanOrAbsent = Field(
        title="期限", description="文中写明管到什么时候；没写就 {absent: not_stated}。"
    )
    status: Status = Field(
        title="状态", description="是否有效、依据和核对日期；判断的规则见 GUIDELINES 第七节。"
    )
    disclosure: Disclosure = Field(title="公开属性", description="不公开的不出现在网站和任何数据里。")
    relations: tuple[Relation, ...] = Field(
        default=(), title="文件关系", description="文中提到的每一份别的文件，附文号和证明它的原文。"
    )
    source: Source = Field(title="来源", description="原文是哪个文件、校验码、网址和原文自己的疑点。")
    outline: tuple[Section, ...] = Field(
        min_length=1, title="目录", description='印出的每一级标题，照抄；标题之外的文首是 "0"。'
    )
    provisions: tuple[Provision, ...] = Field(
        min_length=1, title="条款", description="每句话归入一条，用自己的话概括，附事实和责任分工。"
    )
    not_stated: tuple[NotStated, ...] = Field(
        default=(),
        title="查过而文中没有的",
        description="同类文件常写而这份没写的指标；读者由此知道是查过，不是漏了。",
    )
    structure: tuple[Structure, ...] = Field(
        default=(), title="结构数", description="文中说自己有几个部分、几个部门的，程序数给它看。"
    )
    dismissed: tuple[Dismissal, ...] = Field(
        default=(), title="非事实数字", description="原文里出现而不是政策数字的，逐个写明理由。"
    )
    minimum: Minimum = Field(
        title="最低数量", description="条款、事实、文件关系至少有几个；少了就报错，防止误删。"
    )
    review: Review = Field(title="复核", description="摘录最近一次与原文通读核对的记录。")

    @cached_property
    def headings(self) -> Mapping[str, Section]:
        """The headings by id."""
        return {entry.id: entry for entry in self.outline}

    @cached_property
    def paths(self) -> Mapping[str, tuple[Section, ...]]:
        """The headings from the outermost to each one in the outline, by its id."""
        return {id_: self.path(id_) for id_ in self.headings}

    def path(self, section: str) -> tuple[Section, ...]:
        """Return the headings from the outermost to *section*; those that the outline lacks are left out."""
        parts = section.split(".")
        prefixes = (".".join(parts[: i + 1]) for i in range(len(parts)))
        return tuple(self.headings[prefix] for prefix in prefixes if prefix in self.headings)
