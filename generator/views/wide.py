"""Comparisons of more versions than a table can hold: which columns are shown, and the list of the others (宽表)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.views.comparison import Comparison
from generator.views.comparison_cells import Cell

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


def other_versions(comparison: Comparison) -> tuple[Version, ...]:
    """Return the versions without a column, for a comparison of one row."""
    pairs = zip(comparison.columns, comparison.rows[0].cells, strict=True)
    return tuple(Version(c.name, c.title, c.url, c.status, cell) for c, cell in pairs if not c.narrow)[
        MOST_COLUMNS:
    ]
