"""A built site → every file of a release: fingerprinted, with bill of materials, compressed copies and manifest (组装)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.publish.compress import with_compressed
from generator.publish.edition import EDITION, Edition
from generator.publish.fingerprint import fingerprint
from generator.publish.manifest import MANIFEST, Digests, digests, write_manifest
from generator.publish.policy import Inline, find_inline
from generator.publish.sbom import SBOM, bill_of_materials

UNUSED = re.compile(r"assets/(javascripts|stylesheets)/.+|assets/images/favicon\.png")
"""What the theme ships and no page of ours asks for: its scripts, its styles, its mark."""


@dataclass(frozen=True)
class Release:
    """All files by path, their digests (manifest left out), and what the headers must allow."""

    files: Mapping[str, bytes]
    listed: Digests
    inline: Inline


def compose(site: Mapping[str, bytes], edition: Edition, lock: str) -> Release:
    """Return the release made of *site* (path → bytes, as MkDocs wrote it) and *lock* (the requirements file).

    Faults of the pages, which the headers would block in every browser, are in `inline.faults`.
    """
    files = fingerprint({path: content for path, content in site.items() if not UNUSED.fullmatch(path)})
    files[EDITION] = edition.to_json()
    files[SBOM] = bill_of_materials(lock, edition.version, edition.commit)
    inline = find_inline(
        {path: content.decode() for path, content in files.items() if path.endswith(".html")}
    )
    files = with_compressed(files)
    listed = digests(files)
    return Release({**files, MANIFEST: write_manifest(listed)}, listed, inline)
