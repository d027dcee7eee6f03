"""The headings that a text prints, in order, with the ids they get (目录的推断)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model.document import Section
from generator.quantities import parse_numeral
from generator.sources.text import squeeze

_LABELS = (
    ("annex", re.compile(r"^(附件\s*[0-9一二三四五六七八九十]*)[:：]?$")),
    ("chapter", re.compile(r"^(第?[一二三四五六七八九十]+[、章])")),
    ("item", re.compile(r"^([（(][一二三四五六七八九十]+[）)])")),
    ("number", re.compile(r"^([0-9]{1,2}[．.、])(?![0-9])")),
)
_TITLE_END = re.compile(r"。|：")
_LONGEST_TITLE = 32
_BEGINS = 12


@dataclass(frozen=True)
class _Line:
    kind: str
    label: str
    rest: str


def find_outline(text: str) -> tuple[Section, ...]:
    """Return the sections of *text*: "0" for everything before the first heading, then chapters, items and numbers.

    Ids count in order (2.4 is the second chapter's fourth item); numbers that run on from chapter to chapter keep the
    printed number; annexes begin with a. A labelled sentence that is no title gets the mark 否 and its first words.
    Numbered lines before the first chapter (a list of annexes) are no headings.
    """
    lines = [squeeze(line) for line in text.split("\n")]
    found = [(index, line) for index, words in enumerate(lines) if (line := _line(words)) is not None]
    chapters = any(line.kind == "chapter" for _, line in found)
    first = next((words for words in lines if words), "")
    sections = [Section(id="0", title="文首", printed="否", begins=first[:_BEGINS] or None)]
    ids = _Ids()
    for index, line in found:
        if line.kind in ("item", "number") and chapters and not ids.path:
            continue
        following = next((words for words in lines[index + 1 :] if words), "")
        sections.append(_section(ids.following(line), line, following))
    return tuple(sections)


def _line(words: str) -> _Line | None:
    for kind, pattern in _LABELS:
        if match := pattern.match(words):
            return _Line(kind, match[1], words[match.end() :])
    return None


def _section(id_: str, line: _Line, following: str) -> Section:
    if line.kind == "annex":
        return Section(id=id_, label=line.label, title=following[:_LONGEST_TITLE] or "附件")
    title = _TITLE_END.split(line.rest, maxsplit=1)[0]
    if (
        title
        and len(title) <= _LONGEST_TITLE
        and (_TITLE_END.search(line.rest) or len(line.rest) <= _LONGEST_TITLE)
    ):
        return Section(id=id_, label=line.label, title=title)
    begins = (line.label + line.rest)[: _BEGINS + len(line.label)]
    return Section(
        id=id_, label=line.label, title=line.rest[:_BEGINS] or "待确认", printed="否", begins=begins
    )


class _Ids:
    """Counts headings: each begins behind the last one of its rank."""

    _RANKS = ("chapter", "item", "number")

    def __init__(self) -> None:
        self.annex = ""
        self.path: list[tuple[str, int]] = []
        self._running = 0

    def following(self, line: _Line) -> str:
        """Return the id of the heading *line*, which stands behind all headings given so far."""
        if line.kind == "annex":
            self.annex = f"a{int(self.annex[1:] or 0) + 1}" if self.annex else "a1"
            self.path = []
            self._running = 0
            return self.annex
        rank = self._RANKS.index(line.kind)
        counted = 0
        while self.path and self._RANKS.index(self.path[-1][0]) >= rank:
            kind, number = self.path.pop()
            counted = number if kind == line.kind else counted
        number = counted + 1
        printed = parse_numeral(line.label.rstrip("．.、"))
        if line.kind == "number" and printed is not None:
            if int(printed) == self._running + 1 and int(printed) > number:
                number = int(printed)
            self._running = int(printed)
        self.path.append((line.kind, number))
        return ".".join([*([self.annex] if self.annex else []), *(str(n) for _, n in self.path)])
