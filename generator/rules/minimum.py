"""Recorded minimum counts: a silent loss can't be published (最低数量)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.document import Document
from generator.problems import Finding
from generator.rules.subject import Subject

_NAMES = {"provisions": "条款", "facts": "事实", "relations": "文件关系"}


def counts_of(document: Document) -> Mapping[str, int]:
    """Return how many clauses, facts and relations *document* has, by the keys of `minimum`."""
    return {
        "provisions": len(document.provisions),
        "facts": sum(len(p.facts) for p in document.provisions),
        "relations": len(document.relations),
    }


def check_minimum(subject: Subject) -> Iterator[Finding]:
    """Compare what there is with what was recorded: less is an error, more is not yet protected."""
    for document in subject.library.documents.values():
        file = subject.file(document.id)
        for key, counted in counts_of(document).items():
            recorded = getattr(document.minimum, key)
            path = ("minimum", key)
            if counted < recorded:
                message = f"{_NAMES[key]}只有 {counted} 个，少于记下的最低数量 {recorded}"
                yield Finding(
                    file, path, "below-minimum", message, "找回丢失的内容；确实应当减少的，同时改小 minimum"
                )
            elif counted > recorded:
                message = f"{_NAMES[key]}已有 {counted} 个，minimum 还写着 {recorded}"
                hint = f"改为 {counted}；handbook check --fix 可以代劳"
                yield Finding(file, path, "minimum-behind", message, hint, "warning")
