"""自选对比 as a person would use it, in Chromium."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.site, pytest.mark.browser]
TWO = "compare/?d=guangxi-jineng-qiangqi-2025&d=baotou-jineng-qiangqi-2025"


def _row(page: Page, indicator: str):
    return page.locator(f"#choose-table [data-row={indicator}]")


def test_two_ticked_documents_make_a_table_and_an_address(page: Page, address: str):
    """The choice can be sent to a colleague."""
    page.goto(f"{address}/compare/")
    page.get_by_label("广西技能强企").check()
    page.get_by_label("包头技能强企").check()

    expect(_row(page, "award-zhonghua").locator("[data-cell=value]")).to_contain_text("30")
    expect(_row(page, "award-zhonghua").locator("[data-cell=unstated]")).to_contain_text("文中未规定")
    assert "d=guangxi-jineng-qiangqi-2025" in page.url
    assert "d=baotou-jineng-qiangqi-2025" in page.url


def test_the_address_brings_the_table_back(page: Page, address: str):
    """Nothing but the address is needed."""
    page.goto(f"{address}/{TWO}&only=1")

    expect(_row(page, "award-zhonghua")).to_be_visible()
    expect(_row(page, "education-fund-share")).to_have_count(0)


def test_all_five_states_are_told_apart(page: Page, address: str):
    """A value, 文中未规定, 金额未定, 沿用上级规定, 未录入."""
    page.goto(f"{address}/{TWO}&d=guangxi-gaojineng-rencai-2023")
    expect(_row(page, "award-zhonghua")).to_be_visible()

    states = {cell.get_attribute("data-cell") for cell in page.locator("#choose-table [data-cell]").all()}
    assert states == {"value", "unstated", "open", "parent", "missing"}


def test_a_draft_is_marked_in_its_head_and_in_every_figure(page: Page, address: str):
    """Whoever chooses a draft sees that it is one."""
    page.goto(f"{address}/{TWO}&d=guangxi-gaojineng-rencai-2023")

    expect(page.locator("#choose-table thead .hb-badge.is-draft")).to_have_count(1)
    expect(_row(page, "award-zhonghua").locator(".hb-fig__draft")).to_have_count(1)


def test_heads_stay_in_view(page: Page, address: str):
    """Far down the table one still sees which column is which."""
    page.goto(f"{address}/{TWO}")
    expect(_row(page, "award-zhonghua")).to_be_visible()
    page.locator("#choose-table tbody tr").nth(30).scroll_into_view_if_needed()

    expect(page.locator("#choose-table thead th").nth(1)).to_be_in_viewport()


def test_without_scripts_the_prepared_tables_stand_alone(chromium, address: str):
    """The boxes are not shown where they can do nothing."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/compare/")

    expect(page.locator("#choose")).to_be_hidden()
    expect(page.get_by_role("link", name="技能强企", exact=True)).to_be_visible()
    context.close()
