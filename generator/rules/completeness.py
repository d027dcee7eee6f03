"""Every section that says something has a clause (条款完整)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.document import Document
from generator.problems import Finding
from generator.rules.subject import Subject
from generator.sources.proof import Proof

_HEAD = "0"
"""文首: the title block may hold nothing but names and dates, which the document has fields for."""
_SAYS_NOTHING = "。：:；，、 "


def check_completeness(subject: Subject) -> Iterator[Finding]:
    """Find sections with text of their own and without a clause; without the source, those that have no subsections."""
    for document in subject.library.documents.values():
        proof = subject.proofs.get(document.id)
        held = {provision.section for provision in document.provisions}
        for index, entry in enumerate(document.outline):
            if entry.id not in (*held, _HEAD) and _speaks(document, entry.id, proof):
                message = f"章节 {entry.id} “{entry.label}{entry.title}” 有正文，却没有一条条款"
                hint = "把这一节要求的事写成条款"
                yield Finding(
                    subject.file(document.id), ("outline", index), "section-without-provision", message, hint
                )


def _speaks(document: Document, section: str, proof: Proof | None) -> bool:
    below = [entry.id for entry in document.outline if entry.id.startswith(f"{section}.")]
    if proof is None:
        return not below
    if section not in proof.sections.spans:
        return False
    span = proof.sections.spans[section]
    starts = [proof.sections.spans[name].start for name in below if name in proof.sections.spans]
    own = proof.source.squeezed[span.heading_end : min(starts, default=span.end)]
    return bool(own.strip(_SAYS_NOTHING))
