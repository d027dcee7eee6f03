"""A loaded vocabulary file → its entries (词表)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from pydantic import BaseModel, ValidationError

from generator.load import Loaded, Plain
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
from generator.read.shape import Named, shape_findings

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


WHOLE = "*"
"""Stands for every id of a vocabulary: a file of it, or an entry without an id, can't be read."""
_NAMED = re.compile(r"^vocabulary *[:：] *(\w+)", re.MULTILINE)


@dataclass(frozen=True)
class VocabularyFile:
    """The readable entries of one file, each with its position in the file's list, and the ids of the others."""

    file: str
    vocabulary: str
    entries: tuple[tuple[int, BaseModel], ...] = ()
    unread: frozenset[str] = frozenset()


def read_vocabulary(loaded: Loaded) -> tuple[VocabularyFile | None, tuple[Finding, ...]]:
    """Return the entries of *loaded* that can be used, and what is wrong with the others (None: nobody knows which list it is)."""
    content = loaded.content
    if not isinstance(content, dict):
        return _unread(loaded), ()
    name = content.get("vocabulary")
    if not isinstance(name, str) or name not in ENTRY_CLASSES:
        message = (
            f"vocabulary 应当是词表的名字，现在是 “{name}”"
            if name is not None
            else "缺少 vocabulary（词表的名字）"
        )
        path = ("vocabulary",) if name is not None else ()
        return _unread(loaded), (
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
    rows = content.get("entries")
    if not isinstance(rows, list):
        each = "每个词条以“- ”开头"
        found.append(
            Finding(loaded.file, (), "missing-key", "缺少 entries（词条）", f"补上 entries: ，下面{each}")
            if rows is None
            else Finding(loaded.file, ("entries",), "wrong-shape", "entries 应当是列表", each)
        )
        return _unread(loaded, name), tuple(found)
    model = ENTRY_CLASSES[name]
    entries: list[tuple[int, BaseModel]] = []
    unread: set[str] = set()
    for index, row in enumerate(rows):
        try:
            entries.append((index, model.model_validate(row)))
        except ValidationError as error:
            found.extend(shape_findings(loaded.file, ("entries", index), row, model, error))
            unread.add(_claimed(row, error))
    return VocabularyFile(loaded.file, name, tuple(entries), frozenset(unread)), tuple(found)


def ids_by_name(files: Iterable[VocabularyFile]) -> Named:
    """Return the ids of the entries of *files* by vocabulary and by everything that an entry is called."""
    called: dict[str, dict[str, set[str]]] = {}
    for file in files:
        for _, entry in file.entries:
            names = (getattr(entry, "name", ""), getattr(entry, "short", ""), *getattr(entry, "aliases", ()))
            for name in filter(None, names):
                called.setdefault(file.vocabulary, {}).setdefault(name, set()).add(getattr(entry, "id", ""))
    return {
        vocabulary: {name: sorted(ids) for name, ids in names.items()} for vocabulary, names in called.items()
    }


def _claimed(row: Plain, error: ValidationError) -> str:
    """The id under which others may refer to *row*, which is wrong for *error*; WHOLE where the id is what is wrong."""
    faulty = any(detail["loc"][:1] == ("id",) for detail in error.errors(include_url=False))
    return str(row["id"]) if isinstance(row, dict) and "id" in row and not faulty else WHOLE


def _unread(loaded: Loaded, name: str | None = None) -> VocabularyFile | None:
    """Return *loaded* as a vocabulary without entries: the one called *name*, named in the text, or else by the file."""
    named = _NAMED.search(loaded.text)
    guesses = (name, named and named[1], PurePosixPath(loaded.file).stem.partition("-")[0])
    known = next((guess for guess in guesses if guess in ENTRY_CLASSES), None)
    return VocabularyFile(loaded.file, known, unread=frozenset({WHOLE})) if known else None
