"""The search page of the real handbook, used as a reader uses it."""

import re
from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import Browser, Page, expect

from bench.quality import SearchPage, queries, tally

pytestmark = [pytest.mark.site, pytest.mark.browser]
RESULTS = "#search-results > li"
AWARD = ("guangxi-jineng-qiangqi-2025", "2.7.2")


def _status(page: Page):
    return page.get_by_role("status")


def _first(page: Page) -> tuple[str | None, str | None]:
    item = page.locator(RESULTS).first
    expect(item).to_be_visible()
    return item.get_attribute("data-document"), item.get_attribute("data-section")


def test_an_address_is_a_search(page: Page, address: str):
    """A search can be sent to a colleague; its first result leads to the very figure."""
    page.goto(f"{address}/search/?q=中华技能大奖")

    assert _first(page) == AWARD
    page.locator(".hb-result__title a").first.click()
    expect(page).to_have_url(re.compile(r"/documents/guangxi-jineng-qiangqi-2025/#f-"))


def test_results_come_while_typing(page: Page, address: str):
    """No button is needed; the address follows."""
    page.goto(f"{address}/search/")
    page.locator("#search-form input").press_sequentially("28课时")

    expect(_status(page)).to_contain_text("找到")
    assert _first(page) == ("guangxi-jineng-zhaoliang-2025", "3.2")
    assert parse_qs(urlparse(page.url).query) == {"q": ["28课时"]}


@pytest.mark.slow
def test_the_page_finds_the_right_section(page: Page, address: str, record_property):
    """The seen queries, typed one after the other: the same goals as for the terminal."""
    found = tally(SearchPage(page, address), queries("seen"))
    record_property(
        "counted", f"{found.first}/{found.asked} first, {found.five} in five, {found.silent} silent"
    )

    assert found.first >= 0.95 * found.asked
    assert found.five >= 0.99 * found.asked
    assert found.silent <= 0.01 * found.asked


def test_nothing_of_the_search_is_fetched_elsewhere(page: Page, address: str):
    """The home page leads to the search and loads none of it."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlparse(request.url).path))
    page.goto(address, wait_until="networkidle")

    assert [path for path in asked if path.startswith("/search/") or "/js/search/" in path] == []


def test_a_question_without_an_answer_is_told_so(page: Page, address: str):
    """没有找到, no result, and something near."""
    page.goto(f"{address}/search/?q=养老金怎么领")

    expect(_status(page)).to_contain_text("没有找到")
    expect(page.locator(RESULTS)).to_have_count(0)
    expect(page.locator("#search-ways .hb-tries a").first).to_be_visible()
    expect(page.locator("#search-ways .hb-ways a").first).to_be_visible()


def test_a_rule_without_a_number_says_what_it_is(page: Page, address: str):
    """沿用上级规定 or 金额未定 stands where the others have their figure."""
    page.goto(f"{address}/search/?q=补贴")

    expect(page.locator(".hb-result__kind", has_text="沿用上级规定").first).to_be_visible()
    expect(page.locator(".hb-result__kind", has_text="数字")).to_have_count(0)


def test_what_is_half_typed_in_an_input_method_is_not_searched(page: Page, address: str):
    """Letters of a composition wait until it ends."""
    page.goto(f"{address}/search/")
    page.evaluate(
        """() => {
            const input = document.querySelector('#search-form input');
            input.value = 'jineng';
            input.dispatchEvent(new InputEvent('input', {bubbles: true, isComposing: true}));
        }"""
    )
    page.wait_for_timeout(300)
    before = page.locator("[role=status]").inner_text()
    page.evaluate(
        """() => {
            const input = document.querySelector('#search-form input');
            input.value = '技能大奖';
            input.dispatchEvent(new CompositionEvent('compositionend', {bubbles: true}));
        }"""
    )

    assert before == ""
    expect(_status(page)).to_contain_text("找到")


def test_the_keyboard_is_enough(page: Page, address: str):
    """/ to the box, Esc closes the suggestions, arrows through the results, Esc back to the box."""
    page.goto(f"{address}/search/?q=中华技能大奖")
    expect(page.locator(RESULTS).first).to_be_visible()
    page.keyboard.press("/")
    expect(page.locator("#search-form input")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".hb-result__title a").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".hb-result__title a").nth(1)).to_be_focused()
    page.keyboard.press("Escape")

    expect(page.locator("#search-form input")).to_be_focused()


def test_a_suggestion_is_chosen_by_arrows_and_enter(page: Page, address: str):
    """Pinyin will do; the box is a combobox for a screen reader."""
    page.goto(f"{address}/search/")
    page.locator("#search-form input").press_sequentially("zhonghua")
    option = page.get_by_role("option", name="中华技能大奖")
    expect(option).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#search-form input")).to_have_attribute(
        "aria-activedescendant", re.compile("search-suggestions")
    )
    page.keyboard.press("Enter")

    expect(page.locator("#search-form input")).to_have_value("中华技能大奖")
    expect(page.locator("#search-suggestions")).to_be_hidden()
    assert _first(page) == AWARD


def test_a_facet_narrows_and_stands_in_the_address(page: Page, address: str):
    """The back button takes it off again."""
    page.goto(f"{address}/search/?q=中华技能大奖")
    page.get_by_label("征求意见稿").check()
    expect(page.locator(RESULTS)).to_have_count(1)

    assert parse_qs(urlparse(page.url).query)["status"] == ["征求意见稿"]
    page.go_back()
    expect(page.locator(RESULTS)).not_to_have_count(1)


def test_a_comparison_is_offered_before_the_list(page: Page, address: str):
    """The list itself stays with clauses."""
    page.goto(f"{address}/search/?q=广西和包头学徒补贴")

    expect(page.locator("#search-offers a").first).to_contain_text("对比")
    expect(page.locator(RESULTS).first).to_have_attribute("data-document", re.compile("."))


def test_recent_searches_stay_in_this_browser(page: Page, address: str):
    """What was searched by pressing Enter is offered again, and can be forgotten."""
    page.goto(f"{address}/search/")
    page.locator("#search-form input").fill("坭兴陶")
    page.keyboard.press("Enter")
    expect(_status(page)).to_contain_text("找到")
    page.goto(f"{address}/search/")
    expect(page.get_by_role("link", name="坭兴陶")).to_be_visible()
    page.get_by_role("button", name="清除").click()

    expect(page.get_by_role("link", name="坭兴陶")).to_have_count(0)


@pytest.mark.parametrize(
    "words", ["<img src=x onerror=alert(1)>", "%00", "a" * 10_000, "\\ud800", "' OR 1=1 --"]
)
def test_hostile_words_do_no_harm(page: Page, address: str, words: str):
    """They are searched for as text, and the page says something."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("dialog", lambda dialog: errors.append(dialog.message))
    page.goto(f"{address}/search/")
    page.locator("#search-form input").fill(words)

    expect(_status(page)).not_to_be_empty()
    assert errors == []


def test_without_scripts_every_clause_can_be_reached(chromium: Browser, address: str):
    """The form is hidden, the list of documents and clauses stays."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/search/")
    page.locator("details.hb-way summary").first.click()

    expect(page.locator("#search-form")).to_be_hidden()
    expect(page.locator("details.hb-way").first.get_by_role("link").nth(1)).to_be_visible()
    context.close()


def test_a_phone_needs_no_sideways_scroll(chromium: Browser, address: str):
    """375 pixels, with results, facets folded."""
    context = chromium.new_context(viewport={"width": 375, "height": 800})
    page = context.new_page()
    page.goto(f"{address}/search/?q=技能")
    expect(page.locator(RESULTS).first).to_be_visible()

    assert page.evaluate("document.documentElement.scrollWidth") == 375
    context.close()
