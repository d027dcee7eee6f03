"""Calendar files and feeds: of the whole library, and of each region beside its page (订阅文件)."""

from __future__ import annotations

from generator import links
from generator.export.exports import Exports
from generator.library import Library
from generator.render.events import render_events
from generator.render.feed import render_feed
from generator.views.calendar import regions_with_documents
from generator.views.events import find_events


def subscription_files(library: Library, title: str, address: str) -> Exports:
    """Return the calendars and feeds by path; those of a region hold what its superiors say as well.

    A calendar without an event is not made: RFC 5545 asks for one at least, as RFC 4287 asks a feed for a date.
    """
    files = Exports()
    if library.documents:
        files.later(_of_all, library, title, address)
    for region, name in regions_with_documents(library):
        files.later(_of_region, library, region, f"{title}（{name}）", address)
    return files


def _of_all(library: Library, title: str, address: str) -> Exports:
    files = Exports()
    documents = tuple(library.documents.values())
    files.add(links.FEED, render_feed, title, links.FEED, links.DOCUMENTS, library, documents, address)
    if events := find_events(library):
        files.add(links.EVENTS, render_events, title, events, address)
    return files


def _of_region(library: Library, region: str, title: str, address: str) -> Exports:
    files, page = Exports(), links.region(region)
    path = set(library.vocabulary.region_path(region))
    held = tuple(d for d in library.documents.values() if d.region in path)
    files.add(page + links.FEED, render_feed, title, page + links.FEED, page, library, held, address)
    if events := find_events(library, region):
        files.add(page + links.EVENTS, render_events, title, events, address)
    return files
