"""A reader's way through the real handbook in Chromium."""

from urllib.parse import urlparse

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.site, pytest.mark.browser]
GUANGXI = "documents/guangxi-jineng-qiangqi-2025/"


@pytest.fixture
def hosts(page: Page) -> set[str]:
    """Every host that the page asks for something, filled as it goes."""
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(urlparse(request.url).netloc))
    return asked


def test_from_home_to_document_to_fact_to_comparison_and_back(page: Page, address: str, hosts: set[str]):
    """Home → document → fact → comparison → back, without leaving the host."""
    page.goto(f"{address}/")
    page.get_by_role("link", name="广西推动技能强企工作实施方案").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("广西推动技能强企工作实施方案")

    page.locator(".hb-card", has_text="中华技能大奖").get_by_role("link").click()
    fact = page.locator(":target")
    expect(fact).to_contain_text("30")
    expect(fact).to_be_in_viewport()

    page.get_by_role("link", name="看对比").click()
    row = page.locator("#row-award-zhonghua")
    expect(row.locator("[data-cell=value]")).to_contain_text("30")
    expect(row.locator("[data-cell=unstated]")).to_contain_text("文中未规定")

    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_contain_text("广西推动技能强企工作实施方案")
    assert hosts == {urlparse(address).netloc}


def test_the_search_finds_the_grand_award(page: Page, address: str, hosts: set[str]):
    """中华技能大奖 leads to the clause that awards 300,000 yuan."""
    page.goto(f"{address}/search/?q=中华技能大奖")
    first = page.locator("#search-results > li").first

    expect(first).to_contain_text("30")
    assert first.get_attribute("data-document") == "guangxi-jineng-qiangqi-2025"
    assert first.get_attribute("data-section") == "2.7.2"
    assert hosts == {urlparse(address).netloc}


def test_a_draft_cannot_be_mistaken_for_a_policy_in_force(page: Page, address: str):
    """The banner stands above the title, and every figure that is proposed says 拟; a meeting that was held does not."""
    draft = "guangxi-gaojineng-rencai-2023"
    facts = [one for one in page.request.get(f"{address}/api/v1/facts.json").json() if one["document"] == draft]
    proposed = {one["id"].split("/")[1] for one in facts if one["strength"] != "说明" and one["section_id"] != "0"}
    page.goto(f"{address}/documents/{draft}/")
    rows = page.locator(".hb-ledger li[id^='f-']:has(.hb-fig)").evaluate_all(
        "all => all.map((row) => [row.id.slice(2), !!row.querySelector('.hb-fig__draft')])"
    )
    said = {name for name, marked in rows if marked}

    expect(page.locator(".hb-banner.is-draft")).to_contain_text("征求意见稿，不是现行规定")
    assert said == {name for name, _ in rows} & proposed
    assert len(said) > 5


def test_a_phone_shows_the_status_of_every_figure_at_once(page: Page, address: str):
    """Nobody has to pull the table sideways to see that a number is from a draft."""
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(f"{address}/subsidies/")

    ends = page.locator(".hb-table tbody .hb-badge").evaluate_all(
        "all => all.map((badge) => badge.getBoundingClientRect().right)"
    )
    assert len(ends) == page.locator(".hb-table tbody tr").count()
    assert max(ends) <= 375


@pytest.mark.parametrize("width", [320, 375, 1280])
@pytest.mark.parametrize(
    "path",
    ["", "documents/", GUANGXI, "documents/guangxi-gaojineng-rencai-2023/", "compare/", "compare/jineng-qiangqi/",
     "indicators/award-zhonghua/", "awards/", "subsidies/", "targets/", "deadlines/", "departments/", "departments/gx-hrss/",
     "topics/wages/", "audiences/enterprises/", "regions/450000/", "references/", "search/?q=补贴", "open-data/", "about/"],
)  # fmt: skip
def test_no_page_scrolls_sideways(page: Page, address: str, path: str, width: int):
    """Wide tables scroll in their own frame; the page never does."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}/{path}")

    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")

    assert over <= 0


def test_a_page_is_complete_without_scripts(chromium, address: str):
    """Figures, conditions and quotes are in the HTML itself."""
    context = chromium.new_context(java_script_enabled=False, locale="zh-CN")
    page = context.new_page()
    page.goto(f"{address}/{GUANGXI}")

    assert "30" in page.locator(".hb-card", has_text="中华技能大奖").inner_text()
    assert page.locator("details.hb-fold blockquote").count() > 10
    context.close()
