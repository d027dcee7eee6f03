"""Tables of characters made from well-kept libraries: traditional → simplified (OpenCC), readings (pypinyin)."""

from collections.abc import Iterable, Mapping
from functools import cache

from opencc import OpenCC

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
    """Return the reading of each character of *text* without tones, chosen by its neighbours (重复: chong fu).

    What has no reading stands for itself.
    """
    # Loaded by those who ask for readings: its tables are half of what any other process of a build would begin with.
    from pypinyin import lazy_pinyin

    return tuple(lazy_pinyin(text, errors=lambda others: list(others)))  # type: ignore[arg-type, return-value]


@cache
def usual_reading(character: str) -> str:
    """Return the reading that *character* has most often."""
    return readings(character)[0]


def reading_table(characters: Iterable[str]) -> Mapping[str, str]:
    """Return the common characters by their usual reading: `{"ji": "技际级…"}`.

    *characters* are those that a query may hold: the characters of the library, and any that could be typed for them.
    """
    table: dict[str, list[str]] = {}
    for character in sorted(set(characters)):
        table.setdefault(usual_reading(character), []).append(character)
    return {reading: "".join(table[reading]) for reading in sorted(table)}


@cache
def common_characters() -> frozenset[str]:
    """Return the 3755 characters of level one of GB 2312, which people may type for others of the same sound."""
    codes = (bytes((high, low)) for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF))
    return frozenset(code.decode("gb2312", errors="ignore") for code in codes) - {""}
