"""Read printed dates and periods: 2023年3月31日18:00, 每年12月10日前, 从2025年起到2027年底, 2025—2026年.

White space does not matter. Later parts take what they leave out from the part before (2023年2月2日、9日), a number
without 年, 月 or 日 takes its unit from the part behind it (2025—2026年). Nothing is added that is not printed: a date
without a year stays without one. The one thing looked up are the years of a five-year plan (“十四五”期间).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from generator.quantities.calendar_parts import (
    DatePoint,
    Edge,
    Parts,
    date_point,
    read_parts,
    with_context_of,
    with_unit_of,
)
from generator.quantities.comparators import RANGE_SIGN
from generator.quantities.errors import QuantityError, read_squeezed

DateRelation = Literal["on", "several", "range", "from", "until", "before", "after"]
Repeats = Literal["year", "month", "quarter"]


@dataclass(frozen=True, slots=True)
class DateValue:
    """One printed date or period (时间).

    ``points`` has one point for on, from (2025年起), until (到2025年末), before (…前) and after (…后), two for range,
    two or more for several. ``repeats`` is "year" (每年12月10日), "month" (每月10日), "quarter" (每季度首月10日: the
    point's ``edge`` says first or last month of the quarter) or None.
    ``inclusive`` says whether the day named in …前, …后, 起 or 止 counts: True or False where （含） or （不含） is
    printed, else None: 民法典第一千二百五十九条 settles it for 以上 and 届满, not for these words.
    """

    relation: DateRelation
    points: tuple[DatePoint, ...]
    repeats: Repeats | None = None
    inclusive: bool | None = None


# 国民经济和社会发展五年规划: the plan named 十四五 covers 2021 to 2025.
FIVE_YEAR_PLANS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "十二五": (2011, 2015),
        "十三五": (2016, 2020),
        "十四五": (2021, 2025),
        "十五五": (2026, 2030),
        "十六五": (2031, 2035),
    }
)
_PLAN = re.compile(f'[“"「]?({"|".join(FIVE_YEAR_PLANS)})[”"」]?(?:时期|期间|规划期)')
_REPEATS: Mapping[str, Repeats] = MappingProxyType({"每年": "year", "每月": "month"})
_QUARTER = re.compile(
    "每季度(?:(?P<start>首月|第[一1]个月)|(?P<end>末月|最后[一1]个月|第[三3]个月))?(?=[0-9])"
)
_FROM, _UNTIL = frozenset({"从", "自", "由"}), frozenset({"到", "至", "截至", "截止", "截止到", "截止至"})
_MONTHLY = frozenset({"month", "quarter"})
_BEFORE_WORD = re.compile("截止[到至]|截[至止]|[从自由到至于]")
_LINK = re.compile(f"(?:起|开始)?(?P<range>{RANGE_SIGN.pattern})|[、，,和及]")
_AFTER_WORD = re.compile(
    "(?P<before>[之以]?前)|(?P<after>[之以]?后)|(?P<from>起|开始)|(?P<until>为?止|截止)|期间|之?间|以?内"
)
_COUNTED = re.compile("[（(](不)?含(?:当日|当天|当年|当月|本日|本数)?[）)]")


@lru_cache(maxsize=4096)
def parse_date_words(printed: str) -> DateValue:
    """Read *printed*; raises QuantityError with a Chinese message and the place.

    Refused: a date that does not exist (2023年2月没有30日), a year of two digits, a period that ends before it begins,
    words left over.
    """
    return read_squeezed(_read_date, printed)


def _read_date(text: str) -> DateValue:
    if plan := _PLAN.fullmatch(text):
        first, last = FIVE_YEAR_PLANS[plan[1]]
        return DateValue("range", (DatePoint(str(first), "year"), DatePoint(str(last), "year")))
    repeats = _REPEATS.get(text[:2])
    position = 2 if repeats else 0
    if quarter := _QUARTER.match(text):
        repeats, position = "quarter", quarter.end()
    before = _BEFORE_WORD.match(text, position)
    parts, is_range, position = _read_list(text, before.end() if before else position)
    relation: DateRelation = "on" if len(parts) == 1 else "range" if is_range else "several"
    points = tuple(date_point(part, text, monthly=repeats in _MONTHLY) for part in parts)
    if quarter and quarter.lastgroup:
        edge: Edge = "start" if quarter["start"] else "end"
        points = tuple(replace(point, edge=edge) for point in points)
    if any((repeats and part.year) or (repeats in _MONTHLY and part.month) for part in parts):
        raise QuantityError(f"“{text[:2]}”后面的日期多了年份或月份", text, parts[0].start)
    if relation == "range":
        _check_order(text, parts)
    if before and relation == "on" and before[0] in _UNTIL:
        relation = "until"
    if after := _AFTER_WORD.match(text, position):
        relation, position = _relation_after(text, relation, after), after.end()
    inclusive = None
    if counted := _COUNTED.match(text, position):
        inclusive, position = counted[1] is None, counted.end()
    if position < len(text):
        raise QuantityError(f"多出“{text[position : position + 8]}”", text, position)
    if before and before[0] in _FROM and relation == "on":
        raise QuantityError(f"“{before[0]}”后面缺少“起”或截止时间", text, position)
    return DateValue(relation, points, repeats, inclusive)


def _read_list(text: str, position: int) -> tuple[tuple[Parts, ...], bool, int]:
    """The dates joined by 、 or by one —, what each leaves out filled in; whether it is a range; and its end."""
    found = [read_parts(text, position)]
    links: list[bool] = []
    while link := _LINK.match(text, found[-1].end):
        links.append(link["range"] is not None)
        found.append(read_parts(text, link.end()))
    if any(links) and len(links) > 1:
        raise QuantityError("一个时间里只能有一段起止", text, found[1].end)
    following: Parts | None = None
    for index in range(len(found) - 1, -1, -1):
        following = found[index] = with_unit_of(found[index], following, text)
    for index in range(1, len(found)):
        found[index] = with_context_of(found[index], found[index - 1])
    return tuple(found), any(links), found[-1].end


def _relation_after(text: str, relation: DateRelation, after: re.Match[str]) -> DateRelation:
    match after.lastgroup:
        case None:
            return relation
        case "until" if relation == "range":
            return relation
        case "before" | "after" | "from" | "until" as word if relation in {"on", "until"}:
            return word
        case _:
            raise QuantityError(f"几个时间后面不能用“{after[0]}”", text, after.start())


def _check_order(text: str, parts: tuple[Parts, ...]) -> None:
    first, last = ([part.year, part.month, part.day] for part in parts)
    for start, end in zip(first, last, strict=True):
        if start is None or end is None or start == end:
            continue
        if start > end:
            raise QuantityError("起点晚于终点", text, parts[1].start)
        return
