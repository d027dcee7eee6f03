"""Where a quote stands in its section (引文定位)."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.sources.sections import SectionSpan
from generator.sources.text import SourceText, find_spans, squeeze

ELLIPSIS = "…"
Span = tuple[int, int]


@dataclass(frozen=True)
class QuotePlace:
    """The squeezed spans of the parts of a quote, in order, and how often its first part occurs in the section."""

    spans: tuple[Span, ...]
    occurrences: int


def quote_parts(quote: str) -> tuple[str, ...]:
    """Split *quote* at its ellipses; the parts are squeezed and never empty."""
    return tuple(part for part in (squeeze(piece) for piece in quote.split(ELLIPSIS)) if part)


def find_quote(source: SourceText, section: SectionSpan, quote: str, occurrence: int) -> QuotePlace | None:
    """Return where the *occurrence*-th standing of *quote* in *section* is, or None.

    The parts of an elided quote follow each other inside the section; a standing counts when all its parts are there.
    """
    parts = quote_parts(quote)
    if not parts:
        return None
    standings: list[tuple[Span, ...]] = []
    for first in find_spans(source.squeezed, parts[0], section.start, section.end):
        spans = [first]
        for part in parts[1:]:
            later = find_spans(source.squeezed, part, spans[-1][1], section.end)
            if not later:
                break
            spans.append(later[0])
        if len(spans) == len(parts):
            standings.append(tuple(spans))
    if len(standings) < occurrence:
        return None
    return QuotePlace(standings[occurrence - 1], len(standings))


def nearest_line(source: SourceText, quote: str) -> tuple[int, str]:
    """Return the number and text of the source line that shares the longest run with *quote*; never a contact line."""
    words = squeeze(quote.replace(ELLIPSIS, ""))
    shown = "".join(" " if source.withheld(at) else sign for at, sign in enumerate(source.squeezed))
    match = SequenceMatcher(None, shown, words, autojunk=False).find_longest_match()
    number = source.line_of(match.a)
    return number, source.line(number)
