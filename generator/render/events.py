"""The calendar as an iCalendar file that Outlook and WPS take in (日历文件, RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar
from icalendar import Event as Entry

from generator.views.events import Event

PRODUCT = "-//policy-handbook//calendar//ZH"


def render_events(name: str, events: Iterable[Event], address: str) -> bytes:
    """Return *events* as whole-day entries of a calendar called *name*; the same events give the same bytes.

    The stamp of an entry is the day on which its extract was last looked at, not the moment of the build. An entry
    leads to its clause only where *address*, the place of the site, is known.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for event in events:
        calendar.add_component(_entry(event, address))
    written: bytes = calendar.to_ical()
    return written


def _entry(event: Event, address: str) -> Entry:
    entry = Entry()
    entry.add("uid", f"{event.id.replace('/', '.')}.{_SLUGS[event.sort]}@policy-handbook")
    entry.add("dtstamp", datetime.combine(date.fromisoformat(event.changed), datetime.min.time(), UTC))
    entry.add("dtstart", event.day)
    entry.add("dtend", event.day + timedelta(days=1))
    if event.yearly:
        entry.add("rrule", {"freq": "yearly", **({"until": event.last} if event.last else {})})
    entry.add("summary", f"{'【征求意见稿】' if event.draft else ''}{event.title}（{event.printed}）")
    entry.add("description", "\n".join(_lines(event)))
    entry.add("categories", [event.sort, event.status])
    entry.add("status", "TENTATIVE" if event.draft else "CONFIRMED")
    entry.add("transp", "TRANSPARENT")
    if address:
        entry.add("url", address + event.url)
    return entry


_SLUGS = {
    "截止": "due",
    "每年": "yearly",
    "目标": "target",
    "期满": "period",
    "施行": "effective",
    "失效": "expires",
    "废止": "repealed",
}


def _lines(event: Event) -> Iterable[str]:
    yield f"《{event.document_title}》{event.clause}"
    yield f"状态：{event.status}"
    yield f"原文：“{event.quote}”"
    if event.bodies:
        yield "责任部门：" + "、".join(body.name for body in event.bodies)
    if not event.exact:
        yield "文中没有写到日，记在最后一天。"
