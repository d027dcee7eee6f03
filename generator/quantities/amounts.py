"""Read one amount, a number and its unit: 30万元, ¥300, 百分之三十, 一年半, 1年6个月, 30余家, 600元/人.

Part of the grammar of quantities (see quantity.py); white space is already gone.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.quantities.errors import QuantityError
from generator.quantities.numeral_values import times_power
from generator.quantities.numerals import numeral_at
from generator.quantities.shares import share_at
from generator.quantities.units import Unit, per_word_at, unit_at


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as printed, its unit if one follows, and where both end; ``more`` for 余 and 多."""

    numeral: str
    value: Decimal
    unit: Unit | None
    end: int
    per: tuple[str, ...] = ()
    more: bool = False


_CURRENCY = re.compile("人民币|[¥￥]")
_MORE = re.compile("[余多]((?:[千万亿]|百(?!分))*)")
_PER_WITHIN = frozenset("/／·")
_PER = re.compile("[/／]([（(]?)")
_CLOSING = {"（": "）", "(": ")"}
_FIRST_CALENDAR_YEAR = 1000
_HALF = Decimal("0.5")
_HALVED = frozenset({"年", "天", "小时", "倍", "岁"})


def read_amount(text: str, position: int) -> Amount:
    """The amount that begins at *position* of *text*, a /人 behind it included; raises QuantityError.

    The unit may be missing (the left end of 6000—8000元); see unit_of.
    """
    share = share_at(text, position)
    if share is not None:
        return Amount(share.numeral, share.value, unit_at("%", 0), share.end)
    currency = _CURRENCY.match(text, position)
    start = currency.end() if currency else position
    numeral = numeral_at(text, start)
    if numeral is None or numeral.script == "symbol":
        raise QuantityError(
            f"“{text[start : start + 6]}”不是数字" if text[start:] else "缺少数字", text, start
        )
    if numeral.value is None:
        raise QuantityError(f"“{numeral.text}”不是一个确定的数", text, start)
    value, position = numeral.value, numeral.end
    more = _MORE.match(text, position)
    if more:
        value, position = times_power(value, more[1]), more.end()
    amount = _with_unit(text, numeral.text, value, position)
    if currency:
        amount = _in_yuan(text, amount)
    if amount.unit and amount.unit.base == "元" and text.startswith("整", amount.end):  # 叁拾万元整
        amount = replace(amount, end=amount.end + 1)
    per, position = _read_per(text, amount.end)
    return replace(amount, end=position, per=per, more=more is not None)


def _in_yuan(text: str, amount: Amount) -> Amount:
    """¥300 and 人民币三十万元; the sign says 元 where no unit is printed."""
    if amount.unit is None:
        return replace(amount, unit=unit_at("元", 0))
    if amount.unit.base != "元":
        raise QuantityError(f"人民币的单位应是元，不是“{amount.unit.printed}”", text, amount.end)
    return amount


def _with_unit(text: str, numeral: str, value: Decimal, position: int) -> Amount:
    if text.startswith("个半", position):  # 两个半月
        position += 2
        unit = unit_at("个" + text[position : position + 3], 0)
        if unit is None or unit.printed == "个":
            raise QuantityError("“个半”后面应是月、小时等时长", text, position)
        return Amount(numeral, value + _HALF, unit, position + len(unit.printed) - 1)
    unit = unit_at(text, position)
    if unit is None:
        return Amount(numeral, value, None, position)
    position += len(unit.printed)
    if unit.printed == "年":
        if value >= _FIRST_CALENDAR_YEAR:
            raise QuantityError(f"“{numeral}年”是年份，不是时长", text, position - 1 - len(numeral))
        months = numeral_at(text, position)
        if months and months.value is not None and text.startswith("个月", months.end):  # 1年6个月
            return Amount(numeral, value * unit.factor + months.value, unit_at("个月", 0), months.end + 2)
    if unit.printed in _HALVED and text.startswith("半", position):  # 一年半
        return Amount(numeral, value + _HALF, unit, position + 1)
    return Amount(numeral, value, unit, position)


def _read_per(text: str, position: int) -> tuple[tuple[str, ...], int]:
    """/人, /人/年, /人·年, /（人·年）."""
    sign = _PER.match(text, position)
    if sign is None:
        return (), position
    words: list[str] = []
    position = sign.end()
    while True:
        word = per_word_at(text, position)
        if word is None:
            raise QuantityError("“/”后面应是单位（人、年、次）", text, position)
        words.append(word)
        position += len(word)
        if text[position : position + 1] not in _PER_WITHIN:
            break
        position += 1
    if closing := _CLOSING.get(sign[1]):
        if not text.startswith(closing, position):
            raise QuantityError(f"缺少“{closing}”", text, position)
        position += 1
    return tuple(words), position


def unit_of(text: str, amount: Amount) -> Unit:
    """The unit of *amount*; raises QuantityError where none is printed or the word is not in the table."""
    if amount.unit is None:
        rest = text[amount.end : amount.end + 4]
        message = f"没有登记的单位“{rest}”" if rest else f"“{amount.numeral}”后面缺少单位（元、人、%等）"
        raise QuantityError(message, text, amount.end)
    return amount.unit
