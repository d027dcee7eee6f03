"""Addresses of every scripted page that nobody would type: no script runs, nothing hangs, an answer is always told."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import TimeoutError

from tests.fuzz.inputs import HOSTILE
from tests.publish.fictional import fictional_handbook, handbook
from tests.publish.nginx import NGINX, serving

pytestmark = [pytest.mark.site, pytest.mark.browser, pytest.mark.machine]
SEED = 20261121
RANDOM = 40
LONGEST = 7_000
"""What nginx takes as an address; whatever is longer is typed into the box."""


def addresses() -> Iterator[str]:
    """Queries as they stand behind `?`, hostile ones first, then random mixtures."""
    for text in HOSTILE:
        yield "q=" + quote(text)
    yield from (
        "q=<script>alert(1)</script>", "q=" + "补" * 10_000, "q=" + "a" * 7_000, "q=%00", "q=%ED%A0%80", "q=%ff%fe", "q=%",
        "q", "", "&&&", "q=1&q=2&q=3", "region=<b>&kind=__proto__&q=补贴", "__proto__[x]=1&q=补贴", "q=constructor", "q=toString",
        "q=" + quote("\u202e\u2066\ufeff\u200d"), "q=" + quote("\U0001f469\u200d\U0001f4bb"), "q=" + quote("*:^~+-\"'()[]{}|\\/"),
        "q=" + quote("０１２３ 〔２０２４〕 号"), "q=" + "%20" * 3_000, "q=" + quote("é" * 50 + "\u0301" * 500),
    )  # fmt: skip
    choice = random.Random(SEED)
    for _ in range(RANDOM):
        yield "q=" + quote(
            "".join(
                chr(choice.choice([*range(1, 128), *range(0x4E00, 0x4E80), 0xFEFF, 0x1F600, 0x10FFFF]))
                for _ in range(choice.randrange(1, 40))
            )
        )


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The fictional handbook as built, behind an nginx without headers that would stop a script."""
    if not shutil.which(NGINX):
        pytest.skip("没有 nginx：bash tests/setup.sh")
    place = tmp_path_factory.mktemp("addresses")
    root = fictional_handbook(place / "handbook")
    done = handbook(root, "build", "--out", str(place / "served" / "current"))
    assert done.returncode == 0, done.stderr
    with serving(place / "served", place / "nginx", bare=True) as server:
        yield server


@pytest.fixture
def told(page) -> list[str]:
    """Script errors, words on the console and calls of alert; filled as the page goes."""
    heard: list[str] = []
    page.on("dialog", lambda dialog: dialog.dismiss())
    page.add_init_script("window.alert = words => console.error('alert', words)")
    page.on(
        "console",
        lambda said: heard.append(f"{said.text} at {said.location}") if said.type == "error" else None,
    )
    page.on("pageerror", lambda error: heard.append(str(error)))
    return heard


def test_any_address_of_the_search_page_gets_an_answer(site, page, told, record_property):
    """The status line says how many or that nothing was found, within the time that a browser test waits."""
    count = 0
    for query in addresses():
        if len(quote(query)) < LONGEST:
            page.goto(f"{site.address}/search/?{query}", wait_until="load")
        else:
            page.goto(f"{site.address}/search/", wait_until="load")
            page.fill("#search-form [name=q]", unquote(query.removeprefix("q=")))
        try:
            page.wait_for_function("document.querySelector('#search:not([aria-busy])')", timeout=10_000)
        except TimeoutError:
            told.append(f"no answer to {query[:80]}")
        count += 1
        if page.locator("#search-results script, #search-results [onclick], #search-results img").count():
            told.append(f"markup from {query[:80]}")

    record_property("counted", f"{count} 个地址")
    assert told == []


OTHERS = {
    "compare/": ("d", "topic", "only"),
    "as-of/": ("day",),
    "finder/": ("topic",),
    "finder/workers/990100/": ("topic",),
    "documents/yunzhou-peixun-2024/": ("q", "from"),
    "calendar/": ("year",),
    "": ("q",),
}
"""Every other page with a script, by its address, and the fields that it reads or that a link could bring along."""

COUNT = "[document.querySelectorAll('script').length, document.querySelectorAll('img, iframe, svg, [onclick], [onerror]').length]"


def others(fields: tuple[str, ...]) -> Iterator[str]:
    """Addresses as above with each field in the place of q, the fields together, and hostile fragments."""
    for query in addresses():
        for field in fields:
            yield "?" + query.replace("q=", f"{field}=")
    yield "?" + "&".join(f"{field}=<script>alert(1)</script>" for field in fields for _ in range(50))
    for text in (*HOSTILE, "f-" + "x" * 5_000, "%00", "%ED%A0%80", "__proto__"):
        yield "#" + quote(text, safe="%")


@pytest.mark.parametrize("path", OTHERS)
def test_any_address_of_the_other_pages_changes_nothing(site, page, told, record_property, path):
    """Fields and fragments of any kind: the page has the elements that it has without them, and no script complains."""
    page.goto(f"{site.address}/{path}", wait_until="networkidle")
    plain = page.evaluate(COUNT)
    count, wrong = 0, []
    for address in others(OTHERS[path]):
        if len(quote(address)) >= LONGEST:
            continue
        page.goto(f"{site.address}/{path}{address}", wait_until="load")
        page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
        if page.evaluate(COUNT) != plain:
            wrong.append(address[:80])
        count += 1

    record_property("counted", f"{count} 个地址")
    assert wrong == []
    assert told == []
