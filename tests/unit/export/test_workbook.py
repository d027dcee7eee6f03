"""Workbooks are opened again: types, widths, heads that stay, the same bytes twice."""

import gc
import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import openpyxl
import pytest
from xlsxwriter import Workbook

from generator.export import workbook
from generator.export.library import library_tables
from generator.export.sheets import TableSheet
from generator.export.tables import Column, Table
from generator.export.workbook import workbook_pieces
from tests.fictional import library

DAY = "2026-11-21"
TABLE = Table(
    "t",
    "表：一/二",
    (Column("a", "文字", width=20), Column("b", "数", "number"), Column("c", "日期", "date")),
    (("=1+1", 600, "2026-11-21"), ("普通", 3.5, "2026年"), (None, None, None)),
)


def packed(tables: Sequence[Table], today: str, title: str) -> bytes:
    """A whole workbook."""
    return b"".join(workbook_pieces(tables, today, title))


def cells(*values):
    """The cells of one column below its head, opened again."""
    made = packed([Table("t", "表", (Column("a", "文字"),), tuple((v,) for v in values))], DAY, "题")
    return [row[0] for row in openpyxl.load_workbook(io.BytesIO(made)).worksheets[0].iter_rows(min_row=2)]


@pytest.fixture(scope="module")
def sheet():
    """The only sheet of a small workbook, opened again."""
    return openpyxl.load_workbook(io.BytesIO(packed([TABLE], DAY, "题"))).worksheets[0]


def test_a_finished_workbook_waits_for_no_collector():
    """Its sheets know their book: a thousand books would be held at once."""
    gc.collect()
    gc.disable()
    try:
        packed([TABLE], DAY, "题")
        left = [one for one in gc.get_objects() if isinstance(one, TableSheet)]
    finally:
        gc.enable()

    assert left == []


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


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "0771", "https://x.example/", "<r><t>x</t></r>", "_x0041_"]
)
def test_a_text_is_shown_as_it_is_typed(text):
    """Neither worked out nor linked, nor taken for a number or for markup."""
    (cell,) = cells(text)

    assert (cell.value.rstrip(" "), cell.data_type, cell.hyperlink) == (text, "s", None)


def test_spaces_around_a_text_and_breaks_in_it_stay():
    """An indented quote remains indented."""
    (cell,) = cells("　一\n 二 ")

    assert cell.value == "　一\n 二 "


def test_control_characters_are_left_out():
    """A workbook that holds one can't be opened."""
    (cell,) = cells("培\x0b训\x1f补\uffff贴")

    assert cell.value == "培训补贴"


@pytest.mark.parametrize("character", ["字", "𠮷"])
def test_a_text_too_long_for_a_cell_says_that_it_is_cut(character):
    """Excel repairs, and so empties, a workbook with more than 32,767 UTF-16 units in a cell."""
    (cell,) = cells(character * 40_000)

    assert len(cell.value.encode("utf-16-le")) // 2 in (32_766, 32_767)
    assert cell.value.endswith(f"{character}……")


def test_columns_are_wide_enough_for_chinese(sheet):
    """Twenty characters need the width of forty digits."""
    assert sheet.column_dimensions["A"].width >= 40


def test_the_head_stays_in_view_and_filters(sheet):
    """The first row and column are frozen; every column has a filter."""
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", "A1:C4")


def test_a_sheet_name_leaves_out_what_excel_forbids(sheet):
    """A slash would keep Excel from opening the file."""
    assert sheet.title == "表：一 二"


def test_no_two_sheets_have_one_name():
    """Excel repairs a workbook whose sheets are called alike, or by more than 31 characters."""
    tables = [
        Table("t", title, TABLE.columns, ()) for title in ("长" * 40, "长" * 40, "Ab", "aB", "'引'", "")
    ]

    book = openpyxl.load_workbook(io.BytesIO(packed(tables, DAY, "题")))

    assert book.sheetnames == ["长" * 31, f"{'长' * 30}2", "Ab", "aB2", "引", "表"]


def test_only_a_table_that_is_read_breaks_its_lines():
    """The rows of a list stay one line high."""
    wrapped = [
        openpyxl.load_workbook(io.BytesIO(packed([table], DAY, "题"))).worksheets[0]["A3"].alignment.wrap_text
        for table in (TABLE, replace(TABLE, wrap=True))
    ]

    assert wrapped == [None, True]


def test_the_head_stands_out(sheet):
    """Bold on a ground of its own, in lines."""
    head = sheet["A1"]

    assert (head.font.b, head.fill.fgColor.rgb, head.alignment.wrap_text) == (True, "FFE3EFEE", True)


@pytest.mark.parametrize("large", [False, True])
def test_the_rows_are_what_the_library_would_write(large: bool, monkeypatch: pytest.MonkeyPatch):
    """They are written past XlsxWriter; a release that changes a sheet, of shared texts or of texts in their cells, is seen here."""
    table = Table(
        "t",
        "表",
        TABLE.columns,
        (*TABLE.rows, ("a<b & c", 0.1, "2024-02-29"), (" x\n", -7, "同"), ("_x0041_", 1, "")),
    )
    if large:
        monkeypatch.setattr(workbook, "IN_MEMORY", 0)
    out = io.BytesIO()
    with Workbook(out, {"constant_memory" if large else "in_memory": True}) as book:
        head, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
        sheet = book.add_worksheet()
        for place, column in enumerate(table.columns):
            sheet.write_string(0, place, column.title, head)
        for line, (text, number, date) in enumerate(table.rows, start=1):
            if text is not None and number is not None and date is not None:
                sheet.write_string(line, 0, str(text))
                sheet.write_number(line, 1, float(number))
                if not date:
                    continue
                if re.fullmatch(r"\d{4}-\d\d-\d\d", str(date)):
                    sheet.write_datetime(line, 2, datetime.fromisoformat(str(date)), day)
                else:
                    sheet.write_string(line, 2, str(date))

    ours = _rows_and_texts(packed([table], DAY, "题"))

    assert ours == _rows_and_texts(out.getvalue())


def _rows_and_texts(content: bytes) -> tuple[list[str], list[str], list[str]]:
    """Rows that hold a cell, the size of the sheet, and the shared texts, as XML."""
    archive = zipfile.ZipFile(io.BytesIO(content))
    sheet = re.sub(r' spans="[^"]*"', "", archive.read("xl/worksheets/sheet1.xml").decode())
    shared = "xl/sharedStrings.xml"
    texts = archive.read(shared).decode() if shared in archive.namelist() else ""
    return (
        [row for row in re.findall(r"<row .*?</row>", sheet) if "<c " in row],
        re.findall(r"<dimension[^>]*>", sheet),
        re.findall(r"<si>.*?</si>", texts, re.DOTALL),
    )


def test_the_same_tables_give_the_same_bytes():
    """No time of day is in the file."""
    assert packed([TABLE], DAY, "题") == packed([TABLE], DAY, "题")


def test_no_entry_of_the_archive_tells_the_time():
    """Every entry carries the earliest date that ZIP knows, the properties the day of the handbook."""
    archive = zipfile.ZipFile(io.BytesIO(packed([TABLE], DAY, "题")))

    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert archive.read("docProps/core.xml").count(b"2026-11-21T00:00:00Z") == 2


def test_the_library_opens_with_its_sources_and_their_status():
    """The first sheet says where everything is from and whether it is in force."""
    book = openpyxl.load_workbook(io.BytesIO(packed(library_tables(library()), DAY, "题")))

    assert book.sheetnames == ["来源与状态", "文件", "条款", "数字", "责任分工", "部门", "指标", "文件关系"]
    heads = [cell.value for cell in book["来源与状态"][1]]
    assert {"状态", "状态依据", "核对日期", "原文文件"} <= set(heads)


def test_a_fact_has_its_number_its_unit_and_its_quote():
    """600元 is 600 of 元, with the words that prove it."""
    book = openpyxl.load_workbook(io.BytesIO(packed(library_tables(library()), DAY, "题")))
    heads, *rows = book["数字"].iter_rows(values_only=True)

    fact = next(
        dict(zip(heads, row, strict=True)) for row in rows if row[-1] == "yunzhou-peixun-2024/butie-e"
    )

    assert (fact["照录"], fact["下限"], fact["单位"], fact["支付方"]) == ("600元", 600, "元", "文中未规定")
    assert fact["引文"] == "一次性给予每人600元补贴"


def test_a_large_workbook_shows_the_same(monkeypatch: pytest.MonkeyPatch):
    """It is put together in files and holds each text in its cell, and is the same every time."""
    table = replace(TABLE, rows=(*TABLE.rows, ("　a<b & c\n ", 1, ""), ("<r><t>x</t></r>", 2, "\x0b")))
    small = packed([table], DAY, "题")
    monkeypatch.setattr(workbook, "IN_MEMORY", 0)
    large = packed([table], DAY, "题")

    assert _cells(large) == _cells(small)
    assert "xl/sharedStrings.xml" not in zipfile.ZipFile(io.BytesIO(large)).namelist()
    assert packed([table], DAY, "题") == large


def _cells(content: bytes) -> list[tuple[object, str, str]]:
    """Each cell of the first sheet: value, type, format."""
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    return [(c.value, c.data_type, c.number_format) for row in sheet.iter_rows() for c in row]
