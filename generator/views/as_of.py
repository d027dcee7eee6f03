"""Which documents were in force on a chosen day, as far as the texts say (某日有效).

Only printed dates count. What no text settles is said as it is: 文中没有写明, never guessed.
"""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

from generator import links
from generator.library import Library
from generator.model.base import Absent
from generator.model.document import DatedEvidence, Document
from generator.views.dates import chinese_date
from generator.views.documents import DocumentRow, view_row
from generator.views.facts import is_draft
from generator.views.shelves import Shelf, Way, ways

Standing = Literal["期限内", "说不准", "尚未开始", "期限已过", "已失效", "征求意见稿"]

STANDINGS: tuple[tuple[Standing, str], ...] = (
    ("期限内", "文中印着期限，这一天在期限之内"),
    ("说不准", "文中没有印期限，或者没有印日期，这一天是否有效要向发文机关核实"),
    ("期限已过", "文中印的期限在这一天之前已经届满，是否继续执行文中没有写"),
    ("尚未开始", "这一天还没有成文、施行，或者期限还没有开始"),
    ("已失效", "文中印明这一天之前已经失效或废止"),
    ("征求意见稿", "只是征求意见，哪一天都不是现行规定"),
)
"""Every standing a document can have on a day, in the order in which a page lists them, and what it means."""


_BEFORE = "0001-01-01"
_IN_FORCE: tuple[Standing, ...] = ("期限内",)


@dataclass(frozen=True)
class Span:
    """What the text of a document says about its time, as ISO days or nothing.

    *begins*: in force, issued or signed, whichever is printed first in this order; *within* and *until*: the first and
    the last day of the period that is *printed*; *ends*: the day on which it expired or was repealed.
    """

    row: DocumentRow
    draft: bool
    begins: str
    begins_by: str
    within: str
    until: str
    printed: str
    ends: str
    ends_by: str

    def standing(self, day: str) -> Standing:
        """Return how the document stands on *day* (ISO); the script of the page says the same."""
        if self.draft:
            return "征求意见稿"
        if self.ends and day >= self.ends:
            return "已失效"
        if (self.begins and day < self.begins) or (self.within and day < self.within):
            return "尚未开始"
        if self.until and day > self.until:
            return "期限已过"
        return "期限内" if self.until and (self.within or self.begins) else "说不准"

    @property
    def begins_words(self) -> str:
        """施行日期 2024年3月5日, or that none is printed."""
        return f"{chinese_date(self.begins)}（{self.begins_by}）" if self.begins else "文中未载明"

    @property
    def period_words(self) -> str:
        """The period as it is printed, or that there is none."""
        return self.printed or "文中未规定"

    @property
    def ends_words(self) -> str:
        """The day of its end, or that none is printed."""
        return f"{chinese_date(self.ends)}（{self.ends_by}）" if self.ends else "文中未载明"


@dataclass(frozen=True)
class Day:
    """One day and the documents under each standing."""

    iso: str
    groups: tuple[tuple[Standing, str, tuple[Span, ...]], ...]


@dataclass(frozen=True)
class Turn:
    """A day on which documents change their standing, each with the one it has from then on."""

    iso: str
    changes: tuple[tuple[Span, Standing], ...]


@dataclass(frozen=True)
class AsOfView:
    """The page: how things stand today, the first day of each year, each day of a change, the dates of every document."""

    today: Day
    years: tuple[Day, ...]
    turns: tuple[Turn, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class PartCount:
    """A part of the page where it is cut: the way there, and how many documents have each of `STANDINGS` today."""

    way: Way
    counts: tuple[int, ...]


def count_part(library: Library, part: Shelf[Document], today: str) -> PartCount:
    """Return the way to *part* and how its documents stand *today*."""
    found = Counter(_span(library, document).standing(today) for document in part.rows)
    (way,) = ways(links.AS_OF, [part])
    return PartCount(way, tuple(found[name] for name, _ in STANDINGS))


def view_as_of(library: Library, documents: Iterable[Document], today: str) -> AsOfView:
    """Return the spans of *documents* and the days that they tell apart; the page grows with the documents, no faster."""
    spans = tuple(_span(library, document) for document in documents)
    changes: dict[str, list[tuple[Span, Standing]]] = {}
    for span in spans:
        for day in _days(span):
            changes.setdefault(day, []).append((span, span.standing(day)))
    turns = tuple(Turn(day, tuple(changes[day])) for day in sorted(changes))
    first, last = (int(turns[0].iso[:4]), int(turns[-1].iso[:4])) if turns else (0, -1)
    years = tuple(_day(spans, f"{year:04}-01-01", _IN_FORCE) for year in range(first, last + 1))
    return AsOfView(_day(spans, today), years, turns, spans)


def _days(span: Span) -> tuple[str, ...]:
    """Return the days on which *span* changes its standing, in order; a draft never does."""
    if span.draft:
        return ()
    known = sorted({day for day in (span.begins, span.within, _next_day(span.until), span.ends) if day})
    before = [span.standing(_BEFORE)] + [span.standing(day) for day in known]
    return tuple(day for day, old, new in zip(known, before, before[1:], strict=False) if old != new)


def _day(spans: tuple[Span, ...], day: str, only: Collection[Standing] = ()) -> Day:
    wanted = ((name, words) for name, words in STANDINGS if not only or name in only)
    groups = ((name, words, tuple(s for s in spans if s.standing(day) == name)) for name, words in wanted)
    return Day(day, tuple(group for group in groups if group[2]))


def _span(library: Library, document: Document) -> Span:
    begins, by = _first(document, (("effective", "施行"), ("issued", "印发"), ("signed", "成文")))
    ends, ends_by = _first(document, (("repealed", "废止"), ("expires", "失效")))
    period = document.period
    start = "" if isinstance(period, Absent) or not isinstance(period.start, str) else first_day(period.start)
    end = "" if isinstance(period, Absent) or not isinstance(period.end, str) else last_day(period.end)
    printed = "" if isinstance(period, Absent) else period.printed
    return Span(
        view_row(library, document), is_draft(document), begins, by, start, end, printed, ends, ends_by
    )


def _first(document: Document, names: tuple[tuple[str, str], ...]) -> tuple[str, str]:
    for name, words in names:
        date = getattr(document.dates, name)
        if isinstance(date, DatedEvidence):
            return first_day(date.value), words
    return "", ""


def first_day(iso: str) -> str:
    """Return the first day that *iso* (a year, a month or a day) can mean."""
    year, month, day = (*iso.split("-"), "01", "01")[:3]
    return f"{year}-{month}-{day}"


def last_day(iso: str) -> str:
    """Return the last day that *iso* can mean."""
    parts = [int(part) for part in iso.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    day = parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1]
    return f"{year:04}-{month:02}-{day:02}"


def _next_day(iso: str) -> str:
    if not iso:
        return ""
    year, month, day = map(int, iso.split("-"))
    if day < calendar.monthrange(year, month)[1]:
        return f"{year:04}-{month:02}-{day + 1:02}"
    return f"{year + (month == 12):04}-{month % 12 + 1:02}-01"
