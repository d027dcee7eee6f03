"""What a folder or a web server holds, against its manifest (核对)."""

from __future__ import annotations

import hashlib
import posixpath
import re
import zlib
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import quote, unquote, urljoin, urlsplit
from urllib.request import Request, build_opener

import brotli

from generator.publish.manifest import MANIFEST, UNLISTED, Difference, compare, digest, read_manifest
from generator.publish.shell import PublishError

_LINK = re.compile(rb'\s(?:href|src)="([^"#?]+)')
_ENCODINGS = {".gz": "gzip", ".br": "br"}
NOT_FOUND = "404.html"
"""The page that comes with status 404, whatever address is asked for."""
TIMEOUT = 30
"""Seconds to wait for an answer of the server."""


def verify_folder(folder: Path) -> tuple[int, Difference]:
    """Compare every file below *folder* with its manifest; return how many it lists, and the difference.

    A folder that publishing made is looked at where `current` leads. Links count as extra, they are never followed.
    """
    root = folder / "current" if (folder / "current" / MANIFEST).is_file() else folder
    try:
        listed = read_manifest((root / MANIFEST).read_bytes())
    except FileNotFoundError:
        raise PublishError(f"{folder} 里没有 {MANIFEST}") from None
    held = {path.relative_to(root).as_posix(): _digest_of(path) for path in _files(root.resolve(), root)}
    return len(listed), compare(listed, held)


def _files(root: Path, shown: Path) -> Iterable[Path]:
    for path in sorted(root.rglob("*")):
        if path.is_symlink() or not path.is_dir():
            yield shown / path.relative_to(root)


def _digest_of(path: Path) -> str:
    if path.is_symlink() or not path.is_file():
        return ""
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


@dataclass(frozen=True)
class Answer:
    """What a server said: status, content encoding, body as sent."""

    status: int
    encoding: str
    body: bytes


Fetch = Callable[[str, str], Answer]
"""(address, accepted encoding) → answer."""


def fetch(address: str, accept: str) -> Answer:
    """Ask a web server; an error page is an answer too. PublishError if there is none."""
    request = Request(address, headers={"Accept-Encoding": accept, "Cache-Control": "no-cache"})
    try:
        with build_opener().open(request, timeout=TIMEOUT) as answer:
            return Answer(answer.status, answer.headers.get("Content-Encoding", ""), answer.read())
    except HTTPError as error:
        with error:
            return Answer(error.code, error.headers.get("Content-Encoding", ""), error.read())
    except (URLError, HTTPException, OSError) as error:
        raise PublishError(f"{address} 没有回答：{getattr(error, 'reason', error)}") from None


def verify_server(address: str, ask: Fetch = fetch) -> tuple[int, Difference]:
    """Compare what the server at *address* sends, plain and compressed, with the manifest it sends.

    A server can't be asked for all it has: extra are the addresses that its pages link to and the manifest lacks.
    """
    base = address if address.endswith("/") else address + "/"
    answer = ask(base + MANIFEST, "identity")
    if answer.status != 200:
        raise PublishError(f"{base}{MANIFEST} 取不到（{answer.status}）")
    listed = read_manifest(answer.body)
    changed: set[str] = set()
    missing: set[str] = set()
    linked: set[str] = set()

    def look(path: str) -> None:
        suffix = next((s for s in _ENCODINGS if path.endswith(s) and path.removesuffix(s) in listed), "")
        encoding = _ENCODINGS.get(suffix, "identity")
        got = ask(base + quote(_public(path.removesuffix(suffix))), encoding)
        expected = 404 if path.removesuffix(suffix) == NOT_FOUND else 200
        if got.status not in (200, expected):
            missing.add(path)
        elif suffix and got.encoding == encoding:
            changed.update([path] if digest(got.body) != listed[path] else [])
        elif digest(_plain(got)) != listed[path.removesuffix(suffix)]:
            changed.add(path)
        if path.endswith(".html"):
            linked.update(_linked(base, path, got.body))

    with ThreadPoolExecutor(4) as workers:
        list(workers.map(look, sorted(listed)))
    known = set(listed) | UNLISTED
    extra = {path for path in linked if path not in known and f"{path}index.html" not in known and path != ""}
    extra = {path for path in extra if ask(base + quote(path), "identity").status == 200}
    return len(listed), Difference(tuple(sorted(changed)), tuple(sorted(missing)), tuple(sorted(extra)))


def _public(path: str) -> str:
    """The address of a page is its folder."""
    return path.removesuffix("index.html") if posixpath.basename(path) == "index.html" else path


def _plain(answer: Answer) -> bytes:
    try:
        match answer.encoding:
            case "gzip":
                return zlib.decompress(answer.body, wbits=31)
            case "br":
                return bytes(brotli.decompress(answer.body))
            case _:
                return answer.body
    except (zlib.error, brotli.error):
        return b""


def _linked(base: str, page: str, html: bytes) -> set[str]:
    """Paths below *base* that the page links to."""
    found: set[str] = set()
    for match in _LINK.finditer(html):
        target = urljoin(base + page, match.group(1).decode("utf-8", "replace"))
        if target.startswith(base) and urlsplit(target).scheme in ("http", "https"):
            found.add(unquote(target.removeprefix(base)))
    return found
