"""The pages of documents: their list, each with its original, where former ids lead, what they refer to (文件)."""

from __future__ import annotations

from collections.abc import Mapping

from generator import links
from generator.disclosure import shows_original
from generator.library import Library
from generator.model.document import Document
from generator.problems import Location
from generator.render.page_set import Crumb, Pages
from generator.settings import Settings
from generator.sources.original import view_original
from generator.sources.proof import Proof
from generator.views.checks import view_check
from generator.views.citations import view_citations
from generator.views.document_page import view_document
from generator.views.documents import view_documents
from generator.views.legislation import view_legislation
from generator.views.paper import view_paper
from generator.views.references import ReferenceRow, view_references
from generator.views.shelves import MOST, Way


def add_document_pages(
    pages: Pages,
    library: Library,
    proofs: Mapping[str, Proof],
    today: str,
    settings: Settings,
    lines: Mapping[str, Location],
) -> None:
    """Add the list of documents, the page of each with its original, and a page that leads on for each former id."""
    pages.add(
        links.DOCUMENTS,
        "documents.md.j2",
        title="文件",
        section="文件",
        rows=view_documents(library)[:MOST],
        total=len(library.documents),
    )
    for document in library.documents.values():
        add_document_page(pages, library, proofs, document, today, settings, lines)


def add_document_page(
    pages: Pages,
    library: Library,
    proofs: Mapping[str, Proof],
    document: Document,
    today: str,
    settings: Settings,
    lines: Mapping[str, Location],
) -> None:
    """Add the page of *document*, its original where that may be shown, and a page that leads on for each former id."""
    proof = proofs.get(document.id)
    original = view_original(proof) if proof is not None and shows_original(document) else None
    view = view_document(library, document, view_check(library, document, proofs), original, today)
    crumbs: tuple[Crumb, ...] = (("文件", links.DOCUMENTS), (view.row.region, view.region_url))
    if original is not None:
        pages.add(
            links.original(document.id),
            "original.md.j2",
            title=f"{document.title}（原文）",
            section="文件",
            crumbs=(*crumbs, (document.short_title, links.document(document.id)), ("原文", None)),
            status=document.status.value,
            view=view,
            original=original,
        )
    pages.add(
        links.document(document.id),
        "document.md.j2",
        title=document.title,
        section="文件",
        crumbs=(*crumbs, (document.short_title, None)),
        status=document.status.value,
        view=view,
        citations=view_citations(library, document, settings, lines),
        paper=view_paper(library, document, settings.address),
        description=document.answer,
        legislation=view_legislation(library, document),
    )
    for former in document.former_ids:
        pages.add(
            links.document(former),
            "moved.md.j2",
            title=document.title,
            section="文件",
            redirect=links.document(document.id),
            view=view,
        )


def add_reference_pages(pages: Pages, library: Library) -> None:
    """Add the documents that others refer to, on as many pages as they need."""
    by_page: dict[str, list[ReferenceRow]] = {links.REFERENCES: []}
    for row in view_references(library):
        by_page.setdefault(row.page, []).append(row)
    others = [url for url in by_page if url != links.REFERENCES]
    found = tuple(Way(f"第 {n} 页", url, len(by_page[url])) for n, url in enumerate(others, start=2))
    for url, rows in by_page.items():
        pages.add(
            url,
            "references.md.j2",
            title="被引文件",
            section="文件",
            hide=("toc",),
            crumbs=(("文件", links.DOCUMENTS), ("被引文件", None)),
            rows=rows,
            ways=found if url == links.REFERENCES else (),
            part=url != links.REFERENCES,
        )
