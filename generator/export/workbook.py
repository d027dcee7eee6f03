"""Tables as a workbook: typed cells, widths for Chinese, heads that stay and filter (Excel)."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from tempfile import TemporaryFile
from typing import IO

from xlsxwriter import Workbook

from generator.export.pieces import pieces_of
from generator.export.sheets import Looks, OwnTexts, SharedTexts, TableSheet, cell_text, utf16_cut
from generator.export.tables import Table

_WRAPPED = {"valign": "top", "text_wrap": True}
_HEAD = {**_WRAPPED, "bold": True, "bg_color": "#E3EFEE"}
_DAY = {"num_format": "yyyy-mm-dd"}
_SHEET_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31
IN_MEMORY = 10_000
"""Sheets of more rows than these in all are put together in files, every text in its cell: a shared one takes twice its size in memory."""
_CHINESE_WIDTH = 2.1
"""Excel counts widths in Latin digits; a Chinese character is about two of them."""


def workbook_pieces(tables: Sequence[Table], today: str, title: str) -> Iterator[bytes]:
    """Yield a workbook of one sheet per table; the first is open. *today* (ISO) is the date in the properties.

    Numbers are numbers, whole dates are dates, everything else is text, also where it begins like a formula.
    """
    few = sum(len(table.rows) for table in tables) <= IN_MEMORY
    with io.BytesIO() if few else TemporaryFile() as out:
        _write(out, tables, today, title, few)
        yield from pieces_of(out)


def _write(out: IO[bytes], tables: Sequence[Table], today: str, title: str, in_memory: bool) -> None:
    with Workbook(out, {"in_memory": in_memory}) as book:
        created = datetime.fromisoformat(today)
        book.set_properties({"author": "政策手册", "title": cell_text(title), "created": created})
        looks = Looks(*(book.add_format(one)._get_xf_index() for one in (_HEAD, _DAY, _WRAPPED)))  # noqa: SLF001 - as in sheets
        texts = SharedTexts(book.str_table) if in_memory else OwnTexts()
        for name, table in zip(_sheet_names(tables), tables, strict=True):
            sheet = book.add_worksheet(name, TableSheet)
            for place, column in enumerate(table.columns):
                sheet.set_column(place, place, column.width * _CHINESE_WIDTH)
            sheet.freeze_panes(1, 1)
            sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
            sheet.take(table, texts, looks)
    book.worksheets_objs.clear()  # the sheets hold their book: without this its texts would wait for the garbage collector
    book.sheetnames.clear()


def _sheet_names(tables: Sequence[Table]) -> Iterator[str]:
    """Names that Excel takes, in the order of *tables*: nothing forbidden, none too long, no two alike."""
    used: set[str] = set()
    for table in tables:
        plain = utf16_cut(_SHEET_FORBIDDEN.sub(" ", cell_text(table.title)), _LONGEST_NAME).strip("'") or "表"
        name, number = plain, 1
        while name.lower() in used:
            number += 1
            name = f"{utf16_cut(plain, _LONGEST_NAME - len(str(number)))}{number}"
        used.add(name.lower())
        yield name
