"""Comparisons of more versions than a table can hold: which columns are shown, and the list of the others (宽表)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.library import Library
from generator.model.document import Document
from generator.model.vocabulary import Indicator
from generator.views.comparison import Comparison, documents_on
from generator.views.comparison_cells import Cell, find_cell, find_columns, in_order

MOST_COLUMNS = 30
"""So many versions stand side by side, those of the highest levels; readers choose others by themselves."""


@dataclass(frozen=True)
class Version:
    """What a document that has no column says in the one row of a comparison."""

    region: str
    title: str
    url: str
    status: str
    cell: Cell


def narrowed(comparison: Comparison) -> Comparison:
    """Return *comparison* with its first columns only; they are in order, the highest levels in front."""
    if len(comparison.columns) <= MOST_COLUMNS:
        return comparison
    rows = tuple(replace(row, cells=row.cells[:MOST_COLUMNS]) for row in comparison.rows)
    return replace(comparison, columns=comparison.columns[:MOST_COLUMNS], rows=rows)


def without_column(library: Library, indicator: Indicator) -> tuple[Document, ...]:
    """Return the final documents on *indicator* that are too many to have a column, in the order of the columns."""
    return tuple(in_order(library, documents_on(library, indicator.id), drafts=False)[MOST_COLUMNS:])


def view_versions(
    library: Library, indicator: Indicator, documents: Sequence[Document]
) -> tuple[Version, ...]:
    """Return what *documents* say on *indicator*, in their order."""
    return tuple(
        Version(c.name, c.title, c.url, c.status, find_cell(library, indicator.id, c))
        for c in find_columns(library, documents, None)
    )
