"""What a text says about itself: title, carrier, number, date, bodies, region, cited documents (文首的推断)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from generator.importing.places import Place, guess_place
from generator.library import Vocabulary
from generator.model.base import UNDECIDED
from generator.model.document import DocumentType
from generator.names import DepartmentNames
from generator.quantities import FIVE_YEAR_PLANS
from generator.sources.text import SourceText, squeeze

_NUMBER = re.compile(r"[\u4e00-\u9fff]{2,10}[〔\[（(](?:19|20)\d{2}[〕\]）)]第?\d+号")
_CITED = re.compile(
    r"《(?P<title>[^《》]*(?:《[^《》]*》[^《》]*)*)》(?:[（(](?P<number>[\u4e00-\u9fff]{2,10}[〔\[]\d{4}[〕\]]\d+号)[^（）()]{0,12}[）)])?"
)
_CARRIER = re.compile(
    r"^(?P<carrier>.{4,80}?(?:印发|征求)《?(?P<title>[^》]{4,60}?)》?(?:意见)?的(?P<type>通知|函))"
)
_DATE_LINE = re.compile(r"^(?:19|20)\d{2}年\d{1,2}月\d{1,2}日$")
_BODY = re.compile(r"[\u4e00-\u9fff]{2,30}(?:厅|局|委员会|委|办公室|政府|部|院|总工会|中心)")
_DRAFT = "征求意见稿"
_HEAD_LINES = 16
_SHORT = 10
_COMMON = re.compile(
    "^关于(?:印发|进一步|做好|开展|实施|推进|加强)*|的(?:通知|意见|函|实施意见|若干措施)$"
    "|(?:实施|工作|专项|行动)*(?:方案|计划|办法|意见|规划|若干措施)$"
)
_QUOTED = re.compile("[“《]([^“”《》]{2,})[”》]")
_PART_END = re.compile("[、和与及的]")


@dataclass(frozen=True)
class Cited:
    """A document named in the text: its squeezed span, its title without marks, its number or nothing."""

    span: tuple[int, int]
    title: str
    number: str


@dataclass(frozen=True)
class Heads:
    """The guesses about the document as a whole, as values of the model; every one of them is to be confirmed."""

    title: str
    carrier: dict[str, Any] | None
    type: str
    place: Place
    issuers: tuple[str, ...]
    signing: tuple[str, ...]
    signed: str | None
    draft: bool
    public: bool


def read_heads(source: SourceText, vocabulary: Vocabulary) -> Heads:
    """Guess what the first and last lines say; what is not printed stays absent."""
    lines = [words for line in source.text.split("\n") if (words := squeeze(line))]
    opening = "".join(lines[:4])
    match = _CARRIER.match(opening) or _CARRIER.match("".join(lines[1:5]))
    title = match["title"] if match else (lines[0] if lines else UNDECIDED)
    draft = _DRAFT in "".join(lines[:_HEAD_LINES])
    place = guess_place(title, "".join(lines[:_HEAD_LINES]), vocabulary)
    carrier = None
    if match is not None:
        carrier = {"title": match["carrier"], "type": match["type"], "doc_number": own_number(source)}
    return Heads(
        title,
        carrier,
        next(
            (name for name in get_args(DocumentType) if title.removesuffix(f"（{_DRAFT}）").endswith(name)),
            "通知",
        ),
        place,
        _issuers(lines, opening, place.region, vocabulary),
        _signing(lines),
        next((line for line in lines if _DATE_LINE.match(line)), None),
        draft,
        "此件公开发布" in source.squeezed,
    )


def short_title(title: str) -> str:
    """Return *title* without the words that every title has, cut behind a whole part of it; never inside a word."""
    core = _COMMON.sub("", title.removesuffix(f"（{_DRAFT}）")) or title
    named = _QUOTED.search(core)
    if len(core) <= _SHORT:
        return core
    if named and len(named[1]) <= _SHORT and named[1] not in FIVE_YEAR_PLANS:
        return named[1]
    parts = [
        core[: match.start()] for match in _PART_END.finditer(core) if _SHORT // 2 <= match.start() <= _SHORT
    ]
    return parts[-1] if parts else core


def own_number(source: SourceText) -> dict[str, str]:
    """Return the number that stands apart or in brackets of its own in the head, or its absence."""
    for line in source.text.split("\n")[:_HEAD_LINES]:
        words = squeeze(line)
        apart = [w for w in (words, *map(squeeze, line.split())) if _NUMBER.fullmatch(w)]
        enclosed = _NUMBER.findall(words) if words.startswith(("（", "(")) else []
        if number := next(iter([*apart, *enclosed]), None):
            return {"value": number, "section": "0", "quote": number}
    return {"absent": "not_in_source"}


def cited_documents(source: SourceText) -> Iterator[Cited]:
    """Yield the documents that the text names in 《》 with the kind of a document in the title, in order."""
    for match in _CITED.finditer(source.squeezed):
        if match["number"] or re.search(
            r"(?:意见|方案|办法|规定|条例|通知|规划|纲要|措施|计划|法|细则|制度)(?:》|（|$)", match["title"]
        ):
            yield Cited(match.span(), match["title"], match["number"] or "")


def guess_topic(words: str, vocabulary: Vocabulary) -> str:
    """Return the topic that *words* name most often, else UNDECIDED."""
    named = [(words.count(t.name), len(t.name), t.id) for t in vocabulary.topics.values() if t.name in words]
    return max(named)[2] if named else UNDECIDED


def guess_family(title: str, vocabulary: Vocabulary) -> str:
    """Return the family whose short name the title holds, else UNDECIDED."""
    shared = [
        (len(set(f.short) & set(title)), f.id)
        for f in vocabulary.families.values()
        if f.short in title or set(f.short) <= set(title)
    ]
    return max(shared)[1] if shared else UNDECIDED


def _issuers(lines: list[str], opening: str, region: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Bodies that have a line of their own, else those whose names begin the text."""
    names = DepartmentNames(vocabulary)
    alone = [found for line in lines if (found := names.resolve(line, region)) is not None]
    if alone:
        return tuple(dict.fromkeys(alone))
    leading = [d for d in vocabulary.departments.values() if opening.startswith(d.name)]
    return (max(leading, key=lambda d: len(d.name)).id,) if leading else (UNDECIDED,)


def _signing(lines: list[str]) -> tuple[str, ...]:
    """The bodies whose names stand above the date at the end, as printed; a head of one line names none."""
    dated = [i for i, line in enumerate(lines) if _DATE_LINE.match(line)]
    names: list[str] = []
    for line in reversed(lines[: dated[-1]] if dated else lines):
        if not _BODY.fullmatch(line):
            break
        names.append(line)
    return tuple(reversed(names))
