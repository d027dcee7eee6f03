"""Postings with the scores that lunr.py's builder would give, without its memory and time.

The builder of lunr.py makes an object for each token; a thousand documents take it a minute. The formula is lunr's
(BM25, `lunr/builder.py` and `lunr/idf.py`); tests/search/test_scores.py proves the scores equal to the builder's.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

K1, B = 1.2, 0.75
"""The defaults of lunr."""


@dataclass(frozen=True, slots=True)
class Posting:
    """The units that hold one term: by field, unit numbers and scores side by side."""

    found_in: int
    """In how many units (of all fields) the term stands, before the list was cut."""
    fields: Mapping[str, tuple[tuple[int, float], ...]]


def postings(units: Sequence[Mapping[str, Iterable[str]]], boosts: Mapping[str, int]) -> dict[str, Posting]:
    """Return the posting of every term; *units* hold by field the terms of the unit of that number."""
    counted = {name: [Counter(unit[name]) for unit in units] for name in boosts}
    lengths = {name: [count.total() for count in counts] for name, counts in counted.items()}
    appearances: Counter[str] = Counter()
    for counts in counted.values():
        for count in counts:
            appearances.update(count.keys())
    idf = {term: _idf(number, len(units)) for term, number in appearances.items()}

    lists: dict[str, dict[str, list[tuple[int, float]]]] = {term: {} for term in sorted(appearances)}
    for name, boost in boosts.items():
        average = sum(lengths[name]) / max(1, len(units))
        for number, count in enumerate(counted[name]):
            if not count:
                continue
            damping = K1 * (1 - B + B * (lengths[name][number] / average))
            for term, frequency in count.items():
                score = idf[term] * ((K1 + 1) * frequency) / (damping + frequency) * boost
                lists[term].setdefault(name, []).append((number, round(score, 3)))
    return {
        term: Posting(
            len({number for rows in fields.values() for number, _ in rows}),
            {name: tuple(rows) for name, rows in fields.items()},
        )
        for term, fields in lists.items()
    }


def champions(posting: Posting, most: int) -> Posting:
    """Cut *posting* to the *most* units that score best; a shorter one stays as it is."""
    if posting.found_in <= most:
        return posting
    totals: Counter[int] = Counter()
    for rows in posting.fields.values():
        for number, score in rows:
            totals[number] += score  # type: ignore[assignment] # a Counter adds floats as well
    kept = {number for number, _ in sorted(totals.items(), key=lambda item: (-item[1], item[0]))[:most]}
    fields = {name: tuple(row for row in rows if row[0] in kept) for name, rows in posting.fields.items()}
    return Posting(posting.found_in, fields)


def _idf(appearances: int, units: int) -> float:
    """Return lunr's inverse document frequency; it counts a unit once for each field that holds the term."""
    return math.log(1 + abs((units - appearances + 0.5) / (appearances + 0.5)))
