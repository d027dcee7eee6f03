"""The analyser of the generator, against the vectors that it shares with the page."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.analyser import Analyser, analyser_table
from generator.search.characters import simplified_characters

VECTORS = json.loads(Path(__file__).with_name("analyser_vectors.json").read_text("utf-8"))
ANALYSER = Analyser(analyser_table(), simplified_characters())


@pytest.mark.parametrize("vector", VECTORS["vectors"], ids=lambda vector: vector["text"] or "nothing")
def test_vector(vector: dict[str, Any]):
    """Normalised text, marks and terms are those of the file that the page is tested with too."""
    plain = ANALYSER.normalise(vector["text"])

    assert plain == vector["plain"]
    assert [[m.kind, m.start, m.end, *m.terms] for m in ANALYSER.marks(plain)] == vector["marks"]
    assert ANALYSER.terms(vector["text"]) == vector["terms"]


def test_vectors_hold_the_traditional_characters_that_they_need():
    """The page's tests get their simplified characters from the file, so none may be missing."""
    used = {c for vector in VECTORS["vectors"] for c in vector["text"] if c in simplified_characters()}

    assert {c: simplified_characters()[c] for c in used} == VECTORS["simplified"]


@given(st.text())
def test_no_text_breaks_the_analyser(text: str):
    """Marks lie within the text, one after the other, and each has a term."""
    plain = ANALYSER.normalise(text)
    marks = ANALYSER.marks(plain)

    assert all(0 <= mark.start < mark.end <= len(plain) and mark.terms for mark in marks)
    assert all(before.end <= after.start for before, after in pairwise(marks))


@given(st.integers(min_value=1, max_value=99_999))
def test_an_amount_is_one_term_however_it_is_spelled(amount: int):
    """万元, 元 and full-width digits give the same first term."""
    spellings = (
        f"{amount}万元",
        f"{amount}0000元",
        f"{amount:,}万块钱",
        f"{amount}".translate({48 + i: 0xFF10 + i for i in range(10)}) + "万元",
    )

    assert {ANALYSER.terms(spelling)[0] for spelling in spellings} == {f"={amount}0000元"}
