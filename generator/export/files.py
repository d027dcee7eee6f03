"""Every file under downloads/: the whole library, each table, each comparison (下载)."""

from __future__ import annotations

import json
from dataclasses import replace

from generator import links
from generator.export.csv import csv_bytes
from generator.export.library import comparison_table, kind_table, library_tables
from generator.export.tables import Table
from generator.export.word import comparison_document
from generator.export.workbook import workbook_bytes
from generator.library import Library
from generator.views.comparison import (
    Comparison,
    compared_indicators,
    family_comparison,
    indicator_comparison,
)
from generator.views.kinds import view_kinds

TITLE = "政策手册"
FEWEST, MOST = 2, 30


def export_files(library: Library, today: str) -> dict[str, bytes]:
    """Return the files by path; *today* is the ISO date that they carry."""
    tables = library_tables(library)
    sources, facts = tables[0], next(t for t in tables if t.id == "facts")
    made = {links.download(links.WHOLE, "xlsx"): workbook_bytes(tables, today, TITLE)}
    for one in tables:
        made |= _texts(one)
    for view in view_kinds(library):
        made |= _formats(kind_table(library, view, facts), sources, today)
    for id_, comparison in _comparisons(library):
        compared = {f"{links.document(column.document)}" for column in comparison.columns}
        own = replace(
            sources, rows=tuple(row for row in sources.rows if compared & {str(cell) for cell in row})
        )
        made |= _formats(comparison_table(id_, comparison), own, today)
        if word_offered(comparison):
            made[links.download(id_, "docx")] = comparison_document(library, comparison, today)
    return made


def word_offered(comparison: Comparison) -> bool:
    """Whether a comparison goes into a Word document: of two versions at least, and no more than a report can hold."""
    return FEWEST <= sum(not column.narrow for column in comparison.columns) <= MOST


def _comparisons(library: Library) -> list[tuple[str, Comparison]]:
    families = [
        (links.family_download(f.id), family_comparison(library, f))
        for f in library.vocabulary.families.values()
    ]
    indicators = [
        (links.indicator_download(i.id), indicator_comparison(library, i))
        for i in compared_indicators(library)
    ]
    return [
        (id_, comparison)
        for id_, comparison in (*families, *indicators)
        if comparison.rows and comparison.columns
    ]


def _formats(table: Table, sources: Table, today: str) -> dict[str, bytes]:
    workbook = workbook_bytes((table, sources), today, f"{TITLE}：{table.title}")
    return {links.download(table.id, "xlsx"): workbook, **_texts(table)}


def _texts(table: Table) -> dict[str, bytes]:
    """A table of the whole library has its sheet in the one workbook, so that the same rows are not packed twice."""
    records = json.dumps(table.records(), ensure_ascii=False, indent=1)
    return {
        links.download(table.id, "csv"): csv_bytes(table),
        links.download(table.id, "json"): f"{records}\n".encode(),
    }
