"""Dates as Chinese readers write them, and the date by which documents are ordered (日期)."""

from __future__ import annotations

import re

from generator.model.base import Absent
from generator.model.document import DatedEvidence, Document, Numbered

_YEAR = re.compile(r"[〔\[（(]\s*((?:19|20)\d{2})\s*[〕\]）)]")


def chinese_date(iso: str) -> str:
    """Return 2025年8月13日 for 2025-08-13, 2025年8月 for 2025-08, 2025年 for 2025."""
    parts = iso.split("-")
    return "".join(f"{int(part)}{unit}" for part, unit in zip(parts, "年月日", strict=False))


def known_date(document: Document) -> str | None:
    """Return the printed date that dates the document: issued, else signed; None where neither is printed."""
    for date in (document.dates.issued, document.dates.signed):
        if isinstance(date, DatedEvidence):
            return date.value
    return None


def document_year(document: Document) -> str | None:
    """Return the year of the document: of its date, its number or its carrier's; else where its period starts."""
    date = known_date(document)
    if date is not None:
        return date[:4]
    carrier = document.carrier.doc_number if document.carrier else None
    for number in (document.doc_number, carrier):
        if isinstance(number, Numbered) and (match := _YEAR.search(number.value)):
            return match.group(1)
    if not isinstance(document.period, Absent) and isinstance(document.period.start, str):
        return document.period.start[:4]
    return None


def order_key(document: Document) -> tuple[str, str]:
    """Sort key, oldest first: the date, else the year, else the latest year among what it cites (it can't be older)."""
    cited = [
        match.group(1)
        for relation in document.relations
        if not isinstance(relation.target.doc_number, Absent)
        and (match := _YEAR.search(relation.target.doc_number.value))
    ]
    when = known_date(document) or document_year(document) or max(cited, default="")
    return when, document.id


def newest_first(documents: tuple[Document, ...]) -> tuple[Document, ...]:
    """Return *documents* by `order_key`, the newest first; documents of one date by id."""
    by_id = sorted(documents, key=lambda d: d.id)
    return tuple(sorted(by_id, key=lambda d: order_key(d)[0], reverse=True))


def older_than_a_year(day: str, today: str) -> bool:
    """Whether *day*, as exact as it is known, lies more than a year before *today*; both ISO."""
    year, _, rest = today.partition("-")
    return day < f"{int(year) - 1:04d}-{rest}"
