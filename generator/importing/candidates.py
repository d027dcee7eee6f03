"""A figure found in a text → a candidate fact as the extract would hold it (事实候选)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pypinyin import lazy_pinyin

from generator.importing.figures import Found
from generator.quantities import DateValue, Quantity, Recurrence
from generator.sources.sections import SectionSpan
from generator.sources.text import SourceText, find_spans

UNCONFIRMED = "待确认"
_EDGE = "。；！？，：、"
_LONGEST_QUOTE, _LONGEST_LABEL, _SHORTEST_LABEL, _TAIL = 40, 22, 2, 12
_MONEY_WORDS = ("奖励", "补贴", "补助", "津贴")
_LEADING = re.compile(r"^(?:其中|并|且|以及|及|对于|对|按|由|在|的|为|给予|一次性|分别|力争|达到|至少)+")
_TRAILING = re.compile(r"(?:每人|分别|一次性|给予|为|达到|达|不超过|不少于|按|的|共|约|占)+$")
_NUMBERED = re.compile(
    r"^(?:第[一二三四五六七八九十百零]+[章节条]|[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+[、是]"
    r"|[0-9]{1,2}[.．、](?:[0-9]{1,2}[.．、]?)*(?![0-9]))"
)
_INNER = re.compile("[的对、和与及]")
_BASE = re.compile(r"占(?P<base>[^，。；、占]{2,20}?)(?:的?比[例重率])?(?:达到|不少于|不低于|的|至|为)*$")
_UNIT_KINDS: Mapping[str, str] = {
    "元": "money",
    "%": "percent",
    "百分点": "percent",
    "人": "headcount",
    "人次": "visits",
    "倍": "multiple",
    "月": "duration",
    "日": "duration",
    "小时": "duration",
}
_ABSENT = {"absent": "not_stated"}
_MONEY: Mapping[str, Any] = {"payee": _ABSENT, "payer": _ABSENT, "fund": _ABSENT}


def candidate(found: Found, source: SourceText, section: SectionSpan, fresh: Fresh) -> dict[str, Any]:
    """Return *found* as the mapping of a fact, marked 待确认; *section* is where its quote is counted."""
    text = source.squeezed
    start, end = _quote_span(source, found)
    quote = text[start:end]
    label = _label(text[start : found.span[0]], text[found.span[1] : end])
    standings = find_spans(text, quote, section.start, section.end)
    fact: dict[str, Any] = {
        "id": fresh.id(label),
        "kind": _kind(found, text[start:end]),
        "label": label,
        "value": found.words,
        "quote": quote,
    }
    if len(standings) > 1:
        fact["occurrence"] = (
            1 + [a for a, _ in standings].index(start) if start in [a for a, _ in standings] else 1
        )
    fact.update(_rest(fact["kind"], found, text[start:end], text[start : found.span[0]]))
    fact["confirm"] = UNCONFIRMED
    return fact


class Fresh:
    """Gives ids that are spelled like their words and were not given before."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def id(self, words: str) -> str:
        """Return the first letters of *words* in pinyin, with a number where they are taken."""
        han = re.sub(r"[^\u4e00-\u9fff]", "", words)[:5] or "shuzi"
        root = re.sub(r"[^a-z]+", "-", "-".join(lazy_pinyin(han)).lower()).strip("-") or "shuzi"
        name, count = root, 1
        while name in self._given:
            count += 1
            name = f"{root}-{count}"
        self._given.add(name)
        return name


def _quote_span(source: SourceText, found: Found) -> tuple[int, int]:
    """The clause around the figure, within its line, from the mark before it; the figure always whole."""
    text = source.squeezed
    start, end = found.span
    while (
        start > 0
        and text[start - 1] not in _EDGE
        and end - start < _LONGEST_QUOTE
        and not source.starts_line(start)
    ):
        start -= 1
    stop = end
    while (
        stop < len(text) and text[stop] not in _EDGE and stop - end < _TAIL and not source.starts_line(stop)
    ):
        stop += 1
    whole = stop >= len(text) or text[stop] in _EDGE or source.starts_line(stop)
    return start, stop if whole and stop - start <= _LONGEST_QUOTE else end


def _label(before: str, after: str) -> str:
    """The words before the figure without the number of the paragraph, else those behind it; no mark stays half."""
    words = _TRAILING.sub("", _LEADING.sub("", _whole(_NUMBERED.sub("", before))))
    if len(words) < _SHORTEST_LABEL:
        words = _whole(after.lstrip("的")) or words
    if len(words) > _LONGEST_LABEL:
        shorter = [piece for piece in _INNER.split(words, maxsplit=1)[1:] if len(piece) >= _SHORTEST_LABEL]
        words = (shorter or [words])[-1]
    return words[-_LONGEST_LABEL:] or UNCONFIRMED


def _whole(words: str) -> str:
    """What stands behind a mark whose other half is missing, without a pair of marks around all of it."""
    for opening, closing in ("“”", "‘’", "《》", "（）", "()"):
        if words.startswith(opening) and words.find(closing) == len(words) - 1:
            return words[1:-1]
        if words.count(opening) != words.count(closing):
            words = re.split(f"[{re.escape(opening + closing)}]", words)[-1]
    return words


def _kind(found: Found, clause: str) -> str:
    if found.promise:
        return found.promise
    match found.value:
        case DateValue(relation=relation, points=points):
            if relation in ("before", "until"):
                return "deadline"
            return (
                "date"
                if relation in ("on", "several") and points[0].precision in ("day", "minute")
                else "period"
            )
        case Recurrence():
            return "usage_limit" if re.search(r"最多|至多|不超过|限", found.words) else "recurrence"
        case Quantity(unit=unit):
            if unit == "%" and re.search("[0-9][:：∶比]", found.words):
                return "ratio"
            if unit == "%" and "上浮" in clause:
                return "uplift"
            if unit == "%" and re.search(r"不超过|以内|上限", clause) and "增" in clause:
                return "cap"
            if unit == "次" and re.search(r"最多|至多|不超过|限", found.words):
                return "usage_limit"
            return _UNIT_KINDS.get(unit, "count")
        case _:
            return "count"


def _rest(kind: str, found: Found, clause: str, before: str) -> dict[str, Any]:
    """Return the keys that the kind asks for and those that the clause shows."""
    rest: dict[str, Any] = {}
    per = (*found.per, *(found.value.per if isinstance(found.value, Quantity) else ()))
    if per:
        rest["per"] = list(per)
    elif "每人" in before and kind in ("money", "inherited"):
        rest["per"] = ["人"]
    if "一次性" in clause and kind == "money":
        rest["frequency"] = "一次性"
    elif "每年" in clause and kind in ("money", "visits", "headcount", "percent", "deadline"):
        rest["frequency"] = "每年"
    match kind:
        case "money":
            nature = next((word for word in _MONEY_WORDS if word in clause), "资金")
            rest |= {"nature": nature, **_MONEY}
        case "unspecified":
            rest |= dict(_MONEY)
        case "inherited":
            rest |= {"instrument": _ABSENT, **_MONEY}
        case "percent" | "cap" | "uplift":
            match = _BASE.search(before)
            rest["base"] = match["base"] if match else UNCONFIRMED
        case "ratio":
            rest |= {"numerator": UNCONFIRMED, "denominator": UNCONFIRMED}
        case "multiple":
            rest["standard"] = UNCONFIRMED
        case "relative":
            rest["compared_with"] = re.sub(r"^(?:不低于|不高于|高于|低于|优于|超过)", "", found.words)
        case "deadline":
            rest["inclusive"] = "未写明"
        case _:
            pass
    return rest
