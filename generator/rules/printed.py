"""What an extract says is printed has to be printed: titles, numbers, dates, frequencies, bodies, key words (照录)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.library import squeeze_title
from generator.model.base import Absent, Printed
from generator.model.document import DatedEvidence, Document
from generator.problems import Finding, Path
from generator.quantities import QuantityError, parse_date_words
from generator.rules.subject import Subject, clauses, facts
from generator.sources.frequency import FREQUENCY_WORDS
from generator.sources.proof import Proof
from generator.sources.text import squeeze


def check_printed(subject: Subject) -> Iterator[Finding]:
    """Look up in each source the words that the extract only names."""
    for document_id, proof in subject.proofs.items():
        file = subject.file(document_id)
        yield from _titles(file, proof)
        yield from _numbers(file, proof)
        yield from _dates(file, proof.document)
        yield from _facts(file, proof)
        yield from _terms(file, proof)


def _titles(file: str, proof: Proof) -> Iterator[Finding]:
    printed = squeeze_title(proof.source.squeezed)
    document = proof.document
    titles: list[tuple[Path, str]] = [(("title",), document.title)]
    if document.carrier is not None:
        titles.append((("carrier", "title"), document.carrier.title))
    titles.extend(
        (("relations", i, "target", "title"), r.target.title) for i, r in enumerate(document.relations)
    )
    for path, title in titles:
        if squeeze_title(squeeze(title)) not in printed:
            message = f"原文里没有印这个题目：{title}"
            yield Finding(
                file, path, "title-not-in-source", message, "照原文抄写，一字不改（书名号、引号不计）"
            )


def _numbers(file: str, proof: Proof) -> Iterator[Finding]:
    for index, relation in enumerate(proof.document.relations):
        number = relation.target.doc_number
        if isinstance(number, Printed) and squeeze(number.value) not in proof.source.squeezed:
            path: Path = ("relations", index, "target", "doc_number", "value")
            message = f"原文里没有印文号 {number.value}"
            yield Finding(
                file, path, "number-not-in-source", message, "照原文抄写，或写 {absent: not_in_source}"
            )


def _dates(file: str, document: Document) -> Iterator[Finding]:
    for name in type(document.dates).model_fields:
        date = getattr(document.dates, name)
        if isinstance(date, DatedEvidence) and date.value not in _points(date.quote):
            path: Path = ("dates", name, "value")
            message = f"引文“{date.quote}”里没有 {date.value} 这个日期"
            yield Finding(file, path, "date-not-in-quote", message, "照引文改正日期；引文只留日期本身")
    if isinstance(document.period, Absent):
        return
    points = _points(document.period.printed)
    for name, day in (("start", document.period.start), ("end", document.period.end)):
        if isinstance(day, str) and not any(point.startswith(day) for point in points):
            message = f"“{document.period.printed}”里没有 {day}"
            yield Finding(file, ("period", name), "date-not-in-quote", message, "照 printed 的写法改正")


def _points(words: str) -> tuple[str, ...]:
    try:
        return tuple(point.iso for point in parse_date_words(words).points)
    except QuantityError:
        return ()


def _facts(file: str, proof: Proof) -> Iterator[Finding]:
    whole = proof.source.squeezed
    for path, provision, fact in facts(proof.document):
        span = proof.sections.spans.get(provision.section)
        if span is None:
            continue
        section = whole[span.start : span.end]
        if fact.frequency is not None and not FREQUENCY_WORDS[fact.frequency].search(section):
            message = f"章节 {provision.section} 里没有印“{fact.frequency}”"
            yield Finding(
                file, (*path, "frequency"), "frequency-not-printed", message, "原文没有写明频次的，删去这一项"
            )
        for index, unit in enumerate(fact.per):
            if squeeze(unit).removeprefix("个") not in section:
                message = f"章节 {provision.section} 里没有印“{unit}”"
                yield Finding(file, (*path, "per", index), "per-not-printed", message, "按原文的计法填写")
        if fact.period is not None and squeeze(fact.period) not in whole:
            message = f"原文里没有印“{fact.period}”"
            yield Finding(file, (*path, "period"), "period-not-printed", message, "按原文的写法填写期间")


def _terms(file: str, proof: Proof) -> Iterator[Finding]:
    for path, provision in clauses(proof.document):
        span = proof.sections.spans.get(provision.section)
        if span is None:
            continue
        section = proof.source.squeezed[span.start : span.end]
        for index, term in enumerate(provision.terms):
            if squeeze(term) not in section:
                message = f"章节 {provision.section} 里没有印“{term}”"
                yield Finding(
                    file, (*path, "terms", index), "term-not-in-section", message, "关键词照原文抄写，或删去"
                )
