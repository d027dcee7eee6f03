"""The （责任单位：…） blocks of a source, and the bodies each names (责任单位)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.sources.sections import Sections
from generator.sources.text import SourceText

_BLOCK = re.compile(r"[（(〔\[]责任单位[:：]((?:[^（）()〔〕\[\]]|[（(][^（）()]*[）)])*)[）)〕\]]")
_LISTED = re.compile(r"[，,、；;]")


@dataclass(frozen=True)
class PrintedName:
    """A body as the block prints it."""

    name: str
    elided: bool


@dataclass(frozen=True)
class DutyBlock:
    """One block: the squeezed span, the section it stands in, and the printed names in order.

    `elided` is True for a name that follows another by 、 and may therefore inherit its level (自治区财政厅、教育厅).
    """

    span: tuple[int, int]
    section: str | None
    line: int
    names: tuple[PrintedName, ...]


def find_duty_blocks(source: SourceText, sections: Sections) -> tuple[DutyBlock, ...]:
    """Return the blocks of *source* in order."""
    return tuple(
        DutyBlock(
            match.span(),
            sections.innermost(match.start()),
            source.line_of(match.start()),
            _names(match.group(1)),
        )
        for match in _BLOCK.finditer(source.squeezed)
    )


def _names(listed: str) -> tuple[PrintedName, ...]:
    names: list[PrintedName] = []
    start = 0
    after = ""
    for match in [*_LISTED.finditer(listed), None]:
        end = match.start() if match else len(listed)
        if listed[start:end]:
            names.append(PrintedName(listed[start:end], after == "、"))
        if match:
            after = match.group()
            start = match.end()
    return tuple(names)
