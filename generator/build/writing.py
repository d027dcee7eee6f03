"""Files put into the site, and results kept by content between builds (写文件)."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path


def write_whole(path: Path, pieces: Iterable[bytes]) -> None:
    """Write *pieces* to *path* in one step, as another build may read it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.writelines(pieces)
    Path(name).replace(path)


def put(files: Mapping[str, bytes], target: Path) -> dict[str, str]:
    """Write *files* below *target*, and return what tells each from any other by its path."""
    return {path: put_pieces((files[path],), target / path) for path in files}


def put_pieces(pieces: Iterable[bytes], place: Path) -> str:
    """Write *pieces* to *place*, and return what tells the file from any other."""
    digest = hashlib.sha256()
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("wb") as file:
        for piece in pieces:
            file.write(piece)
            digest.update(piece)
    return digest.hexdigest()


def sweep(folder: Path, used: Iterable[Path]) -> None:
    """Delete the files of *folder* that a build did not use."""
    kept = set(used)
    for path in folder.glob("*/*"):
        if path not in kept:
            path.unlink(missing_ok=True)
