"""What stands in the source right beside a quote and still belongs to its value: 60万人次|以上, 600元|/人 (引文两端)."""

from __future__ import annotations

import re
from itertools import count

from generator.quantities import QuoteMatch, quantity_in_quote
from generator.sources.quotes import QuotePlace
from generator.sources.text import SourceText

_REACH = 40
"""How far a bound may stand before its number: 不少于在校生人数的50%."""
_STOP = re.compile("[，,。；;：:（）()“”《》]|内(?=[容部外地蒙])")
"""Where a clause ends; 内 of 内容, 内部 bounds nothing."""
_BEHIND = re.compile(
    "人次|次(?!数|要|日|年|月)|[/／][人年月日天次家个户名]|[之以]?后(?![续期勤备])|[之以]?前(?![列景沿来往期端])|起(?![到草点码])|多(?=[万人家个])"
)
"""Words that change the value right before them: a unit goes on, a date or a term gets its side."""
_BEFORE = re.compile("(?:累计|最高|最多|最低|最少|至少|不足|近|约|超)$")


def cut_words(
    value: str, joined: str, match: QuoteMatch, place: QuotePlace, source: SourceText
) -> tuple[str, ...]:
    """Return the words of the source beside the quote *joined* that *value*, found in it by *match*, leaves out.

    The value is looked for once more, at the same place, in the quote with the rest of its clause on both sides: what
    bounds it there (不少于, 以上, a range) and not in the quote was cut off together with it.
    """
    left, right = clause_around(source, place.spans[0][0], place.spans[-1][1])
    if joined.endswith(value) and (behind := _BEHIND.match(right)):
        return (behind[0],)
    if joined.startswith(value) and (before := _BEFORE.search(left)):
        return (before[0],)
    wide = left + joined + right
    wanted = tuple((start + len(left), end + len(left)) for start, end in match.spans)
    for occurrence in count(1):
        found = quantity_in_quote(value, wide, occurrence)
        if found is None:
            return (right[:2],) if joined.endswith(value) else ()
        if found.spans == wanted:
            return found.dropped
    return ()


def clause_around(source: SourceText, start: int, end: int) -> tuple[str, str]:
    """The rest of the clause before and behind the squeezed span, of the same line."""
    text = source.squeezed
    left = _STOP.split(text[max(0, start - _REACH) : start])[-1]
    right = _STOP.split(text[end : end + _REACH])[0]
    while left and source.line_of(start - len(left)) != source.line_of(start):
        left = left[1:]
    while right and source.line_of(end + len(right) - 1) != source.line_of(end - 1):
        right = right[:-1]
    return left, right
