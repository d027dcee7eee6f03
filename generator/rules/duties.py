"""Every （责任单位：…） block of the source is held by a clause of its section, each body resolved, role by role."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.document import Document
from generator.names import DepartmentNames
from generator.problems import Finding
from generator.rules.subject import Subject, section_path
from generator.sources.blocks import DutyBlock


def check_duties(subject: Subject) -> Iterator[Finding]:
    """Compare the blocks of each source with the duties of the extract, body by body."""
    names = DepartmentNames(subject.library.vocabulary)
    for document_id, proof in subject.proofs.items():
        if proof.document.region not in subject.library.vocabulary.regions:
            continue  # no body can be resolved; the unknown region is reported
        file = subject.file(document_id)
        used: set[tuple[int, int]] = set()
        for block in proof.blocks:
            yield from _block(file, proof.document, block, names, used)
        unresolved = {b.section for b in proof.blocks if None in resolved_orgs(b, proof.document, names)}
        yield from _extra(file, proof.document, used, unresolved)


def _block(
    file: str, document: Document, block: DutyBlock, names: DepartmentNames, used: set[tuple[int, int]]
) -> Iterator[Finding]:
    resolved = resolved_orgs(block, document, names)
    unknown = [n.name for n, body in zip(block.names, resolved, strict=True) if body is None]
    path = section_path(document, block.section)
    for name in unknown:
        yield Finding(
            file,
            path,
            "unresolved-body",
            f"原文第 {block.line} 行的{block.role}单位 “{name}” 在部门词表里没有",
            "把这个写法加进 vocabulary/departments-*.yaml 某个部门的 aliases",
        )
    wanted = tuple(dict.fromkeys(body for body in resolved if body is not None))
    held = [(p, d) for p, d in _held(document, block) if document.provisions[p].duties[d].orgs == wanted]
    used.update(held)
    if held or unknown:
        return
    offered = sorted({o for p, d in _held(document, block) for o in document.provisions[p].duties[d].orgs})
    lacking = [body for body in wanted if body not in offered]
    surplus = [body for body in offered if body not in wanted]
    detail = "；".join(
        part
        for part in (
            f"缺 {'、'.join(lacking)}" if lacking else "",
            f"多 {'、'.join(surplus)}" if surplus else "",
            "次序与原文不同" if not lacking and not surplus else "",
        )
        if part
    )
    yield Finding(
        file,
        path,
        "duty-block-not-held",
        f"章节 {block.section} 的{block.role}单位（原文第 {block.line} 行）与摘录不一致：{detail}",
        f"duties: [{{role: {block.role}, orgs: [{', '.join(wanted)}]}}]",
    )


def _held(document: Document, block: DutyBlock) -> list[tuple[int, int]]:
    return [
        (p, d)
        for p, provision in enumerate(document.provisions)
        if provision.section == block.section
        for d, duty in enumerate(provision.duties)
        if duty.role == block.role and duty.quote is None
    ]


def resolved_orgs(block: DutyBlock, document: Document, names: DepartmentNames) -> tuple[str | None, ...]:
    """Return the body that each printed name of *block* means, None where no alias says so."""
    return names.resolve_list(tuple((n.name, n.elided) for n in block.names), document.region)


def _extra(
    file: str, document: Document, used: set[tuple[int, int]], unresolved: set[str | None]
) -> Iterator[Finding]:
    """A 责任 duty without a quote says that a block names it; one that no block names is invented."""
    for p, provision in enumerate(document.provisions):
        for d, duty in enumerate(provision.duties):
            unproved = duty.role == "责任" and duty.quote is None and (p, d) not in used
            if unproved and provision.section not in unresolved:
                yield Finding(
                    file,
                    ("provisions", p, "duties", d),
                    "duty-without-block",
                    "原文这一节没有与此一致的（责任单位：…）",
                    "照原文改正；正文里点名的，补写 quote",
                )
