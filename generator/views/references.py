"""Every document that is cited, and who cites it (被引文件)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator import links
from generator.library import Library, squeeze_title
from generator.model.base import Absent
from generator.views.documents import Link
from generator.views.places import clause_label
from generator.views.shelves import MOST, Way

MOST_CITING = 30
"""So many places that cite one document are named; of a law that all cite, the first ones."""


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


def view_references(library: Library) -> tuple[ReferenceRow, ...]:
    """Return the cited documents by number of citations, then by title."""
    rows: list[ReferenceRow] = []
    for key, citations in library.citations.items():
        target = citations[0].relation.target
        held = library.held(citations[0].relation)
        number = "" if isinstance(target.doc_number, Absent) else target.doc_number.value
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
        anchor = f"r-{squeeze_title(key)}"
        rows.append(
            ReferenceRow(
                anchor,
                target.title,
                number,
                links.document(held.id) if held else "",
                citing,
                len(citations) - len(citing),
            )
        )
    rows.sort(key=lambda r: (-len(r.citing) - r.more, r.title))
    return tuple(replace(row, page=_page(number)) for number, row in enumerate(rows))


def reference_ways(library: Library) -> tuple[Way, ...]:
    """Return the ways to the pages after the first, each with the number of its rows."""
    starts = range(MOST, len(library.citations), MOST)
    return tuple(
        Way(f"第 {n} 页", _page(start), min(MOST, len(library.citations) - start))
        for n, start in enumerate(starts, start=2)
    )


def _page(number: int) -> str:
    return links.REFERENCES if number < MOST else f"{links.REFERENCES}{number // MOST + 1}/"
