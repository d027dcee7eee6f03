"""One stylesheet out of one file per component, so that a page asks for a single file."""

from collections.abc import Mapping

FIRST = ("tokens.css", "material.css", "base.css", "layout.css")
LAST = ("print.css",)


def concatenate(files: Mapping[str, str]) -> str:
    """Join style sheets, *files* by base name, into the text of ``handbook.css``.

    Order: variables, what is kept of Material, text and frame first, then the components by name, paper last, so that what is general never
    overrides what is particular. Ends every file with a line break; an absent file is simply not there.
    """
    middle = sorted(name for name in files if name not in FIRST + LAST)
    order = [name for name in (*FIRST, *middle, *LAST) if name in files]
    return "".join(files[name].rstrip("\n") + "\n" for name in order)
