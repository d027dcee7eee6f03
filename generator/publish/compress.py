"""Smaller copies beside the files, made once so that the web server need not (预压缩)."""

from __future__ import annotations

import gzip
from collections.abc import Mapping

import brotli

TEXTUAL = (
    ".html",
    ".css",
    ".js",
    ".mjs",
    ".json",
    ".xml",
    ".svg",
    ".txt",
    ".map",
    ".csv",
    ".ics",
    ".yaml",
    ".md",
)
SMALLEST = 512
"""Below this many bytes a copy saves nothing: it still takes one packet."""

SUFFIXES = (".gz", ".br")


def with_compressed(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return *files* and, beside each text that shrinks, its .gz and .br copies; the same input gives the same bytes."""
    found = dict(files)
    for path, content in files.items():
        if not path.endswith(TEXTUAL) or len(content) < SMALLEST:
            continue
        for suffix, small in ((".gz", gzip.compress(content, 9, mtime=0)), (".br", _brotli(content))):
            if len(small) < len(content) and path + suffix not in files:
                found[path + suffix] = small
    return dict(sorted(found.items()))


def _brotli(content: bytes) -> bytes:
    return bytes(brotli.compress(content, mode=brotli.MODE_TEXT, quality=11))
