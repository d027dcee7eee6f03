"""The shapes of facts and clauses in the open data, from which JSON Schema and OpenAPI are made (事实、条款的格式).

The functions of `open_facts` return these types, so that the type checker holds them to what is described here.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, NotRequired

from pydantic import ConfigDict, Field, with_config
from typing_extensions import TypedDict

from generator.model.base import Strength
from generator.model.document import DutyRole, StatusName
from generator.model.facts import Frequency, MoneyNature
from generator.quantities import Comparator

FactKind = Literal[
    "money", "percent", "headcount", "visits", "count", "ratio", "multiple", "cap", "uplift", "recurrence",
    "deadline", "date", "period", "duration", "usage_limit", "conversion", "relative", "unspecified", "inherited",
]  # fmt: skip


def record(title: str) -> ConfigDict:
    """Name a record in Chinese; a key that it does not describe is an error."""
    return ConfigDict(extra="forbid", title=title)


def said(words: str) -> Any:
    """Describe a key in Chinese, for those who use the data."""
    return Field(description=words)


@with_config(record("缺项"))
class AbsentRecord(TypedDict):
    """Something looked for and not there."""

    absent: Annotated[
        Literal["not_in_source", "not_stated"],
        said("not_in_source：文中未载明；not_stated：文中未规定"),
    ]


@with_config(record("周期"))
class EveryRecord(TypedDict):
    """The span in which a frequency counts."""

    value: int | float | None
    unit: str


@with_config(record("数值"))
class ValueRecord(TypedDict):
    """A parsed value in base units; dates are ISO text with the unit 日期."""

    comparator: Annotated[
        Comparator, said("eq 等于，ge 不少于，gt 多于，le 不超过，lt 少于，approx 左右，range 区间")
    ]
    min: Annotated[int | float | str | None, said("下限；没有下限为 null")]
    max: Annotated[int | float | str | None, said("上限；没有上限为 null")]
    unit: Annotated[str, said("基本单位：元、人、人次、%、个、月、日期等")]
    every: NotRequired[Annotated[EveryRecord, said("每多久；只有频次才有")]]


@with_config(record("证据"))
class EvidenceRecord(TypedDict):
    """One more place that proves a fact."""

    section_id: str
    quote: str


class MeasuredBy(TypedDict, total=False):
    """What a number is of, over or against; each kind of fact has its own keys."""

    base: Annotated[str, said("占什么的比例、在什么之上、以什么为基数；比例、上限、上浮、倍数才有")]
    numerator: Annotated[str, said("分子；异类之比才有")]
    denominator: Annotated[str, said("分母；异类之比才有")]
    compared_with: Annotated[str, said("与什么比；相对规定才有")]
    into: Annotated[str, said("折算成什么；折算才有")]
    after: Annotated[str | None, said("从何时起算；时长才有，没有起算点为 null")]
    inclusive: Annotated[Literal["是", "否", "未写明"], said("是否含当日；时限才有")]
    nature: Annotated[MoneyNature, said("奖励、补贴、补助、资金、津贴；金额才有")]
    of: Annotated[Literal["金额", "比例", "数量", "待遇"], said("什么未定、什么沿用规定")]


@with_config(record("责任部门"))
class DutyRecord(TypedDict):
    """A body with its part in a clause."""

    id: str
    name: str
    role: DutyRole
    matter: Annotated[str | None, said("事项；不写为整条")]


@with_config(record("事实"))
class FactRecord(MeasuredBy):
    """One row of facts.json."""

    id: Annotated[str, said("文件编号/事实编号，永久不变")]
    document: Annotated[str, said("文件编号")]
    provision: Annotated[str, said("条款编号，在本文件内唯一")]
    section: Annotated[list[str], said("所在章节印出的标题，由外到内，序号和标题连写")]
    section_id: Annotated[str, said("所在章节的编号，见文件的 outline")]
    clause: Annotated[str, said("条款号的简写，例如 二（七）2")]
    kind: Annotated[FactKind, said("事实类型")]
    label: Annotated[str, said("这个数字是什么")]
    indicator: Annotated[str | None, said("指标编号；同一指标才可以相互比较")]
    printed: Annotated[str, said("照录，原文怎样写就怎样写")]
    value: Annotated[ValueRecord | None, said("程序从照录里读出的数；文中没有写数为 null")]
    per: Annotated[list[str], said("按什么计：人、家、年等")]
    frequency: Frequency | None
    period: Annotated[str | None, said("这个数字管到什么时候，照录")]
    audiences: Annotated[list[str], said("对象的名称")]
    conditions: Annotated[list[str], said("条件；事实自己没有写的，用所在条款的")]
    exclusions: Annotated[list[str], said("不得重复享受等限制")]
    departments: Annotated[list[DutyRecord], said("责任部门；只说明情况的事实（约束力为“说明”）没有")]
    strength: Annotated[Strength, said("约束力")]
    status: Annotated[StatusName, said("所在文件的状态")]
    quote: Annotated[str, said("能证明这个数字的最短原文")]
    also: Annotated[list[EvidenceRecord], said("文中别处的证据")]
    part_of: Annotated[str | None, said("合计数的事实编号，在本文件内")]
    adds_to: Annotated[str | None, said("在哪个事实之上追加，在本文件内")]
    limits: Annotated[list[str], said("上限、次数所限制的事实编号，在本文件内")]
    excludes: Annotated[list[str], said("不得与哪些指标的补贴重复享受，指标编号")]
    note: str | None
    url: Annotated[str, said("相对网站根的地址")]
    payee: NotRequired[Annotated[str | AbsentRecord, said("付给谁；只有付款才有")]]
    payer: NotRequired[Annotated[str | AbsentRecord, said("谁支付；只有付款才有")]]
    fund: NotRequired[Annotated[list[str] | AbsentRecord, said("资金来源；只有付款才有")]]
    instrument: NotRequired[Annotated[str | None, said("按哪份文件执行；只有沿用规定才有")]]


@with_config(record("条款"))
class ProvisionRecord(TypedDict):
    """One row of provisions.json."""

    id: Annotated[str, said("文件编号/条款编号，永久不变")]
    document: str
    section: list[str]
    section_id: str
    clause: str
    title: str
    summary: Annotated[str, said("本站的概括，不是原句")]
    terms: Annotated[list[str], said("文中的专门用语")]
    topics: Annotated[list[str], said("主题的名称")]
    audiences: list[str]
    strength: Strength
    conditions: list[str]
    exclusions: list[str]
    funding: Annotated[list[str], said("资金来源的名称")]
    duties: list[DutyRecord]
    references: Annotated[list[str], said("引用的文件，本文件 relations 的编号")]
    facts: Annotated[list[str], said("事实编号")]
    status: StatusName
    url: str
