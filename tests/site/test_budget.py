"""How much a document page weighs, how still it stands, and what the first paint takes (printed, not asserted)."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from functools import partial
from http import HTTPStatus
from pathlib import Path

import brotli
import pytest
from playwright.sync_api import Browser, Page, Request

from tests.site.conftest import Quiet, serving
from tests.site.test_accessible import TYPES

pytestmark = [pytest.mark.site, pytest.mark.browser]
BUDGET = 150_000
"""Bytes of a document page with all that it asks for, compressed as the web server sends it; fonts are not sent at all."""
DOCUMENTS = ["documents/guangxi-jineng-qiangqi-2025/", "documents/guangxi-gaojineng-rencai-2023/"]
SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value; })
  .observe({ type: "layout-shift", buffered: true });
"""
ARRIVING = ".hb-arrives > *"
PACKED = (".html", "/", ".css", ".js", ".mjs", ".json", ".svg")


def _sent(request: Request) -> int:
    response = request.response()
    body = response.body() if response is not None else b""
    packed = request.url.partition("?")[0].endswith(PACKED)
    return len(brotli.compress(body)) if packed else len(body)


@pytest.mark.parametrize("path", DOCUMENTS)
def test_a_document_page_keeps_its_budget(chromium: Browser, address: str, path: str):
    """The page and everything it loads, from an empty cache, stay below 150 kB and fetch no font."""
    context = chromium.new_context(locale="zh-CN", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    asked: list[Request] = []
    page.on("requestfinished", lambda request: asked.append(request))
    page.goto(f"{address}/{path}", wait_until="networkidle")

    sizes = {request.url.removeprefix(address): _sent(request) for request in asked}
    fonts = [request.url for request in asked if request.resource_type == "font"]
    context.close()
    print(f"\n{path} {sum(sizes.values())} bytes in {len(sizes)} files: {sizes}")  # noqa: T201 - for the reader of the run

    assert fonts == []
    assert sum(sizes.values()) <= BUDGET


BEFORE_PAINT = """
() => performance.getEntriesByType("resource").filter((entry) => entry.renderBlockingStatus === "blocking")
  .map((entry) => new URL(entry.name).pathname)
"""
LARGEST = 3_200
"""Elements of a page: the longest document of today has 2,900."""


@pytest.mark.parametrize("path", TYPES.values(), ids=TYPES.keys())
def test_one_style_sheet_stands_before_the_first_paint(page: Page, address: str, path: str):
    """No script and no second style sheet is waited for, and the page is not too large to be laid out at once."""
    answer = page.goto(f"{address}/{path}", wait_until="load")
    if path.endswith("original/") and answer is not None and answer.status == 404:
        pytest.skip("没有原文时没有这一页")

    assert page.evaluate(BEFORE_PAINT) == ["/assets/handbook.css"]
    assert page.evaluate("document.querySelectorAll('*').length") <= LARGEST


def test_the_style_sheet_is_small(site: Path):
    """What is read before the first paint was 221 kB in three files; rules that no page needs stay out of the one that is left."""
    assert (site / "assets" / "handbook.css").stat().st_size <= 85_000


@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("path", [*DOCUMENTS, "", "compare/jineng-qiangqi/", "overview/", "calendar/"])
def test_nothing_moves_while_a_page_loads(chromium: Browser, address: str, path: str, width: int):
    """The cumulative layout shift is 0, on a processor four times slower; the first paint is printed for the reader."""
    context = chromium.new_context(locale="zh-CN", viewport={"width": width, "height": 900})
    page = context.new_page()
    page.add_init_script(SHIFTS)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(f"{address}/{path}", wait_until="networkidle")
    page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length")
    page.wait_for_timeout(300)

    shifted = page.evaluate("window.shifted")
    paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    context.close()
    print(f"\n{path or '/'} at {width} px: first content after {paint:.0f} ms at 4x slowdown")  # noqa: T201 - for the reader of the run

    assert shifted == 0


PIECE = re.compile(rb"(?=<div)|(?<=</th>)|(?<=</td>)|(?<=</li>)")
"""A page is cut here when it arrives slowly."""
PIECES, PAUSE = 150, 0.02
"""So many pieces come one by one, so many seconds apart: the browser paints between them."""


class _Slow(Quiet):
    """Sends a page piece by piece, as a slow line does, and everything else at once."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send the page in pieces."""
        file = Path(self.translate_path(self.path)) / "index.html"
        if not file.is_file():
            super().do_GET()
            return
        *pieces, rest = PIECE.split(file.read_bytes(), PIECES)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for piece in (*pieces, rest):
            self.wfile.write(b"%x\r\n%b\r\n" % (len(piece), piece))
            time.sleep(PAUSE)
        self.wfile.write(b"0\r\n\r\n")


@pytest.fixture(scope="module")
def slow_address(site: Path) -> Iterator[str]:
    """The address at which pages of the built site arrive in pieces."""
    with serving(partial(_Slow, directory=str(site))) as address:
        yield address


@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("path", [DOCUMENTS[0], "compare/jineng-qiangqi/", "overview/", "indicators/award-zhonghua/"])
def test_nothing_moves_while_a_page_arrives_in_pieces(chromium: Browser, slow_address: str, path: str, width: int):
    """Tables and cards, which find their size row by row, are shown when all of them is there."""
    context = chromium.new_context(locale="zh-CN", viewport={"width": width, "height": 900})
    page = context.new_page()
    page.add_init_script(SHIFTS)
    page.goto(f"{slow_address}/{path}", wait_until="networkidle")

    shifted = page.evaluate("window.shifted")
    shown = page.locator(ARRIVING).evaluate_all("all => all.map((one) => getComputedStyle(one).visibility)")
    context.close()

    assert shifted == 0
    assert set(shown) == {"visible"}


def test_nothing_moves_in_remembered_large_type(chromium: Browser, address: str):
    """Large type is there from the first paint, not put on afterwards."""
    context = chromium.new_context(locale="zh-CN", viewport={"width": 375, "height": 900})
    page = context.new_page()
    page.goto(f"{address}/")
    page.get_by_role("button", name="大字").click()
    page.add_init_script(SHIFTS)
    page.goto(f"{address}/{DOCUMENTS[0]}", wait_until="networkidle")

    shifted = page.evaluate("window.shifted")
    context.close()

    assert shifted == 0
