"""The blocks of a source that name the bodies of a clause, and the part each body has (责任单位、牵头单位、配合单位).

（责任单位：甲局、乙局） · （牵头单位：甲局；配合单位：乙局） · a line 责任单位：甲局（牵头）；乙局配合
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from generator.sources.sections import Sections
from generator.sources.text import SourceText

BlockRole = Literal["责任", "牵头", "配合", "实施"]

_ROLES: Mapping[str, BlockRole] = MappingProxyType(
    {
        "责任": "责任",
        "负责": "责任",
        "牵头": "牵头",
        "主办": "牵头",
        "配合": "配合",
        "协办": "配合",
        "参与": "配合",
        "实施": "实施",
    }
)
_ROLE = "|".join(_ROLES)
_HEAD = re.compile(f"({_ROLE})(?:单位|部门|主体)[:：]")
_INSIDE = r"(?:[^（）()〔〕\[\]]|[（(][^（）()]*[）)])*"
_BLOCK = re.compile(rf"[（(〔\[]((?:{_ROLE})(?:单位|部门|主体)[:：]{_INSIDE})[）)〕\]]")
_COUNTIES = (
    "各(?:设区的?)?[市州县区盟旗]{1,2}(?:[（(][市州县区盟旗、]+[）)])?"
    "(?:、[市州县区盟旗]{1,2}(?:[（(][市州县区盟旗、]+[）)])?)*(?:人民政府|政府|党委)"
)
"""各市、州、县人民政府 is one name, though it has the sign of a list."""
_NAME = re.compile(rf"{_COUNTIES}|(?:[^（）()，,、；;]|[（(][^（）()]*[）)])+")
_MARKED = re.compile(f"[（(]({_ROLE})[）)]$")
_TOGETHER = re.compile(f"(?<=.)({_ROLE})$")


@dataclass(frozen=True)
class PrintedName:
    """A body as the block prints it."""

    name: str
    elided: bool


@dataclass(frozen=True)
class DutyBlock:
    """One part of a block: the squeezed span of the whole, the section it stands in, the names in order, their role.

    `elided` is True for a name that follows another by 、 and may therefore inherit its level (自治区财政厅、教育厅).
    """

    span: tuple[int, int]
    section: str | None
    line: int
    names: tuple[PrintedName, ...]
    role: BlockRole = "责任"


def find_duty_blocks(source: SourceText, sections: Sections) -> tuple[DutyBlock, ...]:
    """Return the blocks of *source* in order; a block that names several roles gives one for each."""
    return tuple(
        DutyBlock((start, start + len(words)), sections.innermost(start), source.line_of(start), names, role)
        for start, words, inside in sorted({*_enclosed(source), *_lines(source)})
        for role, names in _parts(inside).items()
    )


def _enclosed(source: SourceText) -> Iterator[tuple[int, str, str]]:
    for match in _BLOCK.finditer(source.squeezed):
        yield match.start(), match[0], match[1]


def _lines(source: SourceText) -> Iterator[tuple[int, str, str]]:
    """The lines that begin with 责任单位：, to their end."""
    text = source.squeezed
    for match in _HEAD.finditer(text):
        if source.starts_line(match.start()):
            end = match.end()
            while end < len(text) and not source.starts_line(end):
                end += 1
            words = text[match.start() : end]
            yield match.start(), words, words.rstrip("。")


def _parts(inside: str) -> dict[BlockRole, tuple[PrintedName, ...]]:
    """The names of a block by their role, in the printed order."""
    found: dict[BlockRole, tuple[PrintedName, ...]] = {}
    heads = list(_HEAD.finditer(inside))
    ends = [head.start() for head in heads[1:]] + [len(inside)]
    for head, end in zip(heads, ends, strict=True):
        for group in re.split("[；;]", inside[head.end() : end]):
            together = _TOGETHER.search(group)
            role = _ROLES[together[1] if together else head[1]]
            for name in _names(group[: together.start()] if together else group):
                marked = _MARKED.search(name.name)
                own = _ROLES[marked[1]] if marked else role
                bare = PrintedName(name.name[: marked.start()], name.elided) if marked else name
                found[own] = (*found.get(own, ()), bare)
    return found


def _names(listed: str) -> Iterator[PrintedName]:
    before = ""
    for match in _NAME.finditer(listed):
        yield PrintedName(match[0], before == "、")
        before = listed[match.end() : match.end() + 1]
