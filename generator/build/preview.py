"""A site that is read straight from a folder, without a web server: links name a page, not the folder it lies in (预览)."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from urllib.parse import unquote

_LINK = re.compile(r'((?:\s(?:href|action)="|\scontent="0; url=))([^"?#&:/][^"?#&:]*)(?=["?#&])')


def open_from_folder(site: Path) -> None:
    """Let every link of the pages below *site* that leads to a folder lead to the page in it; all else stays as it is.

    A browser that opens documents/x/ from a disk lists the folder. Scripts, which it refuses there, are not needed to read.
    """
    holds_page = cache(lambda folder: (folder / "index.html").is_file())
    for page in sorted(site.rglob("*.html")):
        folder = page.parent

        def named(link: re.Match[str], folder: Path = folder) -> str:
            path = link[2]
            if path.rpartition("/")[2] in ("", ".", "..") and holds_page((folder / unquote(path)).resolve()):
                path = f"{path.rstrip('/')}/index.html"
            return link[1] + path

        page.write_text(_LINK.sub(named, page.read_text("utf-8")), "utf-8")
