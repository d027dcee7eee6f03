"""One document held against its source: claims placed, numerals covered, duty blocks found (核对)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.evidence import Claim, claims_of
from generator.model.document import Document
from generator.model.vocabulary import FixedPhrase
from generator.sources.blocks import DutyBlock, find_duty_blocks
from generator.sources.coverage import CoveredNumeral, Holder, cover, value_spans
from generator.sources.quotes import QuotePlace, Span, find_quote
from generator.sources.sections import Sections, find_sections
from generator.sources.text import SourceText


@dataclass(frozen=True)
class CheckedClaim:
    """A claim and where it stands; `place` is None where the quote was not found, `values` where its value was not."""

    claim: Claim
    place: QuotePlace | None
    values: tuple[Span, ...] | None


@dataclass(frozen=True)
class Proof:
    """What was found when *document* was held against *source*."""

    document: Document
    source: SourceText
    sections: Sections
    claims: tuple[CheckedClaim, ...]
    numerals: tuple[CoveredNumeral, ...]
    blocks: tuple[DutyBlock, ...]

    @property
    def open_numerals(self) -> tuple[CoveredNumeral, ...]:
        """The numerals that nobody accounts for."""
        return tuple(n for n in self.numerals if n.state == "open")


def prove(document: Document, source: SourceText, phrases: Sequence[FixedPhrase]) -> Proof:
    """Hold *document* against *source*; finds everything, judges nothing."""
    sections = find_sections(source, document.outline)
    claims = tuple(_check(claim, source, sections) for claim in claims_of(document))
    holders = [
        Holder(span, _holder_name(checked.claim)) for checked in claims for span in checked.values or ()
    ]
    numerals = cover(document, source, sections, holders, phrases)
    return Proof(document, source, sections, claims, numerals, find_duty_blocks(source, sections))


def _check(claim: Claim, source: SourceText, sections: Sections) -> CheckedClaim:
    section = sections.spans.get(claim.section)
    if section is None:
        return CheckedClaim(claim, None, None)
    place = find_quote(source, section, claim.quote, claim.occurrence)
    values = value_spans(claim, place, source) if place is not None else None
    return CheckedClaim(claim, place, values)


def _holder_name(claim: Claim) -> str:
    return claim.key if claim.role == "fact" else f"{_ROLE_NAMES[claim.role]} {claim.key}"


_ROLE_NAMES = {"date": "日期", "doc_number": "文号", "relation": "文件关系", "duty": "责任分工"}
