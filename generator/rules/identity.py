"""Addresses that were published once go on leading somewhere (编号的去向)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.document import Document
from generator.problems import Finding
from generator.rules.subject import Subject, clauses, facts


def check_identity(subject: Subject) -> Iterator[Finding]:
    """Find recorded ids that are gone without a successor or a tombstone, and old ids that are used anew."""
    library = subject.library
    buried = {tombstone.id for tombstone in library.vocabulary.tombstones}
    heirs = {old: d.id for d in library.documents.values() for old in d.former_ids}
    for name, record in library.records.items():
        owner = library.documents.get(name) or library.documents.get(heirs.get(name, ""))
        if owner is None:
            if name not in buried and name not in library.broken:
                file = library.files.get(f"records/{name}", f"policies/records/{name}.yaml")
                message = f"发布过的文件 {name} 不见了"
                hint = "改了编号的，在新文件里写 former_ids；停用的，登记到 vocabulary/tombstones.yaml"
                yield Finding(file, (), "id-disappeared", message, hint)
            continue
        used, former = _ids(owner)
        for gone in record.ids:
            if (
                gone not in used
                and gone not in former
                and not {f"{name}/{gone}", f"{owner.id}/{gone}"} & buried
            ):
                message = f"发布过的编号 {owner.id}/{gone} 不见了"
                hint = "改了编号的，在新条目里写 former_ids；停用的，登记到 vocabulary/tombstones.yaml"
                yield Finding(subject.file(owner.id), (), "id-disappeared", message, hint)
    yield from _reused(subject, buried)


def _reused(subject: Subject, buried: set[str]) -> Iterator[Finding]:
    library = subject.library
    for document in library.documents.values():
        file = subject.file(document.id)
        hint = "旧地址不能指向别的内容，换一个新编号"
        if document.id in buried:
            yield Finding(file, ("id",), "reused-id", f"编号 {document.id} 已经停用", hint)
        for index, old in enumerate(document.former_ids):
            if old in library.documents:
                yield Finding(
                    file, ("former_ids", index), "reused-id", f"曾用编号 {old} 是另一份文件的编号", hint
                )
        _, former = _ids(document)
        if not former and not buried:
            continue
        for path, provision in clauses(document):
            if f"{document.id}/{provision.id}" in buried or provision.id in former:
                yield Finding(
                    file, (*path, "id"), "reused-id", f"编号 {provision.id} 已经停用或是曾用编号", hint
                )
        for path, _, fact in facts(document):
            if f"{document.id}/{fact.id}" in buried or fact.id in former:
                yield Finding(file, (*path, "id"), "reused-id", f"编号 {fact.id} 已经停用或是曾用编号", hint)


def _ids(document: Document) -> tuple[frozenset[str], frozenset[str]]:
    """The ids of clauses and facts in use, and those they had before."""
    parts = [*document.provisions, *(fact for p in document.provisions for fact in p.facts)]
    return frozenset(part.id for part in parts), frozenset(old for part in parts for old in part.former_ids)
