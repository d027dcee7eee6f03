"""Bodies named in running text: the quote of a duty names each of them, the source names each issuer (部门)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.document import Document
from generator.model.vocabulary import Department
from generator.problems import Finding, Path
from generator.rules.subject import Subject, clauses
from generator.sources.proof import Proof
from generator.sources.quotes import ELLIPSIS
from generator.sources.text import squeeze

_OURSELVES = re.compile("[我本][厅局委办省市区县]")
_ITEM = re.compile("[、，；,;：（）()〔〕…]")
_AND = re.compile("[、，；,;：（）()〔〕…和及与]")
_SHORTEST, _WITHOUT = 2, 5
"""The fewest characters of an end that names a body, and of a name that may lose its 部门."""


def check_bodies(subject: Subject) -> Iterator[Finding]:
    """Find duties given to a body that their quote doesn't name, and issuers that the source doesn't name."""
    for document in subject.library.documents.values():
        yield from _duties(subject, document)
    for document_id, proof in subject.proofs.items():
        yield from _issuers(subject.file(document_id), proof.document, proof, subject)


def _duties(subject: Subject, document: Document) -> Iterator[Finding]:
    departments = subject.library.vocabulary.departments
    passages = _passages(subject.proofs.get(document.id))
    own = {issuer.org for issuer in document.issuers}
    for path, provision in clauses(document):
        for d, duty in enumerate(provision.duties):
            here: Path = (*path, "duties", d)
            quote = duty.quote or ""
            if ELLIPSIS in quote and (*here, "quote") not in passages:
                continue  # what the ellipsis leaves out may name the body, and only the source knows
            text = passages.get((*here, "quote"), squeeze(quote))
            for o, org in enumerate(duty.orgs if duty.quote else ()):
                if org not in departments or _named(departments[org], text):
                    continue
                if org in own and _OURSELVES.search(text):
                    continue
                yield Finding(
                    subject.file(document.id),
                    (*here, "orgs", o),
                    "body-not-in-quote",
                    f"引文没有提到 {org}（{departments[org].name}）：{duty.quote}",
                    "改正部门编号，或把引文延长到部门名称；原文用了别的写法的，加进词表的 aliases",
                )


def _passages(proof: Proof | None) -> dict[Path, str]:
    """The source text from the first to the last word of each duty's quote, with what the ellipsis leaves out."""
    if proof is None:
        return {}
    return {
        c.claim.path: proof.source.squeezed[c.place.spans[0][0] : c.place.spans[-1][1]]
        for c in proof.claims
        if c.claim.role == "duty" and c.place is not None
    }


def _issuers(file: str, document: Document, proof: Proof, subject: Subject) -> Iterator[Finding]:
    departments = subject.library.vocabulary.departments
    for index, issuer in enumerate(document.issuers):
        if issuer.org in departments and not _named(departments[issuer.org], proof.source.squeezed):
            name = departments[issuer.org].name
            message = f"原文里没有印发文机关 {issuer.org}（{name}）"
            yield Finding(
                file,
                ("issuers", index, "org"),
                "issuer-not-in-source",
                message,
                "改正部门编号，或把文中的写法加进 aliases",
            )


def _named(department: Department, text: str) -> bool:
    """Whether *text* holds a name of the body, whole or without the words that a list leaves out.

    The second of 各级教育、财政部门 is 财政: an item of the list begins with the end of 各级财政部门 less 部门.
    """
    names = [squeeze(name) for name in (department.name, *department.aliases)]
    if any(name in text or (len(name) >= _WITHOUT and name.removesuffix("部门") in text) for name in names):
        return True
    items = {*_ITEM.split(text), *_AND.split(text)}
    ends = (name.removesuffix("部门")[cut:] for name in names for cut in range(len(name)))
    return any(item.startswith(end) for end in ends if len(end) >= _SHORTEST for item in items)
