"""One document held against its source: claims placed, numerals covered, duty blocks found (核对)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.evidence import Claim, claims_of
from generator.model.document import Document
from generator.model.vocabulary import FixedPhrase
from generator.sources.blocks import DutyBlock, find_duty_blocks
from generator.sources.citations import target_spans
from generator.sources.coverage import CoveredNumeral, Holder, cover
from generator.sources.frequency import frequency_spans
from generator.sources.quotes import QuotePlace, Span, find_quote
from generator.sources.sections import Sections, find_sections
from generator.sources.text import SourceText
from generator.sources.values import ShownValue, find_value


@dataclass(frozen=True)
class CheckedClaim:
    """A claim and where it stands; `place` is None where the quote was not found, `shown` where its value was not."""

    claim: Claim
    place: QuotePlace | None
    shown: ShownValue | None


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
        Holder(span, _holder_name(checked.claim))
        for checked in claims
        for span in _held(document, checked, source)
    ]
    numerals = cover(document, source, sections, [*holders, *_frequencies(document, claims, source)], phrases)
    return Proof(document, source, sections, claims, numerals, find_duty_blocks(source, sections))


def _check(claim: Claim, source: SourceText, sections: Sections) -> CheckedClaim:
    section = sections.spans.get(claim.section)
    if section is None:
        return CheckedClaim(claim, None, None)
    place = find_quote(source, section, claim.quote, claim.occurrence)
    shown = find_value(claim, place, source) if place is not None else None
    return CheckedClaim(claim, place, shown)


def _frequencies(document: Document, claims: Sequence[CheckedClaim], source: SourceText) -> Iterator[Holder]:
    """The 一 of 一次性, the 两 of 每两年: held by the fact whose frequency they print."""
    frequencies = {fact.id: fact.frequency for p in document.provisions for fact in p.facts}
    for checked in claims:
        frequency = frequencies.get(checked.claim.key) if checked.claim.role == "fact" else None
        if frequency is not None and checked.place is not None:
            for span in frequency_spans(frequency, checked.place, source):
                yield Holder(span, checked.claim.key)


def _held(document: Document, checked: CheckedClaim, source: SourceText) -> tuple[Span, ...]:
    """The spans whose numerals the claim accounts for.

    A duty and the period of the document account for none: their figures are facts as well, and a fact that is lost has to
    show. A relation accounts for its title, number and issuer, not for whatever else its quote holds.
    """
    claim = checked.claim
    if checked.shown is None or claim.role == "duty" or (claim.role, claim.key) == ("date", "period"):
        return ()
    if claim.role == "relation":
        relation = next(r for r in document.relations if r.id == claim.key)
        return tuple(
            held
            for span in checked.shown.spans
            for held in target_spans(relation.target, source.squeezed, span)
        )
    return checked.shown.spans


def _holder_name(claim: Claim) -> str:
    return claim.key if claim.role == "fact" else f"{_ROLE_NAMES[claim.role]} {claim.key}"


_ROLE_NAMES = {"date": "日期", "doc_number": "文号", "relation": "文件关系", "duty": "责任分工"}
