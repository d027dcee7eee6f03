"""What an editor typed is not Markdown: the one place that turns text into markup safe to print (转义).

Pages are Markdown with HTML inside. Characters that mean something to either become numeric references, which both
leave alone; backslashes are not used, because they break inside tables and code.
"""

from __future__ import annotations

import re

from markupsafe import Markup

_SPECIAL = re.compile(r"[&<>\"'\\`*_\[\]{}|~^=$:!()#+]")
_LIST_MARK = re.compile(r"^(\s*)-")
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\ud800-\udfff]"
)
_LIST_NUMBER = re.compile(r"^(\s*\d+)\.")
_TOUCHED = re.compile("|".join((_SPECIAL.pattern, _CONTROL.pattern, r"[\r\n]", r"^\s*(?:-|\d+\.)")))
"""What most texts have nothing of."""


class Md(Markup):
    """Markup that may stand in a page as it is: text that was escaped, or the result of a template."""


def escape(text: str) -> Md:
    """Return *text* as markup that prints exactly *text*, in a Markdown paragraph, a heading or an HTML element.

    Control characters and marks that turn the direction of writing are dropped; line breaks become spaces.
    """
    if not _TOUCHED.search(text):
        return Md(text)
    clean = _CONTROL.sub("", text).replace("\r\n", " ").replace("\n", " ").replace("\r", " ")
    escaped = _SPECIAL.sub(lambda m: f"&#{ord(m.group())};", clean)
    escaped = _LIST_MARK.sub(r"\g<1>&#45;", escaped)
    return Md(_LIST_NUMBER.sub(r"\g<1>&#46;", escaped))
