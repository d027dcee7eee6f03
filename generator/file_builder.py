"""The files beside the pages go straight into the site: made apart, on every core, and downloads only where changed (文件的生成).

A download is kept under a name that stands for everything that goes into it, as pages are: see
docs/decisions/page-cache.md. The folder may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import shutil
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from generator.cores import apart, on_all_cores, put, sweep, write_whole
from generator.export.exports import Exports
from generator.index_builder import put_index
from generator.site import Promised, Site

_PROGRAMS = ("python-docx", "xlsxwriter")


def put_files(site: Site, kept: Path, target: Path) -> dict[str, str]:
    """Write the files, the index and the downloads of *site* below *target*, and return what tells each from any other by its path.

    *kept* is the folder of the downloads that earlier builds made. This process holds no content, at no time.
    """
    found: dict[str, str] = {}
    for part in apart(
        partial(put, site.files, target),
        partial(put_index, site.index, target),
        partial(put_downloads, site.downloads, kept, target),
    ):
        found.update(part)
    return found


def put_downloads(downloads: Mapping[str, bytes], kept: Path, target: Path) -> dict[str, str]:
    """Write *downloads* below *target*; what *kept* holds from an earlier build is not made again."""
    exports = downloads.made if isinstance(downloads, Promised) else downloads
    if not isinstance(exports, Exports):
        return put(exports, target)
    edition = _edition()
    names = {path: _name(f"{edition} {exports.digest(path)}") for path in exports}
    for _ in on_all_cores(partial(_make, exports, names, kept, target), list(exports)):
        pass
    sweep(kept, (_place(kept, name) for name in names.values()))
    return names


def _make(exports: Exports, names: Mapping[str, str], kept: Path, target: Path, path: str) -> None:
    """Copy the kept file, made anew where it is not there (any more)."""
    place, copy = _place(kept, names[path]), target / path
    copy.parent.mkdir(parents=True, exist_ok=True)
    try:
        shutil.copyfile(place, copy)
    except FileNotFoundError:
        content = exports[path]
        write_whole(place, content)
        copy.write_bytes(content)


def _place(folder: Path, name: str) -> Path:
    return folder / name[:2] / name


def _name(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


def _edition() -> str:
    """What tells this program and its libraries from any other."""
    digest = hashlib.sha256()
    for name in _PROGRAMS:
        digest.update(importlib.metadata.version(name).encode())
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
