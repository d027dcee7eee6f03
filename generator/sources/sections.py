"""Where each heading of an outline stands in its source text (章节定位)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.model.document import Section
from generator.sources.text import SourceText, squeeze


@dataclass(frozen=True)
class SectionSpan:
    """Squeezed offsets of one section: its heading, and everything under it up to the next of its rank."""

    start: int
    end: int
    heading_end: int


@dataclass(frozen=True)
class Sections:
    """The spans of the sections that were found, by outline id, and the ids of those that were not."""

    spans: Mapping[str, SectionSpan]
    lost: tuple[str, ...]

    def innermost(self, position: int) -> str | None:
        """Return the id of the smallest section that holds a squeezed position."""
        holding = [(s.end - s.start, i) for i, s in self.spans.items() if s.start <= position < s.end]
        return min(holding)[1] if holding else None


def find_sections(source: SourceText, outline: Sequence[Section]) -> Sections:
    """Find the headings of *outline* in *source*, in order; each is searched behind the one before it.

    A heading has to begin a line. One that is not printed is found by its `begins`; the first entry without either
    begins the text.
    """
    starts: list[tuple[Section, int, int]] = []
    lost: list[str] = []
    cursor = 0
    for entry in outline:
        words = _opening(entry)
        if not words:
            starts.append((entry, cursor, cursor))
            continue
        at = _line_opening(source, words, cursor)
        if at is None:
            lost.append(entry.id)
            continue
        heading_end = at + len(words) if entry.printed == "是" else at
        starts.append((entry, at, heading_end))
        cursor = at + 1 if entry.printed == "否" else heading_end
    total = len(source.squeezed)
    spans: dict[str, SectionSpan] = {}
    for index, (entry, start, heading_end) in enumerate(starts):
        following = (s for other, s, _ in starts[index + 1 :] if not other.id.startswith(entry.id + "."))
        spans[entry.id] = SectionSpan(start, next(following, total), heading_end)
    return Sections(spans, tuple(lost))


def _opening(entry: Section) -> str:
    if entry.printed == "是":
        return squeeze(entry.label + entry.title)
    return squeeze(entry.begins or "")


def _line_opening(source: SourceText, words: str, cursor: int) -> int | None:
    at = source.squeezed.find(words, cursor)
    while at != -1 and not source.starts_line(at):
        at = source.squeezed.find(words, at + 1)
    return None if at == -1 else at
