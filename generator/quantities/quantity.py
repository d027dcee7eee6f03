"""Read a printed quantity: 30万元, 3.5%以上, 6000—8000元, 不超过1年, 每人每年最多1次, 600元/人, 一年半.

The grammar, white space left out: words before (不超过, 力争, 每人), an amount, words after (/人, 以上, 左右); or two
amounts of one kind joined by — or 至, or by 以上…以下. The left amount of a range may leave unit and 万 to the right one.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from generator.quantities.amounts import Amount, read_amount, unit_of
from generator.quantities.comparators import (
    AFTER_PATTERN,
    BEFORE,
    RANGE_SIGN,
    Comparator,
    bound_after,
    one_of,
)
from generator.quantities.errors import QuantityError, read_squeezed
from generator.quantities.numeral_values import closing_power, plain
from generator.quantities.numerals import numeral_at
from generator.quantities.units import per_word_at


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount in base units (数值).

    ge and gt have ``min`` alone, le and lt ``max`` alone, eq and approx both and equal, range both. ``unit`` is the base
    unit (元 人 人次 个 % 月 日 …, see UNITS), ``per`` what one amount is for, in the printed order: ("人", "年").
    """

    comparator: Comparator
    min: Decimal | None
    max: Decimal | None
    unit: str
    per: tuple[str, ...] = ()


_Word = tuple[Comparator, str, int]
_YUAN_LEFT_OUT = re.compile("(?<=[万亿])(?=$|以[上下内]|左右|[/／])")
_BEFORE = re.compile(one_of(BEFORE))


@lru_cache(maxsize=4096)
def parse_quantity(printed: str) -> Quantity:
    """Read *printed*; raises QuantityError with a Chinese message and the place.

    Refused: no number or no unit, a unit that is not in UNITS, words left over, two unlike units or a falling order in
    a range, contradictory bounds (不超过…以上), a calendar year (2025年, see parse_date_words).
    """
    return read_squeezed(read_quantity, printed)


@lru_cache(maxsize=4096)
def parse_money(printed: str) -> Quantity:
    """The same for a sum of money, whose 元 may be left out behind 万 and 亿: 20万, 3—5万, 20万以上."""
    return parse_quantity(_YUAN_LEFT_OUT.sub("元", printed))


def read_quantity(text: str, position: int = 0) -> Quantity:
    """The same for *text* without white space, from *position* to its end."""
    words, per, position = _read_before(text, position)
    first = read_amount(text, position)
    if sign := RANGE_SIGN.match(text, first.end):
        second = read_amount(text, sign.end())
        _expect_end(text, second.end)
        return _range(text, words, per, first, second)
    unit = unit_of(text, first)
    if after := AFTER_PATTERN.match(text, first.end):
        comparator, position = bound_after(after), after.end()
        words = (*words, (comparator, after["word"], after.start("word")))
        if comparator == "ge" and numeral_at(text, position):
            return _read_between(text, words[:-1], per, first, position)
    else:
        position = first.end
    _expect_end(text, position)
    if first.more:
        words = (*words, ("gt", "余、多", first.end))
    return _quantity(_combined(text, words), plain(first.value * unit.factor), unit.base, per + first.per)


def _read_between(
    text: str, words: tuple[_Word, ...], per: tuple[str, ...], first: Amount, position: int
) -> Quantity:
    """1年以上3年以下: both ends included."""
    second = read_amount(text, position)
    after = AFTER_PATTERN.match(text, second.end)
    if after is None or bound_after(after) != "le":
        raise QuantityError("“以上”之后的第二个数应带“以下”", text, second.end)
    _expect_end(text, after.end())
    return _range(text, words, per, first, second)


def _read_before(text: str, position: int) -> tuple[tuple[_Word, ...], tuple[str, ...], int]:
    words: list[_Word] = []
    per: list[str] = []
    while position < len(text):
        if text[position] == "每":
            word = per_word_at(text, position + 1)
            if word is None:
                raise QuantityError(
                    "“每”后面应是单位（每人、每年），几年一次是频次，不是数量", text, position + 1
                )
            per.append(word)
            position += 1 + len(word)
        elif match := _BEFORE.match(text, position):
            words.append((BEFORE[match[0]].comparator, match[0], position))
            position = match.end()
        else:
            break
    return tuple(words), tuple(per), position


def _range(
    text: str, words: tuple[_Word, ...], per: tuple[str, ...], first: Amount, second: Amount
) -> Quantity:
    if any(comparator != "eq" for comparator, _, _ in words) or first.more or second.more:
        raise QuantityError("范围不能再带不超过、约、余等词", text, words[-1][2] if words else first.end)
    unit = unit_of(text, second)
    if first.unit and first.unit.base != unit.base:
        raise QuantityError(f"范围两端的单位不同：{first.unit.printed}、{unit.printed}", text, first.end)
    if first.per and first.per != second.per:
        raise QuantityError("范围两端的“/”不同", text, first.end)
    low = first.value
    closing = closing_power(second.numeral)
    if first.unit is None and closing and closing_power(first.numeral) is None and low < closing[0]:
        low = low * 10 ** closing[1]
    low, high = plain(low * (first.unit or unit).factor), plain(second.value * unit.factor)
    if low > high:
        raise QuantityError(f"范围的起点大于终点：{low:f} > {high:f}（{unit.base}）", text, first.end)
    return Quantity("range", low, high, unit.base, per + second.per)


def _combined(text: str, words: tuple[_Word, ...]) -> Comparator:
    bounds = [word for word in words if word[0] != "eq"]
    for comparator, word, position in bounds[1:]:
        if comparator != bounds[0][0]:
            raise QuantityError(f"“{bounds[0][1]}”与“{word}”不能同时用", text, position)
    return bounds[0][0] if bounds else "eq"


def _quantity(comparator: Comparator, value: Decimal, unit: str, per: tuple[str, ...]) -> Quantity:
    match comparator:
        case "ge" | "gt":
            return Quantity(comparator, value, None, unit, per)
        case "le" | "lt":
            return Quantity(comparator, None, value, unit, per)
        case "eq" | "approx" | "range":
            return Quantity(comparator, value, value, unit, per)


def _expect_end(text: str, position: int) -> None:
    if position < len(text):
        raise QuantityError(f"多出“{text[position : position + 8]}”", text, position)
