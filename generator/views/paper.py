"""What a printed document page says at its end: what it is, from where, and how to get back (纸面落款)."""

from __future__ import annotations

from dataclasses import dataclass

import segno

from generator import links
from generator.library import Library
from generator.model.base import Printed
from generator.model.document import Document
from generator.views.dates import chinese_date
from generator.views.documents import shown_number


@dataclass(frozen=True)
class Paper:
    """The lines of the end, label and words, and the address as a QR code (SVG; empty where the site has no address)."""

    lines: tuple[tuple[str, str], ...]
    code: str


def view_paper(library: Library, document: Document, address: str) -> Paper:
    """Return the end of *document* on paper; *address* is where the site is published, with a slash behind it, or empty."""
    departments = library.vocabulary.departments
    issuers = "、".join(departments[i.org].name for i in document.issuers if i.org in departments)
    url = document.source.url
    page = address + links.document(document.id)
    return Paper(
        (
            ("文件", document.title),
            ("状态", f"{document.status.value}（核对于{chinese_date(document.status.as_of)}）"),
            ("文号", shown_number(document) or "文中未载明"),
            ("来源", issuers + (f"，{url.value}" if isinstance(url, Printed) else "")),
            ("网址" if address else "本站路径", page),
        ),
        code(page) if address else "",
    )


def code(address: str) -> str:
    """Return *address* as a QR code: an SVG without colours of its own, that style sheets size; its name says what it is."""
    made = segno.make(address, error="m", micro=False)
    drawn = made.svg_inline(
        omitsize=True, svgclass="hb-code", lineclass=None, title="本页网址的二维码", dark="#000"
    )
    return drawn.replace('stroke="#000"', 'stroke="currentColor"')
