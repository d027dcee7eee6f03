"""White space of a quote that the source doesn't print, and the quote without it (引文的空格)."""

from __future__ import annotations

from generator.sources.quotes import ELLIPSIS, QuotePlace
from generator.sources.text import SourceText, squeeze


def respaced(quote: str, place: QuotePlace, source: SourceText) -> str:
    """Return *quote* without the white space that its *place* in the source doesn't have; a line break there is none.

    The quote is returned as it is where it holds Markdown marks, since its signs then can't be counted.
    """
    if not any(sign.isspace() for sign in quote):
        return quote
    breaks = _breaks(place, source)
    signs = [sign for sign in quote if not sign.isspace() and sign != ELLIPSIS]
    if len(signs) != len(breaks) or squeeze(quote) != "".join(quote.split()):
        return quote
    kept: list[str] = []
    seen = 0
    gap = ""
    for sign in quote:
        if sign.isspace():
            gap += sign
            continue
        if gap and kept and seen and breaks[seen - 1] and sign != ELLIPSIS and kept[-1] != ELLIPSIS:
            kept.append(gap)
        gap = ""
        kept.append(sign)
        seen += sign != ELLIPSIS
    return "".join(kept)


def _breaks(place: QuotePlace, source: SourceText) -> list[bool]:
    """For each sign of the quote, in order: whether the source has white space, but no line break, behind it."""
    found: list[bool] = []
    for start, end in place.spans:
        for position in range(start, end):
            between = source.text[source.origin(position) + 1 : source.origin(position + 1)]
            found.append("\n" not in between and any(sign.isspace() for sign in between))
    return found
