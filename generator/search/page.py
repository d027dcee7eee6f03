"""What the search page holds without scripts: every document with its clauses, as a list of links."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.search.entries import Entry
from generator.search.units import groups_of


@dataclass(frozen=True, slots=True)
class Way:
    """A document and the clauses in it, each a title and an address."""

    title: str
    url: str
    status: str
    clauses: tuple[tuple[str, str], ...]


MOST_DOCUMENTS, MOST_CLAUSES = 300, 1500
"""A longer list helps nobody and weighs down the page; then the index pages are the way in."""


def ways_in(entries: Iterable[Entry]) -> tuple[Way, ...]:
    """Return the documents by title, each with its provisions in the order of the text.

    Clauses are left out where there are too many of them, and documents too where even these are too many.
    """
    groups = [group for group in groups_of(entries) if group.head]
    if len(groups) > MOST_DOCUMENTS:
        return ()
    clauses = sum(len(group.units) for group in groups) <= MOST_CLAUSES
    ways = [
        Way(
            group.head.title,
            group.head.url,
            group.head.status,
            tuple((u.root.title, u.root.url) for u in group.units if clauses and u.root.kind == "provision"),
        )
        for group in groups
        if group.head
    ]
    return tuple(sorted(ways, key=lambda way: (way.title, way.url)))
