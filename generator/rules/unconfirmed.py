"""What an import proposed and nobody has confirmed keeps a document from being published (待确认)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.document import Document
from generator.problems import Finding, Path
from generator.rules.subject import Subject

_HINT = "对照原文核对；对的删去 confirm: 待确认，不是事实的删去整条，把数字写进 dismissed"


def check_unconfirmed(subject: Subject) -> Iterator[Finding]:
    """Find every guess of the import about the document, and every candidate that still carries its mark."""
    for document in subject.library.documents.values():
        file = subject.file(document.id)
        for index, key in enumerate(document.confirm):
            field = type(document).model_fields.get(key)
            named = f"{key}（{field.title}）" if field is not None else key
            hint = f"核对或改正 {key}，再从 confirm 里去掉它"
            yield Finding(file, ("confirm", index), "unconfirmed", f"{named}是导入时猜的，待确认", hint)
        for path, what in _candidates(document):
            yield Finding(file, (*path, "confirm"), "unconfirmed", f"{what}是导入的候选，待确认", _HINT)


def _candidates(document: Document) -> Iterator[tuple[Path, str]]:
    for r, relation in enumerate(document.relations):
        if relation.confirm:
            yield ("relations", r), f"文件关系 {relation.id}"
    for p, provision in enumerate(document.provisions):
        here: Path = ("provisions", p)
        if provision.confirm:
            yield here, f"条款 {provision.id}"
        for d, duty in enumerate(provision.duties):
            if duty.confirm:
                yield (*here, "duties", d), f"条款 {provision.id} 的责任分工"
        for f, fact in enumerate(provision.facts):
            if fact.confirm:
                yield (*here, "facts", f), f"事实 {fact.id}（{fact.value}）"
