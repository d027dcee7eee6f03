"""Every file under downloads/: the whole library, each table, each comparison (下载)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain

from generator import links
from generator.export.csv import csv_bytes
from generator.export.exports import Exports
from generator.export.json_rows import list_json
from generator.export.library import comparison_table, library_tables
from generator.export.lists import (
    Cut,
    Whole,
    department_cuts,
    document_cuts,
    kind_table,
    parts,
    tables,
    term_cuts,
)
from generator.export.tables import Table
from generator.export.word import comparison_document, source_lines
from generator.export.workbook import workbook_bytes
from generator.library import Library
from generator.views.comparison import (
    Comparison,
    compared_indicators,
    family_comparison,
    indicator_comparison,
)
from generator.views.departments import view_department
from generator.views.kinds import view_kinds
from generator.views.terms import view_audiences, view_regions, view_topics

TITLE = "政策手册"
FEWEST, MOST = 2, 30


def export_files(library: Library, today: str) -> Exports:
    """Return the files by path, each made when it is asked for; *today* is the ISO date that they carry."""
    whole = Whole(library_tables(library))
    made = Exports()
    made.add(links.download(links.WHOLE, "xlsx"), workbook_bytes, tuple(whole.tables.values()), today, TITLE)
    for one in whole.tables.values():
        _texts(made, one)
    for kind in view_kinds(library):
        table = kind_table(kind, whole)
        _book(made, table.id, table.title, (table, whole.tables["sources"]), today)
        _texts(made, table)
    for url, title, cuts in _pages(library):
        add_page(made, whole, url, title, cuts, today)
    for id_, comparison in _comparisons(library):
        table = comparison_table(id_, comparison)
        own = whole.sources(column.document for column in comparison.columns)
        _book(made, id_, table.title, (table, own), today)
        _texts(made, table)
        if word_offered(comparison):
            lines = source_lines(library, comparison)
            made.add(links.download(id_, "docx"), comparison_document, comparison, lines, today)
    return made


def library_names(library: Library) -> tuple[str, ...]:
    """Return the names of the files that hold the whole library: the workbook, and each of its tables."""
    return (links.WHOLE, *(one.id for one in library_tables(library)))


def document_files(library: Library, id_: str, today: str) -> Exports:
    """Return the files of one document (id), which no page offers: a workbook, and each table as CSV and JSON."""
    document = library.documents[id_]
    made = Exports()
    url = links.document(id_)
    add_page(made, Whole(library_tables(library)), url, document.title, document_cuts(document), today)
    return made


def add_page(made: Exports, whole: Whole, url: str, title: str, cuts: Sequence[Cut], today: str) -> None:
    """Add to *made* a workbook with every table of the page at *url*, and each table as CSV and JSON."""
    own = tables(url, cuts, whole)
    if own:
        _book(made, links.page_download(url), title, (*own, whole.sources_of(own)), today)
        short = {part.id for part in parts(url, cuts) if part.texts}
        for table in own:
            if table.id in short:
                _texts(made, table)


def _pages(library: Library) -> Iterator[tuple[str, str, Sequence[Cut]]]:
    """The pages whose tables can be taken along: address, title, what they list."""
    for term in chain(view_topics(library), view_audiences(library), view_regions(library)):
        yield term.url, term.name, term_cuts(term)
    for department in library.vocabulary.departments.values():
        view = view_department(library, department)
        yield links.department(department.id), view.name, department_cuts(view)


def word_offered(comparison: Comparison) -> bool:
    """Whether a comparison goes into a Word document: of two versions at least, and no more than a report can hold."""
    return FEWEST <= sum(not column.narrow for column in comparison.columns) <= MOST


def _comparisons(library: Library) -> Iterator[tuple[str, Comparison]]:
    """The comparisons that have something to show, and those with drafts where there are any."""
    makers: list[tuple[str, Callable[[bool], Comparison]]] = [
        *(
            (links.family_download(f.id), partial(family_comparison, library, f))
            for f in library.vocabulary.families.values()
        ),
        *(
            (links.indicator_download(i.id), partial(indicator_comparison, library, i))
            for i in compared_indicators(library)
        ),
    ]
    for name, make in makers:
        plain = make(False)
        drafts = [(links.with_drafts_download(name), make(True))] if plain.drafts else []
        for id_, comparison in ((name, plain), *drafts):
            if comparison.rows and comparison.columns:
                yield id_, comparison


def _book(made: Exports, id_: str, title: str, sheets: Sequence[Table], today: str) -> None:
    made.add(links.download(id_, "xlsx"), workbook_bytes, tuple(sheets), today, f"{TITLE}：{title}")


def _texts(made: Exports, table: Table) -> None:
    """A table of the whole library has its sheet in the one workbook, so that the same rows are not packed twice."""
    made.add(links.download(table.id, "csv"), csv_bytes, table)
    made.add(links.download(table.id, "json"), json_bytes, table)


def json_bytes(table: Table) -> bytes:
    """Return the rows of *table* as a JSON list of objects, Chinese as it is."""
    return list_json(table.records())
