"""Names that change with the content, so that a browser may keep such a file for ever (内容指纹).

A page and the files it needs then always belong together: a page of an older release asks for the older names.
Single style sheets get the fingerprint in their name, whole folders (modules that import each other, the search
index) in the name of the folder. Files that the theme ships carry one already.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Mapping

FOLDERS = ("assets/js", "search/index")
SHEETS = re.compile(r"assets/[^/]+\.css")
IMMUTABLE = re.compile(
    r"assets/.+\.[0-9a-f]{8}\.(min\.)?(js|css)(\.gz|\.br)?|(assets/js|search/index)-[0-9a-f]{8}/.+"
)
"""Paths from the root of a release whose content never changes; the web server's configuration repeats it."""

_ATTRIBUTE = re.compile(r'(?<==")(?P<path>[^"<>?#:]+)(?P<rest>[?#][^"<>]*)?(?=")')


def fingerprint(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the site with fingerprinted names, and every attribute of its HTML that leads to them changed."""
    renamed = _renamed(files)
    found: dict[str, bytes] = {}
    for path in sorted(files):
        content = files[path]
        if path.endswith(".html"):
            content = _with_new_addresses(path, content.decode(), renamed).encode()
        found[_new_path(path, renamed)] = content
    return found


def _renamed(files: Mapping[str, bytes]) -> dict[str, str]:
    """Old path → new path, of folders and of single files."""
    renamed: dict[str, str] = {}
    for folder in FOLDERS:
        held = {path: files[path] for path in sorted(files) if path.startswith(f"{folder}/")}
        if held:
            renamed[folder] = (
                f"{folder}-{_short(*(part for p, c in held.items() for part in (p.encode(), c)))}"
            )
    for path in sorted(files):
        if SHEETS.fullmatch(path) and not IMMUTABLE.fullmatch(path):
            renamed[path] = f"{path.removesuffix('.css')}.{_short(files[path])}.css"
    return renamed


def _short(*parts: bytes) -> str:
    return hashlib.sha256(b"\0".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()[:8]


def _new_path(path: str, renamed: Mapping[str, str]) -> str:
    """Return where *path* lies now; a folder may be given with its closing slash."""
    for old, new in renamed.items():
        if path == old or path.startswith(f"{old}/"):
            return new + path.removeprefix(old)
    return path


def _with_new_addresses(page: str, html: str, renamed: Mapping[str, str]) -> str:
    """Change the attributes that lead from *page* to a renamed path."""
    here = posixpath.dirname(page)

    def new(match: re.Match[str]) -> str:
        path, rest = match["path"], match["rest"] or ""
        if path.startswith("/"):
            return _from_server_root(path, renamed) + rest
        target = posixpath.normpath(posixpath.join(here, path))
        now = _new_path(target, renamed)
        if now == target:
            return match.group()
        return posixpath.relpath(now, here or ".") + ("/" if path.endswith("/") else "") + rest

    return _ATTRIBUTE.sub(new, html)


def _from_server_root(path: str, renamed: Mapping[str, str]) -> str:
    """The page for unknown addresses names its files from the root of the server, below whatever prefix."""
    for start in (m.end() for m in re.finditer("/", path)):
        now = _new_path(path[start:], renamed)
        if now != path[start:]:
            return path[:start] + now
    return path
