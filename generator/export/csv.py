"""A table as CSV that Excel opens in Chinese, and that can't run a formula (CSV)."""

from __future__ import annotations

import csv
import io

from generator.export.tables import Cell, Table

BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def csv_bytes(table: Table) -> bytes:
    """Return *table* as UTF-8 with a byte order mark and lines ended as RFC 4180 says.

    A text that a spreadsheet would take for a formula gets an apostrophe in front; numbers are left as they are.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.title for column in table.columns])
    writer.writerows([inert(cell) for cell in row] for row in table.rows)
    return (BOM + out.getvalue()).encode()


def inert(cell: Cell) -> str | int | float:
    """Return *cell* so that a spreadsheet shows it and does nothing else; an empty cell is empty text."""
    if cell is None:
        return ""
    if isinstance(cell, str) and cell.lstrip(" \u3000").startswith(_FORMULA):
        return f"'{cell}"
    return cell
