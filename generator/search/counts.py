"""In how many units each pair of Han characters stands: what tells which words of a question are worth looking up."""

import math
from collections.abc import Mapping

from generator.search.phrases import HAN_PAIR

STEPS = 5
"""Steps of an octave: a count is exact up to nine, then within half a step; `countIn` in shards.mjs holds the twin."""
ONE = ord("#")


def count_rows(times: Mapping[str, int]) -> Mapping[str, str]:
    """Return by their first character the pairs of Han characters in *times*: the second one, then its count as a character."""
    rows: dict[str, list[str]] = {}
    for term, count in sorted(times.items()):
        if HAN_PAIR.fullmatch(term):
            rows.setdefault(term[0], []).append(term[1] + chr(ONE + round(STEPS * math.log2(count))))
    return {first: "".join(row) for first, row in rows.items()}
