"""Nothing that reaches or identifies a private person is published (个人信息)."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from generator.problems import Finding, Path
from generator.rules.subject import Subject
from generator.sources.contacts import find_personal

_DIGEST = {"source": {"sha256"}}
_NOT_WORDS = frozenset({"sha256", "file"})


def check_privacy(subject: Subject) -> Iterator[Finding]:
    """Find telephone numbers, mail addresses, ID numbers and names of contact persons in what would be published.

    Messages show no more than the first characters of what they found.
    """
    for document in subject.library.documents.values():
        yield from _value(subject.file(document.id), (), document, subject.contacts)


def check_vocabulary_privacy(subject: Subject) -> Iterator[Finding]:
    """Find the same in the entries of every vocabulary."""
    library = subject.library
    for field in dataclasses.fields(library.vocabulary):
        table = getattr(library.vocabulary, field.name)
        named = table.items() if isinstance(table, Mapping) else enumerate(table)
        for name, entry in named:
            key = f"{field.name}/{name}"
            file = library.files.get(key, f"policies/vocabulary/{field.name}.yaml")
            yield from _value(file, library.paths.get(key, ()), entry, subject.contacts)


def _value(file: str, root: Path, value: BaseModel, names: frozenset[str]) -> Iterator[Finding]:
    whole = value.model_dump_json(exclude=_DIGEST, exclude_unset=True).replace("\\n", " ")
    if next(find_personal(whole), None) is None and not any(name in whole for name in names):
        return  # one look at everything, since almost always there is nothing to find
    for path, text in texts_of(value, root):
        for kind, beginning in find_personal(text):
            message = f"这里有{kind}（{beginning}…）"
            yield Finding(file, path, "personal-number", message, "删去；联系方式不公开")
        if any(name in text for name in names):
            message = "这里有原文联系人的姓名"
            yield Finding(file, path, "contact-name", message, "删去；联系人不公开")


def texts_of(value: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield every text in *value* and its parts, with its path; digests and file names aside."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, BaseModel):
        for key, part in value:
            if key not in _NOT_WORDS:
                yield from texts_of(part, (*path, key))
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from texts_of(part, (*path, index))
