"""Postings with the scores that lunr.py's builder would give, without its memory and time.

The builder of lunr.py makes an object for each token; a thousand documents take it a minute and more than a gigabyte.
Here a posting is numbers side by side in arrays. The formula is lunr's (BM25, `lunr/builder.py` and `lunr/idf.py`);
tests/search/test_scores.py proves the scores equal to the builder's.
"""

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

K1, B = 1.2, 0.75
"""The defaults of lunr."""

Rows = list[tuple[int, float]]
"""Units and scores, in the order of the units."""


class _Field:
    """The postings of one field: by term, unit numbers and frequencies in turn."""

    def __init__(self, boost: int) -> None:
        self.boost = boost
        self.pairs: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        self.lengths: array[int] = array("I")

    def add(self, terms: Iterable[str]) -> None:
        number, counted, pairs = len(self.lengths), Counter(terms), self.pairs
        self.lengths.append(counted.total())
        for term, frequency in counted.items():
            pairs[term].extend((number, frequency))

    def damping(self) -> "array[float]":
        average = sum(self.lengths) / max(1, len(self.lengths)) or 1.0
        return array("d", (K1 * (1 - B + B * (length / average)) for length in self.lengths))


class Postings:
    """Which units hold which term how often, by field; units are added in the order of their numbers."""

    def __init__(self, boosts: Mapping[str, int]) -> None:
        self._fields = {name: _Field(boost) for name, boost in boosts.items()}
        self.units = 0

    def add(self, terms: Mapping[str, Iterable[str]]) -> None:
        """Add the next unit: by field the terms that it holds."""
        for name, field in self._fields.items():
            field.add(terms[name])
        self.units += 1

    def found_in(self) -> dict[str, int]:
        """Return for each term, in their order, in how many units (not fields) it stands."""
        terms = sorted(set().union(*(field.pairs for field in self._fields.values())))
        return {term: self._found_in(term) for term in terms}

    def _found_in(self, term: str) -> int:
        lists = [field.pairs[term][::2] for field in self._fields.values() if term in field.pairs]
        return len(lists[0]) if len(lists) == 1 else len(set().union(*lists))

    def scored(self, most: int | None = None) -> Iterator[tuple[str, int, Mapping[str, Rows]]]:
        """Yield each term, in how many units it stands, and by field its units with their scores.

        Of a term that stands in more than *most* units those are kept that score best in the first field that holds
        it, then in the next: a term common to all is looked for by its names.
        """
        damping = {name: field.damping() for name, field in self._fields.items()}
        for term, found_in in self.found_in().items():
            appearances = sum(len(field.pairs.get(term, ())) // 2 for field in self._fields.values())
            idf = math.log(1 + abs((self.units - appearances + 0.5) / (appearances + 0.5)))
            kept: set[int] | None = None if most is None or found_in <= most else set()
            rows = {}
            for name, field in self._fields.items():
                if term in field.pairs:
                    full = kept is not None and len(kept) == most
                    row = _scores(field, term, idf, damping[name], kept if full else None)
                    if kept is not None and most is not None and not full:
                        kept.update(_best(row, kept, most - len(kept)))
                    rows[name] = row
            if kept is not None:
                rows = {name: [pair for pair in row if pair[0] in kept] for name, row in rows.items()}
            yield term, found_in, {name: row for name, row in rows.items() if row}


def _scores(field: _Field, term: str, idf: float, damping: "array[float]", only: set[int] | None) -> Rows:
    boost, flat = field.boost, field.pairs[term]
    pairs = zip(flat[::2], flat[1::2], strict=True)
    if only is not None:
        pairs = ((number, frequency) for number, frequency in pairs if number in only)  # type: ignore[assignment]
    return [(n, round(idf * ((K1 + 1) * f) / (damping[n] + f) * boost, 3)) for n, f in pairs]


def _best(row: Rows, but: set[int], count: int) -> Iterable[int]:
    """Return the *count* units of *row* that score best, without those in *but*; of equal ones the earlier."""
    ranked = sorted((pair for pair in row if pair[0] not in but), key=lambda pair: -pair[1])
    return (number for number, _ in ranked[:count])
