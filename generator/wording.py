"""Two wordings of one sentence, cut where they differ (词语比较)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_WORD = re.compile(
    r"[0-9０-９]+(?:[.,．][0-9０-９]+)*[百千万亿]*(?:元|%|％|人次|人|年|月|日|个|家)?|[A-Za-z]+|\s+|.",
    re.DOTALL,
)
_ISLAND = 2
"""An unchanged piece this short between two changes is read as part of the change."""


@dataclass(frozen=True)
class Piece:
    """A run of words: in both wordings, only in the old one, or only in the new one."""

    state: Literal["same", "old", "new"]
    words: str


def words_of(text: str) -> list[str]:
    """Cut *text* into a figure with its unit, a Latin word, or one Chinese character each; joined again it is *text*."""
    return _WORD.findall(text)


def compare_words(before: str, after: str) -> tuple[Piece, ...]:
    """Return the pieces of both texts in reading order; what was taken out stands before what came in its place."""
    old, new = words_of(before), words_of(after)
    pieces: list[Piece] = []
    gone, come = "", ""
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for index, (step, a, b, c, d) in enumerate(steps):
        island = step == "equal" and 0 < index < len(steps) - 1 and len("".join(old[a:b])) <= _ISLAND
        if step == "equal" and not island:
            pieces += _changed(gone, come)
            gone = come = ""
            pieces.append(Piece("same", "".join(old[a:b])))
        else:
            gone += "".join(old[a:b])
            come += "".join(new[c:d])
    return (*pieces, *_changed(gone, come))


def alike(before: str, after: str) -> float:
    """Return how much the two texts share, from 0 to 1."""
    if not before or not after:
        return 0.0
    return SequenceMatcher(None, before, after, autojunk=False).ratio()


def side(pieces: Sequence[Piece], which: Literal["old", "new"]) -> tuple[Piece, ...]:
    """Return the pieces of one wording, with the changed ones still marked."""
    return tuple(piece for piece in pieces if piece.state in ("same", which))


def _changed(gone: str, come: str) -> list[Piece]:
    return [*([Piece("old", gone)] if gone else []), *([Piece("new", come)] if come else [])]
