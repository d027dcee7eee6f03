"""A printed value cut into its number, its unit and what stands before, for large type (数字排版)."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBER = re.compile(r"\d[\d,，]*(?:[.．]\d+)?(?::\d{2})?")
_CHINESE = re.compile(r"[一二两三四五六七八九十百半]+(?=[年个倍月次批所条项家人])")
_LONG = 9


@dataclass(frozen=True)
class Figure:
    """What is printed of a value: `before` small, then pairs of number and unit; nothing of the printed words is lost."""

    before: str
    parts: tuple[tuple[str, str], ...]
    draft: bool = False
    long: bool = False

    @property
    def numbered(self) -> bool:
        """Whether there is a number to print large."""
        return any(number for number, _ in self.parts)

    @property
    def words(self) -> str:
        """The printed words again."""
        return self.before + "".join(number + unit for number, unit in self.parts)


def figure(printed: str, draft: bool = False) -> Figure:
    """Cut *printed*: 不超过1年 → before 不超过, (1, 年). Words without a number become one unit without a number."""
    pattern = _NUMBER if _NUMBER.search(printed) else _CHINESE
    matches = list(pattern.finditer(printed))
    if not matches:
        return Figure("", (("", printed),), draft, len(printed) >= _LONG)
    parts = tuple(
        (m.group(), printed[m.end() : following.start() if following else len(printed)])
        for m, following in zip(matches, [*matches[1:], None], strict=True)
    )
    return Figure(printed[: matches[0].start()], parts, draft, len(printed) >= _LONG)
