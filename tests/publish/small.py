"""Small fictional sites whose pages and files all carry the number of their release."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from generator.publish.destination import Address
from generator.publish.edition import Edition
from generator.publish.publish import Options, Published, publish
from generator.publish.release import Release, compose

MOMENT = datetime(2026, 11, 21, 8, 0, 0, tzinfo=UTC)
LOCK = "yunzhou==1.0 \\\n    --hash=sha256:" + "ab" * 32 + "\n"
PAGES = 12
DEFAULT = Options()


def small_site(number: int, pages: int = PAGES) -> dict[str, bytes]:
    """A site of *pages* pages, a style sheet, two modules and a search index, all marked with *number*."""
    mark = f"release-{number}-"
    site = {
        "assets/handbook.css": f"/* {mark} */ body {{ color: black }}\n".encode() * 20,
        "assets/js/page.mjs": f'import "./part.mjs"; export const mark = "{mark}";\n'.encode(),
        "assets/js/part.mjs": f'export const mark = "{mark}";\n'.encode(),
        "search/index/manifest.json": json.dumps({"mark": mark}).encode(),
        "api/v1/documents.json": json.dumps(
            [{"id": "a", "title": "云州办法", "status": {"value": "现行"}}]
        ).encode(),
        "api/v1/facts.json": json.dumps(
            [{"id": "a/f", "document": "a", "label": "补贴", "printed": f"{number}元"}]
        ).encode(),
        "404.html": f'<!doctype html><link rel="stylesheet" href="/assets/handbook.css"><p>{mark}</p>'.encode(),
    }
    for page in range(pages):
        path, up = ("index.html", "") if page == 0 else (f"documents/p{page}/index.html", "../../")
        site[path] = (
            f'<!doctype html><meta charset="utf-8"><title>{mark}</title><script>var page={page};</script>'
            f'<link rel="stylesheet" href="{up}assets/handbook.css">'
            f'<script type="module" src="{up}assets/js/page.mjs"></script>'
            f'<div data-index="{up}search/index/">{mark}</div>' + f"<p>{mark}{page}</p>" * 100
        ).encode()
    return site


def small_release(number: int, pages: int = PAGES) -> Release:
    """The release of that site."""
    return compose(
        small_site(number, pages), Edition("c0ffee0" + "0" * 33, "2026-11-20", "2026-11-21", "1"), LOCK
    )


def write_release(folder: Path, release: Release) -> Path:
    """Write the files of *release* below *folder* and return it."""
    for path, content in release.files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return folder


def publish_small(number: int, folder: Path, destination: Path, options: Options = DEFAULT) -> Published:
    """Publish release *number* to *destination*; *folder* is an empty place for its files."""
    release = small_release(number)
    write_release(folder, release)
    return publish(release, folder, Address(str(destination)), MOMENT, "c0ffee0", options, lambda _: None)
