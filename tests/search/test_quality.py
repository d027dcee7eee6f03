"""How often the right section of the real handbook comes first: the part of the queries that may be tuned for."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bench.quality import Part, Tally, queries, tally
from bench.today import last_checked
from generator.checking import check
from generator.cli.search import fresh_index
from generator.disk import read_policies
from generator.search.engine import lunr_script
from generator.search.terminal import Terminal
from tests.search.library import SCRIPTS

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def handbook() -> Terminal:
    """A terminal over the real handbook, made without the source texts."""
    return Terminal(fresh_index(check(read_policies(ROOT), {}, last_checked())), SCRIPTS, lunr_script())


def _counted(handbook: Terminal, part: Part, record_property: Callable[[str, object], None]) -> Tally:
    """Ask the answerable queries of *part*; the run prints the counts."""
    found = tally(handbook, [query for query in queries(part) if not query.unanswerable])
    record_property(
        "counted", f"{found.first}/{found.asked} first, {found.five} in five, {found.silent} silent"
    )
    return found


def test_seen_queries(handbook: Terminal, record_property: Callable[[str, object], None]):
    """The goals: right section first ≥ 95 %, among the first five ≥ 99 %, no answer ≤ 1 %."""
    answerable = _counted(handbook, "seen", record_property)

    assert answerable.first >= 0.95 * answerable.asked
    assert answerable.five >= 0.99 * answerable.asked
    assert answerable.silent <= 0.01 * answerable.asked


def test_colloquial_queries(handbook: Terminal, record_property: Callable[[str, object], None]):
    """Questions with hardly a word of the documents: right section first ≥ 80 %, in the first five ≥ 85 %, no answer ≤ 5 %."""
    answerable = _counted(handbook, "colloquial", record_property)

    assert answerable.first >= 0.80 * answerable.asked
    assert answerable.five >= 0.85 * answerable.asked
    assert answerable.silent <= 0.05 * answerable.asked


def test_unanswerable_queries_are_told_so(handbook: Terminal):
    """Every one of them, seen or not."""
    asked = [query for part in ("seen", "unseen") for query in queries(part) if query.unanswerable]

    assert tally(handbook, asked) == Tally(asked=len(asked), first=len(asked), five=len(asked), silent=0)
