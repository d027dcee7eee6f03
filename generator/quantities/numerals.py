"""Find every numeral of a Chinese text, Arabic or Chinese, and say its exact value.

Every numeral counts, also inside fixed words (第三方, 四轮驱动, 半导体): what is no figure is dismissed elsewhere, by
phrase. Formal digits (壹贰叁) count only before a formal unit, since 队伍 and 大陆 are no numbers; 百 of 百分之 and
百分点 belongs to the unit.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from generator.quantities.numeral_values import arabic_value, chinese_value, roman_value, symbol_value

Script = Literal["arabic", "chinese", "mixed", "symbol"]


@dataclass(frozen=True, slots=True)
class Numeral:
    """One maximal numeral of a text.

    ``text`` is ``whole[start:end]``, offsets count characters. ``value`` is None for a mere sequence (十四五, 1.2.3)
    and for more than fifteen digits. ``script``: arabic 30, chinese 三十万, mixed 30万, symbol ① Ⅲ ㈠.
    """

    start: int
    end: int
    text: str
    value: Decimal | None
    script: Script


_DIGIT = "[0-9０-９]"
# A full-width point joins full-width digits only: in “1．30万元” it ends the label of a list. So does a point
# before a year: “2.2025年起”.
_POINT = r"(?:(?<=[0-9])\.(?=[0-9])(?!(?:19|20)[0-9]{2}年)|(?<=[０-９])．(?=[０-９]))"
_ARABIC = rf"(?:[0-9]{{1,3}}(?:,[0-9]{{3}})+(?![0-9])(?:\.[0-9]+)?|{_DIGIT}+(?:{_POINT}{_DIGIT}+)*)"
_HUNDRED = "百(?!分[之点比率])"
_MULTIPLIER = f"(?:[亿億萬]|[千万](?!分之)|{_HUNDRED})"
_PLAIN = f"(?:[零〇一二两三四五六七八九十亿]|[千万](?!分之)|{_HUNDRED})"
_FIRST = "0-9０-９零〇一二两三四五六七八九十百千万亿半壹贰叁肆伍陆柒捌玖Ⅰ-ⅿ①-⒛㈠-㈩㉑-㉟㊀-㊉㊱-㊿❶-❿"
_BEGIN = re.compile(f"[{_FIRST}]")
_TOKEN = re.compile(
    # skips at once what can begin no numeral: three times as fast
    rf"(?=[{_FIRST}])(?:"
    # 30, 3.5, 1,000, 30万, 2千亿, 1亿2000万, 3万5000 (four digits that end there: not a year)
    rf"(?P<arabic>{_ARABIC}(?P<mixed>{_MULTIPLIER}+(?:{_ARABIC}{_MULTIPLIER}+)*"
    r"(?:(?<=[万亿])[0-9]{3,4}(?![0-9.,年]))?)?)"
    r"|(?P<formal>[壹贰叁肆伍陆柒捌玖](?=[拾佰仟]|[万亿萬億]?[元圆])[零壹贰叁肆伍陆柒捌玖拾佰仟万亿萬億]*)"
    rf"|(?P<half>(?<![零〇一二两三四五六七八九十])一半|半)"
    rf"|(?P<chinese>{_PLAIN}(?:{_PLAIN}|○(?=[零〇○一二三四五六七八九]))*)"
    r"|(?P<roman>[Ⅰ-ⅿ]+)"
    r"|(?P<symbol>[①-⒛㈠-㈩㉑-㉟㊀-㊉㊱-㊿❶-❿]))"
)
_HALF = Decimal("0.5")


def find_numerals(text: str) -> tuple[Numeral, ...]:
    """All numerals of *text* in order, not overlapping, in linear time.

    >>> [(n.text, n.value) for n in find_numerals("分别给予每人30万元、15万元")]
    [('30万', Decimal('300000')), ('15万', Decimal('150000'))]
    """
    first = _BEGIN.search(text)
    return tuple(_numeral(match) for match in _TOKEN.finditer(text, first.start())) if first else ()


def numeral_at(text: str, position: int) -> Numeral | None:
    """The numeral that begins at *position* of *text*, or None; a numeral that began before is not looked for."""
    match = _TOKEN.match(text, position)
    return _numeral(match) if match else None


def parse_numeral(text: str) -> Decimal | None:
    """The value of *text* if the whole of it is one numeral that has a value, else None."""
    match = _TOKEN.match(text)
    return _numeral(match).value if match and match.end() == len(text) else None


def _numeral(match: re.Match[str]) -> Numeral:
    text = match[0]
    value: Decimal | None
    script: Script
    match match.lastgroup:
        case "arabic":
            value, script = arabic_value(text), "mixed" if match["mixed"] else "arabic"
        case "half":
            value, script = _HALF, "chinese"
        case "roman":
            value, script = roman_value(text), "symbol"
        case "symbol":
            value, script = symbol_value(text), "symbol"
        case _:
            value, script = chinese_value(text), "chinese"
    return Numeral(match.start(), match.end(), text, value, script)
