"""The calendar page: events by date and by year, what recurs without a date, where to subscribe (日历)."""

from __future__ import annotations

from dataclasses import dataclass

from generator import links
from generator.library import Library
from generator.model.facts import Recurrence
from generator.views.documents import Link
from generator.views.events import LAST_MONTH, Event, find_events
from generator.views.facts import FactView, fact_view, is_draft

Month = tuple[int, tuple[Event, ...]]


@dataclass(frozen=True)
class Year:
    """Twelve months with their events."""

    year: int
    months: tuple[Month, ...]


@dataclass(frozen=True)
class CalendarView:
    """The page: every event by date, the years, what recurs without a date; id and name of regions, and whether they have events."""

    events: tuple[Event, ...]
    years: tuple[Year, ...]
    undated: tuple[FactView, ...]
    regions: tuple[tuple[str, str, bool], ...]


def view_calendar(library: Library) -> CalendarView:
    """Return the calendar of the whole library."""
    events = find_events(library)
    undated = tuple(
        fact_view(library, p)
        for p in library.facts.values()
        if isinstance(p.fact, Recurrence) and not is_draft(p.document)
    )
    regions = tuple(
        (region, name, bool(find_events(library, region))) for region, name in regions_with_documents(library)
    )
    return CalendarView(events, _years(events), undated, regions)


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
