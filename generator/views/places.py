"""How a place in a document is called: 二（七）2, 第四部分, 附件2 四（十三） (条款号)."""

from __future__ import annotations

import re

from generator.library import section_path
from generator.model.document import Document

_TRIM = re.compile(r"[、．.\s]+$")


def clause_label(document: Document, section: str) -> str:
    """Return the short name of *section*, built from its printed labels; a chapter alone is 第…部分."""
    path = section_path(document, section)
    labels = [_TRIM.sub("", entry.label) for entry in path if entry.label]
    if not labels:
        return path[-1].title if path else ""
    annex = labels[0] if labels[0].startswith("附件") else ""
    inner = labels[1:] if annex else labels
    paragraph = inner.pop() if inner and inner[-1].startswith("第") and inner[-1].endswith("段") else ""
    name = f"第{inner[0]}部分" if len(inner) == 1 and not annex else "".join(inner)
    return " ".join(part for part in (annex, name + paragraph) if part)


def printed_headings(document: Document, section: str) -> tuple[str, ...]:
    """Return the printed headings from the outermost to *section*, label and title together."""
    return tuple(
        heading(entry.label, entry.title)
        for entry in section_path(document, section)
        if entry.printed == "是"
    )


def heading(label: str, title: str) -> str:
    """Join a printed label and its title: 二、主要任务; 10. 建设… and 附件2 起草说明 with a space between them."""
    return f"{label} {title}" if label.endswith(".") or label.startswith("附件") else f"{label}{title}"
