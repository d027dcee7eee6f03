"""The calendar page: events by date and by year, what recurs without a date, where to subscribe (日历)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from generator import links
from generator.library import Library
from generator.model.facts import Recurrence
from generator.views.documents import Link
from generator.views.events import LAST_MONTH, Event, find_events
from generator.views.facts import FactView, fact_view, is_draft
from generator.views.shelves import MOST, Way, shelve

T = TypeVar("T")
Month = tuple[int, tuple[Event, ...]]


@dataclass(frozen=True)
class Year:
    """Twelve months with their events."""

    year: int
    months: tuple[Month, ...]


@dataclass(frozen=True)
class CalendarView:
    """The page: every event by date, the years, what recurs without a date; id and name of regions, and whether they have events.

    Where that is too much for a page, `ways` lead to its parts, by year or without one, and it holds none of it.
    """

    events: tuple[Event, ...]
    years: tuple[Year, ...]
    undated: tuple[FactView, ...]
    regions: tuple[tuple[str, str, bool], ...]
    ways: tuple[Way, ...] = ()


@dataclass(frozen=True)
class CalendarPart:
    """What falls into one year, of all regions or of some, or what recurs without a date."""

    title: str
    url: str
    events: tuple[Event, ...]
    years: tuple[Year, ...]
    undated: tuple[FactView, ...]


class CalendarParts:
    """The parts of the calendar of a library: `ways` to them, and each when it is asked for; what they hold is not kept until then."""

    def __init__(self, library: Library, most: int = MOST) -> None:
        self._library, self._most = library, most
        parts = cut_calendar(library, most)
        self.ways = tuple(Way(one.title, one.url, len(one.events) + len(one.undated)) for one in parts)

    def __getitem__(self, url: str) -> CalendarPart:
        return self._parts[url]

    @cached_property
    def _parts(self) -> Mapping[str, CalendarPart]:
        return {part.url: part for part in cut_calendar(self._library, self._most)}


def view_calendar(library: Library, ways: tuple[Way, ...] = ()) -> CalendarView:
    """Return the calendar of the whole library, or where it is cut the page of *ways* to its parts."""
    regions = tuple(
        (region, name, bool(find_events(library, region))) for region, name in regions_with_documents(library)
    )
    if ways:
        return CalendarView((), (), (), regions, ways)
    events = find_events(library)
    return CalendarView(events, _years(events), _undated(library), regions)


def cut_calendar(library: Library, most: int = MOST) -> tuple[CalendarPart, ...]:
    """Return the parts of a calendar with more than *most* events, year by year, a long year by region; () where none is needed.

    What comes every year stands in each year, as on the page that is not cut.
    """
    events, undated = find_events(library), _undated(library)
    if len(events) + len(undated) <= most:
        return ()
    parts: list[CalendarPart] = []
    for year in _years(events):
        own = tuple(event for _, month in year.months for event in month)
        for name, slug, rows in _cut(library, own, lambda event: event.url, most):
            held = set(map(id, rows))
            months = tuple((n, tuple(e for e in month if id(e) in held)) for n, month in year.months)
            title = f"{year.year}年{name}"
            parts.append(
                CalendarPart(
                    title,
                    links.part(links.CALENDAR, f"{year.year}{slug}"),
                    rows,
                    (Year(year.year, months),),
                    (),
                )
            )
    for name, slug, facts in _cut(library, undated, lambda fact: fact.url, most):
        parts.append(
            CalendarPart(f"没有写日期的{name}", links.part(links.CALENDAR, f"undated{slug}"), (), (), facts)
        )
    return tuple(parts)


def _cut(
    library: Library, rows: tuple[T, ...], url: Callable[[T], str], most: int
) -> Iterator[tuple[str, str, tuple[T, ...]]]:
    """Yield the parts of *rows*: what is added to a title and to an address, and the rows."""
    shelves = shelve(library, rows, url, most)
    yield from ((f"：{shelf.name}", f"-{shelf.slug}", shelf.rows) for shelf in shelves)
    if rows and not shelves:
        yield "", "", rows


def _undated(library: Library) -> tuple[FactView, ...]:
    """What comes again and again without a printed date."""
    return tuple(
        fact_view(library, p)
        for p in library.facts.values()
        if isinstance(p.fact, Recurrence) and not is_draft(p.document)
    )


def regions_with_documents(library: Library) -> tuple[tuple[str, str], ...]:
    """Return id and name of the regions that have documents of their own or above them, superiors first."""
    vocabulary = library.vocabulary
    own = {d.region for d in library.documents.values()}
    held = [r for r in vocabulary.regions.values() if own & set(vocabulary.region_path(r.id))]
    ordered = sorted(held, key=lambda r: (len(vocabulary.region_path(r.id)), r.id))
    return tuple((r.id, r.short) for r in ordered)


def subscriptions(library: Library, region: str) -> tuple[Link, ...]:
    """Return the calendar file and the feed of a region, as far as they are made: nothing without documents."""
    if region not in dict(regions_with_documents(library)):
        return ()
    page = links.region(region)
    dates = (Link("日历文件", page + links.EVENTS),) if find_events(library, region) else ()
    return (*dates, Link("更新提要", page + links.FEED))


def _years(events: tuple[Event, ...]) -> tuple[Year, ...]:
    """Every year with an event; what comes every year stands in each year up to its end, or the last year shown."""
    latest = max((e.last or e.day for e in events), default=None)
    if latest is None:
        return ()
    placed = [
        (year, event)
        for event in events
        for year in (
            range(event.day.year, (event.last or latest).year + 1) if event.yearly else (event.day.year,)
        )
    ]
    years = sorted({year for year, _ in placed})
    return tuple(
        Year(
            year,
            tuple(
                (month, tuple(e for y, e in placed if y == year and e.day.month == month))
                for month in range(1, LAST_MONTH + 1)
            ),
        )
        for year in years
    )
