"""New and changed documents as an Atom feed (文件更新订阅, RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from generator import links
from generator.library import Library
from generator.model.document import Document
from generator.views.dates import chinese_date, known_date
from generator.views.documents import shown_number
from generator.views.events import changed_on

ATOM = "http://www.w3.org/2005/Atom"
WHOLE_DATE = 10
ET.register_namespace("", ATOM)


def render_feed(
    title: str, path: str, page: str, library: Library, documents: Iterable[Document], address: str
) -> bytes:
    """Return *documents* as the feed at *path*, the last looked at first; *page* is the page it goes with.

    An entry is updated on the day on which its extract was last looked at, and published on the day that the document
    prints; a document without a printed day has no such element. Links are relative where *address* is unknown.
    """
    ordered = sorted(documents, key=lambda d: d.id)
    ordered.sort(key=lambda d: (changed_on(d), known_date(d) or ""), reverse=True)
    feed = ET.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "zh-CN"})
    _say(feed, "title", title)
    _say(feed, "id", _name(path))
    _say(feed, "updated", _moment(max(changed_on(d) for d in ordered)))
    _say(ET.SubElement(feed, f"{{{ATOM}}}author"), "name", "政策手册")
    _link(feed, "alternate", "text/html", _way(path, page, address))
    _link(feed, "self", "application/atom+xml", _way(path, path, address))
    for document in ordered:
        _entry(feed, path, library, document, address)
    ET.indent(feed, " ")
    written: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _entry(feed: ET.Element, path: str, library: Library, document: Document, address: str) -> None:
    region = library.vocabulary.regions.get(document.region)
    printed = known_date(document)
    entry = ET.SubElement(feed, f"{{{ATOM}}}entry")
    _say(entry, "title", document.title)
    _say(entry, "id", _name(document.id))
    _say(entry, "updated", _moment(changed_on(document)))
    if printed is not None and len(printed) == WHOLE_DATE:
        _say(entry, "published", _moment(printed))
    url = links.document(document.id)
    _link(entry, "alternate", "text/html", _way(path, url, address))
    for word in (document.status.value, document.type, region.short if region else document.region):
        ET.SubElement(entry, f"{{{ATOM}}}category", {"term": word})
    _say(entry, "summary", document.answer)
    date = f"成文日期：{chinese_date(printed) if printed else '文中未载明'}"
    number = f"文号：{shown_number(document) or '文中未载明'}"
    _say(
        entry,
        "content",
        f"状态：{document.status.value}。{document.status.basis}\n{number}\n{date}\n{document.answer}",
    )


def _say(parent: ET.Element, name: str, words: str) -> None:
    ET.SubElement(parent, f"{{{ATOM}}}{name}").text = words


def _link(parent: ET.Element, rel: str, type_: str, href: str) -> None:
    ET.SubElement(parent, f"{{{ATOM}}}link", {"rel": rel, "type": type_, "href": href})


def _way(here: str, there: str, address: str) -> str:
    return address + there if address else links.relative(here, there)


def _name(what: str) -> str:
    """Return a name that stays the same wherever the site is put."""
    return uuid5(NAMESPACE_URL, f"policy-handbook/{what}").urn


def _moment(day: str) -> str:
    """Return the beginning of *day* in China as RFC 3339."""
    return f"{day}T00:00:00+08:00"
