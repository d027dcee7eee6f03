"""lunr.js of the installed mkdocs package as an ES module, for the worker of the page."""

import re
from importlib.util import find_spec
from pathlib import Path

PLACE = "contrib/search/templates/search/lunr.js"


def lunr_script() -> str:
    """Return lunr.js as mkdocs ships it, without its long comments (but with its licence).

    Raises FileNotFoundError where mkdocs is not installed or no longer brings lunr.
    """
    package = find_spec("mkdocs")
    if package is None or package.origin is None:
        raise FileNotFoundError("mkdocs, which brings lunr.js, is not installed")
    text = (Path(package.origin).parent / PLACE).read_text("utf-8")
    licence, rest = text.split("*/", 1)
    bare = re.sub(r"^[ \t]*/\*.*?\*/[ \t]*\n", "", rest, flags=re.DOTALL | re.MULTILINE)
    return f"{licence}*/{bare.replace('}(this, function', '}(globalThis, function').replace('})(this)', '})(globalThis)')}"


def lunr_module() -> bytes:
    """Return lunr as an ES module with a default export."""
    return (lunr_script() + "\nexport default globalThis.lunr;\n").encode()
