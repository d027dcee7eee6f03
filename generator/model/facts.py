"""The kinds of fact a policy document states: a tagged union, one class a kind (事实类型).

A fact is flat: the parts of a staged target, or the number of awards per round, are facts of their own that point at
the fact they belong to (`part_of`, `adds_to`, `limits`). See docs/decisions/flat-facts.md.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.base import (
    Evidence,
    Slug,
    SlugOrAbsent,
    SlugsOrAbsent,
    Strength,
    Text,
    TextOrAbsent,
    Unconfirmed,
    Value,
)

Frequency = Literal["一次性", "每年", "每两年", "每月", "每次", "每日"]
MoneyNature = Literal["奖励", "补贴", "补助", "资金", "津贴"]


class FactBase(Value):
    """What every fact says, whatever its kind."""

    id: Slug = Field(title="编号", description="在本文件内唯一，发布后不再改动。")
    former_ids: tuple[Slug, ...] = Field(
        default=(), title="曾用编号", description="改过的编号；旧链接由此找到这里。"
    )
    label: Text = Field(title="是什么", description="用自己的话，一句短语说明这个数字是什么。")
    indicator: Slug | None = Field(
        default=None, title="指标", description="vocabulary/indicators.yaml 的编号；同一指标才可以相互比较。"
    )
    value: Text = Field(title="数值", description="按原文的写法，例如 30万元、3.5%以上、不超过1年。")
    quote: Text = Field(title="引文", description="能证明这个数字的最短原文；略去的部分用“…”。")
    occurrence: int = Field(
        default=1, ge=1, title="第几处", description="引文在本章节出现多次时，写明第几处。"
    )
    also: tuple[Evidence, ...] = Field(default=(), title="另见", description="同一事实在文中别处的证据。")
    per: tuple[Text, ...] = Field(default=(), title="按什么计", description="例如 人、家、年；先写最主要的。")
    frequency: Frequency | None = Field(
        default=None, title="频次", description="一次性、每年等，文中写明才填。"
    )
    period: Text | None = Field(
        default=None, title="期间", description="这个数字管到什么时候，按原文的写法。"
    )
    audiences: tuple[Slug, ...] = Field(
        default=(), title="对象", description="vocabulary/audiences.yaml 的编号。"
    )
    conditions: tuple[Text, ...] = Field(default=(), title="条件", description="得到它要满足什么，一条一句。")
    exclusions: tuple[Text, ...] = Field(
        default=(), title="限制", description="不得重复享受、不得用于等限制。"
    )
    strength: Strength | None = Field(default=None, title="约束力", description="不填则与所在条款相同。")
    part_of: Slug | None = Field(
        default=None, title="分项属于", description="合计数的事实编号，程序核对加总。"
    )
    adds_to: Slug | None = Field(default=None, title="在…之上追加", description="先得到的那一笔的事实编号。")
    limits: tuple[Slug, ...] = Field(default=(), title="限制对象", description="上限、次数所限制的事实编号。")
    excludes: tuple[Slug, ...] = Field(
        default=(), title="不得同享的指标", description="文中写明不得与哪些补贴重复享受，填它们的指标编号。"
    )
    note: Text | None = Field(default=None, title="说明", description="需要读者知道而原文没有写成数字的话。")
    confirm: Unconfirmed | None = Field(
        default=None, title="待确认", description="导入的候选；对照原文核对后删去这一项，不删不能发布。"
    )


class PaidFact(FactBase):
    """What is paid, promised or set elsewhere: who gets it, who pays, from what (付款)."""

    payee: TextOrAbsent = Field(title="付给谁", description="文中写明的收款方；没写就 {absent: not_stated}。")
    payer: TextOrAbsent = Field(title="谁支付", description="文中写明的支付方；没写就 {absent: not_stated}。")
    fund: SlugsOrAbsent = Field(
        title="资金来源", description="vocabulary/funds.yaml 的编号列表；没写就 {absent: not_stated}。"
    )


class Money(PaidFact):
    """An amount of money: a payment or a pool (金额)."""

    kind: Literal["money"]
    nature: MoneyNature = Field(title="性质", description="奖励、补贴、补助、资金（资金盘子）、津贴。")


class Share(Value):
    """Which two facts a percentage divides, so that the program can see whether they agree (比例的两端)."""

    part: Slug = Field(title="分子", description="事实编号，例如 高技能人才总量。")
    whole: Slug = Field(title="分母", description="事实编号，例如 技能人才总量。")


class Percent(FactBase):
    """A share of a named base (比例)."""

    kind: Literal["percent"]
    base: Text = Field(title="占什么的比例", description="例如 企业职工教育经费、就业人员。")
    of: Share | None = Field(
        default=None, title="由哪两个事实相除", description="两端都是事实时填，程序据此核对。"
    )


class Headcount(FactBase):
    """A number of persons, 人 or 名 (人数)."""

    kind: Literal["headcount"]


class Visits(FactBase):
    """A number of attendances, 人次; never compared with persons (人次)."""

    kind: Literal["visits"]


class Count(FactBase):
    """A number of things: 家, 个, 项, 课时 … (数量)."""

    kind: Literal["count"]


class Ratio(FactBase):
    """A proportion between unlike units, such as 人次 to 人 (异类之比)."""

    kind: Literal["ratio"]
    numerator: Text = Field(title="分子", description="比的前一项，例如 培训人次数。")
    denominator: Text = Field(title="分母", description="比的后一项，例如 在校生人数。")


class Multiple(PaidFact):
    """A payment of so many times a standard set elsewhere (倍数)."""

    kind: Literal["multiple"]
    standard: Text = Field(title="以什么标准为基数", description="例如 当地最低工资标准。")


class Cap(FactBase):
    """A ceiling on something; several may hold at once (上限)."""

    kind: Literal["cap"]
    base: Text = Field(title="以什么为基数", description="例如 上年度盈余额。")


class Uplift(FactBase):
    """A permitted rise over a standard (上浮)."""

    kind: Literal["uplift"]
    base: Text = Field(title="在什么之上", description="例如 培训补贴标准。")


class Recurrence(FactBase):
    """Something done again and again (周期)."""

    kind: Literal["recurrence"]


class Deadline(FactBase):
    """A date by which something is to be done, once or every year (时限)."""

    kind: Literal["deadline"]
    inclusive: Literal["是", "否", "未写明"] = Field(
        title="是否含当日", description="文中写明含当日为是，写明不含为否，没有说就是未写明。"
    )


class Date(FactBase):
    """A date on which something happened or starts (日期)."""

    kind: Literal["date"]


class Period(FactBase):
    """A span between two dates or years, or one year (期间)."""

    kind: Literal["period"]


class Duration(FactBase):
    """A length of time: how long something lasts, or how long after something else (时长)."""

    kind: Literal["duration"]
    after: Text | None = Field(default=None, title="从何时起算", description="例如 培训结束。")


class UsageLimit(FactBase):
    """How often one person may have something (次数限制)."""

    kind: Literal["usage_limit"]


class Conversion(FactBase):
    """A rule that turns one measure into another (折算)."""

    kind: Literal["conversion"]
    into: Text = Field(title="折算成什么", description="照文中的说法，例如 全日制学生培养工作量。")


class Relative(FactBase):
    """A comparison without a number: higher than, not lower than (相对规定)."""

    kind: Literal["relative"]
    compared_with: Text = Field(title="与什么比", description="照文中的说法，例如 正高级职称人员。")


class Unspecified(PaidFact):
    """Money, a share or a number promised without a figure (金额未定)."""

    kind: Literal["unspecified"]
    of: Literal["金额", "比例", "数量"] = Field(
        default="金额", title="什么未定", description="答应的是金额、比例还是数量；数量不列为好处。"
    )


class Inherited(PaidFact):
    """A figure that another document sets: 按…规定 (沿用上级规定)."""

    kind: Literal["inherited"]
    of: Literal["金额", "比例", "数量", "待遇"] = Field(
        default="金额",
        title="什么沿用规定",
        description="由另一份文件规定的是什么；课时、人数一类填 数量，不会列为补贴。",
    )
    instrument: SlugOrAbsent = Field(
        title="按哪份文件", description="本文件 relations 中的编号；文中没有点名就 {absent: not_stated}。"
    )


Fact = Annotated[
    Money
    | Percent
    | Headcount
    | Visits
    | Count
    | Ratio
    | Multiple
    | Cap
    | Uplift
    | Recurrence
    | Deadline
    | Date
    | Period
    | Duration
    | UsageLimit
    | Conversion
    | Relative
    | Unspecified
    | Inherited,
    Field(discriminator="kind"),
]
"""Any fact; match on the class and end with `assert_never`."""

KIND_NAMES: dict[str, str] = {
    "money": "金额",
    "percent": "比例",
    "headcount": "人数",
    "visits": "人次",
    "count": "数量",
    "ratio": "异类之比",
    "multiple": "倍数",
    "cap": "上限",
    "uplift": "上浮",
    "recurrence": "周期",
    "deadline": "时限",
    "date": "日期",
    "period": "期间",
    "duration": "时长",
    "usage_limit": "次数限制",
    "conversion": "折算",
    "relative": "相对规定",
    "unspecified": "金额未定",
    "inherited": "沿用规定",
}
"""The Chinese name of each kind, as pages and messages print it."""
