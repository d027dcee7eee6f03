"""The parsed value of a fact, by kind: what the pages compare and the open data print (数值)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import assert_never

from generator.model.facts import (
    Cap,
    Conversion,
    Count,
    Date,
    Deadline,
    Duration,
    Fact,
    Headcount,
    Inherited,
    Money,
    Multiple,
    Percent,
    Period,
    Ratio,
    Recurrence,
    Relative,
    Unspecified,
    Uplift,
    UsageLimit,
    Visits,
)
from generator.quantities import (
    DateValue,
    Quantity,
    QuantityError,
    parse_date_words,
    parse_money,
    parse_quantity,
    parse_recurrence,
)
from generator.quantities import Recurrence as RecurrenceValue

Measure = Quantity | DateValue | RecurrenceValue | None
"""A number with its unit, a date, a frequency; None where the kind states no number."""

_DURATION_UNITS = frozenset({"月", "日", "小时"})
_AFTERWARDS = re.compile("[之以]?后$")
_DEEDS = re.compile(
    "通报|表扬|表彰|评选|评定|遴选|举办|开展|组织|召开|主动|联系|报送|培训|轮训|检查|择一|享受|申领|申报|发放|调整"
)
"""What is done each time; it may stand between the period and the number (每2年评选1次)."""
_NOT_COUNTS = frozenset({"元", "人", "人次", "%", "倍"})


def measure(fact: Fact) -> Measure:
    """Parse the printed value of *fact*.

    Raises QuantityError, with a Chinese message, where the words can't be read or the unit does not fit the kind
    (人 under visits, 元 under percent …).
    """
    match fact:
        case Money():
            return _quantity(fact.value, frozenset({"元"}), "金额", parse_money)
        case Percent() | Uplift() | Ratio():
            return _quantity(fact.value, frozenset({"%", "百分点"}), "比例")
        case Headcount():
            return _quantity(fact.value, frozenset({"人"}), "人数")
        case Visits():
            return _quantity(fact.value, frozenset({"人次"}), "人次")
        case Multiple():
            return _quantity(fact.value, frozenset({"倍"}), "倍数")
        case Count():
            quantity = parse_quantity(fact.value)
            if quantity.unit in _NOT_COUNTS:
                raise QuantityError(f"单位是{quantity.unit}，不是家、个、课时一类的数量", fact.value, 0)
            return quantity
        case Cap():
            return parse_quantity(fact.value)
        case Duration():
            return _quantity(_AFTERWARDS.sub("", fact.value), _DURATION_UNITS, "时长")
        case Recurrence() | UsageLimit() | Conversion():
            return _frequency(fact.value)
        case Deadline() | Date():
            return parse_date_words(fact.value)
        case Period():
            return parse_date_words(fact.value) if any(c.isdigit() for c in fact.value) else None
        case Relative() | Unspecified() | Inherited():
            return None
        case _:
            assert_never(fact)


def _frequency(printed: str) -> RecurrenceValue:
    """Read 每2年评选1次 as 每2年1次, and 累计最多享受3次 as 3 at most without a period."""
    bare = _DEEDS.sub("", printed)
    if not bare.startswith("每"):
        try:
            return RecurrenceValue(parse_quantity(bare), None)
        except QuantityError:
            return parse_recurrence(bare)
    return parse_recurrence(bare)


def _quantity(
    printed: str, units: frozenset[str], name: str, parse: Callable[[str], Quantity] = parse_quantity
) -> Quantity:
    quantity = parse(printed)
    if quantity.unit not in units:
        wanted = "、".join(sorted(units))
        raise QuantityError(f"单位是“{quantity.unit}”，{name}的单位应当是{wanted}", printed, 0)
    return quantity
