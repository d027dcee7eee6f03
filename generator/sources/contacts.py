"""Contact blocks and personal numbers in a text: what is never published (联系方式)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping

_LABEL = (
    r"(?:联\s*系\s*人|(?:联\s*系|咨\s*询|办\s*公)?\s*电\s*话|联\s*系\s*方\s*式|(?:电\s*子)?\s*邮\s*[箱件]|传\s*真|手\s*机)"
    r"\s*[:：]"
)
_EDGE = r"(?<![0-9A-Za-z])"
_END = r"(?![0-9A-Za-z])"

MOBILE = re.compile(rf"{_EDGE}1[3-9][0-9](?:[- ]?[0-9]{{4}}){{2}}{_END}")
LANDLINE = re.compile(rf"{_EDGE}(?:[（(]0[0-9]{{2,3}}[）)]|0[0-9]{{2,3}}[-—－ ])[0-9]{{7,8}}{_END}")
ID_NUMBER = re.compile(
    rf"{_EDGE}[1-9][0-9]{{5}}(?:19|20)[0-9]{{2}}(?:0[1-9]|1[0-2])[0-3][0-9][0-9]{{3}}[0-9Xx]{_END}"
)
MAIL_ADDRESS = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")

PERSONAL: Mapping[str, re.Pattern[str]] = {
    "手机号码": MOBILE,
    "固定电话": LANDLINE,
    "公民身份号码": ID_NUMBER,
    "电子邮箱": MAIL_ADDRESS,
}
"""What identifies or reaches one person, by what it is called."""

_POSSIBLE = re.compile("[0-9]{4}(?:[0-9]{3}|[- ][0-9]{4})")
"""What each of them holds that has no @, and almost no text; begins with a digit, which is looked for fast."""

_CONTACT_LINE = re.compile(
    rf"^[^\n]*?(?:{_LABEL}|{'|'.join(p.pattern for p in PERSONAL.values())})[^\n]*$", re.MULTILINE
)
_NAMES = re.compile(r"联\s*系\s*人\s*[:：]\s*([^\n]*)")
_NAME = re.compile(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,4}(?![\u4e00-\u9fff])")
_NO_NAMES = frozenset({"电话", "手机", "传真", "邮箱", "兼传真", "联系电话", "电子邮箱", "联系方式"})


def contact_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return the offsets of the lines of *text* that reach a person, in order."""
    return tuple(match.span() for match in _CONTACT_LINE.finditer(text))


def contact_names(text: str) -> tuple[str, ...]:
    """Return the names of the persons that the contact lines of *text* give."""
    found = (name for line in _NAMES.findall(text) for name in _NAME.findall(line) if name not in _NO_NAMES)
    return tuple(dict.fromkeys(found))


def _possible(text: str) -> bool:
    return "@" in text or _POSSIBLE.search(text) is not None


def find_personal(text: str) -> Iterator[tuple[str, str]]:
    """Yield what in *text* identifies or reaches a person: what it is called, and its first three characters."""
    for name, pattern in PERSONAL.items() if _possible(text) else ():
        for match in pattern.finditer(text):
            yield name, match.group()[:3]


def without_personal(text: str) -> str:
    """Return *text* without the numbers and addresses that reach a person."""
    for pattern in PERSONAL.values() if _possible(text) else ():
        text = pattern.sub("", text)
    return text


class Contacts:
    """The contact lines of one text, to ask for a place."""

    def __init__(self, text: str) -> None:
        self.spans = contact_spans(text)
        self._starts = [start for start, _ in self.spans]

    def hold(self, offset: int) -> bool:
        """Whether the character at *offset* of the text stands in a contact line."""
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self.spans[index][1]
