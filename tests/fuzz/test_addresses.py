"""Addresses of the search page that nobody would type: no script runs, nothing hangs, an answer is always told."""

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


def test_any_address_of_the_search_page_gets_an_answer(site, page, record_property):
    """The status line says how many or that nothing was found, within the time that a browser test waits."""
    told: list[str] = []
    page.on("dialog", lambda dialog: dialog.dismiss())
    page.add_init_script("window.alert = words => console.error('alert', words)")
    page.on(
        "console",
        lambda message: (
            told.append(f"{message.text} at {message.location}") if message.type == "error" else None
        ),
    )
    page.on("pageerror", lambda error: told.append(str(error)))
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
