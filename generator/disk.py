"""Reading the folders of the handbook and writing the results: what the commands and the plugin do to files (磁盘)."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from importlib.metadata import version
from mmap import mmap
from pathlib import Path

import yaml

from generator import settings
from generator.kept import Readings
from generator.policy_files import part_of
from generator.settings import Settings

READINGS = ".cache/readings"
SOURCES_VARIABLE = "HANDBOOK_SOURCES"
EPOCH_VARIABLE = "SOURCE_DATE_EPOCH"


def build_day(today: date) -> str:
    """Return the day that SOURCE_DATE_EPOCH names (seconds, UTC), else *today*, as ISO text.

    https://reproducible-builds.org/specs/source-date-epoch/
    """
    epoch = os.environ.get(EPOCH_VARIABLE, "")
    chosen = datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdecimal() else today
    return chosen.isoformat()


class Snapshot(Mapping[str, bytes]):
    """Files by path as they were when they were read, in memory of their own that the system gets back when they are not needed.

    That of thousands of small values would stay with the process, as holes between what is made from them.
    """

    def __init__(self, files: Iterable[tuple[str, bytes]]) -> None:
        content = bytearray()
        self._places: dict[str, slice] = {}
        for path, raw in files:
            self._places[path] = slice(len(content), len(content) + len(raw))
            content += raw
        self._content = mmap(-1, len(content) or 1)
        self._content[: len(content)] = memoryview(content)

    def __getitem__(self, path: str) -> bytes:
        return self._content[self._places[path]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def read_policies(root: Path) -> Snapshot:
    """Return the files under root/policies by their path from *root*, sorted.

    Source texts are left out, and names that begin with _ or a dot. Of a file that is no extract, record or vocabulary only
    the name is returned, so that it can be told of. Links are not followed, so that nothing outside the folder is read.
    """
    return Snapshot(_policies(root))


def _policies(root: Path) -> Iterator[tuple[str, bytes]]:
    folder = root / "policies"
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        hidden = relative.parts[0] == "sources" or any(part.startswith((".", "_")) for part in relative.parts)
        if hidden or path.is_symlink() or not path.is_file():
            continue
        name = path.relative_to(root).as_posix()
        yield name, path.read_bytes() if part_of(name) else b""


def sources_folder(root: Path, given: str | None = None) -> Path | None:
    """Return the folder of the source texts: --sources, else policies/sources, else HANDBOOK_SOURCES; None if there is none."""
    candidates = [given, str(root / "policies" / "sources"), os.environ.get(SOURCES_VARIABLE)]
    return next((Path(c) for c in candidates if c and Path(c).is_dir()), None)


def missing_sources() -> str:
    """Return what HANDBOOK_SOURCES says where that is no folder, else nothing: a slip there leaves every quote unchecked."""
    named = os.environ.get(SOURCES_VARIABLE, "")
    return "" if not named or Path(named).is_dir() else named


def read_sources(folder: Path | None) -> dict[str, str]:
    """Return the source texts in *folder* by file name.

    A byte that isn't UTF-8 stays in the text as a lone surrogate (PEP 383), so that checking can tell where it stands.
    """
    if folder is None:
        return {}
    texts: dict[str, str] = {}
    for path in sorted(folder.glob("*.txt")):
        outside = path.is_symlink() and not path.resolve().is_relative_to(folder.resolve())
        if outside or not path.is_file():
            continue
        texts[path.name] = path.read_bytes().decode("utf-8", "surrogateescape")
    return texts


def read_tree(folder: Path) -> dict[str, bytes]:
    """Return every file under *folder* by its relative path, sorted; links and devices are left out."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }


OURS = ("api/v1/documents.json", "assets/handbook.css")
"""Files by which a folder is known to hold an earlier site."""


def check_output(folder: Path, root: Path) -> None:
    """Raise ValueError unless everything in *folder* may be replaced: it is new, empty, or holds an earlier site.

    Whatever does not belong to the site is deleted there; a slip of the finger must not delete a home or the handbook.
    """
    place = folder.resolve()
    if root.resolve().is_relative_to(place):
        raise ValueError(f"输出文件夹 {folder} 里有手册本身，请换一个")
    if place.is_dir() and any(place.iterdir()) and not all((place / name).is_file() for name in OURS):
        raise ValueError(f"输出文件夹 {folder} 里有别的文件，生成时会被删掉；请换一个空的")


class _Folder:
    """Texts kept as files of a folder; written in one step, as another program may read them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, name: str) -> str | None:
        try:
            return (self._folder / name[:2] / name).read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            return None

    def begins(self, name: str, words: str) -> bool:
        wanted = words.encode()
        try:
            with (self._folder / name[:2] / name).open("rb", buffering=0) as file:
                return file.read(len(wanted)) == wanted
        except OSError:
            return False

    def put(self, name: str, text: str) -> None:
        target = self._folder / name[:2] / name
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            handle, scratch = tempfile.mkstemp(dir=target.parent)
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
                file.write(text)
            Path(scratch).replace(target)
        except OSError:
            return  # a folder that can't be written keeps nothing


def kept_readings(root: Path) -> Readings:
    """Return the readings kept in root/.cache/readings, which may be deleted at any time."""
    return Readings(_Folder(root / READINGS), program_edition(("pydantic", "pyyaml")))


def program_edition(libraries: Iterable[str], endings: Iterable[str] = (".py",)) -> str:
    """Return what tells this program, its *libraries* and this Python from any other.

    Of the program its files with one of *endings* count, their names and all they hold.
    """
    digest = hashlib.sha256(sys.version.encode())
    program, kinds = Path(__file__).parent, set(endings)
    for path in sorted(path for path in program.rglob("*") if path.suffix in kinds and path.is_file()):
        digest.update(path.relative_to(program).as_posix().encode())
        digest.update(path.read_bytes())
    for library in libraries:
        digest.update(f"{library} {version(library)}".encode())
    return digest.hexdigest()


def write_tree(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write *files* under *folder*, each by its relative path; a path that leaves the folder is refused with ValueError."""
    base = folder.resolve()
    for name, content in files.items():
        target = (base / name).resolve()
        if not target.is_relative_to(base) or target == base:
            raise ValueError(f"路径越出输出文件夹：{name}")
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.is_file() or target.read_bytes() != content:
            target.write_bytes(content)


def remove_files(folder: Path, names: Iterable[str]) -> None:
    """Delete the files *names* under *folder*; a name that leaves the folder is refused with ValueError."""
    base = folder.resolve()
    for name in names:
        target = (base / name).resolve()
        if not target.is_relative_to(base):
            raise ValueError(f"路径越出文件夹：{name}")
        target.unlink(missing_ok=True)


def remove_stale(folder: Path, keep: Iterable[str]) -> None:
    """Delete the files under *folder* that are not in *keep*, and folders left empty."""
    wanted = set(keep)
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_file() and path.relative_to(folder).as_posix() not in wanted:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()


def read_settings(root: Path) -> Settings:
    """Return what root/mkdocs.yml says under extra.handbook; MkDocs itself is not needed for it."""
    file = root / "mkdocs.yml"
    if not file.is_file():
        return Settings()
    loader = yaml.CBaseLoader(file.read_text(encoding="utf-8"))
    try:
        content = loader.get_single_data()
    finally:
        loader.dispose()
    extra = content.get("extra") if isinstance(content, dict) else None
    return settings.read_settings(extra.get("handbook") if isinstance(extra, dict) else None)


STYLESHEETS = "assets/css/"
"""Folder of the style sheets below docs/; the site gets them as one file."""


def read_stylesheets(root: Path) -> dict[str, str]:
    """Return the style sheets of docs/assets/css by base name, sorted."""
    folder = root / "docs" / STYLESHEETS
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.css"))}


def read_static(root: Path) -> dict[str, bytes]:
    """Return the hand-written files below docs/assets that a page may fetch, by their path from docs/, sorted."""
    folder = root / "docs"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted((folder / "assets").rglob("*"))
        if path.is_file() and not path.relative_to(folder).as_posix().startswith(STYLESHEETS)
    }
