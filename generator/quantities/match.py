"""Find a printed value in the quote that proves it, digit for digit.

The value must be printed in the quote, not merely follow from it: the same signs of the same script (30万元 is not
300000元 and not 三十万元), each numeral whole (3.5% is not in 13.5%), with its own unit (人 is not 人次). White space
does not count. Words may stand between a bound and its number: 不少于50% is in 不少于在校生人数的50%.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from generator.quantities.comparators import BEFORE, RANGE_SIGN
from generator.quantities.quote_text import DATE_UNITS, WORD_BEFORE, QuoteText, quote_text


@dataclass(frozen=True, slots=True)
class QuoteMatch:
    """Where the numerals of a value stand in its quote.

    ``spans``: (start, end) offsets of each numeral in the quote as given, in order, without the unit: the 2万 of 2万元.
    ``dropped``: words of the quote that bound or extend these numerals but are missing from the value: 以上, 不超过,
    the — of a range, the 底前 of 2025年底前. A value with dropped words says something else than its quote.
    """

    spans: tuple[tuple[int, int], ...]
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Step:
    """One numeral of the value: what must stand before it and, for the last one, behind it.

    ``lead`` is everything printed between the numeral before and this one. Where the quote does not have it word for
    word, ``words`` and ``each`` (不超过, 每人) may stand farther away and only ``joined`` must touch the numeral;
    ``joined`` is None where other words may come in between (每2年…1次).
    """

    numeral: str
    unit: str
    lead: str
    joined: str | None
    words: tuple[str, ...]
    each: tuple[str, ...]
    behind: str = ""


def quantity_in_quote(printed: str, quote: str, occurrence: int = 1) -> QuoteMatch | None:
    """The *occurrence*-th place (from 1) of the value *printed* in *quote*, or None.

    *printed* is a quantity, a date or a frequency; a value without a numeral is never found. Never raises.
    """
    steps = _steps(printed)
    if not steps or occurrence < 1:
        return None
    return next(islice(_matches(steps, quote_text(quote)), occurrence - 1, None), None)


@lru_cache(maxsize=4096)
def _steps(printed: str) -> tuple[_Step, ...]:
    value = quote_text(printed)
    steps: list[_Step] = []
    position = 0
    for figure in value.figures:
        between = value.text[position : figure.numeral.start]
        words, each, rest = _leading_words(between)
        joined: str | None = rest
        if steps:
            apart = not rest and bool(figure.unit) and figure.unit not in DATE_UNITS
            joined = None if apart else between
        last = figure is value.figures[-1]
        behind = value.text[figure.end :] if last else ""
        steps.append(_Step(figure.numeral.text, figure.unit, between, joined, words, each, behind))
        position = figure.end
    return tuple(steps)


def _leading_words(text: str) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """The comparator words and the 每… that *text* begins with, and what is left."""
    words, each, position = [], [], 0
    while match := WORD_BEFORE.match(text, position):
        if match["per"]:
            each.append(match["per"])
        else:
            words.append(match["word"])
        position = match.end()
    return tuple(words), tuple(each), text[position:]


def _matches(steps: tuple[_Step, ...], quote: QuoteText) -> Iterator[QuoteMatch]:
    for start in range(len(quote.figures)):
        found = _match_from(steps, quote, start)
        if found:
            yield _result(steps, quote, found)


def _match_from(steps: tuple[_Step, ...], quote: QuoteText, start: int) -> list[int] | None:
    """The figures of *quote* that stand for *steps*, the first of them *start*; no step looks back at another choice."""
    found: list[int] = []
    for step in steps:
        index = start
        if found and step.joined is not None:
            index = found[-1] + 1
        elif found:
            index = _next_figure(step, quote, found[-1])
        if index >= len(quote.figures) or not _fits(step, quote, index, found[-1] if found else None):
            return None
        found.append(index)
    last = quote.figures[found[-1]]
    return found if quote.text.startswith(steps[-1].behind, last.end) else None


def _next_figure(step: _Step, quote: QuoteText, after: int) -> int:
    for index in range(after + 1, len(quote.figures)):
        figure = quote.figures[index]
        if figure.numeral.text == step.numeral and figure.unit == step.unit:
            return index
    return len(quote.figures)


def _fits(step: _Step, quote: QuoteText, index: int, before: int | None) -> bool:
    figure = quote.figures[index]
    if figure.numeral.text != step.numeral or figure.unit != step.unit:
        return False
    start = figure.numeral.start
    behind_last = 0 if before is None else quote.figures[before].end
    if before is not None and step.joined is not None:
        between = quote.text[behind_last:start]
        return between == step.joined or bool(
            RANGE_SIGN.fullmatch(between) and RANGE_SIGN.fullmatch(step.joined)
        )
    if quote.text.endswith(step.lead, behind_last, start) and not quote.cuts_word(start - len(step.lead)):
        return True
    return (
        quote.text.endswith(step.joined or "", behind_last, start)
        and all(quote.has_each(word, start) for word in step.each)
        and _all_said(step.words, quote.words_before(index))
    )


def _all_said(words: tuple[str, ...], quoted: tuple[str, ...]) -> bool:
    """Whether each of *words* is among those of the quote, alone or within a longer one that says the same."""
    return all(
        any(word in other and BEFORE[word].comparator == BEFORE[other].comparator for other in quoted)
        for word in words
    )


def _result(steps: tuple[_Step, ...], quote: QuoteText, found: list[int]) -> QuoteMatch:
    places = quote.places
    figures = [quote.figures[index] for index in found]
    spans = tuple((places[figure.numeral.start], places[figure.numeral.end - 1] + 1) for figure in figures)
    dropped: list[str] = []
    for step, index in zip(steps, found, strict=True):
        if step is steps[0] or step.joined is None:
            said = {BEFORE[word].comparator for word in step.words}
            dropped += [word for word in quote.bounds_before(index) if BEFORE[word].comparator not in said]
    if found[0] and not steps[0].joined:
        before = quote.figures[found[0] - 1]
        sign = RANGE_SIGN.fullmatch(quote.text, before.end, figures[0].numeral.start)
        dropped += [sign[0]] if sign else []
    dropped.append(quote.word_after(found[-1], figures[-1].end + len(steps[-1].behind)))
    return QuoteMatch(spans, tuple(word for word in dropped if word))
