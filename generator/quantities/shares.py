"""Read a part of a whole or a proportion of two things: 百分之六十, 三分之二, 1/3, 18:1, 6∶4, 1比3.

All are read as %: 三分之二 is 66.66666667 %, 18:1 is 1800 % (eighteen of one kind for one of the other). What has no
finite decimal is rounded to ten digits; the printed words stay what the pages show.
"""

import re
from dataclasses import dataclass
from decimal import Context, Decimal

from generator.quantities.errors import QuantityError
from generator.quantities.numeral_values import plain
from generator.quantities.numerals import Numeral, numeral_at

_OF_TEN = {"百分之": 100, "千分之": 1000, "万分之": 10_000}
_SIGN = re.compile("(?P<parts>分之)|(?P<slash>[/／])|(?P<ratio>[:：∶]|比)")
_ROUNDED = Context(prec=10)
_LARGEST_PART = 100


@dataclass(frozen=True, slots=True)
class Share:
    """A share in %, the numeral that was printed last, and where it ends."""

    numeral: str
    value: Decimal
    end: int


def share_at(text: str, position: int) -> Share | None:
    """The share that begins at *position* of *text*, or None; raises QuantityError for 百分之 without a number."""
    if whole := _OF_TEN.get(text[position : position + 3]):
        part = _number(text, position + 3)
        if part is None:
            rest = text[position + 3 : position + 9]
            raise QuantityError(f"“{rest}”不是数字" if rest else "缺少数字", text, position + 3)
        return _share(part, part.value, Decimal(whole))
    first = _number(text, position)
    sign = _SIGN.match(text, first.end) if first else None
    second = _number(text, sign.end()) if sign else None
    if first is None or sign is None or second is None or second.text.startswith("0"):
        return None
    match sign.lastgroup:
        case "parts":
            return _share(second, second.value, first.value)
        case "slash" if _is_fraction(text, first, second):
            return _share(second, first.value, second.value)
        case "ratio" if text[second.end : second.end + 1] not in {":", "：", "∶", "比"}:
            return _share(second, first.value, second.value)
        case _:
            return None


def _is_fraction(text: str, first: Numeral, second: Numeral) -> bool:
    """Whether 1/3 is a third: no date (2025/1/3), no more than the whole."""
    parts = (first.value or 0, second.value or 0)
    return parts[0] < parts[1] <= _LARGEST_PART and text[second.end : second.end + 1] not in {"/", "／"}


def _number(text: str, position: int) -> Numeral | None:
    numeral = numeral_at(text, position)
    return None if numeral is None or numeral.script == "symbol" else numeral


def _share(last: Numeral, part: Decimal | None, whole: Decimal | None) -> Share | None:
    if part is None or not whole:
        return None
    return Share(last.text, plain(_ROUNDED.divide(part * 100, whole)), last.end)
