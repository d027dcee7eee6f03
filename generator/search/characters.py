"""Tables of characters made from well-kept libraries: traditional → simplified (OpenCC), readings (pypinyin)."""

from collections.abc import Iterable, Mapping
from functools import cache

from opencc import OpenCC
from pypinyin import Style, pinyin

FIRST, LAST = 0x4E00, 0x9FFF
"""The basic block of Han characters; rarer ones are left as they are."""


@cache
def simplified_characters() -> Mapping[str, str]:
    """Return every traditional character of the basic block with its simplified form."""
    convert = OpenCC("t2s").convert
    every = [chr(code) for code in range(FIRST, LAST + 1)]
    changed = zip(every, convert("\n".join(every)).split("\n"), strict=True)
    return {old: new for old, new in changed if old != new and len(new) == 1}


def readings(text: str) -> tuple[str, ...]:
    """Return the reading of each character of *text* without tones, chosen by its neighbours (重 → chong, zhong)."""
    return tuple(
        syllable[0] for syllable in pinyin(text, style=Style.NORMAL, errors=lambda other: list(other))
    )


@cache
def readings_of_character(character: str) -> tuple[str, ...]:
    """Return all readings of one character, the usual one first."""
    return tuple(dict.fromkeys(pinyin(character, style=Style.NORMAL, heteronym=True)[0]))


def reading_table(characters: Iterable[str]) -> Mapping[str, str]:
    """Return the common characters by reading: `{"ji": "技际级…"}`; a character may stand under several readings.

    *characters* are those that a query may hold: the characters of the library, and any that could be typed for them.
    """
    table: dict[str, list[str]] = {}
    for character in sorted(set(characters)):
        for reading in readings_of_character(character):
            table.setdefault(reading, []).append(character)
    return {reading: "".join(table[reading]) for reading in sorted(table)}


@cache
def common_characters() -> frozenset[str]:
    """Return the 3755 characters of level one of GB 2312, which people may type for others of the same sound."""
    codes = (bytes((high, low)) for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF))
    return frozenset(code.decode("gb2312", errors="ignore") for code in codes) - {""}
