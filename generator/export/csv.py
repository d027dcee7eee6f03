"""A table as CSV that Excel opens in Chinese, and that can't run a formula (CSV)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from generator.export.pieces import batches
from generator.export.tables import Cell, Table

BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def csv_pieces(table: Table) -> Iterator[bytes]:
    """Yield *table* as UTF-8 with a byte order mark and lines ended as RFC 4180 says.

    A text that a spreadsheet would take for a formula gets an apostrophe in front; numbers are left as they are.
    """
    yield BOM.encode()
    yield _lines([[column.title for column in table.columns]])
    for rows in batches(table.rows):
        yield _lines([[inert(cell) for cell in row] for row in rows])


def _lines(rows: Iterable[Sequence[Cell]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode()


def inert(cell: Cell) -> str | int | float:
    """Return *cell* so that a spreadsheet shows it and does nothing else; an empty cell is empty text."""
    if cell is None:
        return ""
    if isinstance(cell, str) and cell.lstrip(" \u3000").startswith(_FORMULA):
        return f"'{cell}"
    return cell
