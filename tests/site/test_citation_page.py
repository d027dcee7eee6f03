"""引用 on a document's page, in Chromium."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.site, pytest.mark.browser]
PAGE = "documents/guangxi-jineng-qiangqi-2025/"


def test_a_fact_is_copied_with_its_permanent_address(page: Page, address: str):
    """Title, section, quote and the address that opens at the fact, whatever query the reader came with."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}/{PAGE}?from=elsewhere")
    page.locator("#f-award-zhonghua").get_by_role("button", name="引用").click()
    expect(page.locator("#f-award-zhonghua .hb-copy")).to_have_text("已复制")

    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("《广西推动技能强企工作实施方案》")
    assert "新获“中华技能大奖”一次性给予每人30万元奖励" in copied
    assert copied.endswith(f"{address}/{PAGE}#f-award-zhonghua")


def test_every_clause_and_every_fact_can_be_cited(page: Page, address: str):
    """Each has a sentence of its own."""
    page.goto(f"{address}/{PAGE}")

    facts = {row.get_attribute("id") for row in page.locator(".hb-ledger > li[id^=f-]").all()}
    clauses = {clause.get_attribute("id") for clause in page.locator("section.hb-provision").all()}
    cited = {(one.get_attribute("data-copy") or "")[1:] for one in page.locator("[data-copy]").all()}
    assert cited == facts | clauses


def test_without_configuration_there_is_no_way_to_report(page: Page, address: str):
    """这条有误？ is absent while mkdocs.yml names no address."""
    page.goto(f"{address}/{PAGE}")

    expect(page.get_by_text("这条有误？")).to_have_count(0)
