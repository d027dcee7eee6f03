"""What a file below policies/ is, by its place and its name; what is none of these is named, not passed over (文件的归属)."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Literal, cast, get_args

from generator.problems import Finding

Part = Literal["documents", "records", "vocabulary"]
"""The folders of policies/ that are read: extracts, records of checks, closed lists."""

ENDINGS = (".yaml", ".yml")
_MEANT = re.compile(r"\.ya?ml(?:\.txt)?$", re.IGNORECASE)
_PLACES = "摘录放在 policies/documents/ 下、以 .yaml 结尾；词表放在 policies/vocabulary/"


def part_of(name: str) -> Part | None:
    """Return what the file *name* (path from the root) holds; None for one that is not read."""
    path = PurePosixPath(name)
    known = path.parent.parent.name == "policies" and path.parent.name in get_args(Part)
    return cast("Part", path.parent.name) if known and path.suffix in ENDINGS else None


def stray_finding(name: str) -> Finding | None:
    """Return what to say of *name*, a file that is not read: an error if it looks like YAML, nothing of a note (.md)."""
    path = PurePosixPath(name)
    if _MEANT.search(path.name):
        renamed = f"{_MEANT.sub('', path.name)}.yaml"
        if path.parent.name in get_args(Part) and path.name != renamed:
            return Finding(
                name,
                (),
                "misplaced-file",
                f"文件名 {path.name} 没有以 .yaml 结尾，没有读",
                f"改名为 {renamed}",
            )
        return Finding(name, (), "misplaced-file", "这个文件放错了文件夹，没有读", _PLACES)
    if path.suffix.lower() == ".md":
        return None
    hint = f"{_PLACES}，原文放在 policies/sources/；用不着的删去"
    return Finding(name, (), "unknown-file", "不认识的文件，没有读", hint, "warning")
