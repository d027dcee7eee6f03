"""某日有效 as a person would use it, in Chromium."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.site, pytest.mark.browser]
PLAN = "documents/guangxi-jineng-qiangqi-2025/"


def test_a_chosen_day_sorts_the_documents(page: Page, address: str):
    """In the middle of its printed period the plan is 期限内, the draft never."""
    page.goto(f"{address}/as-of/")
    page.get_by_label("哪一天", exact=True).fill("2026-06-01")
    page.get_by_role("button", name="看这一天").click()
    group = page.locator("#as-of-result h3", has_text="期限内").locator("xpath=following-sibling::ul[1]")

    expect(page.locator("#as-of-form [role=status]")).to_contain_text("2026年6月1日")
    expect(group.locator(f"a[href$='{PLAN}']")).to_have_count(1)
    expect(group.get_by_text("征求意见稿")).to_have_count(0)


def test_the_day_is_in_the_address(page: Page, address: str):
    """An address with a day shows that day again."""
    page.goto(f"{address}/as-of/?day=2024-06-01")
    group = page.locator("#as-of-result h3", has_text="尚未开始").locator("xpath=following-sibling::ul[1]")

    expect(group.locator(f"a[href$='{PLAN}']")).to_have_count(1)


def test_without_scripts_the_known_days_are_there(chromium, address: str):
    """The form stays hidden, the lists by known days are finished HTML."""
    context = chromium.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(f"{address}/as-of/")

    expect(plain.locator("#as-of-form")).to_be_hidden()
    assert plain.locator("details.hb-fold").count() > 2
    context.close()
