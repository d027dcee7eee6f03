"""One printed date, as exact as it is printed: 2025, 2022年10月, 3月底, 9日, 18:00, and its ISO text."""

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from generator.quantities.errors import QuantityError
from generator.quantities.numerals import parse_numeral

Precision = Literal["year", "month", "day", "minute"]
Edge = Literal["start", "end"]


@dataclass(frozen=True, slots=True)
class DatePoint:
    """A date as exact as it is printed (日期).

    ``iso`` is ISO 8601: 2025, 2022-10, 2025-08-13, 2023-03-31T18:00; without a year --12-10 or --12, a day of every
    month ---10, a time alone T18:00. ``edge``: "start" (年初) or "end" (年底、月末) of that year or month.
    """

    iso: str
    precision: Precision
    edge: Edge | None = None

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day this can mean, None without a year; 年底 is the last day, 年初 the first."""
        if self.iso[:1] in {"-", "T"}:
            return None
        year, month, day = (*map(int, self.iso.partition("T")[0].split("-")), 0, 0)[:3]
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or calendar.monthrange(year, month or 12)[1])
        return (
            (last, last) if self.edge == "end" else (first, first) if self.edge == "start" else (first, last)
        )


@dataclass(frozen=True, slots=True)
class Parts:
    """The printed parts of one date; ``bare`` is a closing number without 年, 月 or 日 (the 2025 of 2025—2026年)."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    time: str = ""
    edge: Edge | None = None
    bare: int | None = None


_NUMBER = "[0-9０-９]+|[〇○零一二三四五六七八九十]+"
_PARTS = re.compile(
    rf"(?:(?P<year>{_NUMBER})年)?(?:(?P<month>{_NUMBER})月(?:份)?)?(?:(?P<day>{_NUMBER})[日号])?"
    r"(?:(?P<hour>[0-9]{1,2})(?:[:：](?P<minute>[0-9]{2})(?![0-9])|[时点](?:(?P<minutes>[0-9]{1,2})分)?))?"
    rf"(?:(?P<edge>[初末底])|(?P<bare>{_NUMBER}))?"
)
_YEARS = range(1900, 2200)
_LEAP_YEAR = 2000


def read_parts(text: str, position: int) -> Parts:
    """The date that begins at *position* of *text*; raises QuantityError where none begins or a part is impossible."""
    match = _PARTS.match(text, position)
    if match is None or match.end() == position:
        rest = text[position : position + 6]
        raise QuantityError(f"“{rest}”不是日期" if rest else "缺少日期", text, position)
    numbers = {name: _number(text, match, name) for name in ("year", "month", "day", "bare")}
    if match["edge"] and (match["day"] or match["hour"] or not (match["year"] or match["month"])):
        raise QuantityError(f"“{match['edge']}”只能跟在年、月之后", text, match.start("edge"))
    return Parts(
        start=position,
        end=match.end(),
        year=numbers["year"],
        month=numbers["month"],
        day=numbers["day"],
        time=_time(text, match),
        edge=None if not match["edge"] else "start" if match["edge"] == "初" else "end",
        bare=numbers["bare"],
    )


def with_unit_of(parts: Parts, following: Parts | None, text: str) -> Parts:
    """*parts* with its bare number made the year, month or day that *following* begins with (2025—2026年)."""
    if parts.bare is None:
        return parts
    rest = replace(parts, bare=None)
    if following and parts.day is None:
        if following.year is not None:
            if parts.year is None and parts.month is None:
                return replace(rest, year=parts.bare)
        elif following.month is not None:
            if parts.month is None:
                return replace(rest, month=parts.bare)
        elif following.day is not None:
            return replace(rest, day=parts.bare)
    raise QuantityError(f"“{parts.bare}”后面缺少年、月、日", text, parts.end)


def with_context_of(parts: Parts, before: Parts) -> Parts:
    """*parts* with the year, month and day that it leaves out in front taken from the date *before* it."""
    if parts.year is not None:
        return parts
    if parts.month is not None:
        return replace(parts, year=before.year)
    if parts.day is not None:
        return replace(parts, year=before.year, month=before.month)
    return replace(parts, year=before.year, month=before.month, day=before.day)


def date_point(parts: Parts, text: str, *, monthly: bool = False) -> DatePoint:
    """The finished value of *parts*; raises QuantityError for a date that no calendar has."""
    year, month, day = parts.year, parts.month, parts.day
    if year is not None and year not in _YEARS:
        raise QuantityError(f"年份应写四位数字，不是“{year}”", text, parts.start)
    if month is not None and not 1 <= month <= 12:
        raise QuantityError(f"没有{month}月", text, parts.start)
    if day is not None:
        if month is None and (year is not None or not monthly):
            raise QuantityError(f"“{day}日”前面缺少月份", text, parts.start)
        last = calendar.monthrange(year or _LEAP_YEAR, month or 1)[1]
        if not 1 <= day <= last:
            place = f"{year}年{month}月" if year else f"{month or 1}月"
            raise QuantityError(f"{place}没有{day}日", text, parts.start)
    if parts.time and day is None and (year, month) != (None, None):
        raise QuantityError("时刻前面缺少日", text, parts.start)
    return DatePoint(_iso(parts), _precision(parts), parts.edge)


def _number(text: str, match: re.Match[str], name: str) -> int | None:
    if match[name] is None:
        return None
    value = parse_numeral(match[name])
    if value is None:
        raise QuantityError(f"“{match[name]}”不是一个确定的数", text, match.start(name))
    return int(value)


def _time(text: str, match: re.Match[str]) -> str:
    if match["hour"] is None:
        return ""
    hour, minute = int(match["hour"]), int(match["minute"] or match["minutes"] or 0)
    if minute > 59 or hour * 60 + minute > 24 * 60:
        raise QuantityError(f"没有{hour}:{minute:02}这个时刻", text, match.start("hour"))
    return f"T{hour:02}:{minute:02}"


def _iso(parts: Parts) -> str:
    if parts.year is None and parts.month is None and parts.day is None:
        return parts.time
    year = "-" if parts.year is None else str(parts.year)
    day = "" if parts.day is None else f"-{parts.day:02}"
    month = f"-{parts.month:02}" if parts.month is not None else "-" * bool(day)
    return year + month + day + parts.time


def _precision(parts: Parts) -> Precision:
    if parts.time:
        return "minute"
    if parts.day is not None:
        return "day"
    return "year" if parts.month is None else "month"
