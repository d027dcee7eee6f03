"""No number that isn't printed: the figures in our own words stand in the source too (数字有据)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from decimal import Decimal

from generator.evidence import claims_of
from generator.library import facts_of
from generator.model.document import Document, Provision
from generator.problems import Finding, Path
from generator.quantities import Numeral, find_numerals, unit_at
from generator.rules.subject import Subject, clauses, facts
from generator.sources.contacts import without_personal
from generator.sources.proof import Proof
from generator.sources.text import squeeze

MEASURES = frozenset({"元", "月", "日", "%", "百分点", "人", "人次", "倍", "小时"})
"""Base units behind which a Chinese numeral is a figure, not a word: 两年, but not 两类."""

_ABOUT_FACTS = (
    "note",
    "payee",
    "payer",
    "base",
    "after",
    "compared_with",
    "into",
    "numerator",
    "denominator",
    "standard",
)
"""The fields in which a fact of some kind says something in words."""

_Known = frozenset[tuple[Decimal | str, str | None]]


def check_numbers(subject: Subject) -> Iterator[Finding]:
    """Look up every figure of answers, summaries, labels, conditions, notes and the other words of an editor."""
    for document in subject.library.documents.values():
        file = subject.file(document.id)
        proof = subject.proofs.get(document.id)
        figures = _Figures(proof)
        everywhere = figures.all() if proof is not None else _known(_own_words(document))
        stray = _stray(document.answer, everywhere, everywhere)
        yield from _findings(file, ("answer",), stray, "原文")
        if proof is not None:
            for place, words in _remarks_in(document):
                yield from _findings(file, place, _stray(words, everywhere, everywhere), "原文")
        for path, provision in clauses(document):
            section = figures.of(provision.section)
            here = everywhere if section is None else section
            for place, words in _written(path, provision):
                yield from _findings(
                    file, place, _stray(words, here, everywhere), f"章节 {provision.section}"
                )


def _written(path: Path, provision: Provision) -> Iterator[tuple[Path, str]]:
    """The texts of a clause that an editor wrote, with their places."""
    yield (*path, "title"), provision.title
    yield (*path, "summary"), provision.summary
    for name in ("conditions", "exclusions"):
        for index, words in enumerate(getattr(provision, name)):
            yield (*path, name, index), words
    for d, duty in enumerate(provision.duties):
        if duty.matter is not None:
            yield (*path, "duties", d, "matter"), duty.matter
    for f, fact in enumerate(provision.facts):
        yield (*path, "facts", f, "label"), fact.label
        for name in ("conditions", "exclusions"):
            for index, words in enumerate(getattr(fact, name)):
                yield (*path, "facts", f, name, index), words


def _remarks_in(document: Document) -> Iterator[tuple[Path, str]]:
    """What an editor wrote beside the clauses and about the facts; defects may hold what was worked out (推算)."""
    yield ("short_title",), document.short_title
    yield ("status", "basis"), document.status.basis
    yield ("disclosure", "basis"), document.disclosure.basis
    yield ("issuers_note",), document.issuers_note or ""
    for list_name in ("not_stated", "dismissed"):
        for index, entry in enumerate(getattr(document, list_name)):
            yield (list_name, index, "note"), entry.note or ""
    for path, _, fact in facts(document):
        for name in _ABOUT_FACTS:
            words = getattr(fact, name, None)
            if isinstance(words, str):
                yield (*path, name), words


def _stray(words: str, here: _Known, everywhere: _Known) -> Iterator[str]:
    """Yield the figures of *words* that are unknown: Arabic ones in the section, Chinese ones in the document."""
    text = squeeze(without_personal(words))
    for numeral in find_numerals(text):
        arabic = numeral.script in ("arabic", "mixed")
        value, unit = _figure(text, numeral)
        if (arabic or unit in MEASURES) and not {(value, unit), (value, None)} & (
            here if arabic else everywhere
        ):
            printed = unit_at(text, numeral.end)
            yield numeral.text + (printed.printed if printed is not None else "")


def _findings(file: str, path: Path, stray: Iterable[str], where: str) -> Iterator[Finding]:
    for figure in dict.fromkeys(stray):
        message = f"“{figure}”这个数字在{where}里没有"
        yield Finding(file, path, "number-not-printed", message, "改成原文印出的数字；推算的数字不写进摘录")


def check_remarks(subject: Subject) -> Iterator[Finding]:
    """A remark on a comparison uses figures of the facts that are compared, of documents that may be read (不公开)."""
    library = subject.library
    for family in library.vocabulary.families.values():
        if not family.remarks:
            continue
        members = [
            d for d in library.documents_by_family.get(family.id, ()) if d.disclosure.value != "不公开"
        ]
        known = _known(w for d in members for p in facts_of(d) for w in (p.fact.value, p.fact.quote))
        file = library.files.get(f"families/{family.id}", "policies/vocabulary/families.yaml")
        place = library.paths.get(f"families/{family.id}", ())
        for index, remark in enumerate(family.remarks):
            for name in ("verdict", "sentence"):
                path = (*place, "remarks", index, name)
                yield from _findings(file, path, _stray(getattr(remark, name), known, known), "所比较的事实")


class _Figures:
    """The figures of each section of one source, found once."""

    def __init__(self, proof: Proof | None) -> None:
        self._proof = proof
        self._starts: list[int] = []
        self._figures: list[tuple[Decimal | str, str | None]] = []
        text = proof.source.squeezed if proof is not None else ""
        for numeral in find_numerals(text):
            if proof is not None and proof.source.withheld(numeral.start):
                continue  # the digits of a telephone number prove nothing
            self._starts.append(numeral.start)
            self._figures.append(_figure(text, numeral))

    def all(self) -> _Known:
        """Return the figures of the whole source."""
        return frozenset(self._figures)

    def of(self, section: str) -> _Known | None:
        """Return the figures of *section*, None where the source or the section is not at hand."""
        span = self._proof.sections.spans.get(section) if self._proof is not None else None
        if span is None:
            return None
        return frozenset(
            self._figures[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]
        )


def _own_words(document: Document) -> Iterator[str]:
    """What the extract itself proves, where no source is at hand."""
    yield document.title
    for claim in claims_of(document):
        yield claim.quote
    for entry in document.outline:
        yield entry.label + entry.title


def _known(texts: Iterable[str]) -> _Known:
    return frozenset(_figure(t, numeral) for t in map(squeeze, texts) for numeral in find_numerals(t))


def _figure(text: str, numeral: Numeral) -> tuple[Decimal | str, str | None]:
    """The value of *numeral*, however it is printed (两年, 2年), and its unit where that measures something."""
    unit = unit_at(text, numeral.end)
    value = numeral.value if numeral.value is not None else numeral.text
    return value, unit.base if unit is not None and unit.base in MEASURES else None
