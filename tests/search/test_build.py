"""What is built: the same bytes for the same library, in files that a reader can fetch one by one."""

import json

from generator.search.build import search_files
from generator.search.entries import problems_of
from generator.search.page import ways_in
from generator.search.units import groups_of
from tests.search.library import LIBRARY, document, fact, provision


def test_the_order_of_documents_changes_no_byte():
    """Documents are numbered by id, so that a renamed file does not shuffle the index."""
    yun = [entry for entry in LIBRARY if entry.document == "yun"]
    others = [entry for entry in LIBRARY if entry.document != "yun"]

    assert search_files([*yun, *others]) == search_files([*others, *yun])


def test_a_change_shows_in_the_version():
    """Another figure is another edition."""
    changed = [*LIBRARY[:-1], provision("yun", "3", "新的一条")]
    versions = {
        json.loads(search_files(entries)["manifest.json"])["version"] for entries in (LIBRARY, changed)
    }

    assert len(versions) == 2


def test_the_head_of_a_document_comes_first():
    """Units are numbered through; the first of a document is its own entry."""
    groups = groups_of([provision("b", "1", "一"), document("b"), provision("a", "1", "一"), document("a")])

    assert [(group.document, group.first, group.units[0].root.kind) for group in groups] == [
        ("a", 0, "document"),
        ("b", 2, "document"),
    ]


def test_facts_lie_with_their_clause():
    """A fact is no unit of its own."""
    (group,) = groups_of([document("a"), provision("a", "1", "一"), fact("a", "1", "奖励", "3万元")])

    assert [len(unit.facts) for unit in group.units] == [0, 1]


def test_problems_name_what_a_view_did_wrong():
    """Repeated ids, facts without a clause, clauses of a document without a head."""
    found = problems_of(
        [provision("a", "1", "一"), provision("a", "1", "一"), fact("a", "9", "奖励", "3万元")]
    )

    assert found == (
        "repeated id a/1",
        "a/1: document a has no entry of its own",
        "a/9/奖励: parent a/9 is missing",
        "a/9/奖励: document a has no entry of its own",
    )


def test_the_page_without_scripts_lists_every_clause():
    """Documents by title, clauses in the order of the text."""
    ways = ways_in(LIBRARY)

    assert [(way.title, [title for title, _ in way.clauses]) for way in ways] == [
        ("云州市茶艺人才办法", ["茶艺大师评选", "采茶机补贴"]),
        ("岚州市茶艺人才办法（征求意见稿）", ["茶艺大师评选"]),
    ]


def test_a_large_library_has_its_index_pages_instead():
    """A list of thousands would weigh more than the search."""
    assert ways_in(document(f"d{number}") for number in range(301)) == ()
