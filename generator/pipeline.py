"""The whole way from texts and a date to a site and its problems (流水线)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.assemble import assemble
from generator.library import Library
from generator.load import place
from generator.problems import Problem, errors
from generator.render.files import render_files
from generator.render.pages import NAVIGATION, render_pages
from generator.rules.all import run_checks
from generator.rules.subject import Subject
from generator.site import Site
from generator.sources.proof import Proof, prove
from generator.sources.text import SourceText
from generator.views.search_entries import search_entries


@dataclass(frozen=True)
class Checked:
    """The library, the proof of each document whose source was at hand, and all problems, sorted by place."""

    library: Library
    proofs: Mapping[str, Proof]
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Built:
    """A site (None while there is an error: nothing is published then) and what it was made from."""

    site: Site | None
    checked: Checked


def check(files: Mapping[str, bytes], sources: Mapping[str, str], today: str) -> Checked:
    """Load, read and check *files* (YAML by path from the root) against *sources* (texts by file name)."""
    assembled = assemble(files)
    library = assembled.library
    proofs = {
        document.id: prove(document, SourceText(document.source.file, sources[document.source.file]), phrases)
        for phrases in (library.vocabulary.phrases,)
        for document in library.documents.values()
        if document.source.file in sources
    }
    findings = (*assembled.findings, *run_checks(Subject(library, today, proofs)))
    problems = (*assembled.problems, *place(findings, dict(assembled.texts)))
    return Checked(library, proofs, tuple(sorted(set(problems))))


def build(
    files: Mapping[str, bytes], sources: Mapping[str, str], stylesheets: Mapping[str, str], today: str
) -> Built:
    """Check everything and make the site: the same input gives the same bytes. *today* is an ISO date."""
    checked = check(files, sources, today)
    if errors(checked.problems):
        return Built(None, checked)
    library, proofs = checked.library, checked.proofs
    entries = search_entries(library, proofs)
    pages = render_pages(library, proofs, entries, today)
    return Built(Site(pages, render_files(library, entries, stylesheets), NAVIGATION), checked)
