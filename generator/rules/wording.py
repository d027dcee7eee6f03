"""Summaries in our own words, quotes as short as they can be (措辞)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.evidence import claims_of
from generator.problems import Finding, Path
from generator.rules.subject import Subject, clauses
from generator.sources.proof import Proof
from generator.sources.quotes import ELLIPSIS
from generator.sources.spacing import respaced
from generator.sources.text import squeeze

LONGEST_COPY = 20
"""A run of so many characters of the source, punctuation and names aside, is no longer a term but a sentence."""
LONGEST_QUOTE = 120
_NAMES = re.compile("《[^》]*》|“[^”]*”")
_PUNCTUATION = re.compile(r"[^\w%〔〕]")


def check_wording(subject: Subject) -> Iterator[Finding]:
    """Find summaries that copy the source, quotes that quote too much, and white space in quotes."""
    for document in subject.library.documents.values():
        file = subject.file(document.id)
        for claim in claims_of(document):
            if len(claim.quote) > LONGEST_QUOTE < len(squeeze(claim.quote.replace(ELLIPSIS, ""))):
                message = f"引文超过 {LONGEST_QUOTE} 字"
                yield Finding(
                    file,
                    claim.path,
                    "long-quote",
                    message,
                    "只留能证明数字的几个字，中间略去的用“…”",
                    "warning",
                )
    for document_id, proof in subject.proofs.items():
        yield from _copies(subject.file(document_id), proof)
        yield from _spaces(subject.file(document_id), proof)


def _spaces(file: str, proof: Proof) -> Iterator[Finding]:
    for checked in proof.claims:
        claim, place = checked.claim, checked.place
        if place is not None and respaced(claim.quote, place, proof.source) != claim.quote:
            message = f"引文里有原文没有的空格：{claim.quote}"
            hint = "删去多余的空格；handbook check --fix 可以代劳"
            yield Finding(file, claim.path, "quote-whitespace", message, hint, "warning")


def _copies(file: str, proof: Proof) -> Iterator[Finding]:
    source = _words(proof.source.squeezed)
    grams = {source[i : i + LONGEST_COPY] for i in range(len(source) - LONGEST_COPY + 1)}
    written: list[tuple[Path, str]] = [(("answer",), proof.document.answer)]
    written.extend(((*path, "summary"), provision.summary) for path, provision in clauses(proof.document))
    for path, text in written:
        for words in map(_words, _NAMES.split(text)):
            runs = (words[i : i + LONGEST_COPY] for i in range(len(words) - LONGEST_COPY + 1))
            copied = next((run for run in runs if run in grams), None)
            if copied is not None:
                message = f"照抄了原文（标点不计）：{copied}…"
                yield Finding(file, path, "copied-sentence", message, "用自己的话概括；必须照录的放进引文")
                break


def _words(text: str) -> str:
    """*text* without white space and punctuation: a sentence is copied with other commas as well."""
    return _PUNCTUATION.sub("", squeeze(text))
