"""Downloads are made on every core, and only those whose values changed (下载文件的生成).

What is made is kept under a name that stands for everything that goes into it, as pages are: see
docs/decisions/page-cache.md. The folder may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from generator.cores import on_all_cores, sweep, write_whole
from generator.export.exports import Exports

_PROGRAMS = ("python-docx", "xlsxwriter")


def made_downloads(downloads: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """Return the content of *downloads* by path; what *folder* holds from an earlier build is not made again."""
    if not isinstance(downloads, Exports):
        return dict(downloads)
    edition = _edition()
    places = {path: _place(folder, f"{edition} {downloads.digest(path)}") for path in downloads}
    lacking = [path for path, place in places.items() if not place.is_file()]
    for _ in on_all_cores(partial(_keep, downloads, places), lacking):
        pass
    sweep(folder, places.values())
    return {path: _content(downloads, path, place) for path, place in places.items()}


def _keep(downloads: Mapping[str, bytes], places: Mapping[str, Path], path: str) -> None:
    write_whole(places[path], downloads[path])


def _content(downloads: Mapping[str, bytes], path: str, place: Path) -> bytes:
    """The kept file, made anew where it is not there (any more)."""
    try:
        return place.read_bytes()
    except FileNotFoundError:
        return downloads[path]


def _place(folder: Path, key: str) -> Path:
    name = hashlib.sha256(key.encode()).hexdigest()
    return folder / name[:2] / name


def _edition() -> str:
    """What tells this program and its libraries from any other."""
    digest = hashlib.sha256()
    for name in _PROGRAMS:
        digest.update(importlib.metadata.version(name).encode())
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
