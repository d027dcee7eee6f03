"""Events of the calendar: what each document and fact puts on a day, and for which region (日程)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator import links
from generator.library import Library, PlacedFact, facts_of
from generator.model.base import Absent
from generator.model.document import DatedEvidence, Document
from generator.model.facts import Deadline
from generator.quantities import DatePoint, DateValue, QuantityError, parse_date_words
from generator.views.dates import chinese_date, document_year
from generator.views.facts import Body, is_draft, responsible
from generator.views.kinds import is_target
from generator.views.places import clause_label

LAST_MONTH = 12
EventSort = Literal["截止", "每年", "目标", "期满", "施行", "失效", "废止"]


@dataclass(frozen=True)
class Event:
    """Something that falls on `day`, or on the last day of the year or month that is printed (`exact` is False).

    `id` is that of a fact, or of the document whose period ends. A yearly event begins on `day`; `last` is its last
    occurrence, None where no end is printed. `changed` is the ISO day on which the extract was last looked at.
    """

    id: str
    sort: EventSort
    day: date
    last: date | None
    exact: bool
    title: str
    printed: str
    bodies: tuple[Body, ...]
    quote: str
    document: str
    document_title: str
    clause: str
    url: str
    region: str
    status: str
    draft: bool
    changed: str

    @property
    def day_iso(self) -> str:
        """The day as ISO text."""
        return self.day.isoformat()

    @property
    def yearly(self) -> bool:
        """Whether it comes every year."""
        return self.sort == "每年"

    @property
    def on(self) -> str:
        """The day in a month's list: 10日, or 年末 and 月末 where no day is printed."""
        return f"{self.day.day}日" if self.exact else "年末" if self.day.month == LAST_MONTH else "月末"

    @property
    def when(self) -> str:
        """The date in the list: 2027年末, 2023年3月31日, 每年12月10日."""
        if self.yearly:
            return f"每年{self.day.month}月{self.day.day}日"
        if self.exact:
            return chinese_date(self.day.isoformat())
        return (
            f"{self.day.year}年末"
            if self.day.month == LAST_MONTH
            else f"{self.day.year}年{self.day.month}月末"
        )


def find_events(library: Library, region: str | None = None) -> tuple[Event, ...]:
    """Return the events by day; with *region*, those of its documents and of its superiors', which hold there too."""
    wanted = None if region is None else set(library.vocabulary.region_path(region))
    documents = (d for d in library.documents.values() if wanted is None or d.region in wanted)
    chosen = (e for d in documents for e in (*_of_document(library, d), *_of_facts(library, d)))
    return tuple(sorted(chosen, key=lambda event: (event.day, event.sort, event.id)))


def _of_facts(library: Library, document: Document) -> Iterator[Event]:
    for placed in facts_of(document):
        fact = placed.fact
        if isinstance(fact, Deadline) and isinstance(placed.measure, DateValue):
            value = placed.measure
            if value.repeats == "year":
                yield from _yearly(library, placed, value.points[-1])
            elif value.repeats is None:
                yield from _once(library, placed, "截止", value)
        elif is_target(placed) and fact.period and (span := _dates_in(fact.period)):
            yield from _once(library, placed, "目标", span)


def _once(library: Library, placed: PlacedFact, sort: EventSort, value: DateValue) -> Iterator[Event]:
    point = value.points[-1]
    if point.days is not None:
        yield _event(library, placed, sort, point.days[1], None, point.precision in ("day", "minute"))


def _yearly(library: Library, placed: PlacedFact, point: DatePoint) -> Iterator[Event]:
    """A date that comes every year begins in the year where the document's period, or the document itself, begins."""
    document = placed.document
    first, last = _period_years(document)
    start = first or document_year(document) or document.status.as_of[:4]
    month, day = (int(part) for part in point.iso.removeprefix("--").split("-")[:2])
    end = date(int(last), month, day) if last else None
    yield _event(library, placed, "每年", date(int(start), month, day), end, exact=True)


def _event(
    library: Library, placed: PlacedFact, sort: EventSort, day: date, last: date | None, exact: bool
) -> Event:
    document, fact = placed.document, placed.fact
    target = sort == "目标"
    return Event(
        id=placed.key,
        sort=sort,
        day=day,
        last=last,
        exact=exact,
        title=f"{fact.label}：{fact.value}" if target else fact.label,
        printed=(fact.period or "") if target else fact.value,
        bodies=responsible(library, placed),
        quote=fact.quote,
        document=document.short_title,
        document_title=document.title,
        clause=clause_label(document, placed.provision.section),
        url=links.fact(document.id, fact.id),
        region=document.region,
        status=document.status.value,
        draft=is_draft(document),
        changed=changed_on(document),
    )


_DATES: tuple[tuple[str, EventSort, str], ...] = (
    ("effective", "施行", "开始施行"),
    ("expires", "失效", "失效"),
    ("repealed", "废止", "废止"),
)


def _of_document(library: Library, document: Document) -> Iterator[Event]:
    period = document.period
    if not isinstance(period, Absent) and (span := _dates_in(period.printed)) and span.points[-1].days:
        point = span.points[-1]
        last = point.days[1] if point.days else None
        if last is not None:
            exact = point.precision in ("day", "minute")
            clause = clause_label(document, period.section)
            yield _milestone(
                document, "期满", last, exact, "文件期限届满", period.printed, period.printed, clause
            )
    for name, sort, words in _DATES:
        printed = getattr(document.dates, name)
        if isinstance(printed, DatedEvidence):
            days = DatePoint(printed.value, _PRECISION[len(printed.value)]).days
            if days is not None:
                exact = days[0] == days[1]
                clause = clause_label(document, printed.section)
                shown = chinese_date(printed.value)
                yield _milestone(document, sort, days[1], exact, words, shown, printed.quote, clause)


_PRECISION: dict[int, Literal["year", "month", "day"]] = {4: "year", 7: "month", 10: "day"}


def _milestone(
    document: Document,
    sort: EventSort,
    day: date,
    exact: bool,
    words: str,
    printed: str,
    quote: str,
    clause: str,
) -> Event:
    return Event(
        id=document.id,
        sort=sort,
        day=day,
        last=None,
        exact=exact,
        title=f"{document.short_title}：{words}",
        printed=printed,
        bodies=(),
        quote=quote,
        document=document.short_title,
        document_title=document.title,
        clause=clause,
        url=links.document(document.id),
        region=document.region,
        status=document.status.value,
        draft=is_draft(document),
        changed=changed_on(document),
    )


def changed_on(document: Document) -> str:
    """Return the ISO day on which the extract was last looked at: its review, or its status."""
    return max(document.review.checked_on, document.status.as_of)


def _period_years(document: Document) -> tuple[str | None, str | None]:
    period = document.period
    if isinstance(period, Absent):
        return None, None
    ends = (period.start, period.end)
    first, last = (None if isinstance(end, Absent) else end[:4] for end in ends)
    return first, last


def _dates_in(printed: str) -> DateValue | None:
    """Return the dates in printed words, None where they hold none: 3年 is a length, 两年内 too."""
    try:
        return parse_date_words(printed)
    except QuantityError:
        return None
