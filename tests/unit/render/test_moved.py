"""A renamed document, clause or fact is still found at its former address."""

from generator import pipeline
from tests.case_files import TODAY
from tests.fictional import FINAL, policy_files, source_texts


def _pages(*edits: tuple[str, str, str]) -> dict[str, str]:
    site = pipeline.build(policy_files(*edits), source_texts(), {}, TODAY).site
    assert site is not None
    return dict(site.pages)


def test_the_former_address_of_a_document_leads_on():
    """former_ids of a document become pages that lead to the present one."""
    pages = _pages((FINAL, "short_title: 云州培训\n", "former_ids: [yunzhou-2024]\nshort_title: 云州培训\n"))

    assert 'redirect: "documents/yunzhou-peixun-2024/"' in pages["documents/yunzhou-2024.md"]
    assert 'href="../yunzhou-peixun-2024/"' in pages["documents/yunzhou-2024.md"]


def test_the_former_anchor_of_a_fact_stays_on_the_page():
    """A link to a fact under its former name arrives at its clause."""
    pages = _pages((FINAL, "      - id: butie-e\n", "      - id: butie-e\n        former_ids: [butie-jiu]\n"))

    assert '<span id="f-butie-jiu"></span>' in pages["documents/yunzhou-peixun-2024.md"]
