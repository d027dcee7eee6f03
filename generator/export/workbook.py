"""Tables as a workbook: typed cells, widths for Chinese, heads that stay and filter (Excel)."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from generator.export.packing import packed
from generator.export.tables import Cell, Column, Table

_HEAD = Font(bold=True)
_FILL = PatternFill("solid", fgColor="E3EFEE")
_WRAP = Alignment(vertical="top", wrap_text=True)
_DAY = "yyyy-mm-dd"
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_SHEET_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_CHINESE_WIDTH = 2.1
"""Excel counts widths in Latin digits; a Chinese character is about two of them."""


def workbook_bytes(tables: Sequence[Table], today: str, title: str) -> bytes:
    """Return one sheet per table; the first is open. *today* (ISO) is the date in the properties.

    Numbers are numbers, whole dates are dates, everything else is text, also where it begins like a formula.
    """
    book = Workbook(write_only=True)
    book.properties.creator = "政策手册"
    book.properties.title = title
    for table in tables:
        _sheet(book, table)
    out = io.BytesIO()
    book.save(out)
    return packed(out.getvalue(), today)


def _sheet(book: Workbook, table: Table) -> None:
    sheet: Any = book.create_sheet(_SHEET_FORBIDDEN.sub(" ", table.title)[:31])
    for number, column in enumerate(table.columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width * _CHINESE_WIDTH
    sheet.freeze_panes = "B2"
    sheet.append(_heads(sheet, table))
    for row in table.rows:
        sheet.append(
            [
                _cell(sheet, column, value, table.wrap)
                for column, value in zip(table.columns, row, strict=True)
            ]
        )
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{len(table.rows) + 1}"


def _heads(sheet: Any, table: Table) -> Iterator[Any]:
    for column in table.columns:
        head = WriteOnlyCell(sheet, value=column.title)
        head.font, head.fill, head.alignment = _HEAD, _FILL, _WRAP
        yield head


def _cell(sheet: Any, column: Column, value: Cell, wrap: bool) -> Any:
    """A bare value wherever the defaults will do: a style for every cell would take most of the time."""
    if isinstance(value, str):
        text = ILLEGAL_CHARACTERS_RE.sub("", value)
        if column.kind == "date" and _DATE.fullmatch(text):
            cell = WriteOnlyCell(sheet, value=datetime.fromisoformat(text))
            cell.number_format = _DAY
        elif wrap or text.startswith("="):
            cell = WriteOnlyCell(sheet, value=text)
            cell.data_type = "s"
        else:
            return text
        if wrap:
            cell.alignment = _WRAP
        return cell
    return value
