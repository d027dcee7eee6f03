"""The numbers that Word prints before a paragraph and keeps out of its words (自动编号)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

Element = Any
"""An element of lxml, which has no types."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DIGITS = "〇一二三四五六七八九"
_LONGEST_CHAIN = 12


def _counted(number: int) -> str:
    """Return 一, 十, 十二, 二十, 一百零五 as headings count; beyond a thousand the digits one by one."""
    if not 0 < number < 1000:
        return "".join(_DIGITS[int(digit)] for digit in str(number))
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        words += f"{_DIGITS[tens] if tens > 1 or hundreds else ''}十"
    elif hundreds and ones:
        words += "零"
    return words + (_DIGITS[ones] if ones else "")


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if 0 < number <= 20 else str(number)


def _letters(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else ""


def _roman(number: int) -> str:
    words = ""
    for value, sign in ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        count, number = divmod(number, value)
        words += sign * count
    return words


_FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate({ord("0") + i: 0xFF10 + i for i in range(10)}),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "none": lambda _: "",
    **dict.fromkeys(
        (
            "chineseCounting",
            "chineseCountingThousand",
            "japaneseCounting",
            "taiwaneseCounting",
            "taiwaneseCountingThousand",
            "ideographDigital",
            "japaneseDigitalTenThousand",
        ),
        _counted,
    ),
}
"""ECMA-376 part 1, 17.18.59 (ST_NumberFormat); the formats that Chinese office documents use."""


@dataclass(frozen=True)
class _Level:
    format: str
    text: str
    start: int
    plain: bool


@dataclass
class Numbering:
    """Counts the numbered paragraphs of one Word file in their order (ECMA-376 part 1, 17.9).

    *numbering* is the root of numbering.xml, *styles* that of styles.xml; either may be missing. `unknown` says
    whether a number was met whose format is not in the table: the text lacks it then.
    """

    numbering: Element = None
    styles: Element = None
    unknown: bool = False
    _counts: dict[str, Counter[int]] = field(default_factory=dict)
    _restarted: set[tuple[str, int]] = field(default_factory=set)

    def label(self, paragraph: Element) -> str:
        """Return the number that is printed before *paragraph*, which stands behind all paragraphs asked for so far."""
        list_id, depth = self._place(paragraph)
        found = self._list(list_id)
        if found is None:
            return ""
        abstract, starts = found
        level = self._level(abstract, depth)
        if level is None or level.format == "bullet":
            return ""
        counts = self._counts.setdefault(abstract.get(f"{W}abstractNumId"), Counter())
        if depth in starts and (list_id, depth) not in self._restarted:
            self._restarted.add((list_id, depth))
            counts[depth] = starts[depth]
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else level.start
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]
        return self._printed(abstract, level, counts)

    def _printed(self, abstract: Element, level: _Level, counts: Counter[int]) -> str:
        printed = level.text
        for depth in sorted({int(number) - 1 for number in re.findall(r"%([1-9])", level.text)}):
            own = self._level(abstract, depth)
            write = None if own is None else str if level.plain else _FORMATS.get(own.format)
            if own is None or write is None:
                self.unknown = True
                return ""
            printed = printed.replace(f"%{depth + 1}", write(counts.get(depth, own.start)))
        return printed

    def _place(self, paragraph: Element) -> tuple[str, int]:
        """The id of the list and the depth in it, as the paragraph or one of its styles says; "" for no list."""
        properties = paragraph.find(f"{W}pPr")
        list_id, depth = _numbered(properties)
        style = _value(properties, "pStyle")
        for _ in range(_LONGEST_CHAIN):
            if list_id or not style or self.styles is None:
                break
            held = next((s for s in self.styles.iter(f"{W}style") if s.get(f"{W}styleId") == style), None)
            list_id, own = _numbered(None if held is None else held.find(f"{W}pPr"))
            depth, style = depth or own, _value(held, "basedOn")
        return ("" if list_id == "0" else list_id), int(depth or 0)

    def _list(self, list_id: str) -> tuple[Element, dict[int, int]] | None:
        """The abstract list behind *list_id*, and the numbers at which its levels begin again."""
        if not list_id or self.numbering is None:
            return None
        held = next((n for n in self.numbering.iter(f"{W}num") if n.get(f"{W}numId") == list_id), None)
        wanted = _value(held, "abstractNumId")
        abstract = next(
            (a for a in self.numbering.iter(f"{W}abstractNum") if a.get(f"{W}abstractNumId") == wanted), None
        )
        if held is None or abstract is None:
            return None
        starts = {
            int(override.get(f"{W}ilvl")): int(start)
            for override in held.iter(f"{W}lvlOverride")
            if (start := _value(override, "startOverride"))
        }
        return abstract, starts

    def _level(self, abstract: Element, depth: int) -> _Level | None:
        held = next((e for e in abstract.iter(f"{W}lvl") if e.get(f"{W}ilvl") == str(depth)), None)
        if held is None:
            return None
        return _Level(
            _value(held, "numFmt") or "decimal",
            _value(held, "lvlText"),
            int(_value(held, "start") or 0),
            held.find(f"{W}isLgl") is not None,
        )


def _value(element: Element, name: str) -> str:
    found = None if element is None else element.find(W + name)
    return "" if found is None else found.get(f"{W}val") or ""


def _numbered(properties: Element) -> tuple[str, str]:
    held = None if properties is None else properties.find(f"{W}numPr")
    return _value(held, "numId"), _value(held, "ilvl")
