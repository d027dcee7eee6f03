"""The printed words behind the frequency of a fact: 一次性, 每年, 每2年 … (频次的写法)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.model.facts import Frequency
from generator.sources.quotes import QuotePlace, Span
from generator.sources.text import SourceText

FREQUENCY_WORDS: Mapping[Frequency, re.Pattern[str]] = {
    "一次性": re.compile("一次性"),
    "每年": re.compile("每年度?|[/／]年|全年|逐年|年度|按年"),
    "每两年": re.compile("每(?:两|二|2)年|(?:两|二|2)年(?:一|1)次"),
    "每月": re.compile("每个?月|[/／]月|按月|逐月"),
    "每次": re.compile("每次"),
    "每日": re.compile("每[日天]|[/／][日天]"),
}
"""What counts as printing each frequency."""

_SENTENCE_ENDS = "。；！？;\n"


def frequency_spans(frequency: Frequency, place: QuotePlace, source: SourceText) -> Iterator[Span]:
    """Yield where the words of *frequency* stand in the sentences that the quote at *place* touches."""
    start, end = _sentence(source.squeezed, place.spans[0][0], place.spans[-1][1])
    for match in FREQUENCY_WORDS[frequency].finditer(source.squeezed, start, end):
        yield match.span()


def _sentence(text: str, start: int, end: int) -> Span:
    first = max(text.rfind(sign, 0, start) for sign in _SENTENCE_ENDS) + 1
    stops = [at for sign in _SENTENCE_ENDS if (at := text.find(sign, end)) != -1]
    return first, min(stops, default=len(text))
