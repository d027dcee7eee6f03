"""The reverse direction: every numeral of the source is held by a fact or knowingly dismissed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Finding
from generator.quantities import find_numerals, unit_at
from generator.rules.subject import Subject, section_path
from generator.sources.coverage import dismissal_spans
from generator.sources.proof import Proof
from generator.sources.text import find_spans, squeeze

_CONTEXT = 14
_STRICT = frozenset({"元", "月", "日", "%", "百分点", "人次", "倍"})
_NAMES = frozenset({"名称", "固定用语"})


def check_coverage(subject: Subject) -> Iterator[Finding]:
    """Find open numerals, dismissals that match nothing, and dismissals of what is a quantity or a fact."""
    for document_id, proof in subject.proofs.items():
        file = subject.file(document_id)
        yield from _open(file, proof)
        yield from _dismissals(file, proof)


def _open(file: str, proof: Proof) -> Iterator[Finding]:
    mentioned = _mentioned(proof)
    for numeral in proof.open_numerals:
        if numeral.text in mentioned:
            continue
        start, end = numeral.span
        around = proof.source.excerpt(start, end, _CONTEXT)
        section = proof.sections.innermost(start) or "0"
        yield Finding(
            file,
            section_path(proof.document, section),
            "open-numeral",
            f"原文第 {numeral.line} 行（章节 {section}）的 “{numeral.text}” 没有着落：…{around}…",
            "写成一条事实；确实不是事实的，写进 dismissed 并说明理由",
        )


def _mentioned(proof: Proof) -> frozenset[str]:
    """The numerals of claims that failed: the failing quote is reported, its numbers need no second line."""
    failed = (c.claim for c in proof.claims if c.shown is None)
    words = (w for claim in failed for w in (claim.quote, claim.value or ""))
    return frozenset(numeral.text for w in words for numeral in find_numerals(squeeze(w)))


def _dismissals(file: str, proof: Proof) -> Iterator[Finding]:
    held = {n.span: n.by for n in proof.numerals if n.state == "held"}
    for index, dismissal in enumerate(proof.document.dismissed):
        path = ("dismissed", index, "quote")
        spans = dismissal_spans(proof.source, proof.sections, dismissal.quote, dismissal.section)
        numerals = [n for n in proof.numerals if any(a <= n.span[0] and n.span[1] <= b for a, b in spans)]
        if not numerals:
            yield Finding(
                file,
                path,
                "unused-dismissal",
                f"原文里没有 “{dismissal.quote}” 这样的数字",
                "删去这一条，或照原文改正",
            )
            continue
        owners = sorted({by for n in numerals for by in held.get(n.span, ()) if by in _fact_ids(proof)})
        if owners:
            yield Finding(
                file,
                path,
                "dismissed-fact",
                f"“{dismissal.quote}” 已经是事实 {'、'.join(owners)}，不能又当作非事实数字",
                "删去这一条，或把引文写得更准",
            )
        for numeral in numerals:
            named = dismissal.reason in _NAMES and not _arabic(numeral.text)
            if numeral.state == "dismissed" and not named and (unit := _measures(proof, numeral.span)):
                yield Finding(
                    file,
                    path,
                    "dismissed-quantity",
                    f"“{numeral.text}{unit}” 带着计量单位，是一个数量，不能当作非事实数字",
                    "写成一条事实",
                )
                break


def _fact_ids(proof: Proof) -> frozenset[str]:
    return frozenset(fact.id for p in proof.document.provisions for fact in p.facts)


def _measures(proof: Proof, span: tuple[int, int]) -> str:
    """Return the unit of measure behind a numeral of the source, or nothing.

    Every unit counts behind Arabic digits; behind Chinese ones only units of money, time and share, since 一次 and 一个
    are mostly words. A name may hold any Chinese numeral (五年一贯制).
    """
    text = proof.source.squeezed
    unit = unit_at(text, span[1])
    if unit is None:
        return ""
    return unit.printed if _arabic(text[slice(*span)]) or unit.base in _STRICT else ""


def _arabic(numeral: str) -> bool:
    return any(c.isascii() and c.isdigit() for c in numeral)


def check_phrases(subject: Subject) -> Iterator[Finding]:
    """A shared phrase that no source holds is no longer needed; said only when every source is at hand."""
    library = subject.library
    if not subject.proofs or set(subject.proofs) != set(library.documents) or library.broken:
        return
    texts = [proof.source.squeezed for proof in subject.proofs.values()]
    for index, phrase in enumerate(library.vocabulary.phrases):
        words = squeeze(phrase.phrase)
        if not any(find_spans(text, words, 0, len(text)) for text in texts):
            key = f"phrases/{index}"
            yield Finding(
                library.files.get(key, "policies/vocabulary/phrases.yaml"),
                library.paths.get(key, ()),
                "unused-dismissal",
                f"没有一份原文里有 “{phrase.phrase}”",
                "删去这一条",
            )
