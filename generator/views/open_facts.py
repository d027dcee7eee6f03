"""Facts and clauses as the open data hold them: the parsed value, conditions, bodies, evidence (开放数据：事实).

Their shapes are in `open_fact_records`.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import assert_never

from generator import links
from generator.library import Library, PlacedFact
from generator.model.base import Absent
from generator.model.document import Document, Duty
from generator.model.facts import (
    Cap,
    Conversion,
    Count,
    Date,
    Deadline,
    Duration,
    Fact,
    Headcount,
    Inherited,
    Money,
    Multiple,
    PaidFact,
    Percent,
    Period,
    Ratio,
    Relative,
    Unspecified,
    Uplift,
    UsageLimit,
    Visits,
)
from generator.model.facts import Recurrence as RecurringFact
from generator.quantities import Comparator, DateValue, Quantity, Recurrence
from generator.quantities.dates import DateRelation
from generator.views.facts import instrument_title
from generator.views.open_fact_records import (
    AbsentRecord,
    DutyRecord,
    FactRecord,
    ProvisionRecord,
    ValueRecord,
)
from generator.views.places import clause_label, printed_headings


def fact_record(library: Library, placed: PlacedFact) -> FactRecord:
    """Return one fact as facts.json holds it."""
    document, provision, fact = placed.document, placed.provision, placed.fact
    vocabulary = library.vocabulary
    record: FactRecord = {
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
            vocabulary.audiences[a].name if a in vocabulary.audiences else a for a in placed.audiences
        ],
        "conditions": list(placed.conditions),
        "exclusions": list(placed.exclusions),
        "departments": _duty_records(library, placed.duties),
        "strength": placed.strength,
        "status": document.status.value,
        "quote": fact.quote,
        "also": [{"section_id": e.section, "quote": e.quote} for e in fact.also],
        "part_of": fact.part_of,
        "adds_to": fact.adds_to,
        "limits": list(fact.limits),
        "excludes": list(fact.excludes),
        "note": fact.note,
        "url": links.fact(document.id, fact.id),
    }
    _add_measured_by(record, fact)
    if isinstance(fact, PaidFact):
        record["payee"] = said(fact.payee)
        record["payer"] = said(fact.payer)
        record["fund"] = (
            {"absent": fact.fund.absent}
            if isinstance(fact.fund, Absent)
            else [vocabulary.funds[f].name for f in fact.fund if f in vocabulary.funds]
        )
    if isinstance(fact, Inherited):
        record["instrument"] = instrument_title(placed) or None
    return record


def _duty_records(library: Library, duties: Iterable[Duty]) -> list[DutyRecord]:
    departments = library.vocabulary.departments
    return [
        {"id": org, "name": departments[org].name, "role": duty.role, "matter": duty.matter}
        for duty in duties
        for org in duty.orgs
        if org in departments
    ]


def _add_measured_by(record: FactRecord, fact: Fact) -> None:
    """Say what the number is of, over or against: the keys that the kind of fact has, see MeasuredBy."""
    match fact:
        case Percent() | Cap() | Uplift():
            record["base"] = fact.base
        case Multiple():
            record["base"] = fact.standard
        case Ratio():
            record["numerator"], record["denominator"] = fact.numerator, fact.denominator
        case Relative():
            record["compared_with"] = fact.compared_with
        case Conversion():
            record["into"] = fact.into
        case Duration():
            record["after"] = fact.after
        case Deadline():
            record["inclusive"] = fact.inclusive
        case Money():
            record["nature"] = fact.nature
        case Unspecified() | Inherited():
            record["of"] = fact.of
        case Headcount() | Visits() | Count() | RecurringFact() | Date() | Period() | UsageLimit():
            pass
        case _:
            assert_never(fact)


def value_record(placed: PlacedFact) -> ValueRecord | None:
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


def _quantity(quantity: Quantity) -> ValueRecord:
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


def said(words: str | Absent) -> str | AbsentRecord:
    """Return printed words, or why there are none."""
    return {"absent": words.absent} if isinstance(words, Absent) else words


def provision_records(library: Library, document: Document) -> list[ProvisionRecord]:
    """Return the clauses of *document* as provisions.json holds them."""
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
            "duties": _duty_records(library, p.duties),
            "references": list(p.refers_to),
            "facts": [f"{document.id}/{fact.id}" for fact in p.facts],
            "status": document.status.value,
            "url": links.provision(document.id, p.id),
        }
        for p in document.provisions
    ]


_BOUNDS: dict[DateRelation, Comparator] = {
    "before": "le",
    "until": "le",
    "from": "ge",
    "after": "ge",
    "on": "eq",
}


def _date(value: DateValue) -> ValueRecord:
    first, last = value.points[0].iso, value.points[-1].iso
    lower = None if value.relation in ("until", "before") else first
    upper = None if value.relation in ("from", "after") else last
    return {"comparator": _BOUNDS.get(value.relation, "range"), "min": lower, "max": upper, "unit": "日期"}


def _recurrence(value: Recurrence) -> ValueRecord | None:
    times = value.times or value.every
    if times is None:
        return None
    record = _quantity(times)
    if value.times is not None and value.every is not None:
        record["every"] = {"value": number(value.every.min), "unit": value.every.unit}
    return record
