"""How a clause and each of its facts are cited, and where a fault in them is reported (引用、纠错)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from generator import links
from generator.library import Library
from generator.model.document import Document, Provision
from generator.problems import Location
from generator.settings import Settings
from generator.views.documents import citation
from generator.views.places import clause_label

_LINE_BREAK = "\r\n"
"""How a mailto link breaks lines (RFC 6068)."""


@dataclass(frozen=True)
class CitationView:
    """One sentence to cite, its anchor on the page of the document, and the ways to report a fault ("" where unset)."""

    label: str
    anchor: str
    sentence: str
    edit_url: str
    mail_url: str


@dataclass(frozen=True)
class ProvisionCitations:
    """The citation of a clause, then those of its facts in the order of the text."""

    clause: CitationView
    facts: tuple[CitationView, ...]


def view_citations(
    library: Library, document: Document, settings: Settings, lines: Mapping[str, Location]
) -> Mapping[str, ProvisionCitations]:
    """Return the citations of each clause of *document* by its id; *lines* are the places of clauses and facts."""
    return {p.id: _provision(document, p, settings, lines) for p in document.provisions}


def _provision(
    document: Document, provision: Provision, settings: Settings, lines: Mapping[str, Location]
) -> ProvisionCitations:
    def view(id_: str, label: str, url: str, words: str) -> CitationView:
        where = lines.get(f"{document.id}/{id_}")
        return CitationView(
            label,
            url.partition("#")[2],
            citation(document, provision.section, words),
            _edit_url(settings, where),
            _mail_url(settings, document, provision, label, url),
        )

    quotes = "；".join(dict.fromkeys(fact.quote for fact in provision.facts))
    return ProvisionCitations(
        view(provision.id, provision.title, links.provision(document.id, provision.id), quotes),
        tuple(
            view(fact.id, f"{fact.label} {fact.value}", links.fact(document.id, fact.id), fact.quote)
            for fact in provision.facts
        ),
    )


def _edit_url(settings: Settings, where: Location | None) -> str:
    if not settings.edit_url or where is None:
        return ""
    return settings.edit_url.replace("{file}", quote(where.file)).replace("{line}", str(where.line))


def _mail_url(settings: Settings, document: Document, provision: Provision, label: str, url: str) -> str:
    """A letter with everything in it but what is wrong; the page puts the whole address in place of the path."""
    if not settings.feedback_mail:
        return ""
    clause = clause_label(document, provision.section)
    subject = f"政策手册纠错：{document.short_title} {clause}"
    lines = (
        f"文件：《{document.title}》",
        f"条款：{clause} {provision.title}",
        f"内容：{label}",
        f"网址：{url}",
        "",
        "哪里有误：",
        "",
    )
    to = quote(settings.feedback_mail, safe="@")
    return f"mailto:{to}?subject={quote(subject)}&body={quote(_LINE_BREAK.join(lines))}"
