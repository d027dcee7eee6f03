"""The days that a text prints about itself: signed, issued, in force from and until (各日期的推断)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.quantities import QuantityError, parse_date_words
from generator.sources.text import SourceText

Span = tuple[int, int]

_DAY = r"(?:19|20)\d{2}年\d{1,2}月\d{1,2}日"
_PRINTED = {
    "issued": re.compile(
        rf"(?:(?<=[（(])(?={_DAY}[^（）()]{{0,40}}?(?:发布|公布|印发|通过))|(?={_DAY}印发))(?P<day>{_DAY})"
    ),
    "effective": re.compile(
        rf"(?<!》)[自从于](?P<day>{_DAY})起?(?:正式|开始|全面)?(?:施行|实施|执行|生效)(?!的)"
    ),
    "expires": re.compile(
        rf"(?:有效期|施行期|试行期|执行期)限?[^，。；\d]{{0,6}}(?:{_DAY}起?)?[至到](?P<day>{_DAY})(?:为?止)?"
    ),
}
_LONE = re.compile(_DAY)


@dataclass(frozen=True)
class OwnDate:
    """One day: its squeezed span, its printed words, its ISO text, and the span with the words that give it force."""

    span: Span
    quote: str
    iso: str
    held: Span


def own_dates(source: SourceText) -> dict[str, OwnDate]:
    """Return the days by their names in the model; of several in force, the last one printed is the document's own."""
    found: dict[str, OwnDate] = {}
    for name, pattern in _PRINTED.items():
        for match in pattern.finditer(source.squeezed):
            if (iso := iso_date(match["day"])) is not None and not _crosses(source, match.span()):
                found[name] = OwnDate(match.span("day"), match["day"], iso, match.span())
    return found


def lone_dates(source: SourceText) -> Iterator[Span]:
    """The dates that fill a line: they date the document and are no fact of it."""
    for match in _LONE.finditer(source.squeezed):
        ends = match.end() == len(source.squeezed) or source.starts_line(match.end())
        if source.starts_line(match.start()) and ends:
            yield match.span()


def iso_date(printed: str) -> str | None:
    """Return the ISO text of a printed day."""
    try:
        return parse_date_words(printed).points[0].iso
    except QuantityError:
        return None


def _crosses(source: SourceText, span: Span) -> bool:
    return source.line_of(span[0]) != source.line_of(span[1] - 1)
