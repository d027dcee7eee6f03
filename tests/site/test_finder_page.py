"""我能享受什么 as a person would use it, in Chromium."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = [pytest.mark.site, pytest.mark.browser]
EMPLOYEES = "finder/employees/450000/"


def _calculator(page: Page, address: str, path: str = EMPLOYEES) -> Locator:
    page.goto(f"{address}/{path}")
    return page.locator("[data-calculator]").first


def test_every_way_in_leads_to_an_answer(page: Page, address: str):
    """Each link of the first page opens a page that says how much it found."""
    page.goto(f"{address}/finder/")
    ways = [link.get_attribute("href") for link in page.locator(".hb-table a").all()]

    for way in ways:
        page.goto(f"{address}/finder/{way}")
        expect(page.locator(".hb-count")).to_have_text(re.compile("的.*：.*"))

    assert len(ways) > 50


def test_the_answers_are_in_the_address(page: Page, address: str):
    """Who, where and what lead to an address that shows the same again."""
    page.goto(f"{address}/finder/")
    page.get_by_role("link", name="广西的企业职工").click()
    page.locator("select[name=topic]").select_option("training-subsidy")
    before = page.locator("[role=status]").inner_text()
    page.goto(page.url)

    assert page.url.endswith(f"/{EMPLOYEES}?topic=training-subsidy")
    expect(page.locator("[role=status]").first).to_have_text(before)
    expect(page.locator("#b-guangxi-jineng-qiangqi-2025--special-training-subsidy")).to_be_visible()


def test_thirty_trainees_and_twenty_five_at_work_get_23000(page: Page, address: str):
    """600×30 + 200×25, each factor linked to its fact, and said to be worked out."""
    calculator = _calculator(page, address)
    inputs = calculator.locator("input")
    inputs.nth(0).fill("30")
    inputs.nth(1).fill("25")

    expect(calculator.locator("[data-sum]")).to_have_text("23,000元")
    expect(calculator).to_contain_text("推算，以经办机构核定为准")
    links = [link.get_attribute("href") or "" for link in calculator.locator(".hb-calc__stated a").all()]
    assert [link.partition("#")[2] for link in links] == [
        "f-special-training-subsidy",
        "f-post-training-subsidy",
    ]


@pytest.mark.parametrize(
    ("typed", "shown"), [("0", "0元"), ("999999999999999", "599,999,999,999,999,400元"), ("３０", "18,000元")]
)
def test_any_whole_number_is_worked_out_to_the_last_digit(page: Page, address: str, typed: str, shown: str):
    """Nought, a huge number, full-width digits: no rounding and no exponent."""
    calculator = _calculator(page, address)
    calculator.locator("input").first.fill(typed)

    expect(calculator.locator("output").first).to_have_text(shown)


@pytest.mark.parametrize("typed", ["三十", "-1", "1.5", "1e21", "99999999999999999999", "<b>"])
def test_nonsense_is_answered_with_a_sentence(page: Page, address: str, typed: str):
    """No result, the box marked, and what to type instead."""
    calculator = _calculator(page, address)
    calculator.locator("input").first.fill(typed)

    expect(calculator.locator("[role=alert]")).not_to_be_empty()
    expect(calculator.locator("[data-sum]")).to_be_empty()
    expect(calculator.locator("input").first).to_have_attribute("aria-invalid", "true")


def test_the_lower_of_two_ceilings_holds_and_is_called_a_ceiling(page: Page, address: str):
    """30% of the surplus and 10% of last year's pay: at most the lower."""
    calculator = _calculator(page, address, "finder/vocational-schools/150200/")
    calculator.locator("input").nth(0).fill("1000000")
    calculator.locator("input").nth(1).fill("2000000")

    expect(calculator.locator("[data-sum]")).to_have_text("至多 200,000元")


def test_drafts_are_left_out_and_said_to_be(page: Page, address: str):
    """The living allowance for families stands in a draft only."""
    page.goto(f"{address}/finder/lead-talent/450000/")

    expect(page.locator("main, article").first).to_contain_text("只见于征求意见稿")
    expect(page.locator(".hb-benefits .hb-badge.is-draft")).to_have_count(0)


def test_without_scripts_the_answers_and_the_formulas_are_there(chromium, address: str):
    """Boxes that do nothing are hidden; everything else stays."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{EMPLOYEES}")

    expect(page.locator(".hb-calc__formula").first).to_contain_text("600元/人")
    expect(page.locator(".hb-calc input").first).to_be_hidden()
    expect(page.locator("[data-finder]")).to_be_hidden()
    expect(page.locator(".hb-benefits > li").first).to_be_visible()
    context.close()
