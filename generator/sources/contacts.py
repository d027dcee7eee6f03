"""Contact blocks and personal numbers in a text: what is never published (联系方式)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping

_LABEL = (
    r"(?:联\s*系\s*人|(?:联\s*系|咨\s*询|办\s*公)?\s*电\s*话|联\s*系\s*方\s*式|(?:电\s*子)?\s*邮\s*[箱件]|传\s*真|手\s*机)"
    r"\s*[:：]"
)
_D = "[0-9０-９]"
_GAP = r"[ \u3000.．·•*＊_\-‐‑–—－]{0,3}"
"""What may stand between the groups of digits of one number."""
_EDGE = r"(?<![0-9０-９A-Za-z])"
_END = r"(?![0-9０-９A-Za-z])"
_MASK = "[*＊×●•xX]{4}"

MOBILE = re.compile(
    rf"{_EDGE}(?:(?:[+＋]|[0０]{{2}})?[8８][6６]{_GAP})?[1１][3-9３-９](?:{_D}(?:"
    rf"{_GAP}{_D}{{4}}{_GAP}{_D}{{4}}|{_GAP}{_D}{{3}}{_GAP}{_D}{{5}}|{_GAP}{_D}{{5}}{_GAP}{_D}{{3}}"
    rf"|{_D}{_GAP}{_D}{{4}}{_GAP}{_D}{{3}}|{_MASK}{_D}{{4}})){_END}"
    rf"|{_EDGE}[1１][ .\-][3-9３-９](?:[ .\-]{_D}){{9}}{_END}"
)
LANDLINE = re.compile(
    rf"{_EDGE}(?:[（(][0０]{_D}{{2,3}}[）)]{_GAP}|(?!0086)[0０]{_D}{{2,3}}[-‐–—－. \u3000]{{1,3}}){_D}{{3,4}}{_GAP}{_D}{{4}}{_END}"
    rf"|{_EDGE}[0０][1-9１-９]{_D}{{1,2}}[2-9２-９]{_D}{{6,7}}{_END}"
    rf"|(?:电\s*话|手\s*机|传\s*真|座\s*机)(?:号码)?\s*[:：]?\s*"
    rf"(?!{_D}{{3}}{_GAP}{_D}{{4}}{_GAP}{_D}{{4}}{_END}){_D}{{3,4}}{_GAP}{_D}{{4}}{_END}"
)
ID_NUMBER = re.compile(
    rf"{_EDGE}[1-9１-９]{_D}{{5}}{_GAP}(?:19|20|１９|２０){_D}{{2}}{_GAP}(?:[0０][1-9１-９]|[1１][0-2０-２])"
    rf"{_GAP}[0-3０-３]{_D}{_GAP}{_D}{{3}}[0-9０-９XxＸ]{_END}"
)
MAIL_ADDRESS = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
ACCOUNT = re.compile(
    rf"[QqＱｑ]{{2}}(?:号码?|群)?\s*[:：]?\s*[1-9１-９]{_D}{{4,10}}{_END}|微\s*信\s*号?\s*[:：]\s*[A-Za-z0-9_-]{{5,}}"
)
CONTACT_PERSON = re.compile(r"联\s*系\s*人\s*[:：]\s*[\u4e00-\u9fff]")

PERSONAL: Mapping[str, re.Pattern[str]] = {
    "手机号码": MOBILE,
    "固定电话": LANDLINE,
    "公民身份号码": ID_NUMBER,
    "电子邮箱": MAIL_ADDRESS,
    "QQ、微信号": ACCOUNT,
    "联系人姓名": CONTACT_PERSON,
}
"""What identifies or reaches one person, by what it is called; digits may be full-width, grouped, joined by stars."""

_DIGITS = re.compile(rf"{_D}(?:{_GAP}[0-9０-９*＊×●•xX]){{6,}}")
"""What every number of a person holds; begins with a digit, which is looked for fast."""
_AROUND = 30
"""How far before its digits a number may begin: +86, 传真号码：."""
_NUMBERS = ("手机号码", "固定电话", "公民身份号码")
_HINTS: Mapping[str, tuple[str, ...]] = {
    "电子邮箱": ("@",),
    "QQ、微信号": ("QQ", "qq", "Qq", "ＱＱ", "ｑｑ", "微"),
    "联系人姓名": ("联",),
}
"""Signs without which a text holds nothing of the kind, looked for before the pattern is."""
_LABELS = re.compile(_LABEL)
_NAMES = re.compile(r"联\s*系\s*人\s*[:：]\s*([^\n]*)")
_NAME = re.compile(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,4}(?![\u4e00-\u9fff])")
_NO_NAMES = frozenset({"电话", "手机", "传真", "邮箱", "兼传真", "联系电话", "电子邮箱", "联系方式"})


def contact_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return the offsets of the lines of *text* that reach a person, in order."""
    places = {match.start() for match in _LABELS.finditer(text)} | {start for _, start, _ in _personal(text)}
    lines = {(text.rfind("\n", 0, at) + 1, text.find("\n", at)) for at in places}
    return tuple((start, end if end != -1 else len(text)) for start, end in sorted(lines))


def contact_names(text: str) -> tuple[str, ...]:
    """Return the names of the persons that the contact lines of *text* give."""
    found = (name for line in _NAMES.findall(text) for name in _NAME.findall(line) if name not in _NO_NAMES)
    return tuple(dict.fromkeys(found))


def _personal(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield what in *text* identifies or reaches a person: what it is called, its start and its end."""
    reach = 0
    for digits in _DIGITS.finditer(text):
        start, end = max(reach, digits.start() - _AROUND), min(len(text), digits.end() + _AROUND)
        for name in _NUMBERS:
            for match in PERSONAL[name].finditer(text, start, end):
                yield name, *match.span()
                reach = max(reach, match.end())
    for name, hints in _HINTS.items():
        if any(hint in text for hint in hints):
            for match in PERSONAL[name].finditer(text):
                yield name, *match.span()


def find_personal(text: str) -> Iterator[tuple[str, str]]:
    """Yield what in *text* identifies or reaches a person: what it is called, and its first three characters."""
    for name, start, end in _personal(text):
        yield name, text[start:end][:3]


def without_personal(text: str) -> str:
    """Return *text* without the numbers and addresses that reach a person."""
    kept, last = "", 0
    for start, end in sorted((start, end) for _, start, end in _personal(text)):
        kept, last = kept + text[last : max(start, last)], max(end, last)
    return kept + text[last:]


class Contacts:
    """The contact lines of one text, to ask for a place."""

    def __init__(self, text: str) -> None:
        self.spans = contact_spans(text)
        self._starts = [start for start, _ in self.spans]

    def hold(self, offset: int) -> bool:
        """Whether the character at *offset* of the text stands in a contact line."""
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self.spans[index][1]
