"""What a page says on paper: read back from the PDF that Chromium prints."""

from __future__ import annotations

import io
import re
import unicodedata

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

pytestmark = [pytest.mark.site, pytest.mark.browser]
QINZHOU = "documents/qinzhou-jineng-guangxi-2023/"


SIMPLIFIED_RADICALS = str.maketrans("⺠⻅⻔⻓⻋⻢", "民见门长车马")
"""Radicals for which Unicode knows no equivalent; fonts share one glyph, and the PDF names either."""


def _characters(text: str) -> str:
    """Return *text* without white space, with characters where the PDF names the radical of the same shape."""
    kangxi = "".join(unicodedata.normalize("NFKC", c) if "\u2f00" <= c <= "\u2fdf" else c for c in text)
    return re.sub(r"\s", "", kangxi.translate(SIMPLIFIED_RADICALS))


def _printed(page: Page, address: str) -> list[str]:
    """The words of each sheet, without white space."""
    page.goto(address, wait_until="networkidle")
    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    return [_characters(sheet.extract_text()) for sheet in sheets]


def test_a_document_says_what_it_is_and_where_it_came_from(page: Page, address: str):
    """Title, status, number, issuer and address close the last sheet."""
    end = _printed(page, f"{address}/{QINZHOU}")[-1]

    assert "钦州市实施“技能广西行动”加强新时代技能人才队伍建设工作方案" in end
    assert "待核（核对于" in end
    assert "钦政办〔2023〕8号" in end
    assert "来源钦州市人民政府办公室" in end
    assert QINZHOU in end


def test_every_sheet_of_a_draft_says_that_it_is_one(page: Page, address: str):
    """One sheet taken out of a draft still can't be mistaken."""
    sheets = _printed(page, f"{address}/documents/guangxi-gaojineng-rencai-2023/")

    assert [number for number, sheet in enumerate(sheets, 1) if "征求意见稿" not in sheet] == []


def test_a_long_table_repeats_its_head_on_every_sheet(page: Page, address: str):
    """Who picks up the third sheet of a comparison knows the columns."""
    sheets = _printed(page, f"{address}/compare/jineng-qiangqi/")
    rows = [sheet for sheet in sheets if "文中未规定" in sheet and "未录入" in sheet]

    assert len(rows) > 2
    assert [sheet[:40] for sheet in rows if "比什么" not in sheet] == []


@pytest.mark.parametrize(
    "path",
    [
        "",
        QINZHOU,
        "compare/jineng-qiangqi/",
        "overview/",
        "calendar/",
        "subsidies/",
        "finder/enterprises/450000/",
    ],
)
def test_nothing_is_cut_off_at_the_edge_of_the_sheet(page: Page, address: str, path: str):
    """In print layout at the width of A4 without its margins nothing is wider than the sheet."""
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 673, "height": 1000})
    page.goto(f"{address}/{path}", wait_until="networkidle")

    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")

    assert over <= 0


def test_quotes_are_unfolded_on_paper(page: Page, address: str):
    """A fold can't be opened on paper."""
    words = "".join(_printed(page, f"{address}/{QINZHOU}"))

    assert "每2年评选1次" in words
    assert "原文" in words
