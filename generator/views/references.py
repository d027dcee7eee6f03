"""Every document that is cited, and who cites it (被引文件)."""

from __future__ import annotations

from dataclasses import dataclass

from generator import links
from generator.library import Library, squeeze_title
from generator.model.base import Absent
from generator.views.documents import Link
from generator.views.places import clause_label


@dataclass(frozen=True)
class ReferenceRow:
    """A cited document: in the library (url) or not (未收录), and each place that cites it."""

    anchor: str
    title: str
    doc_number: str
    url: str
    citing: tuple[tuple[str, Link], ...]


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
            for c in citations
        )
        anchor = f"r-{squeeze_title(key)}"
        rows.append(
            ReferenceRow(anchor, target.title, number, links.document(held.id) if held else "", citing)
        )
    return tuple(sorted(rows, key=lambda r: (-len(r.citing), r.title)))
