"""The benchmarks of the search run in a small form, so that they can't rot; no time is judged."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from bench.corpus import corpus
from bench.search import Cost, search_costs
from generator.search.entries import problems_of


def test_the_fictional_corpus_is_always_the_same():
    """A seed says everything; a larger corpus begins with the smaller one."""
    small, large = tuple(corpus(3)), tuple(corpus(5))

    assert large[: len(small)] == small
    assert tuple(corpus(3, seed=2)) != small


def test_the_fictional_corpus_is_well_formed():
    """What the bench indexes could have come from a view."""
    assert problems_of(corpus(20)) == ()


def _cost_of(documents: int) -> Cost:
    (cost,) = search_costs([documents])
    return cost


@pytest.mark.browser
@pytest.mark.slow
def test_costs_are_measured():
    """A few documents in Chromium: bytes are counted and each document is found by its number."""
    # In a thread of its own: the browser of the other tests has a loop in this one.
    with ThreadPoolExecutor(1) as aside:
        cost = aside.submit(_cost_of, 6).result()

    assert cost.documents == 6
    assert 20 < cost.first_kb < 300
    assert cost.numbers_first == 100
