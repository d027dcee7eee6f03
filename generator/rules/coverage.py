"""The reverse direction: every numeral of the source is held by a fact or knowingly dismissed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.base import Printed
from generator.model.document import Relation
from generator.problems import Finding, Path
from generator.quantities import find_numerals, unit_at
from generator.rules.subject import Subject, section_path
from generator.sources.coverage import dismissal_spans
from generator.sources.proof import Proof
from generator.sources.text import find_spans, squeeze

_CONTEXT = 14
_STRICT = frozenset({"元", "月", "日", "%", "百分点", "人次", "倍"})
_NAMES = frozenset({"名称", "固定用语"})
_GOES_ON = re.compile("(?![之以]?[上下内外前后]|左右|起|时间|期)[\u4e00-\u9fff]{2}")
"""How a name goes on behind its number: 五年|一贯制, but not 三个月|后, 两年|时间."""


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
    """The numerals of claims that failed, of a wrong number too: the claim is reported, its numerals need no second line."""
    failed = (c.claim for c in proof.claims if c.shown is None)
    words = [w for claim in failed for w in (claim.quote, claim.value or "")]
    words += [r.quote for r in proof.document.relations if _misnumbered(r, proof.source.squeezed)]
    return frozenset(numeral.text for w in words for numeral in find_numerals(squeeze(w)))


def _misnumbered(relation: Relation, text: str) -> bool:
    number = relation.target.doc_number
    return isinstance(number, Printed) and squeeze(number.value) not in text


def _dismissals(file: str, proof: Proof) -> Iterator[Finding]:
    held = {n.span: n.by for n in proof.numerals if n.state == "held"}
    for index, dismissal in enumerate(proof.document.dismissed):
        path: Path = ("dismissed", index, "quote")
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
        named = dismissal.reason in _NAMES
        for numeral in numerals:
            end = next(b for a, b in spans if a <= numeral.span[0] and numeral.span[1] <= b)
            if numeral.state == "dismissed" and (
                unit := _measures(proof.source.squeezed, numeral.span, end if named else None)
            ):
                yield _quantity(file, path, numeral.text + unit)
                break


def _quantity(file: str, path: Path, words: str) -> Finding:
    return Finding(
        file,
        path,
        "dismissed-quantity",
        f"“{words}” 带着计量单位，是一个数量，不能当作非事实数字",
        "写成一条事实；确是名称的，把名称写全",
    )


def _fact_ids(proof: Proof) -> frozenset[str]:
    return frozenset(fact.id for p in proof.document.provisions for fact in p.facts)


def _measures(text: str, span: tuple[int, int], name_end: int | None) -> str:
    """Return the unit of measure behind a numeral of *text*, or nothing.

    Every unit counts behind Arabic digits; behind Chinese ones only units of money, time and share, since 一次 and 一个
    are mostly words. A name, which ends at *name_end*, may hold any Chinese numeral if it goes on behind it (五年一贯制).
    """
    unit = unit_at(text, span[1])
    if unit is None:
        return ""
    if _arabic(text[slice(*span)]):
        return unit.printed
    behind = span[1] + len(unit.printed)
    name = name_end is not None and _GOES_ON.match(text, behind, name_end)
    return unit.printed if unit.base in _STRICT and not name else ""


def _arabic(numeral: str) -> bool:
    return any(c.isascii() and c.isdigit() for c in numeral)


def check_phrases(subject: Subject) -> Iterator[Finding]:
    """Find shared phrases that dismiss a quantity, and those that no source holds; the latter with all sources at hand."""
    library = subject.library
    texts = [proof.source.squeezed for proof in subject.proofs.values()]
    complete = bool(texts) and set(subject.proofs) == set(library.documents) and not library.broken
    for index, phrase in enumerate(library.vocabulary.phrases):
        words = squeeze(phrase.phrase)
        key = f"phrases/{index}"
        file = library.files.get(key, "policies/vocabulary/phrases.yaml")
        path = library.paths.get(key, ())
        for numeral in find_numerals(words):
            if unit := _measures(words, (numeral.start, numeral.end), len(words)):
                yield _quantity(file, path, numeral.text + unit)
                break
        if complete and not any(find_spans(text, words, 0, len(text)) for text in texts):
            yield Finding(file, path, "unused-dismissal", f"没有一份原文里有 “{phrase.phrase}”", "删去这一条")
