"""Every function of the real handbook, operated in Chromium behind the shipped nginx and its strict headers."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.disk import read_tree, write_tree
from generator.publish.fingerprint import fingerprint
from generator.publish.headers import HEADERS, nginx_headers
from generator.publish.policy import find_inline
from generator.publish.release import UNUSED
from tests.publish.nginx import NGINX, serving

pytestmark = [pytest.mark.site, pytest.mark.browser, pytest.mark.machine]
PLAN = "documents/guangxi-jineng-qiangqi-2025/"
COMPARISON = "compare/jineng-qiangqi/"
TELL = "addEventListener('securitypolicyviolation', e => console.error(e.violatedDirective, e.blockedURI))"


@pytest.fixture(scope="module")
def strict(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the real handbook as published; copies for slow lines, which take long to pack, are left out."""
    if not shutil.which(NGINX):
        pytest.skip("没有 nginx：bash tests/setup.sh")
    place = tmp_path_factory.mktemp("strict")
    files = fingerprint({path: c for path, c in read_tree(site).items() if not UNUSED.fullmatch(path)})
    inline = find_inline({path: c.decode() for path, c in files.items() if path.endswith(".html")})
    write_tree(place / "site", {HEADERS: nginx_headers(inline)})
    write_tree(place / "site" / "current", files)
    with serving(place / "site", place / "nginx") as server:
        assert "default-src 'none'" in server.ask("/").headers["content-security-policy"]
        yield server.address


@pytest.fixture
def faults(page: Page, strict: str) -> list[str]:
    """What the page complains of, violations of the headers above all, and what it asks of others; filled as it goes."""
    told: list[str] = []
    page.on("console", lambda said: told.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("response", lambda got: told.append(f"{got.status} {got.url}") if got.status >= 400 else None)
    page.on(
        "request",
        lambda asked: (
            None if asked.url.startswith((f"{strict}/", "data:", "blob:")) else told.append(asked.url)
        ),
    )
    page.add_init_script(TELL)
    return told


def test_a_violation_is_noticed(page: Page, strict: str, faults: list[str]):
    """What the other tests count on: a script, a style and a picture that the headers forbid are told."""
    page.goto(f"{strict}/")
    page.evaluate(
        "for (const [name, values] of [['script', {textContent: '1'}], ['style', {textContent: 'p {}'}],"
        " ['img', {src: 'http://other.example/x.png'}]]) document.head.append(Object.assign(document.createElement(name), values))"
    )
    page.wait_for_timeout(200)

    assert {word for word in ("script-src", "style-src", "img-src") if any(word in f for f in faults)} == {
        "script-src",
        "style-src",
        "img-src",
    }


def test_every_kind_of_page(page: Page, strict: str, site: Path, faults: list[str]):
    """One page of each kind: opened, its folds opened, its end scrolled to."""
    kinds: dict[tuple[str, int], str] = {}
    for path in sorted(site.rglob("index.html")):
        name = path.parent.relative_to(site).as_posix()
        kinds.setdefault((name.split("/")[0], name.count("/")), "" if name == "." else f"{name}/")
    for address in kinds.values():
        page.goto(f"{strict}/{address}", wait_until="networkidle")
        page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
        page.keyboard.press("End")

    assert len(kinds) > 30
    assert faults == []


def test_search_with_suggestions_facets_and_history(page: Page, strict: str, faults: list[str]):
    """Typed, completed, narrowed, taken back, asked again from the list of recent ones."""
    page.goto(f"{strict}/search/", wait_until="networkidle")
    page.locator("#search-form [name=q]").press_sequentially("中华技能")
    expect(page.locator("#search-suggestions [role=option]").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#search-results > li").first).to_be_visible()
    page.locator("#search-boxes input[type=checkbox]").first.check()
    expect(page.locator("#search:not([aria-busy])")).to_be_visible()
    page.go_back()
    page.goto(f"{strict}/search/?q=没有这样的事情", wait_until="networkidle")
    page.goto(f"{strict}/search/", wait_until="networkidle")
    expect(page.locator(".hb-recent__forget")).to_be_visible()
    page.locator(".hb-recent__forget").click()

    assert faults == []


def test_finder_and_calculator(page: Page, strict: str, faults: list[str]):
    """Chosen, narrowed to a topic, worked out, and answered with a sentence where the box holds nonsense."""
    page.goto(f"{strict}/finder/", wait_until="networkidle")
    page.get_by_role("link", name="广西的企业职工").click()
    page.locator("select[name=topic]").select_option("training-subsidy")
    calculator = page.locator("[data-calculator]").first
    calculator.locator("input").nth(0).fill("30")
    expect(calculator.locator("[data-sum]")).to_have_text("18,000元")
    calculator.locator("input").nth(0).fill("<b>")
    expect(calculator.locator("[role=alert]")).not_to_be_empty()

    assert faults == []


def test_comparison_by_choice(page: Page, strict: str, faults: list[str]):
    """Two ticked, the differences alone, a step back."""
    page.goto(f"{strict}/compare/", wait_until="networkidle")
    page.get_by_label("广西技能强企").check()
    page.get_by_label("包头技能强企").check()
    expect(page.locator("#choose-table [data-row]").first).to_be_visible()
    page.locator("#choose [name=only]").check()
    page.go_back()
    expect(page.locator("#choose-table [data-row=award-zhonghua]")).to_be_visible()

    assert faults == []


def test_every_download_of_a_comparison_arrives(page: Page, strict: str, site: Path, faults: list[str]):
    """Word, Excel, CSV and JSON, byte for byte."""
    page.goto(f"{strict}/{COMPARISON}", wait_until="networkidle")
    links = page.locator("a[download]").all()
    arrived = {}
    for link in links:
        fold = link.locator("xpath=ancestor::details[not(@open)]")
        if fold.count():
            fold.locator("summary").first.click()
        with page.expect_download() as waiting:
            link.click()
        download = waiting.value
        arrived[download.suggested_filename.rpartition(".")[2]] = (
            download.path().read_bytes()
            == (site / "downloads" / Path(link.get_attribute("href") or "").name).read_bytes()
        )

    assert arrived == {"docx": True, "xlsx": True, "csv": True, "json": True}
    assert faults == []


def test_a_chosen_day(page: Page, strict: str, faults: list[str]):
    """某日有效."""
    page.goto(f"{strict}/as-of/", wait_until="networkidle")
    page.get_by_label("哪一天", exact=True).fill("2026-06-01")
    page.get_by_role("button", name="看这一天").click()
    expect(page.locator("#as-of-form [role=status]")).to_contain_text("2026年6月1日")

    assert faults == []


def test_large_type_and_dark_colours(page: Page, strict: str, faults: list[str]):
    """Switched, and still there on the next page, whose head applies them before the first paint."""
    page.goto(f"{strict}/", wait_until="networkidle")
    page.locator("[data-large-switch]").click()
    page.locator("[data-scheme-switch]").click()
    page.goto(f"{strict}/{PLAN}", wait_until="networkidle")

    for switch in ("[data-large-switch]", "[data-scheme-switch]"):
        expect(page.locator(switch)).to_have_attribute("aria-pressed", "true")
    assert faults == []


def test_citation_with_and_without_a_clipboard(page: Page, strict: str, faults: list[str]):
    """Copied where the browser allows it, selected where it keeps its clipboard to itself."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{strict}/{PLAN}", wait_until="networkidle")
    button = page.locator("#f-award-zhonghua").get_by_role("button", name="引用")
    button.click()
    expect(button).to_have_text("已复制")
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    other = page.locator(".hb-copy:visible").nth(1)
    other.click()
    expect(other).to_have_text("已复制")

    assert faults == []


def test_calendar_can_be_taken_along(page: Page, strict: str, site: Path, faults: list[str]):
    """The file for Outlook and WPS arrives; the subscription of updates answers."""
    page.goto(f"{strict}/calendar/", wait_until="networkidle")
    with page.expect_download() as waiting:
        page.locator("a[href$='.ics']").first.click()
    feed = page.evaluate("async (address) => (await fetch(address)).status", f"{strict}/feed.atom")

    assert waiting.value.path().read_bytes() == (site / "calendar.ics").read_bytes()
    assert feed == 200
    assert faults == []


def test_printed_pages(page: Page, strict: str, faults: list[str]):
    """On paper the same headers hold: styles for print and the code with the address."""
    for path in (PLAN, COMPARISON, "calendar/", "overview/"):
        page.goto(f"{strict}/{path}", wait_until="networkidle")
        page.emulate_media(media="print")
        assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")

    assert faults == []


def test_menu_on_a_phone(page: Page, strict: str, faults: list[str]):
    """Opened, and followed to another page."""
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(f"{strict}/{PLAN}", wait_until="networkidle")
    page.locator(".hb-menu > summary").click()
    page.locator(".hb-menu__panel a:visible").last.click()
    page.wait_for_load_state("networkidle")

    assert not page.url.endswith(PLAN)
    assert faults == []


@pytest.mark.parametrize("words", ["Excel", "CSV", "JSON", "Word"])
def test_a_chosen_comparison_is_saved(page: Page, strict: str, faults: list[str], words: str):
    """A file made on the page is no request: the headers let it pass."""
    page.goto(f"{strict}/compare/?d=guangxi-jineng-qiangqi-2025&d=baotou-jineng-qiangqi-2025")
    with page.expect_download() as taken:
        page.locator("#choose-table").get_by_role("button", name=words).click()
    saved = taken.value.path().stat().st_size

    assert saved > 1000
    assert faults == []
