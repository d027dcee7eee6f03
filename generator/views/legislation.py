"""A document as schema.org Legislation, for search engines and library catalogues (结构化标注)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.library import Library
from generator.model.base import Absent
from generator.model.document import DatedEvidence, Document, Relation
from generator.views.documents import shown_number

# https://schema.org/legislationLegalForce; 待核 says nothing, so nothing is said
_FORCE = {
    "现行": "InForce",
    "部分失效": "PartiallyInForce",
    "失效": "NotInForce",
    "废止": "NotInForce",
    "征求意见稿": "NotInForce",
}
_BASIS = frozenset({"贯彻落实", "依据", "配套"})


def view_legislation(library: Library, document: Document) -> Mapping[str, Any]:
    """Return the JSON-LD of *document*; what the document does not print has no key.

    Terms: https://schema.org/Legislation
    """
    departments = library.vocabulary.departments
    region = library.vocabulary.regions.get(document.region)
    force = _FORCE.get(document.status.value)
    signed, effective = document.dates.signed, document.dates.effective
    said = {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "name": document.title,
        "alternateName": document.short_title,
        "inLanguage": "zh-CN",
        "abstract": document.answer,
        "creativeWorkStatus": document.status.value,
        "legislationIdentifier": shown_number(document),
        "legislationType": document.type,
        "legislationPassedBy": [
            {"@type": "GovernmentOrganization", "name": departments[i.org].name}
            for i in document.issuers
            if i.org in departments
        ],
        "legislationJurisdiction": {"@type": "AdministrativeArea", "name": region.name} if region else None,
        "legislationDate": signed.value if isinstance(signed, DatedEvidence) else None,
        "legislationDateOfApplicability": effective.value if isinstance(effective, DatedEvidence) else None,
        "legislationLegalForce": f"https://schema.org/{force}" if force else None,
        "temporalCoverage": _period(document),
        "isBasedOn": [_work(r) for r in document.relations if r.type in _BASIS],
        "citation": [_work(r) for r in document.relations if r.type == "引用"],
    }
    return {key: value for key, value in said.items() if value}


def _period(document: Document) -> str | None:
    period = document.period
    if isinstance(period, Absent) or isinstance(period.start, Absent) or isinstance(period.end, Absent):
        return None
    return f"{period.start}/{period.end}"


def _work(relation: Relation) -> Mapping[str, str]:
    number = relation.target.doc_number
    identifier = {} if isinstance(number, Absent) else {"legislationIdentifier": number.value}
    return {"@type": "Legislation", "name": relation.target.title, **identifier}
