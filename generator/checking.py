"""The first half of the way: texts and a date → a library, its proofs and every problem (检查)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.assemble import assemble, is_kept
from generator.kept import Readings
from generator.kept_findings import findings_of_each
from generator.library import Library
from generator.load import place
from generator.policy_files import part_of
from generator.problems import Finding, Problem, errors
from generator.read.vocabulary import WHOLE
from generator.rules.all import Spread, check_each, check_together
from generator.rules.subject import Subject
from generator.sources.contacts import contact_names
from generator.sources.proof import Proof, prove
from generator.sources.text import SourceText, first_bad_byte

_FOLLOWS_FROM = {
    "unknown-region": "regions",
    "unknown-line": "lines",
    "unknown-department": "departments",
    "unresolved-body": "departments",
    "unknown-topic": "topics",
    "unknown-audience": "audiences",
    "unknown-fund": "funds",
    "unknown-indicator": "indicators",
    "unknown-family": "families",
    "open-numeral": "phrases",
    "id-disappeared": "tombstones",
}
"""The vocabulary for want of an entry of which a rule complains."""


@dataclass(frozen=True)
class Checked:
    """The library, the proof of each document whose source was at hand, and all problems, sorted by place.

    *left_out* are those of them for which an extract, or an entry of a vocabulary, is not in the library.
    """

    library: Library
    proofs: Mapping[str, Proof]
    problems: tuple[Problem, ...]
    left_out: tuple[Problem, ...] = ()


def check(
    files: Mapping[str, bytes],
    sources: Mapping[str, str],
    today: str,
    readings: Readings | None = None,
    spread: Spread = map,
) -> Checked:
    """Load, read and check *files* (by path from the root) against *sources* (texts by file name); *today* is ISO.

    *spread* may look at several documents at a time; what *readings* know of a document is taken from there.
    """
    assembled = assemble(files, readings)
    library = assembled.library
    phrases = library.vocabulary.phrases
    proofs = {
        document.id: prove(document, SourceText(document.source.file, sources[document.source.file]), phrases)
        for document in library.documents.values()
        if document.source.file in sources and first_bad_byte(sources[document.source.file]) is None
    }
    contacts = frozenset(n for proof in proofs.values() for n in contact_names(proof.source.text))
    subject = Subject(library, today, proofs, contacts)
    found = (
        *findings_of_each(
            _looked_at(subject, files), lambda names: check_each(subject, names, spread), readings
        ),
        *check_together(subject),
    )
    unread = (*assembled.findings, *_no_extract(files))
    findings = (
        *_not_utf_8(library, sources),
        *_missing(library, sources),
        *(finding for finding in found if not _told_before(finding, assembled.unread)),
    )
    left_out = errors((*assembled.problems, *place(unread, assembled.texts)))
    problems = {*assembled.problems, *place((*unread, *findings), assembled.texts)}
    return Checked(library, proofs, tuple(sorted(problems)), tuple(sorted(set(left_out))))


def _looked_at(subject: Subject, files: Mapping[str, bytes]) -> Mapping[str, str]:
    """Return, by document, a digest of everything that the checks of one document alone look at."""
    library, proofs = subject.library, subject.proofs
    shared = hashlib.sha256("\n".join(sorted(subject.contacts)).encode())
    for name in sorted(files):
        if not is_kept(name):
            shared.update(f"\n{name}\n{len(files[name])}\n".encode() + files[name])
    common = shared.hexdigest()
    return {
        name: "\n".join(
            (common, library.files[name], digest, proofs[name].source.sha256 if name in proofs else "")
        )
        for name, digest in library.digests.items()
    }


def _told_before(finding: Finding, unread: Mapping[str, frozenset[str]]) -> bool:
    """Whether *finding* only follows from a vocabulary, or an entry of it, that can't be read and is reported already."""
    lacking = unread.get(_FOLLOWS_FROM.get(finding.rule, ""), frozenset())
    if not finding.rule.startswith("unknown-"):
        return bool(lacking)
    return WHOLE in lacking or any(finding.message.endswith(f"“{name}”") for name in lacking)


def _no_extract(files: Mapping[str, bytes]) -> Iterator[Finding]:
    """Without a single extract nothing was checked; an empty site must not take the place of a full one."""
    if not any(part_of(name) == "documents" for name in files):
        hint = "摘录放在 policies/documents/ 下、以 .yaml 结尾；手册在别的文件夹时，用 --root 指明"
        yield Finding("policies/documents", (), "no-extract", "这里一份摘录也没有", hint)


def _not_utf_8(library: Library, sources: Mapping[str, str]) -> Iterator[Finding]:
    """A source text in another encoding proves nothing; left out in silence, its extract would look checked."""
    for document in library.documents.values():
        name = document.source.file
        bad = first_bad_byte(sources.get(name, ""))
        if bad is not None:
            yield Finding(
                library.files[document.id],
                ("source", "file"),
                "source-not-utf-8",
                f"原文 {name} 不是 UTF-8 编码，没有用它核对；读不出的第一个字节在第 {bad[0]} 行、第 {bad[1]} 个字",
                "用编辑器打开原文“另存为”，编码选 UTF-8",
            )


def _missing(library: Library, sources: Mapping[str, str]) -> Iterator[Finding]:
    """A source that is not there, where those of other documents are: a slip in its name leaves an extract unproved."""
    if not any(document.source.file in sources for document in library.documents.values()):
        return
    for document in library.documents.values():
        if document.source.file not in sources:
            yield Finding(
                library.files[document.id],
                ("source", "file"),
                "source-missing",
                f"别的原文都在，没有找到 {document.source.file}，这份摘录没有核对",
                "改正文件名，或把原文放到存放原文的文件夹里",
                "warning",
            )
