"""The shapes of documents, indicators, bodies and comparisons in the open data (文件、指标、部门、对比的格式).

The functions of `open_data` return these types, so that the type checker holds them to what is described here.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import with_config
from typing_extensions import TypedDict

from generator.model.base import Level
from generator.model.document import DocumentType, DutyRole, RelationType, StatusName
from generator.views.facts import CellState
from generator.views.open_fact_records import AbsentRecord, FactRecord, ProvisionRecord, record, said


@with_config(record("地区"))
class RegionRecord(TypedDict):
    """The region of a document."""

    code: Annotated[str, said("GB/T 2260 代码")]
    name: str


@with_config(record("载体"))
class CarrierRecord(TypedDict):
    """The notice or letter that carries a document."""

    title: str
    type: Literal["通知", "函"]
    doc_number: str | AbsentRecord


@with_config(record("发文机关"))
class IssuerRecord(TypedDict):
    """A body that issued a document."""

    id: str
    name: str
    role: Literal["牵头", "联合", "单独", "转发"]


@with_config(record("日期"))
class DatesRecord(TypedDict):
    """The five dates of a document, ISO 8601, as precise as printed."""

    signed: Annotated[str | AbsentRecord, said("成文日期")]
    issued: Annotated[str | AbsentRecord, said("印发日期")]
    effective: Annotated[str | AbsentRecord, said("施行日期")]
    expires: Annotated[str | AbsentRecord, said("失效日期")]
    repealed: Annotated[str | AbsentRecord, said("废止日期")]


@with_config(record("期限"))
class PeriodRecord(TypedDict):
    """The period that a document says it covers."""

    start: str | AbsentRecord
    end: str | AbsentRecord
    printed: Annotated[str, said("照录")]


@with_config(record("状态"))
class StatusRecord(TypedDict):
    """Whether a document is in force, and why."""

    value: StatusName
    basis: Annotated[str, said("依据")]
    as_of: Annotated[str, said("核对日期")]


@with_config(record("公开属性"))
class DisclosureRecord(TypedDict):
    """Whether the public may read a document."""

    value: Literal["公开", "依申请", "不公开"]
    basis: str


@with_config(record("文件关系"))
class RelationRecord(TypedDict):
    """A link from one document to another."""

    type: RelationType
    title: str
    doc_number: str | AbsentRecord
    document: Annotated[str | None, said("本站收录的，写文件编号；没有收录为 null")]
    section_id: str
    quote: str


@with_config(record("目录项"))
class HeadingRecord(TypedDict):
    """One heading of a document."""

    id: str
    label: Annotated[str, said("序号，照录")]
    title: str
    printed: Annotated[bool, said("标题是否原文印出")]


@with_config(record("查过而文中没有的"))
class NotStatedRecord(TypedDict):
    """An indicator looked for and not there."""

    indicator: str
    note: Annotated[str | None, said("文中写到什么程度")]
    section_id: str | None


@with_config(record("数量"))
class CountsRecord(TypedDict):
    """How much of a document is recorded."""

    provisions: int
    facts: int


@with_config(record("文件"))
class DocumentRecord(TypedDict):
    """One row of documents.json."""

    id: Annotated[str, said("永久不变")]
    title: str
    short_title: str
    type: Annotated[DocumentType, said("文种")]
    level: Level
    region: RegionRecord
    families: Annotated[list[str], said("政策族编号")]
    doc_number: Annotated[str | AbsentRecord, said("通称的文号：自身的，没有则为载体的")]
    own_doc_number: Annotated[str | AbsentRecord, said("自身的文号")]
    carrier: CarrierRecord | None
    issuers: list[IssuerRecord]
    issuers_note: str | None
    dates: DatesRecord
    period: PeriodRecord | AbsentRecord
    status: StatusRecord
    disclosure: DisclosureRecord
    answer: Annotated[str, said("一句话说明")]
    relations: list[RelationRecord]
    outline: list[HeadingRecord]
    not_stated: list[NotStatedRecord]
    defects: Annotated[list[str], said("原文疑点")]
    counts: CountsRecord
    url: str


@with_config(record("指标"))
class IndicatorRecord(TypedDict):
    """One row of indicators.json."""

    id: str
    name: str
    definition: str
    topic: Annotated[str, said("主题编号")]
    unit: str | None
    facts: Annotated[list[str], said("可以相互比较的事实")]
    not_stated_in: Annotated[list[str], said("查过而没有写的文件")]
    url: str | None


@with_config(record("部门的职责"))
class DepartmentDutyRecord(TypedDict):
    """One duty of a body."""

    document: str
    provision: str
    section_id: str
    role: DutyRole
    matter: str | None
    status: StatusName


@with_config(record("部门"))
class DepartmentRecord(TypedDict):
    """One row of departments.json."""

    id: str
    name: str
    name_printed: Annotated[bool, said("全称是否印出；false 为据简称推定")]
    aliases: Annotated[list[str], said("文中的写法")]
    line: Annotated[str, said("条线的名称")]
    region: Annotated[str, said("GB/T 2260 代码")]
    form: Literal["机构", "统称", "议事机构"]
    duties: list[DepartmentDutyRecord]
    issued: Annotated[list[str], said("印发的文件")]
    url: str


@with_config(record("对比的一列"))
class ColumnRecord(TypedDict):
    """A regional version in a comparison."""

    document: Annotated[str | None, said("文件编号；未录入为 null")]
    region: str
    level: str
    status: StatusName | None


@with_config(record("对比的一格"))
class CellRecord(TypedDict):
    """One cell of a comparison."""

    state: Annotated[
        CellState,
        said("value 有值，unstated 文中未规定，open 金额未定，parent 沿用上级规定，missing 未录入"),
    ]
    facts: list[str]
    printed: list[str]
    text: str
    url: str | None


@with_config(record("对比的一行"))
class RowRecord(TypedDict):
    """An indicator or a topic across the columns."""

    id: str
    name: str
    cells: list[CellRecord]
    verdict: Annotated[str, said("结论")]
    sentence: Annotated[str, said("差别，一句话")]
    same: bool


@with_config(record("对比"))
class ComparisonRecord(TypedDict):
    """One table of comparisons.json."""

    id: str
    kind: Annotated[Literal["family", "indicator"], said("family 按政策，indicator 按指标")]
    title: str
    columns: list[ColumnRecord]
    rows: list[RowRecord]
    missing: Annotated[list[str], said("还没有收录的同族文件")]
    drafts_left_out: Annotated[list[str], said("不参加对比的征求意见稿")]
    url: str


class OpenData(TypedDict):
    """The content of each file of api/v1 by its name without ending."""

    documents: list[DocumentRecord]
    provisions: list[ProvisionRecord]
    facts: list[FactRecord]
    indicators: list[IndicatorRecord]
    departments: list[DepartmentRecord]
    comparisons: list[ComparisonRecord]
