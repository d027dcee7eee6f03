"""The pages do not belong to one builder: MkDocs with Material, ProperDocs and Zensical make the same site of them."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import lxml.html
import pytest

from bench import builders
from generator.links import lying_at
from generator.render.pages import NAVIGATION
from generator.site import NavItem
from tests.site.conftest import ONE_DAY, ROOT

pytestmark = [pytest.mark.site, pytest.mark.slow]
OWN = "__"
"""With this begin the ids that a builder's theme puts beside the content."""


@dataclass(frozen=True)
class Shown:
    """What a reader and a link can tell of a built page."""

    title: str
    anchors: tuple[str, ...]
    links: tuple[str, ...]
    words: str


def _nav(item: NavItem) -> dict[str, object]:
    children = [_nav(child) for child in item.children]
    return {item.title: children or lying_at(item.path or "")}


def _shown(page: bytes) -> Shown | None:
    html = lxml.html.fromstring(page)
    content = html.find(".//article")
    if content is None:
        return None
    elements = [e for e in content.iter() if isinstance(e.tag, str)]
    return Shown(
        (html.findtext(".//title") or "").strip(),
        tuple(e.get("id", "") for e in elements if not e.get("id", OWN).startswith(OWN)),
        tuple(e.get("href", "") for e in elements if e.tag == "a" and "href" in e.attrib),
        " ".join(content.text_content().split()),
    )


def _built(name: str, pages: Mapping[str, str], folder: Path) -> dict[str, Shown | None]:
    builder = next(b for b in builders.BUILDERS if b.name == name)
    builders.write_project(folder, pages, [_nav(item) for item in NAVIGATION], builder)
    builders.build(builder, folder)
    site = folder / "site"
    return {p.relative_to(site).as_posix(): _shown(p.read_bytes()) for p in site.rglob("*.html")}


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """The Markdown that `handbook render` writes of the real extracts."""
    if builders.installed() is None:
        pytest.skip("bench/builders.lock 里的生成器装不上（没有软件源），没有对照")
    out = tmp_path_factory.mktemp("rendered")
    command = [sys.executable, "-m", "generator", "render", "--root", str(ROOT), "--out", str(out)]
    quiet = {**os.environ, **ONE_DAY, "HANDBOOK_SOURCES": ""}
    subprocess.run(command, cwd=ROOT, env=quiet, check=True, capture_output=True)
    return {p.relative_to(out).as_posix(): p.read_text("utf-8") for p in out.rglob("*.md")}


@pytest.fixture(scope="module")
def material(rendered: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory):
    """The site of MkDocs with Material."""
    return _built("material", rendered, tmp_path_factory.mktemp("material"))


@pytest.mark.xdist_group("builders")
def test_every_page_is_built_with_title_anchors_and_links(rendered, material):
    """Nothing gets lost on the way from Markdown to the first builder, so that there is something to compare."""
    assert {path.replace(".md", ".html") for path in rendered} == material.keys() - {"404.html"}
    assert all(page.title and page.words for page in material.values())
    assert sum(len(page.links) for page in material.values()) > 10_000


@pytest.mark.xdist_group("builders")
@pytest.mark.parametrize("name", ["properdocs", "zensical"])
def test_another_builder_makes_the_same_site(
    name: str, rendered: Mapping[str, str], material: Mapping[str, Shown], tmp_path: Path
):
    """The same pages at the same addresses, with the same titles, anchors, internal links and words."""
    other = _built(name, rendered, tmp_path)

    assert other.keys() == material.keys()
    assert [path for path, page in material.items() if other[path] != page] == []
