"""The files beside the pages go straight into the site: made apart, on every core, and downloads only where changed (文件的生成).

A download is kept under a name that stands for everything that goes into it, as pages are: see
docs/decisions/page-cache.md. The folder may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from generator.build.cores import apart, on_all_cores
from generator.build.index import put_index
from generator.build.writing import put, put_pieces, sweep, write_whole
from generator.disk import program_edition
from generator.export.exports import Exports
from generator.site import Promised, Site

_PROGRAMS = ("python-docx", "xlsxwriter")
_CHUNK = 4


def put_files(site: Site, kept: Path, target: Path) -> dict[str, str]:
    """Write the files, the index and the downloads of *site* below *target*, and return what tells each from any other by its path.

    *kept* is the folder of the downloads that earlier builds made. This process holds no content, at no time.
    """
    found: dict[str, str] = {}
    for part in apart(
        partial(_put_exports, site.files, target),
        partial(put_index, site.index, target),
        partial(put_downloads, site.downloads, kept, target),
    ):
        found.update(part)
    return found


def _put_exports(files: Mapping[str, bytes], target: Path) -> dict[str, str]:
    exports = _promised(files)
    if not isinstance(exports, Exports):
        return put(exports, target)
    parts = (arrange() for arrange in exports.parts())
    return {path: put_pieces(part.pieces(path), target / path) for part in parts for path in part}


def _promised(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    return files.made if isinstance(files, Promised) else files


def put_downloads(downloads: Mapping[str, bytes], kept: Path, target: Path) -> dict[str, str]:
    """Write *downloads* below *target*; what *kept* holds from an earlier build is not made again."""
    exports = _promised(downloads)
    if not isinstance(exports, Exports):
        return put(exports, target)
    names: dict[str, str] = {}
    for made in on_all_cores(
        partial(_make_part, program_edition(_PROGRAMS), kept, target), exports.parts(), _CHUNK
    ):
        names.update(made)
    sweep(kept, (_place(kept, name) for name in names.values()))
    return names


def _make_part(edition: str, kept: Path, target: Path, arrange: Callable[[], Exports]) -> dict[str, str]:
    """Put the files of one part, and return their names by path."""
    exports = arrange()
    names = {path: _name(f"{edition} {exports.digest(path)}") for path in exports}
    for path, name in names.items():
        _make(exports, path, _place(kept, name), target / path)
    return names


def _make(exports: Exports, path: str, place: Path, copy: Path) -> None:
    """Copy the kept file, made anew where it is not there (any more)."""
    copy.parent.mkdir(parents=True, exist_ok=True)
    try:
        shutil.copyfile(place, copy)
    except FileNotFoundError:
        write_whole(place, exports.pieces(path))
        shutil.copyfile(place, copy)


def _place(folder: Path, name: str) -> Path:
    return folder / name[:2] / name


def _name(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
