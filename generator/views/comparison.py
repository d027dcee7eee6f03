"""Regional versions of one policy side by side: five cell states, and each difference in words (对比)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator import links
from generator.library import Library
from generator.model.base import Absent
from generator.model.document import Document
from generator.model.vocabulary import Family, Indicator
from generator.views.comparison_cells import Cell, Column, clause_list, find_cell, find_columns, in_order
from generator.views.differences import MANY, find_difference
from generator.views.facts import is_draft
from generator.views.places import clause_label

HIGHLIGHTS = 3


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
        return "、".join(dict.fromkeys(column.name for column in self.columns))

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
    shown = in_order(library, members, drafts)
    columns = find_columns(library, shown, family)
    rows = family.rows or _shared_indicators(library, shown)
    indicators = [library.vocabulary.indicators[i] for i in rows if i in library.vocabulary.indicators]
    table: list[Row] = []
    for indicator in indicators:
        cells = tuple(find_cell(library, indicator.id, column) for column in columns)
        verdict, sentence, same = _difference(library, indicator, columns, cells)
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
    documents = tuple(documents_on(library, indicator.id))
    columns = find_columns(library, in_order(library, documents, drafts), None)
    cells = tuple(find_cell(library, indicator.id, column) for column in columns)
    verdict, sentence, same = _difference(library, indicator, columns, cells)
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


def _difference(
    library: Library, indicator: Indicator, columns: Sequence[Column], cells: Sequence[Cell]
) -> tuple[str, str, bool]:
    """The verdict, the sentence and the likeness of a row; in an editor's words where they speak of just these versions."""
    verdict, sentence, same = find_difference(columns, cells)
    compared = {column.document for column in columns if column.document and not column.draft}
    for family, remark in library.remarks_on.get(indicator.id, ()):
        members = library.documents_by_family.get(family, ())
        if compared == {document.id for document in members if not is_draft(document)}:
            return remark.verdict, remark.sentence, same
    return verdict, sentence, same


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
        i.id: find_cell(library, i.id, column)
        for i in compared_indicators(library)
        if i.id in stated or i.id in looked_for
    }
    topics = (_topic_row(library, topic, (column,)) for topic in library.vocabulary.topics)
    return {**cells, **{row.id: row.cells[0] for row in topics}}


def documents_on(library: Library, indicator: str) -> Iterable[Document]:
    """Return the documents that state *indicator* or say that they do not, by id."""
    stating = {placed.document.id for placed in library.facts_by_indicator.get(indicator, ())}
    return (
        library.documents[name] for name in sorted(stating | library.looked_for.get(indicator, {}).keys())
    )


def _topic_name(library: Library, topic: str) -> str:
    return library.vocabulary.topics[topic].name if topic in library.vocabulary.topics else topic


def _shared_indicators(library: Library, documents: Sequence[Document]) -> tuple[str, ...]:
    """The indicators that these documents state, in the order of the vocabulary."""
    stated = {fact.indicator for d in documents for p in d.provisions for fact in p.facts}
    return tuple(i for i in library.vocabulary.indicators if i in stated)


def _missing(family: Family) -> Iterable[str]:
    for member in family.missing:
        number = "" if isinstance(member.doc_number, Absent) else f"（{member.doc_number.value}）"
        yield f"{member.title}{number}"


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
                    clause_list(clause_label(p.document, p.provision.section) for p in clauses),
                    links.provision(first.document.id, first.provision.id),
                )
            )
    finals = [(c.spoken, cell.state) for c, cell in zip(columns, cells, strict=True) if not c.draft]
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
