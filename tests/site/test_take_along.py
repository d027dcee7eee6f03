"""What a page makes for the reader to take along, in Chromium; the files are opened again."""

import csv
import io
import json
from pathlib import Path

import docx
import openpyxl
import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.site, pytest.mark.browser]
CHOICE = "compare/?d=guangxi-jineng-qiangqi-2025&d=guangxi-gaojineng-rencai-2023"


def _taken(page: Page, address: str, words: str, folder: Path) -> Path:
    """Save the file behind the button *words* of the chosen comparison."""
    page.goto(f"{address}/{CHOICE}")
    with page.expect_download() as expected:
        page.locator("#choose-table").get_by_role("button", name=words).click()
    path = folder / expected.value.suggested_filename
    expected.value.save_as(path)
    return path


def test_a_chosen_comparison_can_be_taken_along_as_csv(page: Page, address: str, tmp_path: Path):
    """Byte order mark, one row for each on the page, the draft named in its head and in its figures."""
    path = _taken(page, address, "CSV", tmp_path)
    rows = list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))
    prize = next(row for row in rows if row[0] == "“中华技能大奖”奖励")

    assert path.name == "政策手册-自选对比-广西技能强企、高技能人才征求意见稿.csv"
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert len(rows) == 1 + page.locator("#choose-table tbody tr").count()
    assert rows[0][2].endswith("，征求意见稿）")
    assert prize[1].startswith("30万元")
    assert prize[2].startswith("拟")


def test_a_chosen_comparison_can_be_taken_along_as_word(page: Page, address: str, tmp_path: Path):
    """The table with a head on every page; sources, status and addresses under it."""
    word = docx.Document(str(_taken(page, address, "Word", tmp_path)))
    text = "\n".join(paragraph.text for paragraph in word.paragraphs)

    assert len(word.tables[0].rows) == 1 + page.locator("#choose-table tbody tr").count()
    assert word.tables[0].rows[0]._tr.xpath("./w:trPr/w:tblHeader")
    assert "状态：征求意见稿" in text
    assert f"{address}/documents/guangxi-jineng-qiangqi-2025/" in text


def test_a_chosen_comparison_can_be_taken_along_as_a_workbook(page: Page, address: str, tmp_path: Path):
    """The same cells as in the CSV file, heads that stay and filter; sources, status and addresses on a second sheet."""
    book = openpyxl.load_workbook(_taken(page, address, "Excel", tmp_path))
    table, sources = book.worksheets
    rows = list(csv.reader(io.StringIO(_taken(page, address, "CSV", tmp_path).read_text("utf-8-sig"))))

    assert [[cell.value or "" for cell in row] for row in table.iter_rows()] == rows
    assert (table.title, table.freeze_panes, table.auto_filter.ref) == ("自选对比", "B2", f"A1:D{len(rows)}")
    assert table["B2"].alignment.wrap_text
    assert table["A1"].font.bold
    assert sources.title == "来源与状态"
    assert sources["B2"].value == f"{address}/documents/guangxi-jineng-qiangqi-2025/"
    assert "状态：征求意见稿" in sources["A3"].value


def test_a_chosen_comparison_can_be_taken_along_as_json(page: Page, address: str, tmp_path: Path):
    """One object a row, its cells under the ids of the documents."""
    rows = json.loads(_taken(page, address, "JSON", tmp_path).read_bytes())

    assert len(rows) == page.locator("#choose-table tbody tr").count()
    assert list(rows[0]) == ["indicator", "guangxi-jineng-qiangqi-2025", "guangxi-gaojineng-rencai-2023", "verdict"]


def test_the_policies_that_a_choice_belongs_to_are_a_click_away(page: Page, address: str):
    """Their own comparisons have a workbook and a Word document."""
    page.goto(f"{address}/{CHOICE}")
    page.locator("#choose-table .hb-downloads").get_by_role("link", name="技能强企").click()

    expect(page.get_by_role("link", name="Word")).to_have_count(1)


def test_drafts_are_beside_the_final_ones_when_asked_for(chromium, address: str):
    """Without scripts: a link, a banner, a framed column with 拟 before every figure."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/indicators/award-zhonghua/")
    expect(page.locator(".hb-compare .hb-badge.is-draft")).to_have_count(0)
    page.get_by_role("link", name="连同征求意见稿对比").first.click()

    expect(page.locator(".hb-banner.is-draft")).to_contain_text("不是现行规定")
    expect(page.locator(".hb-compare th.is-draft .hb-badge.is-draft")).to_have_count(1)
    expect(page.locator(".hb-compare td.is-draft .hb-fig__draft")).to_have_count(1)
    expect(page.get_by_role("link", name="Word")).to_have_count(1)
    context.close()


def test_a_draft_takes_no_part_in_the_difference(page: Page, address: str):
    """The verdict is the one of the table without drafts."""
    verdicts = []
    for path in ("indicators/award-zhonghua/", "indicators/award-zhonghua/drafts/"):
        page.goto(f"{address}/{path}")
        verdicts.append(page.locator("td.is-difference").inner_text())

    assert verdicts[0] == verdicts[1]
