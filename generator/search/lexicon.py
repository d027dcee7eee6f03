"""The words that a query is read with: synonyms, question words, places; made ready for the page by normalising them."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class Synonym:
    """A word of the documents and what readers say for it; both ways if the document's word may find theirs."""

    word: str
    also: tuple[str, ...]
    two_way: bool = False


@cache
def question_table() -> Mapping[str, Any]:
    """Return the words of questions."""
    table: Mapping[str, Any] = _table("questions.json")
    return table


@cache
def place_table() -> tuple[str, ...]:
    """Return the names of provinces and cities by which a question can ask for a place that the library lacks."""
    return tuple(_table("places.json")["names"])


def _table(name: str) -> Any:
    return json.loads(resources.files("generator.search").joinpath(f"tables/{name}").read_text("utf-8"))


def lexicon(
    synonyms: Iterable[Synonym], regions: Iterable[str], normalise: Callable[[str], str]
) -> Mapping[str, Any]:
    """Return the lexicon of query.mjs, every word as the analyser compares it."""
    questions = question_table()
    words = {
        kind: [normalise(word) for word in questions[kind] if normalise(word)]
        for kind in ("outside", "drop", "weak")
    }
    intents = [[normalise(word), intent] for intent, group in questions["intent"].items() for word in group]
    places = sorted({normalise(name) for name in (*place_table(), *regions)})
    return {
        "particles": questions["particles"],
        "synonym": _synonyms(synonyms, normalise),
        "place": [name for name in places if len(name) > 1],
        "intent": intents,
        **words,
    }


def _synonyms(synonyms: Iterable[Synonym], normalise: Callable[[str], str]) -> list[list[Any]]:
    others: dict[str, dict[str, None]] = {}
    for synonym in synonyms:
        word = normalise(synonym.word)
        for said in map(normalise, synonym.also):
            others.setdefault(said, {})[word] = None
            if synonym.two_way:
                others.setdefault(word, {})[said] = None
    return [[word, list(found)] for word, found in sorted(others.items())]
