"""The exact value of a numeral that has been found: Arabic with 万 and 亿, Chinese, Roman, circled.

Chinese numbers follow the ordinary rules of reading (数词): 一千零五十 1050, 二〇二五 2025 digit by digit, and the short
form that leaves out the last unit, 三万五 35000. What those rules do not allow is a sequence and has no value: 十四五.
"""

import re
import unicodedata
from decimal import Decimal

_POWERS = {"百": 2, "千": 3, "万": 4, "亿": 8}
_ASCII = str.maketrans("０１２３４５６７８９．萬億", "0123456789.万亿", ",")
_PARTS = re.compile(r"([0-9.]+)([百千万亿]*)")
# A default Decimal context holds 28 digits; fifteen and a power of twelve can be added without rounding.
_MOST_DIGITS = 15
_HIGHEST_POWER = 12

_FORMAL = str.maketrans("〇○壹贰叁肆伍陆柒捌玖拾佰仟萬億", "零零一二三四五六七八九十百千万亿")
_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")}
_SINGLE = {sign: Decimal(value) for sign, value in (*_DIGITS.items(), ("两", 2), ("十", 10))}
_LEADING = {**_DIGITS, "": 0, "两": 2}
_SECTION = re.compile(
    "(?:([一二三四五六七八九两])千)?(?:零?([一二三四五六七八九两])百)?(?:零?([一二三四五六七八九]?)(十))?"
    "(零?)([一二三四五六七八九]?)"
)
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def arabic_value(text: str) -> Decimal | None:
    """30 · 3.5 · 1,000 · 30万 · 2千亿 · 1亿2000万 · ３０万; None for 1.2.3, for 3万20万 and beyond fifteen digits."""
    if text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS:
        return Decimal(text)
    text = text.translate(_ASCII)
    total = Decimal(0)
    ceiling: Decimal | None = None
    for number, signs in _PARTS.findall(text):
        powers = [_POWERS[sign] for sign in signs]
        power = sum(powers)
        if (
            number.count(".") > 1
            or len(number) > _MOST_DIGITS
            or power > _HIGHEST_POWER
            or powers != sorted(powers)
        ):
            return None
        part = _shifted(number, power)
        if ceiling is not None and part >= ceiling:
            return None
        total, ceiling = total + part, Decimal(10**power)
    return total


def chinese_value(text: str) -> Decimal | None:
    """三十万 · 十二 · 二〇二五 · 千亿 · 壹佰万; None for a sequence (十四五, 七八十, 万一, 百千万)."""
    if text in _SINGLE:
        return _SINGLE[text]
    text = text.translate(_FORMAL)
    if all(sign in _DIGITS for sign in text):
        return Decimal("".join(str(_DIGITS[sign]) for sign in text)) if len(text) <= _MOST_DIGITS else None
    value = _composed(text)
    return None if value is None else Decimal(value)


def roman_value(text: str) -> Decimal | None:
    """Ⅲ · ⅩⅣ, by the rule that a smaller sign before a larger one is subtracted; None for signs beyond M."""
    letters = unicodedata.normalize("NFKC", text).upper()
    if len(letters) > _MOST_DIGITS or not all(letter in _ROMAN for letter in letters):
        return None
    values = [_ROMAN[letter] for letter in letters]
    following = [*values[1:], 0]
    return Decimal(sum(-one if one < after else one for one, after in zip(values, following, strict=True)))


def symbol_value(text: str) -> Decimal:
    """① · ⑵ · ⒊ · ㈣: one sign, its value in the Unicode tables."""
    return Decimal(int(unicodedata.numeric(text)))


def closing_power(text: str) -> tuple[Decimal, int] | None:
    """The number before the closing multipliers and their power of ten: 1.5亿 (1.5, 8), 五万 (5, 4); None for 30, 千亿.

    A range prints the multiplier once (3—5万元); its left end takes the power from the right one.
    """
    text = text.translate(_ASCII).translate(_FORMAL)
    bare = text.rstrip("百千万亿")
    if not bare or bare == text or any(sign in _POWERS for sign in bare):
        return None
    value = arabic_value(bare) if bare[0].isascii() else chinese_value(bare)
    return None if value is None else (value, sum(_POWERS[sign] for sign in text[len(bare) :]))


def times_power(value: Decimal, signs: str) -> Decimal:
    """*value* with the multipliers *signs* behind it: 30 and 万 (30余万) → 300000."""
    return plain(value * 10 ** min(sum(_POWERS[sign] for sign in signs), _HIGHEST_POWER))


def plain(value: Decimal) -> Decimal:
    """The same number written without an exponent and without a trailing zero behind the point (6.0 → 6)."""
    return Decimal(f"{value.normalize():f}")


def _shifted(number: str, power: int) -> Decimal:
    """*number* with its point moved *power* places to the right, without a trailing zero behind the point."""
    whole, _, fraction = number.partition(".")
    fraction = fraction.ljust(power, "0")
    rest = fraction[power:].rstrip("0")
    return Decimal(f"{whole}{fraction[:power]}.{rest}" if rest else whole + fraction[:power])


def _composed(text: str) -> int | None:
    for sign, power in (("亿", 8), ("万", 4)):
        if sign in text:
            high, _, low = text.partition(sign)
            return None if sign in low else _two_parts(high, low, power)
    return {"千": 1000, "百": 100}.get(text) or _section(text)


def _two_parts(high: str, low: str, power: int) -> int | None:
    """The value of *high* × 10^*power* + *low*; either may be empty, a bare unit (千万) takes nothing behind it."""
    upper = _composed(high) if high else 1
    if upper is None or upper >= 10**8:
        return None
    base = int(10**power)
    if not low:
        return upper * base
    if not high or (high[0] not in _LEADING and high[0] != "十"):
        return None
    if len(low) == 1 and low in _DIGITS:
        lower: int | None = _DIGITS[low] * base // 10
    elif low[0] in _LEADING:
        lower = _composed(low.removeprefix("零"))
    else:
        return None
    return upper * base + lower if lower else None


def _section(text: str) -> int | None:
    """A number below ten thousand."""
    match = _SECTION.fullmatch(text)
    if match is None or (text.startswith("零") and len(text) > 1):
        return None
    thousands, hundreds, tens, ten, zero, ones = match.groups(default="")
    if zero and not ones:
        return None
    unit = 1
    if ones and not ten and not zero and (thousands or hundreds):
        unit = 10 if hundreds else 100  # 二百五, 一千五
    return (
        _LEADING[thousands] * 1000
        + _LEADING[hundreds] * 100
        + (_LEADING[tens or "一"] * 10 if ten else 0)
        + _LEADING[ones] * unit
    )
