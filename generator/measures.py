"""The parsed value of a fact, by kind: what the pages compare and the open data print (数值)."""

from __future__ import annotations

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
    parse_quantity,
    parse_recurrence,
)
from generator.quantities import Recurrence as RecurrenceValue

Measure = Quantity | DateValue | RecurrenceValue | None
"""A number with its unit, a date, a frequency; None where the kind states no number."""

_DURATION_UNITS = frozenset({"月", "日", "小时"})
_NOT_COUNTS = frozenset({"元", "人", "人次", "%", "倍"})


def measure(fact: Fact) -> Measure:
    """Parse the printed value of *fact*.

    Raises QuantityError, with a Chinese message, where the words can't be read or the unit does not fit the kind
    (人 under visits, 元 under percent …).
    """
    match fact:
        case Money():
            return _quantity(fact.value, frozenset({"元"}), "金额")
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
                raise QuantityError(f"“{fact.value}”的单位是{quantity.unit}，不是家、个、课时一类的数量")
            return quantity
        case Cap():
            return parse_quantity(fact.value)
        case Duration():
            return _quantity(fact.value, _DURATION_UNITS, "时长")
        case Recurrence() | UsageLimit() | Conversion():
            return parse_recurrence(fact.value)
        case Deadline() | Date():
            return parse_date_words(fact.value)
        case Period():
            return parse_date_words(fact.value) if any(c.isdigit() for c in fact.value) else None
        case Relative() | Unspecified() | Inherited():
            return None
        case _:
            assert_never(fact)


def _quantity(printed: str, units: frozenset[str], name: str) -> Quantity:
    quantity = parse_quantity(printed)
    if quantity.unit not in units:
        wanted = "、".join(sorted(units))
        raise QuantityError(f"“{printed}”的单位是“{quantity.unit}”，{name}的单位应当是{wanted}")
    return quantity
