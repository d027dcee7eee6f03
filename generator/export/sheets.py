"""The rows of a sheet, written straight down from a table (工作表).

XlsxWriter knows everything else about a workbook; for each cell it makes a value, keeps it and looks at it again, which
is half of its time (docs/decisions/office-files.md).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol
from xml.sax.saxutils import escape

from xlsxwriter.sharedstrings import SharedStringTable
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet
from xlsxwriter.xmlwriter import XMLwriter

from generator.export.office import legal
from generator.export.tables import Table

LONGEST_TEXT = 32_767
"""So many UTF-16 units Excel holds in a cell."""
_CUT = "……"
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_DAY_ZERO = date(1899, 12, 30)
_without_codes: Callable[[str], str] = XMLwriter._escape_control_characters  # noqa: SLF001 - as XlsxWriter does with shared texts
"""A text in which _x0041_ is no code of a character."""


class Texts(Protocol):
    """How the cells of one workbook hold their texts."""

    def announce(self, texts: Iterable[str]) -> None:
        """Hear of *texts* before any cell is asked for."""

    def cell(self, at: str, look: str, text: str) -> str:
        """Return the XML of the cell *at* a place, with the attribute *look* of its format."""


class SharedTexts:
    """Cells name the place of their text among those of the workbook, which holds a text once.

    XlsxWriter closes its list of places before it asks for rows, and lets go of it; this one is the same list and keeps it.
    """

    def __init__(self, shared: SharedStringTable) -> None:
        self._known: Mapping[str, int] = shared.string_table
        self._place: Callable[[str], int] = shared._get_shared_string_index  # noqa: SLF001 - XlsxWriter has no other name for it

    def announce(self, texts: Iterable[str]) -> None:
        """Give each of *texts* its place."""
        for text in texts:
            self._place_of(text)

    def cell(self, at: str, look: str, text: str) -> str:
        """Return the XML of the cell with the place of its text."""
        return f'<c r="{at}"{look} t="s"><v>{self._place_of(text)}</v></c>'

    def _place_of(self, text: str) -> int:
        if text in self._known:
            return self._known[text]
        text = cell_text(text)
        return self._known[text] if text in self._known else self._place(text)


class OwnTexts:
    """Each cell holds its text itself: nothing of a long workbook need be held until all of it is known."""

    def announce(self, texts: Iterable[str]) -> None:
        """Nobody need know before."""

    def cell(self, at: str, look: str, text: str) -> str:
        """Return the XML of the cell with its text."""
        words = escape(_without_codes(cell_text(text)))
        space = ' xml:space="preserve"' if words != words.strip() else ""
        return f'<c r="{at}"{look} t="inlineStr"><is><t{space}>{words}</t></is></c>'


@dataclass(frozen=True)
class Looks:
    """The numbers of the formats of one workbook: heads, days, texts in lines."""

    head: int
    day: int
    wrapped: int


class TableSheet(Worksheet):
    """A sheet that holds one table."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: Iterator[str] = iter(())

    def take(self, table: Table, texts: Texts, looks: Looks) -> None:
        """Hold *table*: its heads in the first row, its rows below.

        *texts* hears of its texts now, before XlsxWriter asks for rows; the rows are not held.
        """
        for row, column in ((0, 0), (len(table.rows), len(table.columns) - 1)):
            self._check_dimensions(row, column)
        texts.announce(_texts_of(table))
        self._lines = _lines(table, texts, looks)

    def _write_rows(self) -> None:
        out: Any = self.fh
        out.writelines(self._lines)


def _texts_of(table: Table) -> Iterator[str]:
    """The heads, then the texts of each row; a day is none."""
    yield from (head.title for head in table.columns)
    dated = [column.kind == "date" for column in table.columns]
    for row in table.rows:
        for day, value in zip(dated, row, strict=True):
            if isinstance(value, str) and value and not (day and _DATE.fullmatch(value)):
                yield value


def _lines(table: Table, texts: Texts, looks: Looks) -> Iterator[str]:
    """The XML of each row; an empty cell is not written."""
    letters = [xl_col_to_name(place) for place in range(len(table.columns))]
    heads = zip(letters, table.columns, strict=True)
    cells = [texts.cell(f"{letter}1", f' s="{looks.head}"', head.title) for letter, head in heads]
    yield f'<row r="1">{"".join(cells)}</row>'
    look = f' s="{looks.wrapped}"' if table.wrap else ""
    columns = [(letter, column.kind == "date") for letter, column in zip(letters, table.columns, strict=True)]
    for number, row in enumerate(table.rows, start=2):
        cells = []
        for (letter, dated), value in zip(columns, row, strict=True):
            if value is None or value == "":
                continue
            if not isinstance(value, str):
                cells.append(f'<c r="{letter}{number}"><v>{value:.16G}</v></c>')
            elif dated and _DATE.fullmatch(value):
                day = (date.fromisoformat(value) - _DAY_ZERO).days
                cells.append(f'<c r="{letter}{number}" s="{looks.day}"><v>{day}</v></c>')
            else:
                cells.append(texts.cell(f"{letter}{number}", look, value))
        yield f'<row r="{number}">{"".join(cells)}</row>'


def cell_text(text: str) -> str:
    """Return *text* as a cell can hold it: without control characters; one that is too long is cut and ends in ……."""
    text = legal(text)
    if text.startswith("<r>"):
        text += " "  # else XlsxWriter takes <r>…</r> for formatted text and does not escape it
    if len(text) > LONGEST_TEXT // 2 and utf16_cut(text, LONGEST_TEXT) != text:
        return utf16_cut(text, LONGEST_TEXT - len(_CUT)) + _CUT
    return text


def utf16_cut(text: str, units: int) -> str:
    """Return the beginning of *text* that Excel counts as *units* characters at most."""
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")
