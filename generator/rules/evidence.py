"""Quotes and values against the source: every figure stands where the extract says, digit for digit."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.problems import Finding
from generator.quantities import find_numerals, unit_at
from generator.rules.numbers import MEASURES
from generator.rules.subject import Subject
from generator.sources.proof import CheckedClaim, Proof
from generator.sources.quotes import QuotePlace, nearest_line


def check_evidence(subject: Subject) -> Iterator[Finding]:
    """Find quotes that are not in their section, values that their quotes don't show, and headings that are gone."""
    for document_id, proof in subject.proofs.items():
        file = subject.file(document_id)
        yield from _source(file, proof)
        yield from _sections(file, proof)
        for checked in proof.claims:
            yield from _claim(file, proof, checked)


def _source(file: str, proof: Proof) -> Iterator[Finding]:
    recorded = proof.document.source.sha256
    if recorded != proof.source.sha256:
        yield Finding(
            file,
            ("source", "sha256"),
            "source-changed",
            f"原文 {proof.source.name} 与摘录时不是同一份（校验码不同）",
            f"对照新原文复核后，改为 {proof.source.sha256}",
        )


def _sections(file: str, proof: Proof) -> Iterator[Finding]:
    for index, entry in enumerate(proof.document.outline):
        if entry.id in proof.sections.lost:
            words = entry.begins if entry.printed == "否" else f"{entry.label}{entry.title}"
            yield Finding(
                file,
                ("outline", index),
                "section-not-in-source",
                f"原文中按次序找不到章节 {entry.id} “{words}”",
                "标题照原文抄写，并按原文次序排列；没有印出的标题写 printed: 否 和 begins",
            )


def _claim(file: str, proof: Proof, checked: CheckedClaim) -> Iterator[Finding]:
    claim = checked.claim
    if claim.section not in proof.sections.spans:
        return  # a lost heading and an unknown section are problems of their own
    if checked.place is None:
        number, line = nearest_line(proof.source, claim.quote)
        yield Finding(
            file,
            claim.path,
            "quote-not-in-source",
            f"章节 {claim.section} 里没有这段引文：{claim.quote}",
            f"最接近的是原文第 {number} 行：{_short(line)}",
        )
    elif checked.shown is None:
        yield Finding(
            file,
            claim.path,
            "value-not-in-quote",
            f"引文里没有数值 “{claim.value}”：{claim.quote}",
            "数值照引文的写法填写，数字、小数点、单位、“不超过”等都要一致",
        )
    elif checked.shown.dropped:
        yield Finding(
            file,
            (*claim.path[:-1], "value") if claim.role == "fact" and not claim.repeats else claim.path,
            "comparator-dropped",
            f"“{claim.value}” 漏了引文里限定它的 “{'”“'.join(checked.shown.dropped)}”",
            f"数值连同这些字一起写：{claim.quote}",
        )
    elif claim.role == "fact" and (leapt := _leapt(proof, checked.place)):
        yield Finding(
            file,
            claim.path,
            "ellipsis-over-figure",
            f"引文的“…”略去了“{leapt}”，数值可能接到了别的名目上：{claim.quote}",
            "把引文改成数值自己的那一句；另一个数字另写一条事实",
        )
    elif checked.place.occurrences > 1 and not claim.counted:
        yield Finding(
            file,
            claim.path,
            "ambiguous-quote",
            f"这段引文在章节 {claim.section} 里有 {checked.place.occurrences} 处",
            "用 occurrence 写明第几处，或把引文写长一点",
        )
    elif checked.shown.cut:
        yield Finding(
            file,
            claim.path,
            "quote-cuts-value",
            f"引文在“{'”“'.join(checked.shown.cut)}”处断开，原文的数值不只是 “{claim.value}”",
            f"引文和数值连同这些字一起写{_around(proof, checked.place)}",
        )


def _leapt(proof: Proof, place: QuotePlace) -> str:
    """The first number with a unit that stands between two parts of the quote, or nothing."""
    text = proof.source.squeezed
    for (_, end), (start, _) in pairwise(place.spans):
        for numeral in find_numerals(text[end:start]):
            unit = unit_at(text, end + numeral.end)
            if unit is not None and unit.base in MEASURES:
                return numeral.text + unit.printed
    return ""


def _around(proof: Proof, place: QuotePlace) -> str:
    start, end = place.spans[0][0], place.spans[-1][1]
    return "" if proof.source.withheld(start) else f"；原文这一处：…{proof.source.excerpt(start, end, 8)}…"


def _short(line: str) -> str:
    return line if len(line) <= 80 else line[:80] + "…"
