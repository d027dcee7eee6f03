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


def ways_in(entries: Iterable[Entry]) -> tuple[Way, ...]:
    """Return the documents by title, each with its provisions in the order of the text."""
    ways = [
        Way(
            group.head.title,
            group.head.url,
            group.head.status,
            tuple((unit.root.title, unit.root.url) for unit in group.units if unit.root.kind == "provision"),
        )
        for group in groups_of(entries)
        if group.head
    ]
    return tuple(sorted(ways, key=lambda way: (way.title, way.url)))
