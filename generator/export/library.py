"""The whole library as tables: documents, clauses, facts, duties, bodies, indicators, relations, comparisons (总表)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.export.spool import SpooledRows
from generator.export.tables import Column, Table, table
from generator.library import Library
from generator.model.facts import KIND_NAMES
from generator.views import open_data
from generator.views.comparison import Comparison
from generator.views.comparison_cells import Cell

Json = Mapping[str, Any]

_COMPARATORS = {
    "eq": "等于",
    "ge": "不少于",
    "gt": "多于",
    "le": "不超过",
    "lt": "少于",
    "approx": "左右",
    "range": "区间",
}
_STATES = {
    "value": "文中写明",
    "unstated": "文中未规定",
    "open": "金额未定",
    "parent": "沿用上级规定",
    "missing": "未录入",
}
_DOCUMENT = (
    Column("document", "文件", width=26),
    Column("region", "地区", width=8),
    Column("status", "状态", width=8),
)
_CLAUSE = (Column("clause", "条款号", width=12), Column("section", "章节", width=24))
_URL = Column("url", "本站网址", width=30)
_MONEY = (
    Column("payee", "付给", width=16),
    Column("payer", "支付方", width=14),
    Column("fund", "资金来源", width=18),
)
_VALUE = (
    Column("printed", "照录", width=18),
    Column("comparator", "比较", width=6),
    Column("min", "下限", "number", 12),
    Column("max", "上限", "number", 12),
    Column("unit", "单位", width=6),
)
_FACT = (
    Column("label", "是什么", width=26),
    Column("kind", "类型", width=8),
    Column("indicator", "指标", width=18),
    *_VALUE,
    Column("per", "按什么计", width=8),
    Column("frequency", "频次", width=7),
    Column("period", "期间", width=14),
    Column("audiences", "对象", width=16),
    Column("conditions", "条件", width=34),
    Column("exclusions", "限制", width=28),
    *_MONEY,
    Column("departments", "责任部门", width=28),
    Column("strength", "约束力", width=7),
    *_DOCUMENT,
    *_CLAUSE,
    Column("quote", "引文", width=36),
    Column("note", "说明", width=24),
    _URL,
    Column("id", "编号", width=26),
)


def library_tables(library: Library) -> tuple[Table, ...]:
    """Return the tables of the whole library, the sources and their status first; the longest are spooled."""
    rows = [*open_data.documents(library)]
    by_id = {d["id"]: d for d in rows}
    return (
        _sources(library, rows),
        _documents(rows),
        _provisions(open_data.provisions(library), by_id),
        table(
            "facts", "数字", _FACT, (_fact(library, f, by_id) for f in open_data.facts(library)), SpooledRows
        ),
        _duties(open_data.provisions(library), by_id),
        _departments(library, open_data.departments(library)),
        _indicators(library, open_data.indicators(library)),
        _relations(rows),
    )


def comparison_table(id_: str, comparison: Comparison) -> Table:
    """Return a comparison with one column per version and the difference, every cell in words."""
    names = [f"{c.name}（{'未录入' if c.narrow else c.status}）" for c in comparison.columns]
    columns = [
        Column("indicator", "比什么", width=20),
        *(
            Column(c.document or f"missing-{n}", names[n], width=8 if c.narrow else 30)
            for n, c in enumerate(comparison.columns)
        ),
        Column("verdict", "结论", width=16),
        Column("difference", "差异", width=40),
    ]
    rows = tuple(
        (row.name, *(cell_words(one) for one in row.cells), row.verdict, row.sentence)
        for row in comparison.rows
    )
    title = f"{comparison.title}（连同征求意见稿）" if comparison.with_drafts else comparison.title
    return Table(id_, title, tuple(columns), rows, wrap=True)


def cell_words(cell: Cell) -> str:
    """Return a comparison cell in words: its state, or its printed figures with what belongs to them."""
    printed = (f"拟{f.figure.words}" if f.draft else f.figure.words for f in cell.facts)
    figures = "、".join(printed) if cell.state == "value" else _STATES[cell.state]
    figures = figures or _STATES[cell.state]
    words = "：".join(part for part in (figures, cell.text) if part)
    return f"{words}（{cell.clause}）" if cell.clause else words


def _sources(library: Library, documents: Sequence[Json]) -> Table:
    columns = (
        Column("title", "文件", width=40),
        Column("doc_number", "文号", width=18),
        Column("region", "地区", width=10),
        Column("status", "状态", width=8),
        Column("basis", "状态依据", width=44),
        Column("as_of", "核对日期", "date", 11),
        Column("disclosure", "公开属性", width=8),
        Column("source", "原文文件", width=30),
        Column("source_url", "原文网址", width=24),
        Column("defects", "原文疑点", width=40),
        Column("checked_on", "复核日期", "date", 11),
        _URL,
    )

    def rows() -> Iterator[Json]:
        for d in documents:
            own = library.documents[d["id"]]
            source_url = own.source.url
            yield {
                **d,
                "region": d["region"]["name"],
                "status": d["status"]["value"],
                "basis": d["status"]["basis"],
                "as_of": d["status"]["as_of"],
                "disclosure": d["disclosure"]["value"],
                "source": own.source.file,
                "source_url": getattr(source_url, "value", None) or "文中未载明",
                "checked_on": own.review.checked_on,
            }

    return table("sources", "来源与状态", columns, rows())


def _documents(documents: Sequence[Json]) -> Table:
    columns = (
        Column("title", "标题", width=40),
        Column("type", "文种", width=8),
        Column("level", "层级", width=7),
        Column("region", "地区", width=10),
        Column("doc_number", "文号", width=18),
        Column("issuers", "发文机关", width=30),
        Column("signed", "成文日期", "date", 11),
        Column("issued", "印发日期", "date", 11),
        Column("effective", "施行日期", "date", 11),
        Column("period", "期限", width=18),
        Column("status", "状态", width=8),
        Column("answer", "一句话", width=60),
        Column("provisions", "条款数", "number", 7),
        Column("facts", "数字个数", "number", 8),
        _URL,
        Column("id", "编号", width=26),
    )
    rows = (
        {
            **d,
            **d["dates"],
            **d["counts"],
            "region": d["region"]["name"],
            "status": d["status"]["value"],
            "period": d["period"] if "absent" in d["period"] else d["period"]["printed"],
        }
        for d in documents
    )
    return table("documents", "文件", columns, rows)


def _of(document: Json) -> Json:
    return {
        "document": document["title"],
        "region": document["region"]["name"],
        "status": document["status"]["value"],
    }


def _provisions(provisions: Iterable[Json], documents: Mapping[str, Json]) -> Table:
    columns = (
        Column("title", "条款", width=24),
        Column("summary", "概括", width=60),
        Column("topics", "主题", width=16),
        Column("audiences", "对象", width=18),
        Column("strength", "约束力", width=7),
        Column("conditions", "条件", width=34),
        Column("exclusions", "限制", width=28),
        Column("duties", "责任分工", width=36),
        Column("funding", "资金来源", width=18),
        *_DOCUMENT,
        *_CLAUSE,
        _URL,
        Column("id", "编号", width=26),
    )
    rows = ({**p, **_of(documents[p["document"]])} for p in provisions)
    return table("provisions", "条款", columns, rows, SpooledRows)


def _fact(library: Library, fact: Json, documents: Mapping[str, Json]) -> Json:
    value = fact["value"] or {}
    indicator = library.vocabulary.indicators.get(fact["indicator"] or "")
    dated = value.get("unit") == "日期"
    return {
        **fact,
        **_of(documents[fact["document"]]),
        "kind": KIND_NAMES[fact["kind"]],
        "indicator": indicator.name if indicator else None,
        "comparator": _COMPARATORS.get(value.get("comparator", "")),
        "min": None if dated else value.get("min"),
        "max": None if dated else value.get("max"),
        "unit": value.get("unit"),
    }


def _duties(provisions: Iterable[Json], documents: Mapping[str, Json]) -> Table:
    columns = (
        Column("name", "部门", width=28),
        Column("role", "角色", width=7),
        Column("matter", "事项", width=36),
        Column("provision", "条款", width=24),
        *_DOCUMENT,
        *_CLAUSE,
        _URL,
        Column("department", "部门编号", width=20),
    )
    rows = (
        {
            **p,
            **duty,
            "department": duty["id"],
            **_of(documents[p["document"]]),
            "provision": p["title"],
            "matter": duty["matter"] or p["title"],
        }
        for p in provisions
        for duty in p["duties"]
    )
    return table("duties", "责任分工", columns, rows, SpooledRows)


def _departments(library: Library, departments: Iterable[Json]) -> Table:
    columns = (
        Column("name", "部门", width=30),
        Column("line", "条线", width=10),
        Column("region", "地区", width=14),
        Column("aliases", "文中又称", width=30),
        Column("form", "性质", width=8),
        Column("count", "职责数", "number", 7),
        _URL,
        Column("id", "编号", width=20),
    )
    regions = library.vocabulary.regions
    rows = (
        {
            **d,
            "region": regions[d["region"]].name if d["region"] in regions else d["region"],
            "count": len(d["duties"]),
        }
        for d in departments
    )
    return table("departments", "部门", columns, rows)


def _indicators(library: Library, indicators: Iterable[Json]) -> Table:
    columns = (
        Column("name", "指标", width=24),
        Column("definition", "定义", width=44),
        Column("topic", "主题", width=12),
        Column("unit", "单位", width=6),
        Column("stated", "写明的文件", width=40),
        Column("unstated", "没有写的文件", width=40),
        _URL,
        Column("id", "编号", width=24),
    )
    titles = {d.id: d.short_title for d in library.documents.values()}
    topics = library.vocabulary.topics
    rows = (
        {
            **i,
            "topic": topics[i["topic"]].name if i["topic"] in topics else i["topic"],
            "stated": [titles[key.split("/")[0]] for key in i["facts"]],
            "unstated": [titles[name] for name in i["not_stated_in"]],
        }
        for i in indicators
    )
    return table("indicators", "指标", columns, rows)


def _relations(documents: Sequence[Json]) -> Table:
    columns = (
        Column("document", "文件", width=40),
        Column("type", "关系", width=8),
        Column("title", "所指文件", width=44),
        Column("doc_number", "文号", width=18),
        Column("held", "本站收录", width=8),
        Column("quote", "引文", width=44),
    )
    rows = (
        {**r, "document": d["title"], "held": "已收录" if r["document"] else "未收录"}
        for d in documents
        for r in d["relations"]
    )
    return table("references", "文件关系", columns, rows)
