"""The first half of the way: texts and a date → a library, its proofs and every problem (检查)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.assemble import assemble
from generator.kept import Readings
from generator.library import Library
from generator.load import place
from generator.problems import Finding, Problem
from generator.rules.all import Spread, run_checks
from generator.rules.subject import Subject
from generator.sources.proof import Proof, prove
from generator.sources.text import SourceText, first_bad_byte


@dataclass(frozen=True)
class Checked:
    """The library, the proof of each document whose source was at hand, and all problems, sorted by place."""

    library: Library
    proofs: Mapping[str, Proof]
    problems: tuple[Problem, ...]


def check(
    files: Mapping[str, bytes],
    sources: Mapping[str, str],
    today: str,
    readings: Readings | None = None,
    spread: Spread = map,
) -> Checked:
    """Load, read and check *files* (by path from the root) against *sources* (texts by file name); *today* is ISO.

    *spread* may run several rules at a time.
    """
    assembled = assemble(files, readings)
    library = assembled.library
    phrases = library.vocabulary.phrases
    proofs = {
        document.id: prove(document, SourceText(document.source.file, sources[document.source.file]), phrases)
        for document in library.documents.values()
        if document.source.file in sources and first_bad_byte(sources[document.source.file]) is None
    }
    findings = (
        *assembled.findings,
        *_not_utf_8(library, sources),
        *run_checks(Subject(library, today, proofs), spread=spread),
    )
    problems = (*assembled.problems, *place(findings, assembled.texts))
    return Checked(library, proofs, tuple(sorted(set(problems))))


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
