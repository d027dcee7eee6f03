"""Whether a quote shows the value it is said to prove, and where the numerals of the value stand (数值与引文)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.evidence import Claim
from generator.quantities import QuantityError, find_numerals, parse_date_words, quantity_in_quote
from generator.sources.margins import cut_words
from generator.sources.quotes import QuotePlace, Span, quote_parts
from generator.sources.text import SourceText, squeeze

_BOUND = re.compile("(?:不低于|不高于|不少于|不多于|不超过|高于|低于|多于|少于|超过)$")


@dataclass(frozen=True)
class ShownValue:
    """The squeezed spans of the value in the source, and the bounds of the quote that the value leaves out (以上 …).

    `cut` are words of the source right beside the quote that belong to the value: the quote ends or begins too early.
    """

    spans: tuple[Span, ...]
    dropped: tuple[str, ...] = ()
    cut: tuple[str, ...] = ()


def find_value(claim: Claim, place: QuotePlace, source: SourceText) -> ShownValue | None:
    """Return where the value of *claim* stands in its quote at *place*; None where the quote doesn't show it.

    A claim without a value holds all of its quote. Words without a number (一定的补助) have to be in the quote of the
    fact itself; a second place may say the same in other words.
    """
    if claim.value is None:
        return ShownValue(place.spans)
    joined = "…".join(source.squeezed[a:b] for a, b in place.spans)
    if claim.role == "doc_number":
        return ShownValue(place.spans) if squeeze(claim.value) in joined else None
    if not find_numerals(squeeze(claim.value)):
        return _words(claim, place, joined, source)
    value = squeeze(claim.value)
    match = quantity_in_quote(value, joined)
    if match is not None:
        cut = () if match.dropped else cut_words(value, joined, match, place, source)
        return ShownValue(tuple(_back(span, place.spans) for span in match.spans), match.dropped, cut)
    return ShownValue(place.spans) if _one_of_several_dates(claim.value, joined) else None


def _words(claim: Claim, place: QuotePlace, joined: str, source: SourceText) -> ShownValue | None:
    """A value without a number: its words stand in the quote, and no bound right before them is left out (不低于…)."""
    at = 0
    dropped: tuple[str, ...] = ()
    for part in quote_parts(claim.value or ""):
        found = joined.find(part, at)
        if found == -1:
            return ShownValue(place.spans) if claim.repeats else None
        bound = _BOUND.search(joined, at, found) if at == 0 else None
        dropped = (*dropped, bound[0]) if bound and bound.end() == found else dropped
        at = found + len(part)
    first = place.spans[0][0]
    before = _BOUND.search(source.squeezed, max(0, first - 4), first)
    begins = joined.startswith(quote_parts(claim.value or ""))
    return ShownValue(place.spans, dropped, (before[0],) if begins and before else ())


def _one_of_several_dates(value: str, joined: str) -> bool:
    """2023年2月9日 is one of 2023年2月2日、9日."""
    try:
        wanted, listed = parse_date_words(value), parse_date_words(joined)
    except QuantityError:
        return False
    return listed.relation == "several" and len(wanted.points) == 1 and wanted.points[0] in listed.points


def _back(span: Span, parts: Sequence[Span]) -> Span:
    """Turn a span of the parts joined by one ellipsis each into a span of the source."""
    offset = 0
    for start, end in parts:
        length = end - start
        if span[0] < offset + length:
            return start + span[0] - offset, start + span[1] - offset
        offset += length + 1
    raise ValueError(f"span {span} is outside its quote")
