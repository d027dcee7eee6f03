"""Where a text prints figures: every numeral that reads as a quantity, a date or a frequency (数字候选)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.measures import Measure, measure
from generator.model.facts import Recurrence as RecurrenceFact
from generator.quantities import (
    DateValue,
    Numeral,
    Quantity,
    QuantityError,
    Recurrence,
    find_numerals,
    parse_date_words,
    parse_money,
    parse_quantity,
    quantity_in_quote,
)

Span = tuple[int, int]

_LEAD, _TAIL, _BEHIND, _CLAUSE = 12, 32, 4, 40
_STOPS = frozenset("。；！？，：（）()《》“”")
_WORDS_OF_TIME = frozenset({"元", "月", "日", "%", "百分点", "人次", "倍"})
_ANY = r"(?:《[^》]*》|[^，。；《])"
_PROMISE = re.compile(
    r"(?P<unspecified>一定(?:的)?(?:补助|补贴|奖励|资金|比例)[^，。；、]{0,4}|差[异别]化[^，。；、]{0,6}"
    r"|给予[^，。；、]{0,8}?(?:补助|补贴|奖励|奖补|支持|扶持)|(?:设立|设置)[^，。；、]{0,10}津贴"
    r"|(?:提高|增加|扩大|加大|核增)[^，。；、]{0,22}?(?:标准|比例|投入|支持力度|奖励力度|数量|总量|工资))"
    rf"|(?P<inherited>按(?:照)?{_ANY}{{0,24}}?(?:规定|标准|政策|办法|》){_ANY}{{0,12}}?(?:补贴|补助|奖励|享受|落实|执行|拨款|设置|待遇))"
    r"|(?P<relative>(?:比照|参照|对应按|按照?)[^，。；]{2,32}?待遇"
    r"|(?<!不)(?:不低于|不高于|高于|低于|优于|超过)[^0-9，。；、]{2,24}?(?:水平|标准|待遇|薪酬|工资|增幅|平均数|人员))"
)
_PER = re.compile(r"每(?:人|家|户|个|名|年|次)")
_LEAD_IN = re.compile(r"^(?:于|为|达到|达|力争|共计?|培训|评选|评定|遴选|举办|组织|开展)")
_CUT_BEFORE = re.compile(
    "[期年时权局有界]限|[圆期]满|[节签公大]约|[公一]共|[作成行认因]为|[最附相邻]近|[传上]达"
)
"""A figure begins in the middle of these words: 补贴期限最长不超过2年."""
_CUT_BEHIND = re.compile("整[改体合理治顿个建]|分[制之]|成[立员果为本长效功绩熟就交]")
"""A figure ends in the middle of these words: 30万元整改资金, 统一成立."""
_COLON = re.compile("[:：∶]")
_PROPORTION = re.compile("比|配|分担|分配|分成")
_MONEY = re.compile("[奖补资]|给予|支持|安排|经费|投入|配套|费用")
_ENDS = frozenset(["", *"，。；、：）)"])
_FAR = re.compile(r"(?:不得|不)(?:超过|少于|低于|高于)|至少|最高(?!人民)|最多")
_AFTER = re.compile(r"[之以]?后")


@dataclass(frozen=True)
class Found:
    """A figure at a squeezed span: the words as printed and what they mean; *promise* names a kind without a number."""

    span: Span
    words: str
    value: Measure
    promise: str = ""
    per: tuple[str, ...] = ()


def find_figures(text: str, held: Sequence[Span], lines: Sequence[int] = (0,)) -> tuple[Found, ...]:
    """Return the figures of the squeezed *text* in order; what lies in *held* (labels, cited titles …) is left out.

    *lines* are the places where lines begin: no figure and no promise goes on from one line to the next.
    """
    taken = set[int]()
    for start, end in held:
        taken.update(range(start, end))
    return tuple(
        replace(figure, span=(figure.span[0] + start, figure.span[1] + start))
        for start, end in pairwise((*lines, len(text)))
        for figure in _in_line(
            text[start:end], {place - start for place in range(start, end) if place in taken}
        )
    )


def _in_line(text: str, taken: set[int]) -> Iterator[Found]:
    found: list[Found] = []
    behind = 0
    for numeral in find_numerals(text):
        if (
            numeral.start < behind
            or numeral.start in taken
            or text[numeral.start - 1 : numeral.start] == "第"
        ):
            continue
        figure = _longest(text, numeral, behind, taken) or _bare_sum(text, numeral)
        if figure is not None:
            found.append(_bounded(text, _tailed(text, _bare(figure))))
            behind = found[-1].span[1]
    promises = [p for p in _promises(text) if not any(_meet(p.span, f.span) for f in found)]
    yield from sorted((*found, *promises), key=lambda f: f.span)


def _promises(text: str) -> Iterator[Found]:
    for match in _PROMISE.finditer(text):
        if match.lastgroup is not None:
            yield Found(match.span(), match[0], None, match.lastgroup)


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _longest(text: str, numeral: Numeral, behind: int, taken: set[int]) -> Found | None:
    """Return the longest stretch around *numeral* that reads as a figure, within its clause."""
    first = numeral.start
    while first > max(behind, numeral.start - _LEAD) and first - 1 not in taken:
        if text[first - 1] in _STOPS and not (first == numeral.start and text[first - 1] == "“"):
            break
        first -= 1
    last = numeral.end
    while last < min(len(text), numeral.end + _TAIL) and text[last] not in "。；！？，《":
        last += 1
    best: Found | None = None
    for start in range(first, numeral.start + 1):
        for end in range(last, numeral.end - 1, -1):
            if best is not None and end - start <= best.span[1] - best.span[0]:
                break
            if _CUT_BEFORE.search(text, max(0, start - 1), start + 1) or _CUT_BEHIND.match(text, end - 1):
                continue
            value = _understood(text, start, end)
            if value is not None and not _adverb(numeral, value, text[start:end]):
                best = Found((start, end), text[start:end], value)
    return best


def _understood(text: str, start: int, end: int) -> Measure:
    """Read 1:15 as a proportion where the words beside it say so, elsewhere as a time of the day or not at all."""
    words = text[start:end]
    value = _read(words)
    if not _COLON.search(words):
        return value
    if not _PROPORTION.search(text[max(0, start - _LEAD) : start] + text[end : end + _BEHIND]):
        return None if isinstance(value, Quantity) else value
    try:
        return parse_quantity(words)
    except QuantityError:
        return value


def _bare_sum(text: str, numeral: Numeral) -> Found | None:
    """每家奖励20万, where the clause speaks of money and the sum ends it."""
    clause = re.split("[，。；：]", text[max(0, numeral.start - _CLAUSE) : numeral.start])[-1]
    ends = text[numeral.end : numeral.end + 1] in _ENDS
    if not (ends and numeral.text[-1] in "万亿" and numeral.value and _MONEY.search(clause)):
        return None
    return Found((numeral.start, numeral.end), numeral.text, parse_money(numeral.text))


def _bare(figure: Found) -> Found:
    """Take what is no part of the value off its front: 培训18万人次 → 18万人次, 每人30万元 → 30万元 per 人."""
    rest, per, best = figure.words, list[str](), figure
    measured = isinstance(figure.value, Quantity | Recurrence)
    while match := _LEAD_IN.match(rest) or (_PER.match(rest) if measured else None):
        rest = rest[match.end() :]
        if match[0].startswith("每"):
            per.append(match[0][1:])
        value = _read(rest)
        if isinstance(value, Quantity | DateValue) and not _times(figure.value, value):
            best = Found((figure.span[1] - len(rest), figure.span[1]), rest, value, per=tuple(per))
    return best


def _times(before: Measure, rest: Measure) -> bool:
    """Whether *before* is a frequency (每月至少1次) and no number of things each time (每次5个)."""
    return (
        isinstance(before, Recurrence)
        and before.every is not None
        and isinstance(rest, Quantity)
        and rest.unit == "次"
    )


def _tailed(text: str, figure: Found) -> Found:
    """三个月 + 后."""
    start, end = figure.span
    match = _AFTER.match(text, end)
    if match is None or not isinstance(figure.value, Quantity) or figure.value.unit not in ("月", "日"):
        return figure
    return replace(figure, span=(start, match.end()), words=figure.words + match[0])


def _bounded(text: str, figure: Found) -> Found:
    """Put the bound before the value that its clause says farther off: 不超过上年度盈余的30% → 不超过30%."""
    start = figure.span[0]
    if not isinstance(figure.value, Quantity) or figure.value.comparator != "eq":
        return figure
    clause = start
    while clause > max(0, start - 24) and text[clause - 1] not in _STOPS - {"“", "”"}:
        clause -= 1
    bounds = list(_FAR.finditer(text, clause, start))
    words = bounds[-1][0] + figure.words if bounds else figure.words
    if not bounds or quantity_in_quote(words, text[clause : figure.span[1]]) is None:
        return figure
    value = _read(words)
    return figure if value is None else replace(figure, words=words, value=value)


def _read(words: str) -> Measure:
    for reader in (parse_date_words, parse_quantity, _frequency):
        try:
            value: Measure = reader(words)
        except QuantityError:
            continue
        return value
    return None


def _frequency(words: str) -> Measure:
    """Read 每2年评选1次 and 每人每年最多择一享受1次; only words that say 每 or bound a number of times."""
    if "每" not in words and "次" not in words:
        raise QuantityError("不是频次", words, 0)
    return measure(RecurrenceFact(kind="recurrence", id="candidate", label=words, value=words, quote=words))


def _adverb(numeral: Numeral, value: Measure, words: str) -> bool:
    """Whether a Chinese 一 is part of a word (一批, 一个) and no figure; 每年, 一次性 and a date alone without a number too."""
    match value:
        case Quantity():
            return numeral.text in ("一", "半") and value.unit not in _WORDS_OF_TIME and "每" not in words
        case DateValue():
            return numeral.script == "chinese" and "十" not in numeral.text and len(numeral.text) < 4
        case Recurrence():
            return words == "一次性" or (value.times is None and numeral.text == "一")
        case _:
            return False
