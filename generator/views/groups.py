"""The documents by 文种 and by 年份, cut where a list is too long for a page (分组)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from generator import links
from generator.library import Library
from generator.views.dates import newest_first
from generator.views.documents import DocumentRow, view_row
from generator.views.shelves import MOST, Shelf, Way, shelve


@dataclass(frozen=True)
class DocumentGroup:
    """Documents under one heading of an index (文种, 年份); `ways` in their place where they are too many."""

    name: str
    anchor: str
    documents: tuple[DocumentRow, ...]
    ways: tuple[Way, ...] = ()


def cut_groups(
    library: Library, base: str, groups: Sequence[DocumentGroup]
) -> tuple[tuple[DocumentGroup, ...], tuple[tuple[str, DocumentGroup], ...]]:
    """Return *groups* as their page shows them, and the pages (address, group) of those that are too long for it."""
    if sum(len(group.documents) for group in groups) <= MOST:
        return tuple(groups), ()
    shown: list[DocumentGroup] = []
    pages: list[tuple[str, DocumentGroup]] = []
    for group in groups:
        here = links.part(base, group.anchor)
        shelves = shelve(library, group.documents, lambda row: row.url) or (
            Shelf(group.name, "", group.documents),
        )
        found = tuple(Way(s.name, links.part(here, s.slug), len(s.rows)) for s in shelves)
        shown.append(DocumentGroup(group.name, group.anchor, (), found))
        for way, shelf in zip(found, shelves, strict=True):
            name = f"{group.name}：{shelf.name}" if shelf.slug else group.name
            pages.append((way.url, DocumentGroup(name, "documents", shelf.rows)))
    return tuple(shown), tuple(pages)


def documents_by_type(library: Library) -> tuple[DocumentGroup, ...]:
    """Return the documents by 文种."""
    rows = [view_row(library, d) for d in newest_first(tuple(library.documents.values()))]
    return _groups(rows, sorted({r.type for r in rows}), lambda r: r.type, "t")


def documents_by_year(library: Library) -> tuple[DocumentGroup, ...]:
    """Return the documents by year, newest first; those without any printed year at the end."""
    rows = [view_row(library, d) for d in newest_first(tuple(library.documents.values()))]
    names = sorted({r.year for r in rows if r.year}, reverse=True)
    groups = _groups(rows, names, lambda r: r.year, "y")
    unknown = tuple(r for r in rows if not r.year)
    return (*groups, DocumentGroup("年份文中未载明", "y-unknown", unknown)) if unknown else groups


def _groups(
    rows: Sequence[DocumentRow], names: Iterable[str], key: Callable[[DocumentRow], str], prefix: str
) -> tuple[DocumentGroup, ...]:
    return tuple(DocumentGroup(n, f"{prefix}-{n}", tuple(r for r in rows if key(r) == n)) for n in names)
