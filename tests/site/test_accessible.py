"""Every type of page, for everybody: axe-core, small screens, large type, keyboard, in light and dark."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.site, pytest.mark.browser]
ROOT = Path(__file__).parent.parent.parent
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
TYPES = {
    "home": "",
    "documents": "documents/",
    "document": "documents/guangxi-jineng-qiangqi-2025/",
    "draft": "documents/guangxi-gaojineng-rencai-2023/",
    "original": "documents/guangxi-jineng-qiangqi-2025/original/",
    "comparisons": "compare/",
    "comparison": "compare/jineng-qiangqi/",
    "indicators": "indicators/",
    "indicator": "indicators/award-zhonghua/",
    "awards": "awards/",
    "subsidies": "subsidies/",
    "targets": "targets/",
    "deadlines": "deadlines/",
    "calendar": "calendar/",
    "overview": "overview/",
    "finder": "finder/",
    "finder page": "finder/enterprises/450000/",
    "departments": "departments/",
    "department": "departments/gx-hrss/",
    "topics": "topics/",
    "topic": "topics/wages/",
    "region": "regions/450000/",
    "types": "types/",
    "references": "references/",
    "versions": "versions/",
    "as of": "as-of/",
    "fields": "fields/",
    "search": "search/?q=补贴",
    "open data": "open-data/",
    "about": "about/",
    "not found": "404.html",
}


@pytest.fixture(scope="module")
def axe() -> str:
    """The checker; `make test` installs it."""
    if not AXE.is_file():
        pytest.skip("没有 axe-core：npm ci")
    return AXE.read_text("utf-8")


def _opened(chromium: Browser, address: str, scheme: str, width: int = 1280) -> Page:
    context = chromium.new_context(
        locale="zh-CN",
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    return page


def _named(violations: list[dict[str, Any]]) -> list[str]:
    return [f"{v['id']}: {n['target']} {n.get('failureSummary', '')}" for v in violations for n in v["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", TYPES.values(), ids=TYPES.keys())
def test_axe_finds_nothing(chromium: Browser, address: str, axe: str, path: str, scheme: str):
    """No violation of WCAG 2.2 A and AA nor of good practice, on a wide screen, in both colour schemes."""
    page = _opened(chromium, f"{address}/{path}", scheme)
    page.evaluate(axe)

    found = page.evaluate("axe.run(document).then(r => r.violations)")
    page.context.close()

    assert _named(found) == []


OVER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("path", TYPES.values(), ids=TYPES.keys())
def test_a_phone_shows_everything(chromium: Browser, address: str, axe: str, path: str):
    """No sideways scroll at 320 pixels (WCAG 1.4.10), none at 375 in large type, and nothing for axe to find there."""
    page = _opened(chromium, f"{address}/{path}", "light", width=320)
    over = [page.evaluate(OVER)]
    page.set_viewport_size({"width": 375, "height": 812})
    page.get_by_role("button", name="大字").click()
    over.append(page.evaluate(OVER))
    page.evaluate(axe)

    found = page.evaluate("axe.run(document).then(r => r.violations)")
    page.context.close()

    assert max(over) <= 0
    assert _named(found) == []


def test_large_type_is_remembered_on_the_next_page(page: Page, address: str):
    """Who chose large type once gets it everywhere, from the first paint on, until it is switched off."""
    page.goto(f"{address}/")
    page.get_by_role("button", name="大字").click()
    page.goto(f"{address}/about/")

    expect(page.locator("html")).to_have_attribute("data-large", "")
    expect(page.get_by_role("button", name="大字")).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('.hb-lede')).fontSize)") >= 24

    page.get_by_role("button", name="大字").click()
    page.goto(f"{address}/")
    assert page.locator("html").get_attribute("data-large") is None


def test_the_first_key_leads_past_the_masthead(page: Page, address: str):
    """Tab reaches the skip link first; Enter jumps to the title."""
    page.goto(f"{address}/documents/guangxi-jineng-qiangqi-2025/")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.classList.contains('md-skip')")
    page.keyboard.press("Enter")
    assert "#" in page.url


def test_every_control_of_a_document_is_reached_by_keyboard(page: Page, address: str):
    """Tab visits every link, fold, field and scrolling table that can be seen, each with a ring."""
    page.goto(f"{address}/documents/qinzhou-jineng-guangxi-2023/")
    wanted = page.evaluate(
        """() => [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
             .filter((e) => e.checkVisibility({ visibilityProperty: true }) && e.tabIndex >= 0 && !e.disabled)
             .filter((e) => e.type !== "radio" || e === document.getElementsByName(e.name)[0]).length"""
    )
    seen: list[str] = []
    for _ in range(wanted):
        page.keyboard.press("Tab")
        style = "(e => `${getComputedStyle(e).outlineStyle} ${getComputedStyle(e).boxShadow}`)(document.activeElement)"
        seen.append(page.evaluate(style))

    assert [style for style in seen if style == "none none"] == []
    assert page.evaluate("document.activeElement.tagName") != "BODY"


def test_every_table_says_what_it_is_and_which_cells_are_heads(site: Path):
    """A caption, and a scope on every head, in every table of every page."""
    from bs4 import BeautifulSoup

    wrong: list[str] = []
    for path in sorted(site.rglob("*.html")):
        for table in BeautifulSoup(path.read_text("utf-8"), "lxml").find_all("table"):
            heads = table.find_all("th")
            if table.find("caption") is None or not heads or any(not th.get("scope") for th in heads):
                wrong.append(f"{path.relative_to(site)}: {table.get_text(' ', strip=True)[:40]}")

    assert wrong == []
