"""The first half of the way: texts and a date → a library, its proofs and every problem (检查)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.assemble import assemble
from generator.kept import Readings
from generator.library import Library
from generator.load import place
from generator.problems import Problem
from generator.rules.all import run_checks
from generator.rules.subject import Subject
from generator.sources.proof import Proof, prove
from generator.sources.text import SourceText


@dataclass(frozen=True)
class Checked:
    """The library, the proof of each document whose source was at hand, and all problems, sorted by place."""

    library: Library
    proofs: Mapping[str, Proof]
    problems: tuple[Problem, ...]


def check(
    files: Mapping[str, bytes], sources: Mapping[str, str], today: str, readings: Readings | None = None
) -> Checked:
    """Load, read and check *files* (by path from the root) against *sources* (texts by file name); *today* is ISO."""
    assembled = assemble(files, readings)
    library = assembled.library
    phrases = library.vocabulary.phrases
    proofs = {
        document.id: prove(document, SourceText(document.source.file, sources[document.source.file]), phrases)
        for document in library.documents.values()
        if document.source.file in sources
    }
    findings = (*assembled.findings, *run_checks(Subject(library, today, proofs)))
    problems = (*assembled.problems, *place(findings, assembled.texts))
    return Checked(library, proofs, tuple(sorted(set(problems))))
