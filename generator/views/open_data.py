"""The open data under api/v1: documents, provisions, facts, indicators, departments, comparisons (开放数据).

The shapes are a contract that others rely on; they are described in the `openapi.json` beside them.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from generator import links
from generator.library import Library, PlacedFact, facts_of
from generator.model.base import Absent
from generator.model.document import DatedEvidence, Document, Numbered
from generator.model.facts import Inherited, Money, Unspecified
from generator.quantities import DateValue, Quantity, Recurrence
from generator.views.comparison import (
    Comparison,
    compared_indicators,
    family_comparison,
    indicator_comparison,
)
from generator.views.documents import shown_number
from generator.views.facts import instrument_title
from generator.views.places import clause_label, printed_headings

Json = Mapping[str, Any]


def open_data(library: Library) -> Mapping[str, Any]:
    """Return the content of each file of api/v1 by its name without ending; lists are in the order of the library."""
    return {
        "documents": [_document(library, d) for d in library.documents.values()],
        "provisions": [row for d in library.documents.values() for row in _provisions(library, d)],
        "facts": [fact_record(library, placed) for d in library.documents.values() for placed in facts_of(d)],
        "indicators": _indicators(library),
        "departments": _departments(library),
        "comparisons": _comparisons(library),
    }


def fact_record(library: Library, placed: PlacedFact) -> Json:
    """Return one fact as facts.json holds it."""
    document, provision, fact = placed.document, placed.provision, placed.fact
    vocabulary = library.vocabulary
    record: dict[str, Any] = {
        "id": placed.key,
        "document": document.id,
        "provision": provision.id,
        "section": list(printed_headings(document, provision.section)),
        "section_id": provision.section,
        "clause": clause_label(document, provision.section),
        "kind": fact.kind,
        "label": fact.label,
        "indicator": fact.indicator,
        "printed": fact.value,
        "value": value_record(placed),
        "per": list(fact.per),
        "frequency": fact.frequency,
        "period": fact.period,
        "audiences": [
            vocabulary.audiences[a].name if a in vocabulary.audiences else a
            for a in (fact.audiences or provision.audiences)
        ],
        "conditions": list(dict.fromkeys((*fact.conditions, *provision.conditions))),
        "exclusions": list(dict.fromkeys((*fact.exclusions, *provision.exclusions))),
        "departments": [
            {"id": org, "name": vocabulary.departments[org].name, "role": duty.role}
            for duty in provision.duties
            for org in duty.orgs
            if org in vocabulary.departments
        ],
        "strength": fact.strength or provision.strength,
        "status": document.status.value,
        "quote": fact.quote,
        "also": [{"section_id": e.section, "quote": e.quote} for e in fact.also],
        "part_of": fact.part_of,
        "adds_to": fact.adds_to,
        "note": fact.note,
        "url": links.fact(document.id, fact.id),
    }
    if isinstance(fact, Money | Unspecified | Inherited):
        record["payee"] = _said(fact.payee)
        record["payer"] = _said(fact.payer)
        record["fund"] = (
            {"absent": fact.fund.absent}
            if isinstance(fact.fund, Absent)
            else [vocabulary.funds[f].name for f in fact.fund if f in vocabulary.funds]
        )
    if isinstance(fact, Inherited):
        record["instrument"] = instrument_title(placed) or None
    return record


def value_record(placed: PlacedFact) -> Json | None:
    """Return the parsed value: comparator, min, max and base unit; null where no number is stated.

    Dates and periods are ISO text in min and max with the unit 日期; a yearly date is --MM-DD. A frequency counts 次.
    """
    measure = placed.measure
    match measure:
        case None:
            return None
        case Quantity():
            return _quantity(measure)
        case DateValue():
            return _date(measure)
        case Recurrence():
            return _recurrence(measure)


def _quantity(quantity: Quantity) -> Json:
    return {
        "comparator": quantity.comparator,
        "min": number(quantity.min),
        "max": number(quantity.max),
        "unit": quantity.unit,
    }


def number(value: Decimal | None) -> int | float | None:
    """Return *value* as JSON writes it: an integer where it is whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _said(words: str | Absent) -> Any:
    return {"absent": words.absent} if isinstance(words, Absent) else words


def _document(library: Library, document: Document) -> Json:
    vocabulary = library.vocabulary
    region = vocabulary.regions.get(document.region)
    dates = {
        name: date.value
        if isinstance(date := getattr(document.dates, name), DatedEvidence)
        else {"absent": date.absent}
        for name in type(document.dates).model_fields
    }
    period = document.period
    return {
        "id": document.id,
        "title": document.title,
        "short_title": document.short_title,
        "type": document.type,
        "level": document.level,
        "region": {"code": document.region, "name": region.name if region else document.region},
        "families": list(document.families),
        "doc_number": shown_number(document) or {"absent": "not_in_source"},
        "own_doc_number": document.doc_number.value
        if isinstance(document.doc_number, Numbered)
        else {"absent": document.doc_number.absent},
        "carrier": None
        if document.carrier is None
        else {
            "title": document.carrier.title,
            "type": document.carrier.type,
            "doc_number": document.carrier.doc_number.value
            if isinstance(document.carrier.doc_number, Numbered)
            else {"absent": document.carrier.doc_number.absent},
        },
        "issuers": [
            {"id": i.org, "name": vocabulary.departments[i.org].name, "role": i.role}
            for i in document.issuers
            if i.org in vocabulary.departments
        ],
        "issuers_note": document.issuers_note,
        "dates": dates,
        "period": {"absent": period.absent}
        if isinstance(period, Absent)
        else {"start": _said(period.start), "end": _said(period.end), "printed": period.printed},
        "status": {
            "value": document.status.value,
            "basis": document.status.basis,
            "as_of": document.status.as_of,
        },
        "disclosure": {"value": document.disclosure.value, "basis": document.disclosure.basis},
        "answer": document.answer,
        "relations": [
            {
                "type": r.type,
                "title": r.target.title,
                "doc_number": {"absent": r.target.doc_number.absent}
                if isinstance(r.target.doc_number, Absent)
                else r.target.doc_number.value,
                "document": held.id if (held := library.held(r)) else None,
                "section_id": r.section,
                "quote": r.quote,
            }
            for r in document.relations
        ],
        "outline": [
            {"id": e.id, "label": e.label, "title": e.title, "printed": e.printed == "是"}
            for e in document.outline
        ],
        "not_stated": [
            {"indicator": n.indicator, "note": n.note, "section_id": n.section} for n in document.not_stated
        ],
        "defects": list(document.source.defects),
        "counts": {
            "provisions": len(document.provisions),
            "facts": sum(len(p.facts) for p in document.provisions),
        },
        "url": links.document(document.id),
    }


def _provisions(library: Library, document: Document) -> list[Json]:
    vocabulary = library.vocabulary
    return [
        {
            "id": f"{document.id}/{p.id}",
            "document": document.id,
            "section": list(printed_headings(document, p.section)),
            "section_id": p.section,
            "clause": clause_label(document, p.section),
            "title": p.title,
            "summary": p.summary,
            "terms": list(p.terms),
            "topics": [vocabulary.topics[t].name for t in p.topics if t in vocabulary.topics],
            "audiences": [vocabulary.audiences[a].name for a in p.audiences if a in vocabulary.audiences],
            "strength": p.strength,
            "conditions": list(p.conditions),
            "exclusions": list(p.exclusions),
            "funding": [vocabulary.funds[f].name for f in p.funding if f in vocabulary.funds],
            "duties": [
                {
                    "id": org,
                    "name": vocabulary.departments[org].name,
                    "role": duty.role,
                    "matter": duty.matter,
                }
                for duty in p.duties
                for org in duty.orgs
                if org in vocabulary.departments
            ],
            "references": list(p.refers_to),
            "facts": [f"{document.id}/{fact.id}" for fact in p.facts],
            "status": document.status.value,
            "url": links.provision(document.id, p.id),
        }
        for p in document.provisions
    ]


def _indicators(library: Library) -> list[Json]:
    return [
        {
            "id": i.id,
            "name": i.name,
            "definition": i.definition,
            "topic": i.topic,
            "unit": i.unit,
            "facts": [placed.key for placed in library.facts_by_indicator.get(i.id, ())],
            "not_stated_in": [
                d.id for d in library.documents.values() if any(n.indicator == i.id for n in d.not_stated)
            ],
            "url": links.indicator(i.id) if i.id in library.facts_by_indicator else None,
        }
        for i in library.vocabulary.indicators.values()
    ]


def _departments(library: Library) -> list[Json]:
    vocabulary = library.vocabulary
    return [
        {
            "id": d.id,
            "name": d.name,
            "name_printed": d.name_printed == "是",
            "aliases": list(d.aliases),
            "line": vocabulary.lines[d.line].name if d.line in vocabulary.lines else d.line,
            "region": d.region,
            "form": d.form,
            "duties": [
                {
                    "document": p.document.id,
                    "provision": f"{p.document.id}/{p.provision.id}",
                    "section_id": p.provision.section,
                    "role": p.duty.role,
                    "matter": p.duty.matter,
                    "status": p.document.status.value,
                }
                for p in library.duties_by_department.get(d.id, ())
            ],
            "issued": [doc.id for doc in library.documents_by_department.get(d.id, ())],
            "url": links.department(d.id),
        }
        for d in vocabulary.departments.values()
    ]


def _comparisons(library: Library) -> list[Json]:
    families = [family_comparison(library, f) for f in library.vocabulary.families.values()]
    indicators = [indicator_comparison(library, i) for i in compared_indicators(library)]
    return [
        *(_comparison(c, "family", links.family(c.id)) for c in families),
        *(_comparison(c, "indicator", links.indicator(c.id)) for c in indicators),
    ]


def _comparison(comparison: Comparison, kind: str, url: str) -> Json:
    return {
        "id": comparison.id,
        "kind": kind,
        "title": comparison.title,
        "columns": [
            {"document": c.document or None, "region": c.name, "level": c.level, "status": c.status or None}
            for c in comparison.columns
        ],
        "rows": [
            {
                "id": row.id,
                "name": row.name,
                "cells": [
                    {
                        "state": cell.state,
                        "facts": [
                            f"{f.url.removeprefix(links.DOCUMENTS).split('/')[0]}/{f.id}" for f in cell.facts
                        ],
                        "printed": [f.figure.words for f in cell.facts],
                        "text": cell.text,
                        "url": cell.url or None,
                    }
                    for cell in row.cells
                ],
                "verdict": row.verdict,
                "sentence": row.sentence,
                "same": row.same,
            }
            for row in comparison.rows
        ],
        "missing": list(comparison.missing),
        "drafts_left_out": list(comparison.drafts),
        "url": url,
    }


def _date(value: DateValue) -> Json:
    first, last = value.points[0].iso, value.points[-1].iso
    lower = None if value.relation in ("until", "before") else first
    upper = None if value.relation in ("from", "after") else last
    comparator = {"before": "le", "until": "le", "from": "ge", "after": "ge", "on": "eq"}.get(
        value.relation, "range"
    )
    return {"comparator": comparator, "min": lower, "max": upper, "unit": "日期"}


def _recurrence(value: Recurrence) -> Json | None:
    times = value.times or value.every
    if times is None:
        return None
    record = dict(_quantity(times))
    if value.times is not None and value.every is not None:
        record["every"] = {"value": number(value.every.min), "unit": value.every.unit}
    return record
