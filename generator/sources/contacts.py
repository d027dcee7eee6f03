"""Contact blocks of a source: the lines that name persons, telephones, addresses of mail (联系方式)."""

from __future__ import annotations

import re

CONTACT_LINE = re.compile(
    r"^[^\n]*?(?:联\s*系\s*人|联系电话|联系方式|电子邮箱|传\s*真\s*[:：])[^\n]*$", re.MULTILINE
)
"""A line of a contact block; it is never published and its numerals need no fact."""


def contact_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return the offsets of contact lines in *text*, in order."""
    return tuple(match.span() for match in CONTACT_LINE.finditer(text))
