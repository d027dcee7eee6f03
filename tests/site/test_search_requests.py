"""What the search asks a server for: one request a step where the server knows ranges, single files elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlparse

import pytest
from playwright.sync_api import Page, expect

from tests.publish import nginx
from tests.site.conftest import Quiet, serving

pytestmark = [pytest.mark.site, pytest.mark.browser]
QUERIES = ("教师给企业上课怎么折算工作量", "人社厅函〔2023〕7号", "中华技能大奖奖励30万元")
Serve = Callable[[Path, Path], AbstractContextManager[str]]


class FirstRange(Quiet):
    """Gives the first of the ranges that are asked for, and says so, as some servers do."""

    def end_headers(self) -> None:
        """Promise ranges with every file."""
        self.send_header("Accept-Ranges", "bytes")
        super().end_headers()

    def do_GET(self) -> None:
        """Answer as a server that knows single ranges."""
        asked = re.match(r"bytes=(\d+)-(\d+)", self.headers.get("Range", ""))
        if not asked:
            return super().do_GET()
        content = Path(self.translate_path(self.path)).read_bytes()
        first, last = map(int, asked.groups())
        self.send_response(HTTPStatus.PARTIAL_CONTENT)
        self.send_header("Content-Range", f"bytes {first}-{last}/{len(content)}")
        self.send_header("Content-Length", str(last - first + 1))
        self.end_headers()
        self.wfile.write(content[first : last + 1])
        return None


@contextmanager
def _nginx(site: Path, place: Path) -> Iterator[str]:
    destination = place / "site"
    destination.mkdir(parents=True)
    (destination / "current").symlink_to(site)
    (destination / "headers.conf").touch()
    with nginx.serving(destination, place / "nginx") as server:
        yield server.address


def _plain(handler: type[Quiet]) -> Serve:
    return lambda site, _: serving(partial(handler, directory=str(site)))


def _answers(page: Page, address: str) -> tuple[list[str], list[str]]:
    """Return the text of all results of QUERIES, and the files of the index that were fetched for them."""
    asked: list[str] = []
    page.on("request", lambda r: asked.append(urlparse(r.url).path) if r.method == "GET" else None)
    page.goto(f"{address}/search/")
    texts = []
    for query in QUERIES:
        page.locator("#search-form input").fill(query)
        page.locator("#search-form input").press("Enter")
        expect(page).to_have_title(re.compile(f"^{re.escape(query)} - "))
        texts.append(page.locator("#search-results").inner_text())
    return texts, [path.rpartition("/")[2] for path in asked if path.startswith("/search/index")]


@pytest.mark.parametrize(
    ("serve", "one_by_one"),
    [
        pytest.param(_nginx, False, marks=pytest.mark.machine, id="nginx, as shipped"),
        pytest.param(_plain(FirstRange), True, id="a server that gives one range"),
    ],
)
def test_answers_are_the_same_whatever_the_server_knows(
    page: Page, site: Path, address: str, tmp_path: Path, serve: Serve, one_by_one: bool
):
    """Where ranges are given, the cards of several documents never come one by one."""
    expected, plain = _answers(page, address)
    with serve(site, tmp_path) as other:
        found, asked = _answers(page.context.new_page(), other)

    cards = [name for name in asked if name.startswith("cards-")]
    assert found == expected
    assert plain.count("packed.bin") == 0
    assert bool(cards) is one_by_one
    assert asked.count("packed.bin") == 1 if one_by_one else asked.count("packed.bin") > 1
