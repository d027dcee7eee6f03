"""A loaded vocabulary file → its entries (词表)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import BaseModel, ValidationError

from generator.load import Loaded
from generator.model.vocabulary import (
    Audience,
    Department,
    Family,
    FixedPhrase,
    Fund,
    Indicator,
    Line,
    Region,
    Synonym,
    Tombstone,
    Topic,
)
from generator.problems import Finding
from generator.read.shape import shape_findings

ENTRY_CLASSES: Mapping[str, type[BaseModel]] = {
    "regions": Region,
    "lines": Line,
    "departments": Department,
    "topics": Topic,
    "audiences": Audience,
    "funds": Fund,
    "indicators": Indicator,
    "families": Family,
    "synonyms": Synonym,
    "phrases": FixedPhrase,
    "tombstones": Tombstone,
}
"""The class of the entries of each vocabulary; a vocabulary may be spread over several files."""


@dataclass(frozen=True)
class VocabularyFile:
    """The readable entries of one file, each with its position in the file's list."""

    file: str
    vocabulary: str
    entries: tuple[tuple[int, BaseModel], ...]


def read_vocabulary(loaded: Loaded) -> tuple[VocabularyFile | None, tuple[Finding, ...]]:
    """Return the entries of *loaded* that can be used, and what is wrong with the others."""
    content = loaded.content
    if not isinstance(content, dict):
        return None, ()
    name = content.get("vocabulary")
    if not isinstance(name, str) or name not in ENTRY_CLASSES:
        message = (
            f"vocabulary 应当是词表的名字，现在是 “{name}”"
            if name is not None
            else "缺少 vocabulary（词表的名字）"
        )
        path = ("vocabulary",) if name is not None else ()
        return None, (
            Finding(loaded.file, path, "unknown-vocabulary", message, "可以写：" + "、".join(ENTRY_CLASSES)),
        )
    found: list[Finding] = []
    if content.get("schema") != "1":
        found.append(Finding(loaded.file, ("schema",), "bad-schema", "schema 应当是 1", "第一行写 schema: 1"))
    found.extend(
        Finding(
            loaded.file,
            (key, "<key>"),
            "unknown-key",
            f"不认识的键 “{key}”",
            "这里只有 schema、vocabulary、entries",
        )
        for key in content
        if key not in ("schema", "vocabulary", "entries")
    )
    rows = content.get("entries", [])
    if not isinstance(rows, list):
        found.append(
            Finding(loaded.file, ("entries",), "wrong-shape", "entries 应当是列表", "每个词条以“- ”开头")
        )
        rows = []
    model = ENTRY_CLASSES[name]
    entries: list[tuple[int, BaseModel]] = []
    for index, row in enumerate(rows):
        try:
            entries.append((index, model.model_validate(row)))
        except ValidationError as error:
            found.extend(shape_findings(loaded.file, ("entries", index), row, model, error))
    return VocabularyFile(loaded.file, name, tuple(entries)), tuple(found)
