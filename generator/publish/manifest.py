"""The manifest of a release: one SHA-256 per file, in the form that `sha256sum -c` reads (校验清单)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

MANIFEST = "manifest.sha256"
SIGNATURE = "manifest.sha256.sig"
UNLISTED = frozenset({MANIFEST, SIGNATURE})
"""Files of a release that its manifest can't name."""

_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f\\]")

Digests = Mapping[str, str]
"""SHA-256 in hex by path from the root of the release."""


class ManifestError(ValueError):
    """What should be a manifest is none, or can't become one."""


@dataclass(frozen=True)
class Difference:
    """What a folder or a server holds, against its manifest: sorted paths."""

    changed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changed or self.missing or self.extra)


def digest(content: bytes) -> str:
    """Return the SHA-256 of *content* in hex."""
    return hashlib.sha256(content).hexdigest()


def digests(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return the digest of every file, sorted by path."""
    return {path: digest(files[path]) for path in sorted(files)}


def write_manifest(listed: Digests) -> bytes:
    """Return the manifest, one line a file, sorted; ManifestError for a name that the format can't spell plainly."""
    for path in listed:
        if _UNPRINTABLE.search(path):
            raise ManifestError(f"文件名里有控制字符或反斜杠：{path!r}")
    return "".join(f"{listed[path]}  {path}\n" for path in sorted(listed)).encode()


def read_manifest(content: bytes) -> dict[str, str]:
    """Return the digests that a manifest lists; ManifestError names the first line that is none."""
    listed: dict[str, str] = {}
    for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), 1):
        found = _LINE.fullmatch(line)
        if found is None:
            raise ManifestError(f"{MANIFEST} 第 {number} 行不是“校验值  文件名”")
        listed[found.group(2)] = found.group(1)
    return listed


def compare(listed: Digests, held: Digests) -> Difference:
    """Return how *held* differs from what the manifest lists; the manifest itself and its signature don't count."""
    found = held.keys() - UNLISTED
    return Difference(
        tuple(sorted(p for p in listed.keys() & found if listed[p] != held[p])),
        tuple(sorted(listed.keys() - found)),
        tuple(sorted(found - listed.keys())),
    )
