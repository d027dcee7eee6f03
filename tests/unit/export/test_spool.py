"""Rows in a file are the rows that were given, for every process that reads them."""

import os

import pytest

from generator.build.cores import apart
from generator.export.spool import RowIndex, SpooledRows

ROWS = (("甲", 1, None), ("乙", 1.0, "2024-02-29"), ("甲", -7, "𠮷\n"))


def test_the_rows_come_back_as_they_were():
    """Also their types: 1 is no 1.0."""
    rows = SpooledRows(iter(ROWS))

    assert tuple(rows) == ROWS
    assert [type(row[1]) for row in rows] == [int, float, int]
    assert (len(rows), rows[2], rows[1:]) == (3, ROWS[2], ROWS[1:])


def test_there_is_no_row_after_the_last():
    """As in any sequence."""
    with pytest.raises(IndexError):
        SpooledRows(ROWS)[3]


def test_rows_are_found_by_a_cell_in_their_order():
    """Texts, numbers and nothing at all."""
    rows = SpooledRows(ROWS)

    assert tuple(RowIndex(rows, 0)["甲"]) == (ROWS[0], ROWS[2])
    assert tuple(RowIndex(rows, 1)[1]) == ROWS[:2]
    assert tuple(RowIndex(rows, 2)[None]) == ROWS[:1]
    assert tuple(RowIndex(rows, 0)["丙"]) == ()


def test_values_of_one_hash_are_told_apart():
    """-1 and -2 have the same one in CPython."""
    rows = ((-1,), (-2,), (-1,))

    assert hash(-1) == hash(-2)
    assert tuple(RowIndex(rows, 0)[-2]) == ((-2,),)


def test_forked_processes_do_not_disturb_each_other():
    """The position in the file is shared, and not used."""
    rows = SpooledRows((str(n) * 50, n) for n in range(400))

    read = apart(*[lambda: [*rows, *rows]] * 4)

    assert read == [[*rows, *rows]] * 4


def test_a_system_without_fork_reads_by_position(monkeypatch: pytest.MonkeyPatch):
    """Windows has no pread."""
    rows = SpooledRows(ROWS)
    monkeypatch.delattr(os, "pread")

    assert (rows[2], rows[0]) == (ROWS[2], ROWS[0])
