"""What a reader can work out from the extracts: what is multiplied, what adds to it, what caps it (政策计算器).

The rules are fields of the facts (`per`, `adds_to`, `limits`, `base`, `standard`), so that a new subsidy has its
calculator as soon as it is extracted. Amounts are exact decimal text; the page multiplies them without rounding.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from generator import links
from generator.library import Library, PlacedFact
from generator.model.facts import Cap, Duration, Money, Multiple, Uplift, UsageLimit
from generator.quantities import Quantity

Bound = Literal["eq", "le", "ge", "approx"]
_BOUNDS: Mapping[str, Bound] = {"le": "le", "lt": "le", "ge": "ge", "gt": "ge", "approx": "approx"}
_TIMES: Mapping[str, tuple[str, str]] = {
    "年": ("年数", "年"),
    "学年": ("学年数", "学年"),
    "月": ("月数", "个月"),
    "日": ("天数", "天"),
    "天": ("天数", "天"),
}
_ONCE = "一次性"


@dataclass(frozen=True)
class Factor:
    """What the reader fills in: how many, of what; `most` is the largest number that the text allows, "" for none."""

    label: str
    unit: str
    most: str = ""


@dataclass(frozen=True)
class CalculatorRow:
    """`stated` × factors: the amount as printed, a link to its fact, and the number from `low` to `high`.

    The number is in 元 for each of what the factors count, or a bare multiplier where a factor is itself in 元.
    """

    label: str
    stated: str
    url: str
    low: str
    high: str
    bound: Bound
    factors: tuple[Factor, ...]


@dataclass(frozen=True)
class Calculator:
    """Rows that are added up, or of which the least holds (several caps); `limits` are sentences with their facts."""

    id: str
    rows: tuple[CalculatorRow, ...]
    total: Literal["sum", "least"]
    formula: str
    limits: tuple[tuple[str, str], ...]
    warning: str = "推算，以经办机构核定为准。"


class Calculators:
    """The calculators of a library; the facts that add to or limit another one are looked up once."""

    def __init__(self, library: Library) -> None:
        self._adding = _by_target(
            library.facts.values(), lambda p: (p.fact.adds_to,) if p.fact.adds_to else ()
        )
        self._limiting = _by_target(library.facts.values(), lambda p: p.fact.limits)

    def limiting(self, placed: PlacedFact) -> tuple[PlacedFact, ...]:
        """Return the facts that limit *placed*: caps, numbers of times, lengths of time."""
        return self._limiting.get(placed.key, ())

    def adding(self, placed: PlacedFact) -> tuple[PlacedFact, ...]:
        """Return the facts that add to *placed*, and those that add to them, in the order of the text."""
        found: list[PlacedFact] = []
        queue = [placed]
        while queue:
            for one in self._adding.get(queue.pop(0).key, ()):
                if one not in found and one != placed:
                    found.append(one)
                    queue.append(one)
        return tuple(found)

    def calculator(self, placed: PlacedFact) -> Calculator | None:
        """Return the calculator that starts from *placed*; None where there is nothing to multiply."""
        fact = placed.fact
        rows: tuple[CalculatorRow, ...]
        total: Literal["sum", "least"] = "sum"
        if isinstance(fact, Money):
            if fact.adds_to is not None or not _worth_multiplying(fact):
                return None
            heads = (placed, *(p for p in self.adding(placed) if isinstance(p.fact, Money)))
            rows = tuple(row for p in heads for row in self._money_row(p))
        elif isinstance(fact, Uplift):
            rows = tuple(_share_row(placed, f"{fact.base}（原标准）", Decimal(100)))
        elif isinstance(fact, Multiple):
            rows = tuple(self._multiple_row(placed, fact))
        else:
            rows = tuple(
                row
                for p in self.limiting(placed)
                if isinstance(p.fact, Cap)
                for row in _share_row(p, p.fact.base, Decimal(0))
            )
            total = "least"
        if not rows:
            return None
        limits = tuple(
            (f"{p.fact.label}：{p.fact.value}", links.fact(p.document.id, p.fact.id))
            for p in self.limiting(placed)
            if not isinstance(p.fact, Cap)
        )
        return Calculator(f"calc-{placed.document.id}-{fact.id}", rows, total, _formula(rows, total), limits)

    def _money_row(self, placed: PlacedFact) -> Iterator[CalculatorRow]:
        amount = placed.measure
        if isinstance(amount, Quantity) and amount.unit == "元":
            units = tuple(dict.fromkeys((*placed.fact.per, *amount.per)))
            low, high = _ends(amount)
            yield _row(placed, low, high, amount.comparator, tuple(_factor(unit) for unit in units))

    def _multiple_row(self, placed: PlacedFact, fact: Multiple) -> Iterator[CalculatorRow]:
        """A multiple of a standard that the reader knows; a monthly one lasts as long as the text allows."""
        amount = placed.measure
        if not isinstance(amount, Quantity):
            return
        low, high = _ends(amount)
        factors = [Factor(fact.standard, "元")]
        if fact.frequency == "每月" or "月" in fact.per:
            longest = (
                p.measure.max
                for p in self.limiting(placed)
                if isinstance(p.fact, Duration) and isinstance(p.measure, Quantity) and p.measure.unit == "月"
            )
            most = next((_plain(m) for m in longest if m is not None), "")
            factors.append(Factor("月数", "个月", most))
        yield _row(placed, low, high, amount.comparator, tuple(factors))


def usage_limits(calculators: Calculators, placed: PlacedFact) -> tuple[PlacedFact, ...]:
    """Return the facts that say how many times *placed* may be had."""
    return tuple(p for p in calculators.limiting(placed) if isinstance(p.fact, UsageLimit))


def _worth_multiplying(fact: Money) -> bool:
    """A prize or a single grant to one body is its own result; what is paid per head or per year is not."""
    return bool(fact.per) and fact.nature != "奖励" and not (fact.frequency == _ONCE and "人" not in fact.per)


def _share_row(placed: PlacedFact, base: str, onto: Decimal) -> Iterator[CalculatorRow]:
    """A percentage of a base in 元; *onto* 100 adds the base itself (上浮)."""
    share = placed.measure
    if isinstance(share, Quantity) and share.unit == "%":
        low, high = ((onto + end) / 100 for end in _ends(share))
        yield _row(placed, low, high, share.comparator, (Factor(base, "元"),))


def _row(
    placed: PlacedFact, low: Decimal, high: Decimal, comparator: str, factors: tuple[Factor, ...]
) -> CalculatorRow:
    fact = placed.fact
    return CalculatorRow(
        fact.label,
        fact.value,
        links.fact(placed.document.id, fact.id),
        _plain(low),
        _plain(high),
        _BOUNDS.get(comparator, "eq"),
        factors,
    )


def _ends(quantity: Quantity) -> tuple[Decimal, Decimal]:
    low = quantity.min if quantity.min is not None else quantity.max
    high = quantity.max if quantity.max is not None else quantity.min
    if low is None or high is None:
        raise ValueError("a quantity has at least one end")
    return low, high


def _factor(unit: str) -> Factor:
    if unit in _TIMES:
        return Factor(*_TIMES[unit])
    noun = unit.removeprefix("个") or "个"
    return Factor("个数" if noun == "个" else f"{noun}数", "个" if unit.startswith("个") else unit)


def _plain(value: Decimal) -> str:
    """Return *value* in digits, without an exponent and without zeros at the end of the fraction."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _formula(rows: tuple[CalculatorRow, ...], total: Literal["sum", "least"]) -> str:
    """The sum in words, for a page without scripts."""
    words = [f"{row.label}（{row.stated}）×{'×'.join(f.label for f in row.factors)}" for row in rows]
    if total == "least":
        return f"{'；'.join(words)}。{'几项都要满足，以较低的为限。' if len(words) > 1 else ''}"
    return "，加".join(words) + "。"


def _by_target(
    placed: Iterable[PlacedFact], targets: Callable[[PlacedFact], tuple[str, ...]]
) -> Mapping[str, tuple[PlacedFact, ...]]:
    found: dict[str, list[PlacedFact]] = {}
    for one in placed:
        for target in targets(one):
            found.setdefault(f"{one.document.id}/{target}", []).append(one)
    return {key: tuple(values) for key, values in found.items()}
