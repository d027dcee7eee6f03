"""Phrases to suggest and pairs of characters by sound, for pinyin, initials and wrong homophones."""

import re
from collections.abc import Iterable, Mapping
from heapq import nsmallest

from generator.search.characters import readings, usual_reading
from generator.search.units import Unit

MOST_PHRASES = 4000
HAN = re.compile("[㐀-䶿一-鿿]+")
HAN_PAIR = re.compile("[㐀-鿿]{2}")
QUOTED = re.compile("^“([^”]+)”$")


def phrases_in(unit: Unit) -> Iterable[str]:
    """Return what can be suggested of *unit*, each once."""
    root = unit.root
    terms = [QUOTED.sub(r"\1", term) for term in root.terms]
    names = {name for body in root.bodies for name in (body.name, *body.aliases)} | {*root.regions}
    return {phrase for phrase in {root.title, *terms, *names, *_tails(terms)} if _fit(phrase)}


def suggested(times: Mapping[str, int]) -> list[tuple[str, str, int]]:
    """Return of the phrases, each with in how many units it stands, the most used with their reading in syllables."""
    kept = nsmallest(MOST_PHRASES, times.items(), key=lambda item: (-item[1], item[0]))
    return [(phrase, " ".join(readings(phrase)).lower(), count) for phrase, count in kept]


def phrase_rows(phrases: Iterable[tuple[str, str, int]]) -> Mapping[str, list[tuple[str, str, int]]]:
    """Return the phrases by their first character and by the first letter of their reading."""
    rows: dict[str, list[tuple[str, str, int]]] = {}
    for phrase in phrases:
        rows.setdefault(phrase[0][0], []).append(phrase)
        if phrase[1][0] != phrase[0][0]:
            rows.setdefault(phrase[1][0], []).append(phrase)
    return dict(sorted(rows.items()))


def pair_rows(terms: Mapping[str, int]) -> Mapping[str, list[str]]:
    """Return the pairs of Han characters in *terms* by their blurred sound, the most frequent first."""
    rows: dict[str, list[str]] = {}
    for term, _ in sorted(terms.items(), key=lambda item: (-item[1], item[0])):
        if len(term) == 2 and HAN.fullmatch(term):
            rows.setdefault(
                f"{blurred(usual_reading(term[0]))} {blurred(usual_reading(term[1]))}", []
            ).append(term)
    return dict(sorted(rows.items()))


def blurred(reading: str) -> str:
    """Return *reading* as people confuse it: zh/z, ch/c, sh/s, -ng/-n; the twin of `blurred` in repair.mjs."""
    return re.sub("ng$", "n", re.sub("^([zcs])h", r"\1", reading))


def _tails(terms: Iterable[str]) -> Iterable[str]:
    """Yield the ends of long terms, so that jndj finds 技能大奖 in 中华技能大奖."""
    for term in terms:
        if HAN.fullmatch(term) and len(term) > 4:
            yield from (term[i:] for i in range(2, len(term) - 2))


def _fit(phrase: str) -> bool:
    return 2 <= len(phrase) <= 20 and HAN.match(phrase) is not None
