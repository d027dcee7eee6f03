"""What every numeral of a source is: held by a claim, dismissed with a reason, withheld, or open (数字覆盖)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.model.document import Document
from generator.model.vocabulary import FixedPhrase
from generator.quantities import Numeral, find_numerals, unit_at
from generator.sources.quotes import Span
from generator.sources.sections import Sections
from generator.sources.text import SourceText, find_spans, squeeze

State = Literal["held", "dismissed", "withheld", "open"]


@dataclass(frozen=True)
class Holder:
    """A squeezed span whose numerals are accounted for, and by what (a fact id, 章节序号, a reason …)."""

    span: Span
    by: str


@dataclass(frozen=True)
class CoveredNumeral:
    """One numeral of the source; *by* lists who holds it or why it was dismissed."""

    span: Span
    text: str
    line: int
    state: State
    by: tuple[str, ...]


def cover(
    document: Document,
    source: SourceText,
    sections: Sections,
    held: Iterable[Holder],
    phrases: Sequence[FixedPhrase],
) -> tuple[CoveredNumeral, ...]:
    """Say of every numeral of *source*, in order, what it is.

    Cost: one pass over the numerals and one search of the text per phrase.
    """
    holders = [*held, *_headings(document, source, sections), *_titles(document, source)]
    dismissed = [*_dismissals(document, source, sections), *_phrases(source, phrases)]
    by_start = _Index(holders)
    dismissals = _Index(dismissed)
    result: list[CoveredNumeral] = []
    for numeral in find_numerals(source.squeezed):
        span = (numeral.start, numeral.end)
        state, names = _state(by_start.over(span), dismissals.over(span), source.withheld(numeral.start))
        result.append(CoveredNumeral(span, numeral.text, source.line_of(numeral.start), state, names))
    return tuple(result)


def _state(
    held: tuple[str, ...], dismissed: tuple[str, ...], withheld: bool
) -> tuple[State, tuple[str, ...]]:
    if withheld:
        return "withheld", ("联系方式",)
    if held:
        return "held", held
    if dismissed:
        return "dismissed", dismissed
    return "open", ()


class _Index:
    """Spans by the squeezed positions they cover; a numeral is short, so a bucket a position is small."""

    def __init__(self, holders: Iterable[Holder]) -> None:
        self._at: dict[int, list[Holder]] = {}
        for holder in holders:
            for position in range(*holder.span):
                self._at.setdefault(position, []).append(holder)

    def over(self, span: Span) -> tuple[str, ...]:
        """Return who covers the whole of *span*, alone or together, without repeats and in order; () if a part is bare."""
        here = [self._at.get(position, []) for position in range(*span)]
        if not all(here):
            return ()
        return tuple(dict.fromkeys(holder.by for holder in here[0]))


def _headings(document: Document, source: SourceText, sections: Sections) -> Iterator[Holder]:
    for entry in document.outline:
        span = sections.spans.get(entry.id)
        label = squeeze(entry.label)
        if span is not None and label and source.squeezed.startswith(label, span.start):
            yield Holder((span.start, span.start + len(label)), f"章节序号 {entry.label}")


def _titles(document: Document, source: SourceText) -> Iterator[Holder]:
    """The numerals of printed titles, other than numbers of things (9部门): those are facts, years and ordinals are not."""
    titles = [document.title] + ([document.carrier.title] if document.carrier else [])
    for title in titles:
        words = squeeze(title)
        held = [(n.start, n.end) for n in find_numerals(words) if not _counts(words, n)]
        for start, _ in find_spans(source.squeezed, words, 0, len(source.squeezed)):
            for first, end in held:
                yield Holder((start + first, start + end), "标题")


def _counts(words: str, numeral: Numeral) -> bool:
    unit = unit_at(words, numeral.end)
    arabic = numeral.script in ("arabic", "mixed")
    return arabic and unit is not None and unit.printed != "年" and not words.endswith("第", 0, numeral.start)


def _dismissals(document: Document, source: SourceText, sections: Sections) -> Iterator[Holder]:
    for dismissal in document.dismissed:
        for span in dismissal_spans(source, sections, dismissal.quote, dismissal.section):
            yield Holder(span, dismissal.reason)


def dismissal_spans(
    source: SourceText, sections: Sections, quote: str, section: str | None
) -> tuple[Span, ...]:
    """Return every place of a dismissed phrase, within its section where one is named."""
    within = sections.spans.get(section) if section is not None else None
    start, end = (within.start, within.end) if within else (0, len(source.squeezed))
    return find_spans(source.squeezed, squeeze(quote), start, end)


def _phrases(source: SourceText, phrases: Sequence[FixedPhrase]) -> Iterator[Holder]:
    for phrase in phrases:
        for span in find_spans(source.squeezed, squeeze(phrase.phrase), 0, len(source.squeezed)):
            yield Holder(span, "固定用语")
