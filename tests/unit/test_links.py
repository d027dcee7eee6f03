"""Addresses: from one page to another, and from a page to its Markdown file."""

import pytest

from generator import links


@pytest.mark.parametrize(
    ("page", "target", "expected"),
    [
        ("", "documents/", "documents/"),
        ("", "", "./"),
        ("documents/", "", "../"),
        ("documents/", "documents/", "./"),
        ("documents/a/", "documents/b/#f-x", "../b/#f-x"),
        ("documents/a/", "documents/a/#p-x", "#p-x"),
        ("documents/a/", "departments/y/", "../../departments/y/"),
        ("search/", "api/v1/facts.json", "../api/v1/facts.json"),
        ("documents/a/original/", "documents/a/#s-1", "../#s-1"),
    ],
)
def test_a_link_leads_from_page_to_target_below_any_sub_path(page: str, target: str, expected: str):
    """Links are relative, so that the site works wherever it is put."""
    assert links.relative(page, target) == expected


def test_an_index_page_is_the_index_file_of_its_folder():
    """documents/ is a folder with pages below it; awards/ stands alone."""
    assert links.source_path(links.DOCUMENTS) == "documents/index.md"
    assert links.source_path(links.document("a")) == "documents/a.md"
    assert links.source_path(links.AWARDS) == "awards.md"
    assert links.source_path(links.HOME) == "index.md"


def test_the_anchor_of_a_section_has_no_dots():
    """A style sheet or a script may name the anchor without escaping."""
    assert links.section("a", "a2.4.13") == "documents/a/#s-a2-4-13"
