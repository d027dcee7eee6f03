"""Documents in lists, and how one is cited (文件目录)."""

from __future__ import annotations

from dataclasses import dataclass

from generator import links
from generator.library import Library
from generator.model.document import Document, Numbered
from generator.views.dates import chinese_date, document_year, known_date, newest_first
from generator.views.facts import is_draft
from generator.views.places import printed_headings


@dataclass(frozen=True)
class Link:
    """A word that may lead somewhere; `url` empty where the target is not in the library."""

    text: str
    url: str = ""
    pill: str = ""


@dataclass(frozen=True)
class DocumentRow:
    """A document in a list."""

    id: str
    title: str
    short_title: str
    url: str
    status: str
    draft: bool
    region: str
    region_id: str
    type: str
    level: str
    doc_number: str
    date: str
    year: str


def view_row(library: Library, document: Document) -> DocumentRow:
    """Return the line of *document* in lists."""
    region = library.vocabulary.regions.get(document.region)
    date = known_date(document)
    return DocumentRow(
        id=document.id,
        title=document.title,
        short_title=document.short_title,
        url=links.document(document.id),
        status=document.status.value,
        draft=is_draft(document),
        region=region.short if region else document.region,
        region_id=document.region,
        type=document.type,
        level=document.level,
        doc_number=shown_number(document),
        date=chinese_date(date) if date else "",
        year=document_year(document) or "",
    )


def view_documents(library: Library) -> tuple[DocumentRow, ...]:
    """Return all documents, newest first."""
    return tuple(view_row(library, document) for document in newest_first(tuple(library.documents.values())))


def shown_number(document: Document) -> str:
    """Return the number under which the document is known: its own, else its carrier's; empty where none is printed."""
    for number in (document.doc_number, document.carrier.doc_number if document.carrier else None):
        if isinstance(number, Numbered):
            return number.value
    return ""


def citation(document: Document, section: str, quote: str) -> str:
    """One sentence that cites the document, or one of its clauses, as an office would."""
    number = shown_number(document)
    where = "".join(f"“{h}”" for h in printed_headings(document, section)[-1:]) if section else ""
    words = f"：“{quote}”" if quote else ""
    return f"《{document.title}》{f'（{number}）' if number else ''}{where}{words}"
