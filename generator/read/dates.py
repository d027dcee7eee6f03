"""The ISO dates of an extract have to exist in the calendar (日期)."""

from __future__ import annotations

import calendar
from collections.abc import Iterator

from generator.model.base import Absent
from generator.model.document import DatedEvidence, Document
from generator.problems import Finding, Path


def date_findings(file: str, document: Document) -> Iterator[Finding]:
    """Find 2023-02-30 and its like, wherever the model holds an ISO date."""
    for path, iso in _dates(document):
        if not _exists(iso):
            yield Finding(file, path, "nonexistent-date", f"没有 {iso} 这一天", "对照原文改正月份和日子")


def _dates(document: Document) -> Iterator[tuple[Path, str]]:
    for name in type(document.dates).model_fields:
        dated = getattr(document.dates, name)
        if isinstance(dated, DatedEvidence):
            yield ("dates", name, "value"), dated.value
    if not isinstance(document.period, Absent):
        for name, end in (("start", document.period.start), ("end", document.period.end)):
            if isinstance(end, str):
                yield ("period", name), end
    yield ("status", "as_of"), document.status.as_of
    yield ("review", "checked_on"), document.review.checked_on


def _exists(iso: str) -> bool:
    year, month, day = (*map(int, iso.split("-")), 1, 1)[:3]
    return year >= 1 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
