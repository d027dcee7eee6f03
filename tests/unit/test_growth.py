"""Corpora of fictional documents: valid, alike, the same every time; what is made of them grows with them and no faster."""

import pickle
import re
import sys
from collections import Counter
from cProfile import Profile
from functools import partial
from html import unescape
from types import ModuleType
from urllib.parse import urljoin

import pytest

from bench.documents import policy_files
from generator import checking
from generator.assemble import assemble
from generator.library import Library
from generator.links import lying_at
from generator.render import comparison_pages, picture_pages, version_pages
from generator.render import pages as pages_of_all
from generator.render.page_set import Pages
from generator.render.pages import render_pages
from generator.settings import Settings
from generator.views.as_of import count_part
from generator.views.calendar import CalendarParts
from generator.views.comparison import compared_indicators
from generator.views.events import find_events
from generator.views.overviews import Node, family_tree
from generator.views.search_entries import search_entries
from generator.views.shelves import shelve_documents

DAY = "2026-11-21"
SMALL, LARGE, HUGE = 20, 60, 150
LONGEST_PAGE = 500_000


def _pages(library: Library) -> Pages:
    return render_pages(library, {}, DAY, Settings(), {})


@pytest.fixture(scope="module")
def small() -> Library:
    """The library of the small corpus."""
    return assemble(policy_files(SMALL)).library


@pytest.fixture(scope="module")
def large() -> Library:
    """The library of the large corpus."""
    return assemble(policy_files(LARGE)).library


def test_a_corpus_passes_the_check():
    """No error and no warning: what is measured is the way of sound extracts."""
    checked = checking.check(policy_files(SMALL), {}, DAY)

    assert checked.problems == ()
    assert len(checked.library.documents) == SMALL


def test_a_corpus_is_the_same_every_time():
    """The same number and seed give the same bytes, another seed gives others."""
    assert policy_files(3) == policy_files(3)
    assert policy_files(3) != policy_files(3, seed=2)


def test_a_larger_corpus_begins_with_the_smaller():
    """A document does not depend on how many others there are."""
    few, many = policy_files(3), policy_files(5)

    assert {name: many[name] for name in few if "/documents/" in name} == {
        name: few[name] for name in few if "/documents/" in name
    }


def test_documents_look_like_the_real_ones(large: Library):
    """On average about 50 kB, 41 clauses, 32 facts of many kinds, families of several members."""
    documents = large.documents.values()
    facts = [fact for d in documents for p in d.provisions for fact in p.facts]
    sizes = [len(text) for name, text in policy_files(LARGE).items() if "/documents/" in name]

    assert 40_000 < sum(sizes) / LARGE < 70_000
    assert 30 <= sum(len(d.provisions) for d in documents) / LARGE <= 52
    assert 27 <= len(facts) / LARGE <= 37
    assert len(Counter(fact.kind for fact in facts)) > 10


def test_pages_and_files_grow_with_the_documents(small: Library, large: Library):
    """Three times the documents make no more than three times the pages, and no more than three times their values."""
    few, many = _pages(small), _pages(large)

    assert len(many) <= len(few) * LARGE / SMALL
    assert len(search_entries(large)) <= len(search_entries(small)) * LARGE / SMALL * 1.1


@pytest.mark.slow
def test_comparisons_take_as_much_work_a_document_however_many_there_are(large: Library):
    """Calls of functions are counted, no clock. The page of a policy looks at its own documents, not at the whole library."""
    few = _calls(_pages(large), "compare/") / LARGE
    many = _calls(_pages(assemble(policy_files(HUGE)).library), "compare/") / HUGE

    assert many <= few * 1.1


def _calls(pages: Pages, folder: str) -> int:
    """How many calls it takes to make the pages below *folder*, when all that they share has been found."""
    paths = [path for path in pages if path.startswith(folder)]
    assert all(pages[path] for path in paths)
    profile = Profile()
    profile.runcall(lambda: [pages[path] for path in paths])
    return sum(row.callcount for row in profile.getstats())


@pytest.mark.slow
def test_no_page_is_longer_than_a_reader_can_load(large: Library):
    """Every Markdown page stays below 500 kB; lists are cut by region and year before they reach it."""
    pages = _pages(large)

    assert {
        path: len(text.encode()) for path, text in pages.items() if len(text.encode()) > LONGEST_PAGE
    } == {}


@pytest.mark.slow
def test_a_long_calendar_is_cut_by_year_without_losing_a_date(
    large: Library, monkeypatch: pytest.MonkeyPatch
):
    """The calendar leads to its parts, and every address that an event has stands in one of them."""
    monkeypatch.setattr(picture_pages, "CalendarParts", partial(CalendarParts, most=50))
    pages = _pages(large)
    parts = [path for path in pages if path.startswith("calendar/")]
    text = unescape("".join(pages[path] for path in parts))

    assert len(parts) > 1
    assert all(
        f'href="{path.removesuffix(".md").removeprefix("calendar/")}/"' in pages["calendar.md"]
        for path in parts
    )
    assert [event.url for event in find_events(large) if event.url not in text] == []
    assert {path for path in parts if len(pages[path].encode()) > LONGEST_PAGE} == set()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("module", "cutter", "index", "part", "entry"),
    [
        (version_pages, "shelve_documents", "as-of.md", r"as-of/.+", "documents/{}/"),
        (pages_of_all, "shelve_documents", "about.md", r"about/.+", "documents/{}/"),
        (
            comparison_pages,
            "shelve_indicators",
            "indicators/index.md",
            r"topics/[^/]+/indicators\.md",
            "indicators/{}/",
        ),
        (
            comparison_pages,
            "shelve_indicators",
            "compare/index.md",
            r"topics/[^/]+/indicators\.md",
            "indicators/{}/",
        ),
    ],
)
def test_a_list_that_is_cut_leads_to_its_parts_and_they_hold_every_entry_once(
    large: Library,
    monkeypatch: pytest.MonkeyPatch,
    module: ModuleType,
    cutter: str,
    index: str,
    part: str,
    entry: str,
):
    """Of the entries none stays on the first page, which links to every part."""
    monkeypatch.setattr(module, cutter, partial(getattr(module, cutter), most=20))
    pages = _pages(large)
    parts = {path.removesuffix(".md"): _targets(pages, path) for path in pages if re.fullmatch(part, path)}
    ids = large.documents if entry.startswith("documents") else [i.id for i in compared_indicators(large)]
    first = _targets(pages, index)

    assert len(parts) > 1
    assert [path for path in parts if f"{path}/" not in first] == []
    assert [id_ for id_ in ids if sum(entry.format(id_) in found for found in parts.values()) != 1] == []
    assert [id_ for id_ in ids if entry.format(id_) in first] == []


def _targets(pages: Pages, path: str) -> set[str]:
    """The pages that the one at *path* links to, as addresses of the site."""
    links = re.findall(r'href="([^"#]*)', unescape(pages[path]))
    return {urljoin(f"/{lying_at(path).removesuffix('index.md')}", link)[1:] for link in links}


def test_the_parts_of_a_day_count_what_they_hold(large: Library):
    """The standings of a part add up to its documents, those of all parts to the library."""
    parts = [count_part(large, part, DAY) for part in shelve_documents(large, most=20)]

    assert [part for part in parts if sum(part.counts) != part.way.count] == []
    assert sum(part.way.count for part in parts) == LARGE


def test_a_picture_of_many_versions_draws_the_highest(large: Library):
    """What is left out is said, and it is never a superior version."""
    family = max(
        large.vocabulary.families.values(), key=lambda f: len(large.documents_by_family.get(f.id, ()))
    )
    depth = {
        place.short: len(large.vocabulary.region_path(place.id))
        for place in large.vocabulary.regions.values()
    }
    whole, cut = _nodes(family_tree(large, family).roots), _nodes(family_tree(large, family, 4).roots)

    assert len(whole) > len(cut) == 4
    assert "只画层级最高的 4 份" in family_tree(large, family, 4).description
    assert sorted(depth[n.region] for n in cut) == sorted(depth[n.region] for n in whole)[:4]


def _nodes(roots: tuple[Node, ...]) -> list[Node]:
    return [node for root in roots for node in (root, *_nodes(root.children))]


def test_a_long_list_is_cut_without_losing_a_row(large: Library):
    """The parts of a topic hold every clause of the topic, each once."""
    from generator.views.shelves import shelve
    from generator.views.terms import find_topics, view_term

    for topic in find_topics(large):
        view = view_term(large, topic)
        shelves = shelve(large, view.clauses, lambda row: row.url, most=20)
        rows = [row for shelf in shelves for row in shelf.rows] if shelves else list(view.clauses)

        assert Counter(map(repr, rows)) == Counter(map(repr, view.clauses))
        assert all(len(shelf.rows) <= 20 for shelf in shelves)


def test_values_of_a_kind_share_the_names_of_their_fields(small: Library):
    """A dictionary of its own would take each value twice the memory; copies and comparisons are as ever."""
    provision = next(iter(small.documents.values())).provisions[0]
    fields = vars(provision)

    assert sys.getsizeof(fields) < sys.getsizeof(dict(fields))
    assert provision == provision.model_copy() == pickle.loads(pickle.dumps(provision))
    assert list(provision.model_dump()) == list(type(provision).model_fields)
