"""A source text with white space and Markdown marks removed, and the way back to its lines (压紧的原文)."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from generator.sources.contacts import Contacts

_MARK, _BOM = "*", "\ufeff"
_UNMARKED = {ord(sign): None for sign in (_MARK, _BOM)}
_HEADING_MARK = "#"
_NOT_UTF_8 = re.compile("[\ud800-\udfff]")
_JOINED = frozenset("0123456789.０１２３４５６７８９．%％")


def first_bad_byte(text: str) -> tuple[int, int] | None:
    """Return line and column, from 1, of the first byte that wasn't UTF-8 in the file of *text*; None: all is well."""
    found = _NOT_UTF_8.search(text)
    if found is None:
        return None
    before = text[: found.start()]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


@dataclass(frozen=True)
class SourceText:
    """The text of one source file as it was read."""

    name: str
    text: str

    @cached_property
    def sha256(self) -> str:
        """The digest of the text as UTF-8, which the extract records."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @cached_property
    def _squeezed(self) -> tuple[str, tuple[int, ...]]:
        kept: list[str] = []
        origins: list[int] = []
        at_line_start = True
        for index, character in enumerate(self.text):
            if character == "\n":
                at_line_start = True
            elif not (
                character.isspace()
                or character in (_MARK, _BOM)
                or (character == _HEADING_MARK and at_line_start)
            ):
                at_line_start = False
                kept.append(character)
                origins.append(index)
        return "".join(kept), tuple(origins)

    @property
    def squeezed(self) -> str:
        """The text without white space and Markdown marks; all spans of this package count in it."""
        return self._squeezed[0]

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        starts = [0]
        starts.extend(i + 1 for i, c in enumerate(self.text) if c == "\n")
        return tuple(starts)

    def origin(self, position: int) -> int:
        """Return the offset in the original text of a squeezed position (its end for the position past the last)."""
        origins = self._squeezed[1]
        return origins[position] if position < len(origins) else len(self.text)

    def line_of(self, position: int) -> int:
        """Return the line number, from 1, of a squeezed position."""
        return bisect_right(self._line_starts, self.origin(position))

    def line(self, number: int) -> str:
        """Return the text of line *number* (from 1) without its end."""
        return self.text.split("\n")[number - 1].strip()

    @cached_property
    def _contacts(self) -> Contacts:
        return Contacts(self.text)

    def withheld(self, position: int) -> bool:
        """Whether the squeezed position stands in a contact line, which is never shown."""
        return self._contacts.hold(self.origin(position))

    def excerpt(self, start: int, end: int, width: int) -> str:
        """Return the squeezed text from *start* to *end* with up to *width* characters of its line on both sides."""
        line = self.line_of(start)
        first, last = start, end
        while first > max(0, start - width) and self.line_of(first - 1) == line:
            first -= 1
        while last < min(len(self.squeezed), end + width) and self.line_of(last) == line:
            last += 1
        return self.squeezed[first:last]

    def starts_line(self, position: int) -> bool:
        """Whether the squeezed position is the first visible character of its line."""
        return position == 0 or self.line_of(position - 1) != self.line_of(position)


def squeeze(words: str) -> str:
    """Return *words* without white space and Markdown marks, as quotes are compared; digits and signs stay as they are."""
    if _HEADING_MARK in words:
        return SourceText("", words).squeezed
    if _MARK in words or _BOM in words:
        words = words.translate(_UNMARKED)
    return "".join(words.split())


def find_spans(squeezed: str, words: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return every place of *words* (squeezed) within [start, end) that does not cut a number in two.

    “5万元” is not found in “15万元”, nor “3” in “3.5”.
    """
    spans: list[tuple[int, int]] = []
    if not words:
        return ()
    at = squeezed.find(words, start, end)
    while at != -1:
        stop = at + len(words)
        cuts_before = words[0] in _JOINED and at > 0 and squeezed[at - 1] in _JOINED
        cuts_after = words[-1] in _JOINED and stop < len(squeezed) and squeezed[stop] in _JOINED
        if not cuts_before and not cuts_after:
            spans.append((at, stop))
        at = squeezed.find(words, at + 1, end)
    return tuple(spans)
