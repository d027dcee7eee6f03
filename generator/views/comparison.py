"""Regional versions of one policy side by side: five cell states, and each difference in words (对比)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from generator import links
from generator.library import Library, PlacedFact
from generator.model.base import Absent
from generator.model.document import Document
from generator.model.vocabulary import Family, Indicator
from generator.views.facts import DRAFT, CellState, FactView, fact_view, is_draft, listed
from generator.views.places import clause_label

HIGHLIGHTS = 3
MANY = 12
"""From so many versions on a difference is put into numbers of documents, no longer into their names."""
_STATE_WORDS: Mapping[CellState, str] = {
    "value": "写明",
    "unstated": "没有写",
    "open": "金额未定",
    "parent": "沿用上级规定",
    "missing": "未录入",
}


@dataclass(frozen=True)
class Column:
    """A regional version; one that the library lacks is narrow and has no document."""

    document: str
    name: str
    level: str
    status: str
    url: str = ""
    title: str = ""

    @property
    def narrow(self) -> bool:
        """Whether the whole column is 未录入."""
        return not self.document

    @property
    def draft(self) -> bool:
        """Whether the column is a draft: it is looked at, never compared."""
        return self.status == DRAFT

    @property
    def label(self) -> str:
        """The name by which a single cell says whose it is."""
        return f"{self.name}（{self.status}）" if self.draft else self.name


@dataclass(frozen=True)
class Cell:
    """One of the five states; `text` says per whom, the printed words, or how far the text goes."""

    state: CellState
    facts: tuple[FactView, ...] = ()
    text: str = ""
    clause: str = ""
    url: str = ""


@dataclass(frozen=True)
class Row:
    """An indicator or a topic across the columns, with the difference in words."""

    id: str
    name: str
    note: str
    url: str
    cells: tuple[Cell, ...]
    verdict: str
    sentence: str
    same: bool
    topic: str


@dataclass(frozen=True)
class Comparison:
    """A table of regional versions; `missing` names the versions that the library lacks, `drafts` those left out.

    `with_drafts` says that drafts were asked for and have columns.
    """

    id: str
    title: str
    definition: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    missing: tuple[str, ...]
    drafts: tuple[str, ...]
    with_drafts: bool = False

    @property
    def regions(self) -> str:
        """The regions of the columns in one line, their number where they are many."""
        if len(self.columns) > MANY:
            return f"{len(self.columns)} 份文件"
        return "、".join(column.name for column in self.columns)

    @property
    def highlights(self) -> tuple[Row, ...]:
        """The sentences that open the page: the first of each topic, at most two differences, then one likeness."""
        by_topic = {row.topic: row for row in reversed(self.rows) if row.sentence and not row.same}
        differing = [row for row in self.rows if by_topic.get(row.topic) is row]
        chosen = differing[: HIGHLIGHTS - 1]
        topics = {row.topic for row in chosen}
        alike = [row for row in self.rows if row.same and row.sentence and row.topic not in topics]
        return (*chosen, *alike[:1])


def family_comparison(library: Library, family: Family, drafts: bool = False) -> Comparison:
    """Return one row per indicator and topic, one column per final document of *family*, plus those it lacks (地区对比表).

    Columns go from the highest level down. Drafts have no column unless asked for: they are points in time of a region,
    so their columns follow the final ones of the region and take no part in the differences.
    """
    members = library.documents_by_family.get(family.id, ())
    shown = _ordered(library, members, drafts)
    columns = _columns(library, shown, family)
    rows = family.rows or _shared_indicators(library, shown)
    indicators = [library.vocabulary.indicators[i] for i in rows if i in library.vocabulary.indicators]
    remarks = {remark.indicator: remark for remark in family.remarks}
    table: list[Row] = []
    for indicator in indicators:
        cells = tuple(_cell(library, indicator.id, column) for column in columns)
        remark = remarks.get(indicator.id)
        verdict, sentence, same = _difference(columns, cells)
        if remark is not None:
            verdict, sentence = remark.verdict, remark.sentence
        table.append(
            Row(
                indicator.id,
                indicator.name,
                indicator.row or "",
                links.indicator(indicator.id),
                cells,
                verdict,
                sentence,
                same,
                _topic_name(library, indicator.topic),
            )
        )
    table.extend(
        _topic_row(library, topic, columns) for topic in family.topics if topic in library.vocabulary.topics
    )
    return Comparison(
        family.id,
        family.name,
        family.definition,
        columns,
        tuple(table),
        tuple(_missing(family)),
        () if drafts else tuple(d.title for d in members if is_draft(d)),
        drafts,
    )


def indicator_comparison(library: Library, indicator: Indicator, drafts: bool = False) -> Comparison:
    """Return one row for *indicator*, one column per final document that states it or says that it does not.

    Drafts have no column unless asked for, as in `family_comparison`.
    """
    documents = tuple(_documents_on(library, indicator.id))
    columns = _columns(library, _ordered(library, documents, drafts), None)
    cells = tuple(_cell(library, indicator.id, column) for column in columns)
    verdict, sentence, same = _difference(columns, cells)
    remark = next(
        (r for f in library.vocabulary.families.values() for r in f.remarks if r.indicator == indicator.id),
        None,
    )
    if remark is not None:
        verdict, sentence = remark.verdict, remark.sentence
    row = Row(
        indicator.id,
        indicator.name,
        indicator.row or "",
        links.indicator(indicator.id),
        cells,
        verdict,
        sentence,
        same,
        _topic_name(library, indicator.topic),
    )
    left_out = () if drafts else tuple(d.title for d in documents if is_draft(d))
    return Comparison(
        indicator.id, indicator.name, indicator.definition, columns, (row,), (), left_out, drafts
    )


def compared_indicators(library: Library) -> tuple[Indicator, ...]:
    """Return the indicators that have a page: every one that a document states, in the order of the vocabulary."""
    return tuple(i for i in library.vocabulary.indicators.values() if i.id in library.facts_by_indicator)


def document_cells(library: Library, document: Document) -> Mapping[str, Cell]:
    """Return the cell of *document* in the row of each compared indicator (id) and each topic (topic-id).

    Indicators that it neither states nor was searched for have none: 未录入. Drafts have cells too: who chooses
    documents by hand may choose one, and its column says what it is.
    """
    column = Column(document.id, "", "", document.status.value)
    stated = {fact.indicator for p in document.provisions for fact in p.facts}
    looked_for = {n.indicator for n in document.not_stated}
    cells = {
        i.id: _cell(library, i.id, column)
        for i in compared_indicators(library)
        if i.id in stated or i.id in looked_for
    }
    topics = (_topic_row(library, topic, (column,)) for topic in library.vocabulary.topics)
    return {**cells, **{row.id: row.cells[0] for row in topics}}


def _ordered(library: Library, documents: Iterable[Document], drafts: bool) -> list[Document]:
    """The documents that have a column: the highest level first, in a region the final ones before drafts."""
    return sorted(
        (d for d in documents if drafts or not is_draft(d)),
        key=lambda d: (_depth(library, d.region), d.region, is_draft(d), d.id),
    )


def _documents_on(library: Library, indicator: str) -> Iterable[Document]:
    stating = {placed.document.id for placed in library.facts_by_indicator.get(indicator, ())}
    return (
        library.documents[name] for name in sorted(stating | library.looked_for.get(indicator, {}).keys())
    )


def _topic_name(library: Library, topic: str) -> str:
    return library.vocabulary.topics[topic].name if topic in library.vocabulary.topics else topic


def _depth(library: Library, region: str) -> int:
    return len(library.vocabulary.region_path(region))


def _shared_indicators(library: Library, documents: Sequence[Document]) -> tuple[str, ...]:
    """The indicators that these documents state, in the order of the vocabulary."""
    stated = {fact.indicator for d in documents for p in d.provisions for fact in p.facts}
    return tuple(i for i in library.vocabulary.indicators if i in stated)


def _columns(library: Library, documents: Sequence[Document], family: Family | None) -> tuple[Column, ...]:
    regions = library.vocabulary.regions
    several = Counter(d.region for d in documents)
    held = [
        (
            (_depth(library, d.region), d.region, 0),
            Column(
                d.id,
                regions[d.region].short if d.region in regions else d.region,
                d.level if several[d.region] == 1 else d.short_title,
                d.status.value,
                links.document(d.id),
                d.title,
            ),
        )
        for d in documents
    ]
    lacking = [
        (
            (_depth(library, m.region), m.region, 1),
            Column("", regions[m.region].short if m.region in regions else m.region, m.level, ""),
        )
        for m in (family.missing if family else ())
    ]
    return tuple(column for _, column in sorted([*held, *lacking], key=lambda pair: pair[0]))


def _missing(family: Family) -> Iterable[str]:
    for member in family.missing:
        number = "" if isinstance(member.doc_number, Absent) else f"（{member.doc_number.value}）"
        yield f"{member.title}{number}"


def _cell(library: Library, indicator: str, column: Column) -> Cell:
    if not column.document:
        return Cell("missing")
    placed = library.facts_on.get((indicator, column.document), ())
    document = library.documents[column.document]
    if placed:
        return _stated(library, placed)
    looked_for = library.looked_for.get(indicator, {}).get(document.id)
    if looked_for is None:
        return Cell("missing")
    section = looked_for.section
    return Cell(
        "unstated",
        (),
        looked_for.note or "",
        clause_label(document, section) if section else "",
        links.section(document.id, section) if section else "",
    )


def _stated(library: Library, placed: Sequence[PlacedFact]) -> Cell:
    views = tuple(fact_view(library, p) for p in placed)
    first = next((v for v in views if v.state == "value"), views[0])
    match first.state:
        case "value":
            shown = tuple(v for v in views if v.state == "value")
            several = (
                tuple(f"{v.figure.words}{v.basis}" for v in shown if v.basis)
                if len(shown) > 1
                else (first.basis,)
            )
            text = listed((first.per, *several, first.condition))
            return Cell("value", shown, text, first.clause, first.url)
        case "open":
            return Cell("open", (first,), f"“{placed[0].fact.value}”", first.clause, first.url)
        case "parent":
            title = f"《{first.parent}》" if first.parent else placed[0].fact.value
            return Cell("parent", (first,), title, first.clause, first.url)
        case "unstated" | "missing":
            raise ValueError(f"a fact can't be {first.state}")
        case _:
            assert_never(first.state)


def _topic_row(library: Library, topic_id: str, columns: tuple[Column, ...]) -> Row:
    """A row of words: which clauses each version has on a topic; every clause is recorded, so none means 文中未规定."""
    topic = library.vocabulary.topics[topic_id]
    cells: list[Cell] = []
    for column in columns:
        clauses = library.clauses_on.get((topic_id, column.document), ())
        if not column.document:
            cells.append(Cell("missing"))
        elif not clauses:
            cells.append(Cell("unstated"))
        else:
            first = clauses[0]
            cells.append(
                Cell(
                    "value",
                    (),
                    "；".join(p.provision.title for p in clauses),
                    clause_label(first.document, first.provision.section),
                    links.provision(first.document.id, first.provision.id),
                )
            )
    finals = [(c.name, cell.state) for c, cell in zip(columns, cells, strict=True) if not c.draft]
    having = [name for name, state in finals if state == "value"]
    lacking = [name for name, state in finals if state == "unstated"]
    both = "都有规定" if len(having) > 1 else ""
    verdict = f"{'、'.join(having)}有，{'、'.join(lacking)}没写" if having and lacking else both
    return Row(
        f"topic-{topic_id}",
        topic.name,
        "条款",
        links.topic(topic_id),
        tuple(cells),
        verdict,
        "",
        False,
        topic.name,
    )


def _difference(columns: Sequence[Column], cells: Sequence[Cell]) -> tuple[str, str, bool]:
    """Put the difference of a row into words: a verdict, a sentence, and whether the stated values are equal.

    Only columns that the library holds are compared; a version that is 未录入 is neither equal nor different, and a draft
    is no version of today.
    """
    known = [(c, cell) for c, cell in zip(columns, cells, strict=True) if cell.state != "missing"]
    held = [(c.name, cell) for c, cell in known if not c.draft]
    if not held and any(cell.state != "unstated" for _, cell in known):
        return "只见于征求意见稿", "", False
    if len(held) < 2:
        return ("只有一地录入", "", False) if held else ("尚未录入", "", False)
    by_state: dict[CellState, list[str]] = {}
    for name, cell in held:
        by_state.setdefault(cell.state, []).append(name)
    values = [(name, cell) for name, cell in held if cell.state == "value"]
    if len(held) > MANY:
        return _counted(by_state, [cell for _, cell in values])
    said = "；".join(f"{name}{_words(cell)}" for name, cell in held)
    if set(by_state) == {"value"}:
        if _equal([cell for _, cell in values]):
            return "相同", f"都是{values[0][1].facts[0].figure.words}。", True
        return "写法不同" if _unlike([cell for _, cell in values]) else "数额不同", f"{said}。", False
    if set(by_state) == {"unstated"}:
        return "都没写", "", True
    if "value" in by_state and "unstated" in by_state and len(by_state) == 2:
        return f"{'、'.join(by_state['value'])}有，{'、'.join(by_state['unstated'])}没写", f"{said}。", False
    if set(by_state) == {"open", "unstated"}:
        return f"{'、'.join(by_state['open'])}有，未定数", f"{said}。", False
    return "写法不同", f"{said}。", False


def _counted(by_state: Mapping[CellState, Sequence[str]], values: Sequence[Cell]) -> tuple[str, str, bool]:
    """The difference between so many versions that only their numbers say anything."""
    parts = [f"{_STATE_WORDS[state]}的 {len(names)} 份" for state, names in by_state.items()]
    same = len(values) == sum(map(len, by_state.values())) and _equal(values)
    return "相同" if same else "写法不同", f"{'，'.join(parts)}。", same


def _words(cell: Cell) -> str:
    match cell.state:
        case "value":
            return "写明" + "、".join(f.figure.words for f in cell.facts)
        case "unstated":
            return cell.text or "没有写"
        case "open":
            return f"只写{cell.text}，没有写多少"
        case "parent":
            return f"按{cell.text}执行"
        case "missing":
            return "未录入"
        case _:
            assert_never(cell.state)


def _equal(cells: Sequence[Cell]) -> bool:
    values = [tuple((f.kind, f.figure.words, f.per) for f in cell.facts) for cell in cells]
    return all(v == values[0] for v in values)


def _unlike(cells: Sequence[Cell]) -> bool:
    return len({tuple(f.kind for f in cell.facts) for cell in cells}) > 1
