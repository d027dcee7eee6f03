"""Entries → units: what the index finds as one (a clause with its facts), in the order of their numbers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from generator.search.entries import Entry

FIELDS: Mapping[str, int] = {"name": 4, "figures": 2, "body": 1}
"""The fields of the index and their boosts: what a unit is called, its amounts, numbers and dates, and, for a whole
document (or for a page that stands alone), everything that is said in it."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A root entry with the facts printed under it."""

    root: Entry
    facts: tuple[Entry, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """What it is called: titles, key words, numbers, labels of facts."""
        root = self.root
        return (root.title, *root.terms, *root.also, *root.numbers, *(fact.title for fact in self.facts))

    @property
    def words(self) -> tuple[str, ...]:
        """Whatever else is said in it."""
        root = self.root
        bodies = (name for body in root.bodies for name in (body.name, *body.aliases))
        head = (*root.regions, root.level, root.category, root.status, root.date)
        shown = (
            root.summary,
            *root.conditions,
            *root.quotes,
            *root.path,
            *root.topics,
            *root.audiences,
            root.text,
        )
        facts = (
            text
            for fact in self.facts
            for text in (fact.figure, fact.summary, *fact.conditions, *fact.quotes, *fact.also)
        )
        return (*shown, *bodies, *head, *facts)


@dataclass(frozen=True, slots=True)
class Group:
    """A document with its units (its head first), or the pages that belong to no document (id "")."""

    document: str
    first: int
    units: tuple[Unit, ...]

    @property
    def head(self) -> Entry | None:
        """The entry of the document itself."""
        return self.units[0].root if self.document else None


def groups_of(entries: Iterable[Entry], first: int = 0) -> tuple[Group, ...]:
    """Number the units from *first*: documents by id, in each the head first, then the order in which the entries came."""
    entries = tuple(entries)
    facts: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.parent:
            facts.setdefault(entry.parent, []).append(entry)
    roots = [entry for entry in entries if not entry.parent]
    roots.sort(key=lambda entry: (entry.document, entry.kind != "document"))
    groups = []
    for document, members in groupby(roots, key=lambda entry: entry.document):
        units = tuple(Unit(root, tuple(facts.get(root.id, ()))) for root in members)
        groups.append(Group(document, first, units))
        first += len(units)
    return tuple(groups)


def card_of(unit: Unit) -> dict[str, Any]:
    """Return what the page needs to rank and show *unit*, without what is empty."""
    root = unit.root
    card = _filled(
        kind=root.kind, section=root.section, url=root.url, title=root.title, path=root.path, terms=root.terms,
        also=root.also, summary=root.summary, conditions=root.conditions, quotes=root.quotes, text=root.text,
        numbers=root.numbers, bodies=[[body.role, body.name, *body.aliases] for body in root.bodies],
        topics=root.topics, audiences=root.audiences,
        facts=[
            _filled(url=fact.url, title=fact.title, figure=fact.figure, instead=fact.instead,
                    summary=fact.summary, conditions=fact.conditions, quotes=fact.quotes, audiences=fact.audiences)
            for fact in unit.facts
        ],
    )  # fmt: skip
    if root.kind == "document":
        card |= _filled(
            id=root.document, regions=root.regions, level=root.level, status=root.status,
            category=root.category, date=root.date,
        )  # fmt: skip
    return card


def _filled(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}
