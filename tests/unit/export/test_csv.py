"""CSV for Excel in Chinese: readable at once, and never a formula."""

import csv
import io

import pytest

from generator.export.csv import csv_pieces, inert
from generator.export.tables import Column, Table


def _table(*rows: tuple[str | int | None, ...]) -> Table:
    return Table("t", "表", (Column("a", "甲"), Column("b", "乙", "number")), rows)


def test_a_file_begins_with_the_mark_that_excel_needs():
    """Without a byte order mark Excel takes UTF-8 for the code page of the machine."""
    assert b"".join(csv_pieces(_table())).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", " =1", "\r=1"])
def test_what_looks_like_a_formula_gets_an_apostrophe(text: str):
    """A spreadsheet shows the words and does nothing."""
    assert inert(text) == f"'{text}"


def test_a_negative_number_stays_a_number():
    """Only texts are guarded."""
    assert inert(-3) == -3


def test_quotes_commas_and_lines_come_back_as_they_were():
    """What is written is read again."""
    words = '“照录”,"x"\n第二行'

    rows = list(
        csv.reader(io.StringIO(b"".join(csv_pieces(_table((words, 3)))).decode("utf-8-sig"), newline=""))
    )

    assert rows == [["甲", "乙"], [words, "3"]]


def test_an_unknown_cell_is_empty():
    """None is nothing, not the word None."""
    assert b"".join(csv_pieces(_table((None, None)))).decode("utf-8-sig").splitlines()[1] == ","
