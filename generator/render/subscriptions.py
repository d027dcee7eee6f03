"""Calendar files and feeds: of the whole library, and of each region beside its page (订阅文件)."""

from __future__ import annotations

from generator import links
from generator.library import Library
from generator.render.events import render_events
from generator.render.feed import render_feed
from generator.views.calendar import regions_with_documents
from generator.views.events import find_events


def subscription_files(library: Library, title: str, address: str) -> dict[str, bytes]:
    """Return the calendars and feeds by path; those of a region hold what its superiors say as well.

    A calendar without an event is not made: RFC 5545 asks for one at least, as RFC 4287 asks a feed for a date.
    """
    files: dict[str, bytes] = {}
    if library.documents:
        documents = library.documents.values()
        files[links.FEED] = render_feed(title, links.FEED, links.DOCUMENTS, library, documents, address)
    if events := find_events(library):
        files[links.EVENTS] = render_events(title, events, address)
    for region, name in regions_with_documents(library):
        path = set(library.vocabulary.region_path(region))
        page, named = links.region(region), f"{title}（{name}）"
        held = [d for d in library.documents.values() if d.region in path]
        files[page + links.FEED] = render_feed(named, page + links.FEED, page, library, held, address)
        if events := find_events(library, region):
            files[page + links.EVENTS] = render_events(named, events, address)
    return files
