"""The pages about time: versions side by side, and what was in force on a day (前后版本、某日有效)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator import links
from generator.library import Library
from generator.model.document import Document
from generator.render.page_set import SIDEBARS, Page, Pages, page
from generator.views.as_of import STANDINGS, count_part, view_as_of
from generator.views.dates import newest_first
from generator.views.documents import DocumentRow, view_row
from generator.views.pairs import Pair, version_pairs
from generator.views.shelves import Shelf, Way, shelve, shelve_documents, ways
from generator.views.versions import LaterFigure, VersionView, later_figures, view_version


@dataclass(frozen=True)
class PairRow:
    """A pair of versions in the list."""

    relation: str
    url: str
    older: DocumentRow
    newer: DocumentRow


@dataclass(frozen=True)
class VersionIndex:
    """The list: pairs, and figures of drafts without a final version that later documents state, or the ways to their parts."""

    pairs: tuple[PairRow, ...]
    later: tuple[LaterFigure, ...]
    ways: tuple[Way, ...]


def add_version_pages(pages: Pages, library: Library, today: str) -> None:
    """Add the list of versions, cut where it is long, a page for each pair, and the page of a chosen day."""
    pairs = version_pairs(library)
    later = later_figures(library, pairs)
    shelves = shelve(library, later, lambda figure: figure.draft)
    rest = () if shelves else later
    pages.add(links.VERSIONS, _versions, library, pairs, rest, ways(links.VERSIONS, shelves))
    for shelf in shelves:
        pages.add(links.part(links.VERSIONS, shelf.slug), _later, shelf)
    for pair in pairs:
        pages.add(pair.url, _version, library, pair)
    _add_as_of(pages, library, today)


def _add_as_of(pages: Pages, library: Library, today: str) -> None:
    """Add the page of a chosen day, cut by region where there are many documents."""
    parts = shelve_documents(library)
    pages.add(links.AS_OF, _as_of, library, parts, today)
    for part in parts:
        pages.add(links.part(links.AS_OF, part.slug), _as_of_part, library, part, today)


def _versions(
    library: Library, pairs: Sequence[Pair], later: tuple[LaterFigure, ...], parts: tuple[Way, ...]
) -> Page:
    return page(
        "versions.md.j2",
        title="前后版本",
        section="文件",
        crumbs=(("文件", links.DOCUMENTS), ("前后版本", None)),
        view=VersionIndex(_rows(library, pairs), later, parts),
    )


def _later(shelf: Shelf[LaterFigure]) -> Page:
    """A part of the figures of drafts, by region."""
    return page(
        "later_figures.md.j2",
        title=f"征求意见稿里的数字：{shelf.name}",
        section="文件",
        crumbs=(("文件", links.DOCUMENTS), ("前后版本", links.VERSIONS), (shelf.name, None)),
        figures=shelf.rows,
    )


def _version(library: Library, pair: Pair) -> Page:
    view = view_version(library, pair)
    name = f"{view.older.short_title} → {view.newer.short_title}"
    return page(
        "version.md.j2",
        title=name,
        section="文件",
        crumbs=(("文件", links.DOCUMENTS), ("前后版本", links.VERSIONS), (name, None)),
        hide=SIDEBARS,
        view=view,
        summary=_counted(view),
    )


def _as_of(library: Library, parts: Sequence[Shelf[Document]], today: str) -> Page:
    documents = () if parts else newest_first(tuple(library.documents.values()))
    return page(
        "as_of.md.j2",
        title="某日有效",
        section="文件",
        crumbs=(("文件", links.DOCUMENTS), ("某日有效", None)),
        view=view_as_of(library, documents, today),
        parts=[count_part(library, part, today) for part in parts],
        standings=STANDINGS,
    )


def _as_of_part(library: Library, part: Shelf[Document], today: str) -> Page:
    """The documents of a region, where all are too many for one page."""
    return page(
        "as_of.md.j2",
        title=f"某日有效：{part.name}",
        section="文件",
        crumbs=(("文件", links.DOCUMENTS), ("某日有效", links.AS_OF), (part.name, None)),
        view=view_as_of(library, part.rows, today),
        parts=(),
        standings=STANDINGS,
    )


def _rows(library: Library, pairs: Sequence[Pair]) -> tuple[PairRow, ...]:
    return tuple(
        PairRow(p.relation, p.url, view_row(library, p.older), view_row(library, p.newer)) for p in pairs
    )


def _counted(view: VersionView) -> str:
    return "、".join(f"{change}的条款 {count} 个" for change, count in view.counts)
