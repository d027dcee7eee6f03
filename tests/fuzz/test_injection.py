"""Nothing that an editor types becomes markup, script or a formula: in pages, JSON, feeds, downloads, the terminal."""

from __future__ import annotations

import csv
import io
import json
import shutil
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.disk import read_tree
from generator.publish.policy import find_inline
from tests.fuzz.hostile import EVERYTHING, HARMLESS, appended, open_spots, prepended
from tests.publish.fictional import fictional_handbook, handbook
from tests.publish.nginx import NGINX, serving

pytestmark = [pytest.mark.site, pytest.mark.slow]
BREAKS = {"wbr", "mark", "span"}
"""Elements that follow the words of a text, phrase ends and proved words, and so differ in number with it."""


@dataclass(frozen=True)
class Built:
    """What the builds hold by path, and how many values carried something hostile."""

    harmless: Mapping[str, bytes]
    hostile: Mapping[str, Mapping[str, bytes]]
    folders: Mapping[str, Path]
    spots: int


class Shape(HTMLParser):
    """Elements and attributes of a page; nothing of its words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: Counter[str] = Counter()
        self.attributes: set[tuple[str, str]] = set()
        self.addresses: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count the element and note its attributes."""
        self.elements[tag] += tag not in BREAKS
        for name, value in attrs:
            self.attributes.add((tag, name))
            if name in ("href", "src", "action"):
                self.addresses.add((value or "").strip().lower())


def build(folder: Path, policies: Mapping[str, bytes]) -> Path:
    """Build the site of *policies* in *folder* and return its place."""
    source = folder / "source"
    for name, content in policies.items():
        target = source / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    root = fictional_handbook(folder / "handbook", source / "policies")
    done = handbook(root, "build", "--out", str(folder / "site"), SOURCE_DATE_EPOCH="1795219200")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Built:
    """The fictional library built three times: harmless, everything appended, one thing prepended."""
    place = tmp_path_factory.mktemp("hostile")
    spots = open_spots()
    before, count = prepended(spots)
    folders = {
        "appended": build(place / "appended", appended(spots, EVERYTHING)),
        "prepended": build(place / "prepended", before),
    }
    harmless = build(place / "harmless", appended(spots, HARMLESS))
    return Built(
        read_tree(harmless), {n: read_tree(f) for n, f in folders.items()}, folders, len(spots) + count
    )


def pages(tree: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Every page of a site, by path."""
    return ((path, content.decode()) for path, content in tree.items() if path.endswith(".html"))


@pytest.mark.parametrize("how", ["appended", "prepended"])
def test_hostile_text_adds_no_element_and_no_attribute(built, how, record_property):
    """A page of hostile words has the elements of a page of harmless ones."""
    wrong = {}
    for path, html in pages(built.hostile[how]):
        hostile, harmless = Shape(html), Shape(built.harmless[path].decode())
        more = hostile.elements - harmless.elements, hostile.attributes - harmless.attributes
        if any(more):
            wrong[path] = more

    record_property("counted", f"{built.spots} 处恶意文字，{sum(1 for _ in pages(built.hostile[how]))} 页")
    assert built.spots > 50
    assert wrong == {}


@pytest.mark.parametrize("how", ["appended", "prepended"])
def test_hostile_text_is_no_address(built, how):
    """No link runs a script, no page asks another host."""
    bad = [
        (path, address)
        for path, html in pages(built.hostile[how])
        for address in Shape(html).addresses
        if address.startswith(("javascript:", "vbscript:", "data:text", "http", "//"))
    ]

    assert bad == []


@pytest.mark.parametrize("how", ["appended", "prepended"])
def test_hostile_text_runs_in_no_page(built, how):
    """The inline scripts are those of the harmless site, to the letter."""
    hostile, harmless = (find_inline(dict(pages(tree))) for tree in (built.hostile[how], built.harmless))

    assert (hostile.scripts, hostile.styles, hostile.faults) == (harmless.scripts, harmless.styles, ())


@pytest.mark.parametrize("how", ["appended", "prepended"])
def test_data_files_stay_what_they_are(built, how):
    """JSON parses, XML is well formed, tables hold no formula, calendars no second event."""
    faults = []
    for path, content in built.hostile[how].items():
        suffix = path.rpartition(".")[2]
        if suffix == "json" and not path.startswith("assets/"):
            json.loads(content)
        elif suffix in ("xml", "atom", "rss"):
            tags = [
                Counter(e.tag for e in ET.fromstring(tree[path]).iter())
                for tree in (built.hostile[how], built.harmless)
            ]
            faults += [path] if tags[0] != tags[1] else []
        elif suffix == "csv":
            cells = (cell for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))) for cell in row)
            faults += [f"{path}: {cell[:30]}" for cell in cells if cell[:1] in ("=", "+", "@", "\t", "\r")]
        elif suffix == "ics":
            ends = [
                sum(line.startswith(b"BEGIN:") for line in tree[path].splitlines())
                for tree in (built.hostile[how], built.harmless)
            ]
            faults += [path] if ends[0] != ends[1] else []

    assert faults == []


@pytest.mark.browser
@pytest.mark.machine
@pytest.mark.parametrize("how", ["appended", "prepended"])
def test_browser_meets_no_script_of_the_data(built, how, page, tmp_path):
    """Every page and a search for the hostile words, without the headers that would stop a script."""
    if not shutil.which(NGINX):
        pytest.skip("没有 nginx：bash tests/setup.sh")
    (tmp_path / "current").symlink_to(built.folders[how])
    told: list[str] = []
    page.on("dialog", lambda dialog: dialog.dismiss())
    page.add_init_script("window.alert = words => console.error('alert', words)")
    page.on("console", lambda message: told.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: told.append(str(error)))
    with serving(tmp_path, tmp_path / "nginx", bare=True) as server:
        page.on(
            "request",
            lambda request: (
                None
                if request.url.startswith((server.address, "data:", "blob:"))
                else told.append(request.url)
            ),
        )
        for path, _ in pages(built.hostile[how]):
            page.goto(f"{server.address}/{path.removesuffix('index.html')}", wait_until="load")
        for words in ("alert", "补贴", "云州"):
            page.goto(f"{server.address}/search/?q={words}", wait_until="networkidle")

    assert [words for words in told if "404" not in words] == []


@pytest.mark.parametrize("command", [["check"], ["search", "alert"], ["coverage"], ["diff", "HEAD"]])
def test_terminal_meets_no_codes_of_the_data(command, tmp_path):
    """Colours, titles, bells and backspaces in an extract are spelled out or dropped."""
    root = fictional_handbook(tmp_path / "handbook")
    codes = r"\e[31m\e]0;x\a\b\x9b31m\r"
    for path in (root / "policies").rglob("*.yaml"):
        text = path.read_text("utf-8")
        path.write_text(
            text.replace("title: ", f'title: "{codes}" #', 1).replace("type: ", f'type: "{codes}x" #', 1),
            "utf-8",
        )

    done = handbook(root, *command)

    assert [c for c in done.stdout if not (c.isprintable() or c in "\n\t")] == []
    assert "Traceback" not in done.stderr
