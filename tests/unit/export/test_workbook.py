"""Workbooks are opened again: types, widths, heads that stay, the same bytes twice."""

import io
import zipfile
from datetime import datetime

import openpyxl
import pytest

from generator.export.library import library_tables
from generator.export.tables import Column, Table
from generator.export.workbook import workbook_bytes
from tests.fictional import library

DAY = "2026-11-21"
TABLE = Table(
    "t",
    "表：一/二",
    (Column("a", "文字", width=20), Column("b", "数", "number"), Column("c", "日期", "date")),
    (("=1+1", 600, "2026-11-21"), ("普通", 3.5, "2026年"), (None, None, None)),
)


@pytest.fixture(scope="module")
def sheet():
    """The only sheet of a small workbook, opened again."""
    return openpyxl.load_workbook(io.BytesIO(workbook_bytes([TABLE], DAY, "题"))).worksheets[0]


def test_a_number_is_a_number_and_a_date_a_date(sheet):
    """Whoever sorts or sums gets values, not texts."""
    assert (sheet["B2"].value, sheet["B2"].data_type) == (600, "n")
    assert sheet["C2"].value == datetime(2026, 11, 21)  # noqa: DTZ001 - a spreadsheet has no time zone


def test_half_a_date_stays_text(sheet):
    """2026年 is no day."""
    assert (sheet["C3"].value, sheet["C3"].data_type) == ("2026年", "s")


def test_a_text_that_begins_like_a_formula_is_text(sheet):
    """=1+1 is shown, not worked out."""
    assert (sheet["A2"].value, sheet["A2"].data_type) == ("=1+1", "s")


def test_columns_are_wide_enough_for_chinese(sheet):
    """Twenty characters need the width of forty digits."""
    assert sheet.column_dimensions["A"].width >= 40


def test_the_head_stays_in_view_and_filters(sheet):
    """The first row and column are frozen; every column has a filter."""
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", "A1:C4")


def test_a_sheet_name_leaves_out_what_excel_forbids(sheet):
    """A slash would keep Excel from opening the file."""
    assert sheet.title == "表：一 二"


def test_the_same_tables_give_the_same_bytes():
    """No time of day is in the file."""
    assert workbook_bytes([TABLE], DAY, "题") == workbook_bytes([TABLE], DAY, "题")


def test_no_entry_of_the_archive_tells_the_time():
    """Every entry carries the earliest date that ZIP knows, the properties the day of the handbook."""
    archive = zipfile.ZipFile(io.BytesIO(workbook_bytes([TABLE], DAY, "题")))

    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert archive.read("docProps/core.xml").count(b"2026-11-21T00:00:00Z") == 2


def test_the_library_opens_with_its_sources_and_their_status():
    """The first sheet says where everything is from and whether it is in force."""
    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(library_tables(library()), DAY, "题")))

    assert book.sheetnames == ["来源与状态", "文件", "条款", "数字", "责任分工", "部门", "指标", "文件关系"]
    heads = [cell.value for cell in book["来源与状态"][1]]
    assert {"状态", "状态依据", "核对日期", "原文文件"} <= set(heads)


def test_a_fact_has_its_number_its_unit_and_its_quote():
    """600元 is 600 of 元, with the words that prove it."""
    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(library_tables(library()), DAY, "题")))
    heads, *rows = book["数字"].iter_rows(values_only=True)

    fact = next(
        dict(zip(heads, row, strict=True)) for row in rows if row[-1] == "yunzhou-peixun-2024/butie-e"
    )

    assert (fact["照录"], fact["下限"], fact["单位"], fact["支付方"]) == ("600元", 600, "元", "文中未规定")
    assert fact["引文"] == "一次性给予每人600元补贴"
