"""The headings that a text prints, in order, with the ids they get (目录的推断)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.document import Section
from generator.quantities import parse_numeral
from generator.sources.text import squeeze

_HAN = "[一二三四五六七八九十百零〇]+"
_LABELS = (
    ("annex", re.compile(r"(附件\s*[0-9一二三四五六七八九十]*)[:：]?\s*$")),
    ("part", re.compile(f"(第{_HAN}(?:编|部分))")),
    ("chapter", re.compile(f"(第{_HAN}章)")),
    ("section", re.compile(f"(第{_HAN}节)")),
    ("point", re.compile(f"({_HAN}、)")),
    ("article", re.compile(rf"(第{_HAN}条(?:之{_HAN})?)(?!第|款|项|规定|所[列称述]|中|的|[、和至及与])")),
    ("item", re.compile(f"([（(]{_HAN}[）)])")),
    # what may stand behind 1.1 keeps out a line that begins with 1.5% or 2.3.1
    ("dotted", re.compile(r"([0-9]{1,2}(?:[.．][0-9]{1,2}){1,3})[.．、]?(?=\s|[\u4e00-\u9fff“《])")),
    ("number", re.compile(r"([0-9]{1,2}[．.、])(?![0-9])")),
    ("bare", re.compile(r"([0-9]{1,2})\s+(?=[\u4e00-\u9fff])")),
    ("firstly", re.compile(r"([一二三四五六七八九十]是)")),
)
_RANKS = ("part", "chapter", "section", "point", "article", "item", "number", "dotted", "firstly")
_CHAPTERS = frozenset({"part", "chapter", "section", "point", "article"})
_RUNNING = frozenset({"number", "article"})
_MARKS = str.maketrans("", "", "*\ufeff")
_TITLE_END = re.compile(r"。|：")
_CLAUSE_END = re.compile(r"[，。；：]")
_NAMED = re.compile(r"[【（(]([^】（）()]{2,20})[】）)]")
_LONGEST_TITLE = 32
_BEGINS = 12


@dataclass(frozen=True)
class _Line:
    kind: str
    label: str
    rest: str
    numbers: tuple[int, ...]

    @property
    def rank(self) -> tuple[int, int]:
        """Where the heading stands among others; 1.1.1 is below 1.1."""
        return _RANKS.index(self.kind), len(self.numbers) if self.kind == "dotted" else 0


def find_outline(text: str) -> tuple[Section, ...]:
    """Return the sections of *text*: "0" for everything before the first heading, then chapters, items and numbers.

    Ids count in order (2.4 is the second chapter's fourth item); articles and numbers that run on from chapter to
    chapter keep the printed number; annexes begin with a. A labelled sentence that is no title gets the mark 否 and
    its first words. Numbered lines before the first chapter (a list of annexes) are no headings.
    """
    lines = text.split("\n")
    words = [squeeze(line) for line in lines]
    found = _together(_numbered(lines))
    chapters = any(line.kind in _CHAPTERS for _, line in found)
    first = next((w for w in words if w), "")
    sections = [Section(id="0", title="文首", printed="否", begins=first[:_BEGINS] or None)]
    ids = _Ids()
    for index, line in found:
        if line.kind not in ("annex", *_CHAPTERS) and chapters and not ids.path:
            continue
        following = next((w for w in words[index + 1 :] if w), "")
        sections.append(_section(ids.following(line), line, following))
    return tuple(sections)


def _numbered(lines: Sequence[str]) -> list[tuple[int, _Line]]:
    """The lines with a label; 1.1 counts only where 1 came before it, 2 without a point only where 2.1 follows."""
    found = [(i, line) for i, words in enumerate(lines) if (line := _line(words)) is not None]
    begun = {line.numbers[0] for _, line in found if line.kind == "dotted" and line.numbers[1:] == (1,)}
    kept: list[tuple[int, _Line]] = []
    last: tuple[int, ...] = ()
    for index, line in found:
        match line.kind:
            case "bare" if line.numbers[0] not in begun:
                continue
            case "bare":
                line = _Line("number", line.label, line.rest, line.numbers)
            case "dotted" if not _follows(line.numbers, last):
                continue
            case _:
                pass
        if line.kind in ("dotted", "number", "point", "chapter"):
            last = line.numbers
        kept.append((index, line))
    return kept


def _follows(numbers: tuple[int, ...], last: tuple[int, ...]) -> bool:
    """Whether 1.2 comes right behind *last*: the next one of its parent, or the first below it."""
    parent = len(numbers) - 1
    before = last[parent] if len(last) > parent else 0
    return numbers[:parent] == last[:parent] and numbers[parent] == before + 1


def _together(found: list[tuple[int, _Line]]) -> list[tuple[int, _Line]]:
    """*found* without an 一是 that has no 二是 among the headings beside it: it begins a sentence."""
    return [
        (index, line)
        for at, (index, line) in enumerate(found)
        if line.kind != "firstly"
        or any(o.kind == "firstly" for _, o in found[max(0, at - 1) : at + 2] if o != line)
    ]


def _line(words: str) -> _Line | None:
    words = words.translate(_MARKS).strip().lstrip("#").lstrip()
    for kind, pattern in _LABELS:
        if match := pattern.match(words):
            printed = [parse_numeral(n) for n in re.findall(rf"[0-9]+|{_HAN}", match[1])]
            numbers = tuple(int(n) for n in printed if n is not None)
            if kind not in ("bare", "dotted") or len(numbers) == len(printed):
                return _Line(kind, squeeze(match[1]), squeeze(words[match.end() :]), numbers or (0,))
    return None


def _section(id_: str, line: _Line, following: str) -> Section:
    if line.kind == "annex":
        return Section(id=id_, label=line.label, title=following[:_LONGEST_TITLE] or "附件")
    if title := _title(line):
        return Section(id=id_, label=line.label, title=title)
    begins = (line.label + line.rest)[: _BEGINS + len(line.label)]
    clause = _CLAUSE_END.split(line.rest, maxsplit=1)[0]
    shown = clause if len(clause) <= _BEGINS else f"{clause[:_BEGINS]}……"
    return Section(id=id_, label=line.label, title=shown or "待确认", printed="否", begins=begins)


def _title(line: _Line) -> str:
    """The printed title, "" for a sentence: an article begins with one unless it names itself （保障） or stands alone."""
    if line.kind == "article":
        named = _NAMED.match(line.rest)
        alone = len(line.rest) <= _BEGINS and not _CLAUSE_END.search(line.rest)
        return named[0] if named else line.rest if alone else ""
    title = _TITLE_END.split(line.rest, maxsplit=1)[0]
    ended = _TITLE_END.search(line.rest) or len(line.rest) <= _LONGEST_TITLE
    return title if ended and len(title) <= _LONGEST_TITLE else ""


class _Ids:
    """Counts headings: each begins behind the last one under the same heading."""

    def __init__(self) -> None:
        self.path: list[tuple[tuple[int, int], int]] = []
        self._annexes = 0
        self._running: dict[str, int] = {}
        self._given: dict[str, int] = {}

    def following(self, line: _Line) -> str:
        """Return the id of the heading *line*, which stands behind all headings given so far."""
        if line.kind == "annex":
            self._annexes += 1
            self.path, self._running = [], {}
            return f"a{self._annexes}"
        while self.path and self.path[-1][0] >= line.rank:
            self.path.pop()
        parent = ".".join(
            [*([f"a{self._annexes}"] if self._annexes else []), *(str(number) for _, number in self.path)]
        )
        number = self._given.get(parent, 0) + 1
        if line.kind in _RUNNING:
            printed = line.numbers[0]
            if printed == self._running.get(line.kind, 0) + 1:
                number = max(number, printed)
            self._running[line.kind] = printed
        self._given[parent] = number
        self.path.append((line.rank, number))
        return f"{parent}.{number}" if parent else str(number)
