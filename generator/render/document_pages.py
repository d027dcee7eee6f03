"""The pages of documents: their list, each with its original, where former ids lead, what they refer to (文件)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator import links
from generator.disclosure import shows_original
from generator.export import lists
from generator.library import Library
from generator.model.document import Document
from generator.problems import Location
from generator.render.page_set import Crumb, Page, Pages, page
from generator.settings import Settings
from generator.sources.original import Original, view_original
from generator.sources.proof import Proof
from generator.views.checks import view_check
from generator.views.citations import view_citations
from generator.views.document_page import DocumentView, view_document
from generator.views.documents import view_documents
from generator.views.legislation import view_legislation
from generator.views.paper import view_paper
from generator.views.references import reference_ways, view_references
from generator.views.shelves import MOST


@dataclass(frozen=True)
class DocumentPages:
    """What the pages of all documents are made from; each method makes one page of one document."""

    library: Library
    proofs: Mapping[str, Proof]
    today: str
    settings: Settings
    lines: Mapping[str, Location]

    def add(self, pages: Pages, document: Document) -> None:
        """Add the page of *document*, its original where that may be shown, and a page that leads on for each former id."""
        if self._shows_original(document):
            pages.add(links.original(document.id), self.original, document)
        pages.add(links.document(document.id), self.document, document)
        for former in document.former_ids:
            pages.add(links.document(former), self.moved, document)

    def document(self, document: Document) -> Page:
        """Return the page of *document*."""
        view, _ = self._view(document)
        return page(
            "document.md.j2",
            title=document.title,
            section="文件",
            crumbs=(*_crumbs(view), (document.short_title, None)),
            status=document.status.value,
            view=view,
            parts=lists.parts(links.document(document.id), lists.document_cuts(document)),
            citations=view_citations(self.library, document, self.settings, self.lines),
            paper=view_paper(self.library, document, self.settings.address),
            description=document.answer,
            legislation=view_legislation(self.library, document),
        )

    def original(self, document: Document) -> Page:
        """Return the page of the source text of *document*."""
        view, original = self._view(document)
        return page(
            "original.md.j2",
            title=f"{document.title}（原文）",
            section="文件",
            crumbs=(*_crumbs(view), (document.short_title, links.document(document.id)), ("原文", None)),
            status=document.status.value,
            view=view,
            original=original,
        )

    def moved(self, document: Document) -> Page:
        """Return the page that leads from a former address to that of *document*."""
        view, _ = self._view(document)
        return page(
            "moved.md.j2",
            title=document.title,
            section="文件",
            redirect=links.document(document.id),
            view=view,
        )

    def _view(self, document: Document) -> tuple[DocumentView, Original | None]:
        original = view_original(self.proofs[document.id]) if self._shows_original(document) else None
        check = view_check(self.library, document, self.proofs)
        return view_document(self.library, document, check, original, self.today), original

    def _shows_original(self, document: Document) -> bool:
        return document.id in self.proofs and shows_original(document)


def add_document_pages(pages: Pages, made: DocumentPages) -> None:
    """Add the list of documents, the page of each with its original, and a page that leads on for each former id."""
    pages.add(links.DOCUMENTS, _documents, made.library)
    for document in made.library.documents.values():
        made.add(pages, document)


def add_reference_pages(pages: Pages, library: Library) -> None:
    """Add the documents that others refer to, on as many pages as they need."""
    for url in (links.REFERENCES, *(way.url for way in reference_ways(library))):
        pages.add(url, _references, library, url)


def _documents(library: Library) -> Page:
    return page(
        "documents.md.j2",
        title="文件",
        section="文件",
        rows=view_documents(library)[:MOST],
        total=len(library.documents),
    )


def _crumbs(view: DocumentView) -> tuple[Crumb, ...]:
    return ("文件", links.DOCUMENTS), (view.row.region, view.region_url)


def _references(library: Library, url: str) -> Page:
    return page(
        "references.md.j2",
        title="被引文件",
        section="文件",
        hide=("toc",),
        crumbs=(("文件", links.DOCUMENTS), ("被引文件", None)),
        rows=view_references(library, url),
        ways=reference_ways(library) if url == links.REFERENCES else (),
        part=url != links.REFERENCES,
    )
