"""Every file under downloads/: the whole library, each table, each comparison (下载)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain

from generator import links
from generator.export.csv import csv_pieces
from generator.export.exports import Exports
from generator.export.json_rows import list_pieces
from generator.export.library import comparison_table, library_tables
from generator.export.lists import (
    Cut,
    Whole,
    department_cuts,
    document_cuts,
    kind_table,
    parts,
    region_cuts,
    tables,
    term_cuts,
)
from generator.export.tables import Table
from generator.export.word import comparison_document, source_lines
from generator.export.workbook import workbook_pieces
from generator.library import Library
from generator.model.document import Document
from generator.model.vocabulary import Department, Region
from generator.views.comparison import (
    Comparison,
    compared_indicators,
    family_comparison,
    indicator_comparison,
)
from generator.views.departments import view_department
from generator.views.kinds import Kind, find_kinds
from generator.views.terms import Term, find_audiences, find_topics, view_region

TITLE = "政策手册"
FEWEST, MOST = 2, 30


def export_files(library: Library, today: str) -> Exports:
    """Return the files by path, each made when it is asked for; *today* is the ISO date that they carry."""
    whole = Whole(library_tables(library))
    made = Exports()
    made.add(links.download(links.WHOLE, "xlsx"), workbook_pieces, tuple(whole.tables.values()), today, TITLE)
    for one in whole.tables.values():
        _texts(made, one)
    for kind in find_kinds(library):
        made.later(_kind_files, whole, kind, today)
    for document in library.documents.values():
        made.later(_document_files, whole, document, today)
    for term in chain(find_topics(library), find_audiences(library)):
        made.later(_term_files, whole, term, today)
    for region in library.vocabulary.regions.values():
        made.later(_region_files, library, whole, region, today)
    for department in library.vocabulary.departments.values():
        made.later(_department_files, library, whole, department, today)
    for id_, compare in _comparisons(library):
        made.later(_comparison_files, library, whole, id_, compare, today)
    return made


def _kind_files(whole: Whole, kind: Kind, today: str) -> Exports:
    made = Exports()
    table = kind_table(kind, whole)
    _book(made, table.id, table.title, (table, whole.tables["sources"]), today)
    _texts(made, table)
    return made


def _document_files(whole: Whole, document: Document, today: str) -> Exports:
    return _page_files(whole, links.document(document.id), document.title, document_cuts(document), today)


def _term_files(whole: Whole, term: Term, today: str) -> Exports:
    return _page_files(whole, term.url, term.name, term_cuts(term), today)


def _region_files(library: Library, whole: Whole, region: Region, today: str) -> Exports:
    view = view_region(library, region)
    return _page_files(whole, view.url, view.name, region_cuts(view), today)


def _department_files(library: Library, whole: Whole, department: Department, today: str) -> Exports:
    view = view_department(library, department)
    return _page_files(whole, links.department(department.id), view.name, department_cuts(view), today)


def _comparison_files(
    library: Library, whole: Whole, id_: str, compare: Callable[[bool], Comparison], today: str
) -> Exports:
    """The files of a comparison that has something to show, and those with drafts where there are any."""
    made = Exports()
    plain = compare(False)
    drafts = [(links.with_drafts_download(id_), compare(True))] if plain.drafts else []
    for name, comparison in ((id_, plain), *drafts):
        if not (comparison.rows and comparison.columns):
            continue
        table = comparison_table(name, comparison)
        own = whole.sources(column.document for column in comparison.columns)
        _book(made, name, table.title, (table, own), today)
        _texts(made, table)
        if word_offered(comparison):
            lines = source_lines(library, comparison)
            made.add(links.download(name, "docx"), comparison_document, comparison, lines, today)
    return made


def library_names(library: Library) -> tuple[str, ...]:
    """Return the names of the files that hold the whole library: the workbook, and each of its tables."""
    return (links.WHOLE, *(one.id for one in library_tables(library)))


def _page_files(whole: Whole, url: str, title: str, cuts: Sequence[Cut], today: str) -> Exports:
    """A workbook with every table of the page at *url*, and each table as CSV and JSON."""
    made = Exports()
    own = tables(url, cuts, whole)
    if own:
        _book(made, links.page_download(url), title, (*own, whole.sources_of(own)), today)
        short = {part.id for part in parts(url, cuts) if part.texts}
        for table in own:
            if table.id in short:
                _texts(made, table)
    return made


def word_offered(comparison: Comparison) -> bool:
    """Whether a comparison goes into a Word document: of two versions at least, and no more than a report can hold."""
    return FEWEST <= sum(not column.narrow for column in comparison.columns) <= MOST


def _comparisons(library: Library) -> Iterator[tuple[str, Callable[[bool], Comparison]]]:
    """The name of each comparison, and what makes it, with drafts or without."""
    for family in library.vocabulary.families.values():
        yield links.family_download(family.id), partial(family_comparison, library, family)
    for indicator in compared_indicators(library):
        yield links.indicator_download(indicator.id), partial(indicator_comparison, library, indicator)


def _book(made: Exports, id_: str, title: str, sheets: Sequence[Table], today: str) -> None:
    made.add(links.download(id_, "xlsx"), workbook_pieces, tuple(sheets), today, f"{TITLE}：{title}")


def _texts(made: Exports, table: Table) -> None:
    """A table of the whole library has its sheet in the one workbook, so that the same rows are not packed twice."""
    made.add(links.download(table.id, "csv"), csv_pieces, table)
    made.add(links.download(table.id, "json"), json_pieces, table)


def json_pieces(table: Table) -> Iterator[bytes]:
    """Yield the rows of *table* as a JSON list of objects, Chinese as it is."""
    return list_pieces(table.records())
