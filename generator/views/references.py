"""Every document that is cited, and who cites it (被引文件)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator import links
from generator.library import Citation, Library, squeeze_title
from generator.model.base import Absent
from generator.views.documents import Link
from generator.views.places import clause_label
from generator.views.shelves import Way

MOST_CITING = 30
"""So many places that cite one document are named; of a law that all cite, the first ones."""

MOST_CITED = 120
"""How many cited documents one page holds: with their places each takes up to 4 kB."""


@dataclass(frozen=True)
class ReferenceRow:
    """A cited document: in the library (url) or not (未收录), and the places that cite it (`more` than these)."""

    anchor: str
    title: str
    doc_number: str
    url: str
    citing: tuple[tuple[str, Link], ...]
    more: int = 0
    page: str = links.REFERENCES


def view_references(library: Library, url: str | None = None) -> tuple[ReferenceRow, ...]:
    """Return the cited documents by number of citations, then by title; with *url* those that stand on that page."""
    cited = sorted(library.citations, key=lambda key: _order(library.citations[key]))
    pages = ((key, _page(number)) for number, key in enumerate(cited))
    return tuple(_row(library, key, page) for key, page in pages if url in (None, page))


def _order(citations: Sequence[Citation]) -> tuple[int, str]:
    return -len(citations), citations[0].relation.target.title


def _row(library: Library, key: str, page: str) -> ReferenceRow:
    citations = library.citations[key]
    target = citations[0].relation.target
    held = library.held(citations[0].relation)
    citing = tuple(
        (
            c.relation.type,
            Link(
                f"{c.document.short_title}　{clause_label(c.document, c.relation.section)}",
                links.section(c.document.id, c.relation.section),
            ),
        )
        for c in citations[:MOST_CITING]
    )
    return ReferenceRow(
        f"r-{squeeze_title(key)}",
        target.title,
        "" if isinstance(target.doc_number, Absent) else target.doc_number.value,
        links.document(held.id) if held else "",
        citing,
        len(citations) - len(citing),
        page,
    )


def reference_ways(library: Library) -> tuple[Way, ...]:
    """Return the ways to the pages after the first, each with the number of its rows."""
    starts = range(MOST_CITED, len(library.citations), MOST_CITED)
    return tuple(
        Way(f"第 {n} 页", _page(start), min(MOST_CITED, len(library.citations) - start))
        for n, start in enumerate(starts, start=2)
    )


def _page(number: int) -> str:
    return links.REFERENCES if number < MOST_CITED else f"{links.REFERENCES}{number // MOST_CITED + 1}/"
