"""The pages to look at rather than read: pictures, and the calendar (图览、日历)."""

from __future__ import annotations

from itertools import islice

from generator import links
from generator.library import Library
from generator.render.page_set import SIDEBARS, Page, Pages, page
from generator.views.amounts import amounts
from generator.views.calendar import CalendarParts, view_calendar
from generator.views.overviews import MOST_NODES, MOST_TREES, document_spans, duties_by_topic, family_tree
from generator.views.pictures import awards, targets_by_year
from generator.views.shelves import Way


def add_picture_pages(pages: Pages, library: Library, today: str) -> None:
    """Add the page of pictures, and the calendar as it stands on *today*, cut by year where it is long."""
    pages.add(links.OVERVIEW, _overview, library)
    parts = CalendarParts(library)
    pages.add(links.CALENDAR, _calendar, library, parts.ways, today)
    for way in parts.ways:
        pages.add(way.url, _calendar_part, parts, way.url)


def _overview(library: Library) -> Page:
    families = library.vocabulary.families
    return page(
        "overview.md.j2",
        title="图览",
        section="数字",
        hide=SIDEBARS,
        description="文件之间的关系、期限、目标、金额和责任分工，画成图来看。",
        spans=document_spans(library),
        trees=[family_tree(library, f, MOST_NODES) for f in islice(families.values(), MOST_TREES)],
        more_trees=max(0, len(families) - MOST_TREES),
        targets=targets_by_year(library)[:MOST_TREES],
        awards=awards(library),
        amounts=amounts(library),
        heat=duties_by_topic(library),
    )


def _calendar(library: Library, ways: tuple[Way, ...], today: str) -> Page:
    return page(
        "calendar.md.j2",
        title="日历",
        section="数字",
        hide=("toc",),
        description="截止日期、每年要办的事、目标年份和期限届满，可以订阅。",
        view=view_calendar(library, ways),
        today=today,
    )


def _calendar_part(parts: CalendarParts, url: str) -> Page:
    part = parts[url]
    return page(
        "calendar_part.md.j2",
        title=f"日历：{part.title}",
        section="数字",
        hide=("toc",),
        crumbs=(("日历", links.CALENDAR), (part.title, None)),
        part=part,
    )
