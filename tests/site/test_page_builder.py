"""Pages that workers finish and keep are the pages that MkDocs would have made."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator import pipeline, plugin
from generator.build.pages import PageBuilder, generated
from generator.render.pages import render_pages
from generator.settings import Settings
from generator.site import Site
from tests.fictional import FINAL, library
from tests.site.conftest import ROOT

pytestmark = [pytest.mark.site, pytest.mark.slow]
EXTRACT = "policies/documents/yunzhou-peixun-2024.yaml"


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A handbook of the fictional library."""
    root = tmp_path_factory.mktemp("handbook")
    shutil.copytree(ROOT / "docs", root / "docs", ignore=shutil.ignore_patterns("decisions"))
    (root / "generator").symlink_to(ROOT / "generator")
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(ROOT / "tests/cases/base/policies", root / "policies")
    return root


def _built(root: Path, out: Path) -> dict[str, bytes]:
    build(load_config(str(root / "mkdocs.yml"), site_dir=str(out)))
    return {p.relative_to(out).as_posix(): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()}


def _forget(root: Path) -> None:
    shutil.rmtree(root / plugin.CACHE, ignore_errors=True)


def test_workers_make_what_mkdocs_makes(handbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The HTML of every page is the same when MkDocs reads, converts and lays out the pages itself."""
    _forget(handbook)
    ours = _built(handbook, tmp_path / "ours")

    def ordinary(config, path, title):
        file = File.generated(config, path, content=plugin_site[0].pages[path])
        Page(title, file, config)
        return file

    plugin_site: list[Site] = []
    build_site = pipeline.build

    def remembered(*arguments):
        built = build_site(*arguments)
        plugin_site[:] = [built.site or Site()]
        return built

    monkeypatch.setattr(pipeline, "build", remembered)
    monkeypatch.setattr(plugin, "generated", ordinary)
    theirs = _built(handbook, tmp_path / "theirs")

    pages = [name for name in ours if name.endswith(".html")]
    assert len(pages) > 30
    assert [name for name in pages if ours[name] != theirs.get(name)] == []


@pytest.fixture(scope="module")
def finish(handbook: Path) -> Callable[[Mapping[str, str], Path], dict[str, tuple[str, str]]]:
    """Finish pages with a folder of kept ones: what is published of each, by path."""
    config = load_config(str(handbook / "mkdocs.yml"))
    config.plugins._current_plugin = "policy-handbook"
    env = config.theme.get_env()

    def finished(texts: Mapping[str, str], folder: Path) -> dict[str, tuple[str, str]]:
        files = Files([generated(config, path, None) for path in SHOWN])
        pages = [file.page for file in files if file.page is not None]
        builder = PageBuilder(texts, config, files, Navigation([], []), env, folder)
        names, _ = builder.build(pages)
        made = {page.file.src_uri: builder.finished(page, names[page.file.src_uri]) for page in pages}
        builder.sweep(names.values())
        return {path: (page.html, page.plain) for path, page in made.items()}

    return finished


SHOWN = ("documents/yunzhou-peixun-2024.md", "documents/index.md", "regions/index.md")
WORDS = st.sampled_from(["每人可得600元补贴", "一次性得到600元补贴", "培训合格的，每人可得600元补贴"])


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(st.tuples(WORDS, st.sampled_from(["现行", "待核"])), min_size=1, max_size=3))
def test_any_edits_give_the_same_bytes_with_and_without_what_was_kept(
    finish, tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, str]]
):
    """After each edit the pages are, byte for byte, those of a build that kept nothing."""
    kept = tmp_path_factory.mktemp("kept")
    for answer, status in edits:
        changed = library(
            (FINAL, "answer: 培训合格的，每人可得600元补贴。", f"answer: {answer}。"),
            (FINAL, "status: {value: 现行", f"status: {{value: {status}"),
        )
        pages = render_pages(changed, {}, "2026-11-21", Settings(), {})

        assert finish(pages, kept) == finish(pages, tmp_path_factory.mktemp("fresh"))


def test_an_edit_changes_only_the_pages_that_show_it(handbook: Path, tmp_path: Path):
    """Publishing one edited sentence changes the pages and files that print it, and no other byte of the site."""
    original = (ROOT / "tests/cases/base" / EXTRACT).read_text("utf-8")
    (handbook / EXTRACT).write_text(original, "utf-8")
    before = _built(handbook, tmp_path / "before")

    text = original.replace(
        "answer: 培训合格的，每人可得600元补贴。", "answer: 改过的一句话，每人可得600元补贴。"
    )
    (handbook / EXTRACT).write_text(text, "utf-8")
    after = _built(handbook, tmp_path / "after")

    changed = {name for name in after if after[name] != before.get(name)}
    pages = {name for name in changed if name.endswith(".html")}
    assert before.keys() == after.keys()
    assert "documents/yunzhou-peixun-2024/index.html" in pages
    assert [name for name in pages if "改过的一句话".encode() not in after[name]] == []
