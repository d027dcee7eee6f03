"""The tables of one page, cut out of those of the whole library (分表)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator import links
from generator.export.spool import RowIndex
from generator.export.tables import Cell, Row, Table
from generator.model.document import Document
from generator.views.departments import DepartmentView
from generator.views.documents import DocumentRow
from generator.views.facts import FactView
from generator.views.kinds import Kind
from generator.views.shelves import MOST, document_of
from generator.views.terms import Term, TermView

_TITLES = {"facts": "数字", "clauses": "条款", "documents": "文件", "duties": "职责", "dates": "要按时办的"}
PART_NAMES = tuple(_TITLES)
"""The ends of the names of tables that belong to a page."""


@dataclass(frozen=True)
class Cut:
    """The rows of *table* whose cell under *column* is *wanted*, as one table of a page."""

    name: str
    table: str
    column: str
    wanted: tuple[Cell, ...]


@dataclass(frozen=True)
class Part:
    """A table of a page as its downloads name it: the name of its files, what a reader calls it.

    A table too long for one page is in the workbook of its page only (`texts` is False): as CSV and JSON it would stand
    once more in every topic and every audience, and the library has them whole.
    """

    id: str
    title: str
    texts: bool = True


_LOOKED_UP = (
    ("facts", "id"),
    ("provisions", "url"),
    ("documents", "url"),
    ("duties", "department"),
    ("duties", "url"),
)
"""The tables that pages cut rows out of, and the column by which they do: found once, for all processes."""


class Whole:
    """The tables of the whole library by id, and where each row of them is."""

    def __init__(self, tables: Sequence[Table]) -> None:
        self.tables: Mapping[str, Table] = {one.id: one for one in tables}
        self._by = {
            (table, column): RowIndex(self.tables[table].rows, self._place(table, column))
            for table, column in _LOOKED_UP
        }

    def rows(self, table: str, column: str, wanted: Iterable[Cell]) -> tuple[Row, ...]:
        """Return the rows of *table* whose cell under *column* is wanted, in the order of *wanted*."""
        by = self._by[table, column]
        return tuple(row for value in wanted for row in by[value])

    def cut(self, cut: Cut, part: Part) -> Table:
        """Return the table of *cut*, each row once, under the name of *part*."""
        rows = self.rows(cut.table, cut.column, dict.fromkeys(cut.wanted))
        return Table(part.id, part.title, self.tables[cut.table].columns, rows)

    def sources_of(self, tables: Iterable[Table]) -> Table:
        """Return the sources and their status of the documents that the rows of *tables* come from."""
        documents = {
            document_of(str(row[place]))
            for one in tables
            for place in [next(n for n, column in enumerate(one.columns) if column.key == "url")]
            for row in one.rows
        }
        return self.sources(documents)

    def sources(self, documents: Iterable[str]) -> Table:
        """Return the sources and their status of *documents* (ids), in the order of the library."""
        whole = self.tables["sources"]
        urls = {links.document(name) for name in documents}
        place = self._place("sources", "url")
        return Table(whole.id, whole.title, whole.columns, tuple(r for r in whole.rows if r[place] in urls))

    def _place(self, table: str, column: str) -> int:
        return [one.key for one in self.tables[table].columns].index(column)


def kind_table(kind: Kind, whole: Whole) -> Table:
    """Return the facts of one page (奖励, 补贴与资金 …), in its order."""
    placed = (*(fact for _, _, own in kind.groups for fact in own), *kind.drafts)
    cut = Cut("facts", "facts", "id", tuple(fact.key for fact in placed))
    return whole.cut(cut, Part(links.page_download(kind.url), kind.title))


def term_cuts(term: Term) -> tuple[Cut, ...]:
    """Return what the page of a topic or an audience lists."""
    clauses = tuple(links.provision(p.document.id, p.provision.id) for p in term.clauses)
    return (
        Cut("facts", "facts", "id", tuple(fact.key for fact in term.facts)),
        Cut("clauses", "provisions", "url", clauses),
    )


def region_cuts(view: TermView) -> tuple[Cut, ...]:
    """Return what the page of a region lists."""
    return (_facts("facts", view.figures), _listed(view.documents))


def department_cuts(view: DepartmentView) -> tuple[Cut, ...]:
    """Return what the page of a body lists."""
    own = (view.row.id,) if view.duties else ()
    return (Cut("duties", "duties", "department", own), _facts("dates", view.dates), _listed(view.issued))


def document_cuts(document: Document) -> tuple[Cut, ...]:
    """Return the facts, clauses and duties of one document."""
    clauses = tuple(links.provision(document.id, p.id) for p in document.provisions)
    facts = tuple(f"{document.id}/{fact.id}" for p in document.provisions for fact in p.facts)
    return (
        Cut("facts", "facts", "id", facts),
        Cut("clauses", "provisions", "url", clauses),
        Cut("duties", "duties", "url", clauses),
    )


def parts(url: str, cuts: Iterable[Cut]) -> tuple[Part, ...]:
    """Return the names of the tables of the page at *url*; a table without a row is left out."""
    return tuple(
        Part(f"{links.page_download(url)}-{cut.name}", _TITLES[cut.name], len(cut.wanted) <= MOST)
        for cut in cuts
        if cut.wanted
    )


def tables(url: str, cuts: Sequence[Cut], whole: Whole) -> tuple[Table, ...]:
    """Return the tables that `parts` names."""
    named = parts(url, cuts)
    return tuple(whole.cut(*pair) for pair in zip((cut for cut in cuts if cut.wanted), named, strict=True))


def _facts(name: str, views: Iterable[FactView]) -> Cut:
    return Cut(name, "facts", "id", tuple(f"{document_of(view.url)}/{view.id}" for view in views))


def _listed(rows: Iterable[DocumentRow]) -> Cut:
    return Cut("documents", "documents", "url", tuple(row.url for row in rows))
