"""What is only proposed, and where a draft's amounts went."""

import pytest

from generator.views.document_page import banner, find_successors
from generator.views.facts import fact_view, is_proposed
from tests.fictional import DRAFT, Edit, library

COVER = (
    "doc_number: {absent: not_in_source}\nissuers",
    "carrier: {title: 征求意见的函, type: 函, doc_number: {absent: not_in_source}}\ndoc_number: {absent: not_in_source}\nissuers",
)


def _proposed(fact: str, *edits: Edit) -> bool:
    return is_proposed(library(*edits).facts[f"yunzhou-peixun-caogao-2023/{fact}"])


def test_a_number_of_a_draft_is_proposed():
    """拟 stands before it."""
    placed = library().facts["yunzhou-peixun-caogao-2023/guimo"]

    assert fact_view(library(), placed).figure.draft


def test_what_a_draft_tells_of_the_past_is_as_it_is():
    """A meeting that was held is not proposed."""
    described = (DRAFT, "value: 20万人次, quote", "strength: 说明, value: 20万人次, quote")

    assert not _proposed("guimo", described)


def test_what_the_covering_letter_asks_for_is_as_it_is():
    """The day by which opinions are due is not proposed; without a letter it is a number of the draft like others."""
    letter = (DRAFT, *COVER)
    in_front = (DRAFT, '  - id: mubiao\n    section: "1"', '  - id: mubiao\n    section: "0"')

    assert not _proposed("fankui", letter, in_front)
    assert _proposed("fankui", in_front)
    assert _proposed("fankui", letter)


@pytest.mark.parametrize(("value", "kept"), [("600元", True), ("500元", False)])
def test_a_drafted_amount_went_where_the_same_amount_is_stated(value: str, kept: bool):
    """金额已见于 another document is said of the same amount only."""
    amount = f"kind: money, label: 补贴, indicator: subsidy, value: {value}, quote: x, nature: 补贴"
    nobody = "payee: {absent: not_stated}, payer: {absent: not_stated}, fund: {absent: not_stated}"
    found = library(
        (DRAFT, "      - {id: fankui,", f"      - {{id: bu, {amount}, {nobody}}}\n      - {{id: fankui,")
    )

    links = find_successors(found, found.documents["yunzhou-peixun-caogao-2023"])

    assert bool(links) is kept


def test_a_day_for_opinions_stands_in_the_banner():
    """The covering letter says until when; the draft alone says nothing."""
    found = library(
        (DRAFT, *COVER), (DRAFT, '  - id: mubiao\n    section: "1"', '  - id: mubiao\n    section: "0"')
    )

    assert (
        banner(found.documents["yunzhou-peixun-caogao-2023"])[-1] == "反馈意见的时限：2023年11月30日18:00前。"
    )
    assert "反馈" not in "".join(banner(library().documents["yunzhou-peixun-caogao-2023"]))


def test_a_fact_leads_to_its_comparison_and_a_draft_to_the_one_with_drafts():
    """What a draft proposes has no cell where drafts are left out; a fact without an indicator leads nowhere."""
    held = library()

    leads = {name: fact_view(held, placed).comparison for name, placed in held.facts.items()}

    assert leads["yunzhou-peixun-2024/guimo"] == "indicators/training-visits/"
    assert leads["yunzhou-peixun-caogao-2023/guimo"] == "indicators/training-visits/drafts/"
    assert {bool(url) for name, url in leads.items() if held.facts[name].fact.indicator is None} == {False}
