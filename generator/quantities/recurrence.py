"""Read printed frequencies: 每2年1次, 每两年, 每月至少1次, 每次5个, 每人每年最多1次, 两年一次, 一次性."""

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from generator.quantities.errors import QuantityError, read_squeezed
from generator.quantities.numeral_values import plain
from generator.quantities.numerals import numeral_at
from generator.quantities.quantity import Quantity, read_quantity
from generator.quantities.units import Unit, unit_at


@dataclass(frozen=True, slots=True)
class Recurrence:
    """How often, or how much each time (频次): ``times`` in every ``every``.

    每2年1次 is 1 次 in 24 月, 每两年 None in 24 月, 每日8课时 8 课时 in 1 日, 每次5个 5 个 in 1 次, 一次性 1 次 and no
    ``every``. 每人每年最多1次 is at most 1 次 per 人 in 12 月: what is no period stays in ``times.per``.
    """

    times: Quantity | None
    every: Quantity | None


ONE_OFF = Recurrence(Quantity("eq", Decimal(1), Decimal(1), "次"), None)

_DURATIONS = frozenset({"月", "日", "工作日", "小时", "学期", "学年"})
_ROUNDS = frozenset({"次", "期", "批", "届", "轮", "场", "班"})
_FIRST_CALENDAR_YEAR = 1000


@dataclass(frozen=True, slots=True)
class _Each:
    """One 每…: 每2年 is 2 and 年, 每人 is 1 and 人."""

    start: int
    end: int
    value: Decimal
    unit: Unit
    printed: str


@lru_cache(maxsize=4096)
def parse_recurrence(printed: str) -> Recurrence:
    """Read *printed*; raises QuantityError with a Chinese message and the place."""
    return read_squeezed(_read_recurrence, printed)


def _read_recurrence(text: str) -> Recurrence:
    if text == "一次性":
        return ONE_OFF
    if not text.startswith("每"):
        return _without_each(text)
    found: list[_Each] = []
    position = 0
    while text.startswith("每", position):
        found.append(_read_each(text, position + 1))
        position = found[-1].end
    every = next((each for each in reversed(found) if each.unit.base in _DURATIONS), found[0])
    if every.unit.base not in _DURATIONS | _ROUNDS:
        raise QuantityError(f"“每{every.printed}”不是频次", text, every.start)
    per = tuple(each.printed for each in found if each is not every)
    if position == len(text) and not per:
        return Recurrence(None, _period(every))
    times = read_quantity(text, position)
    return Recurrence(replace(times, per=per + times.per), _period(every))


def _without_each(text: str) -> Recurrence:
    """两年一次."""
    every = _read_each(text, 0)
    times = read_quantity(text, every.end) if every.unit.base in _DURATIONS else None
    if times is None or times.unit not in _ROUNDS:
        raise QuantityError("频次应写成“每2年1次”“每月至少1次”“一次性”", text, 0)
    return Recurrence(times, _period(every))


def _read_each(text: str, position: int) -> _Each:
    numeral = numeral_at(text, position)
    after = numeral.end if numeral else position
    # 每月 is every month, while a length of months is printed 个月
    unit = unit_at("个月", 0) if text.startswith("月", after) else unit_at(text, after)
    if unit is None or (numeral and not numeral.value):
        rest = text[position : position + 6]
        raise QuantityError(f"“{rest}”不是频次的单位" if rest else "缺少频次", text, position)
    value = numeral.value if numeral and numeral.value else Decimal(1)
    if unit.printed == "年" and value >= _FIRST_CALENDAR_YEAR:
        raise QuantityError(f"“{value}年”是年份，不是时长", text, position)
    end = after + (1 if text.startswith("月", after) else len(unit.printed))
    return _Each(position, end, value, unit, text[position:end])


def _period(each: _Each) -> Quantity:
    amount = plain(each.value * each.unit.factor)
    return Quantity("eq", amount, amount, each.unit.base)
