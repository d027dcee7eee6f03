"""The open data under api/v1: documents, provisions, facts, indicators, departments, comparisons (开放数据).

The shapes are a contract that others rely on; they are typed in `open_records` and described in `openapi.json`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Literal

from generator import links
from generator.library import Library, facts_of
from generator.model.base import Absent
from generator.model.document import DatedEvidence, Document, Numbered
from generator.views.comparison import (
    Comparison,
    compared_indicators,
    family_comparison,
    indicator_comparison,
)
from generator.views.documents import shown_number
from generator.views.open_fact_records import AbsentRecord, FactRecord, ProvisionRecord
from generator.views.open_facts import fact_record, provision_records, said
from generator.views.open_records import (
    ComparisonRecord,
    DepartmentRecord,
    DocumentRecord,
    IndicatorRecord,
    OpenData,
)


def open_data(library: Library) -> OpenData:
    """Return the content of each file of api/v1 by its name without ending; lists are in the order of the library."""
    return {
        "documents": [*documents(library)],
        "provisions": [*provisions(library)],
        "facts": [*facts(library)],
        "indicators": [*indicators(library)],
        "departments": [*departments(library)],
        "comparisons": [*comparisons(library)],
    }


def documents(library: Library) -> Iterator[DocumentRecord]:
    """Yield the record of each document."""
    return (_document(library, d) for d in library.documents.values())


def provisions(library: Library) -> Iterator[ProvisionRecord]:
    """Yield the record of each clause."""
    return (row for d in library.documents.values() for row in provision_records(library, d))


def facts(library: Library) -> Iterator[FactRecord]:
    """Yield the record of each fact."""
    return (fact_record(library, placed) for d in library.documents.values() for placed in facts_of(d))


def comparisons(library: Library) -> Iterator[ComparisonRecord]:
    """Yield the record of each comparison; one is as much work as a page."""
    for family in library.vocabulary.families.values():
        yield _comparison(library, family_comparison(library, family), "family", links.family(family.id))
    for indicator in compared_indicators(library):
        comparison = indicator_comparison(library, indicator)
        yield _comparison(library, comparison, "indicator", links.indicator(indicator.id))


def _document(library: Library, document: Document) -> DocumentRecord:
    vocabulary = library.vocabulary
    region = vocabulary.regions.get(document.region)
    dates = document.dates
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
        "own_doc_number": _numbered(document.doc_number),
        "carrier": None
        if document.carrier is None
        else {
            "title": document.carrier.title,
            "type": document.carrier.type,
            "doc_number": _numbered(document.carrier.doc_number),
        },
        "issuers": [
            {"id": i.org, "name": vocabulary.departments[i.org].name, "role": i.role}
            for i in document.issuers
            if i.org in vocabulary.departments
        ],
        "issuers_note": document.issuers_note,
        "dates": {
            "signed": _dated(dates.signed),
            "issued": _dated(dates.issued),
            "effective": _dated(dates.effective),
            "expires": _dated(dates.expires),
            "repealed": _dated(dates.repealed),
        },
        "period": {"absent": period.absent}
        if isinstance(period, Absent)
        else {"start": said(period.start), "end": said(period.end), "printed": period.printed},
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


def _dated(date: DatedEvidence | Absent) -> str | AbsentRecord:
    return {"absent": date.absent} if isinstance(date, Absent) else date.value


def _numbered(number: Numbered | Absent) -> str | AbsentRecord:
    return {"absent": number.absent} if isinstance(number, Absent) else number.value


def indicators(library: Library) -> Iterator[IndicatorRecord]:
    """Yield the record of each indicator."""
    return (
        {
            "id": i.id,
            "name": i.name,
            "definition": i.definition,
            "topic": i.topic,
            "unit": i.unit,
            "facts": [placed.key for placed in library.facts_by_indicator.get(i.id, ())],
            "not_stated_in": list(library.looked_for.get(i.id, {})),
            "url": links.indicator(i.id) if i.id in library.facts_by_indicator else None,
        }
        for i in library.vocabulary.indicators.values()
    )


def departments(library: Library) -> Iterator[DepartmentRecord]:
    """Yield the record of each body."""
    vocabulary = library.vocabulary
    return (
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
    )


def _comparison(
    library: Library, comparison: Comparison, kind: Literal["family", "indicator"], url: str
) -> ComparisonRecord:
    return {
        "id": comparison.id,
        "kind": kind,
        "title": comparison.title,
        "columns": [
            {
                "document": c.document or None,
                "region": c.name,
                "level": c.level,
                "status": library.documents[c.document].status.value if c.document else None,
            }
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


RECORDS: Mapping[str, Callable[[Library], Iterable[Any]]] = {
    "documents": documents,
    "provisions": provisions,
    "facts": facts,
    "indicators": indicators,
    "departments": departments,
    "comparisons": comparisons,
}
"""What yields the records of each file of api/v1, by its name without ending; all records at once are many times the library."""
