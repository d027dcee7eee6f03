"""The preview of a merge request is read from a folder, and shows a change that nobody could check yet."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urljoin, urlparse

import pytest
from playwright.sync_api import Page, expect

from tests.site.conftest import ONE_DAY, ROOT
from tests.site.test_links_resolve import Page as Parsed

pytestmark = pytest.mark.site
EDITED = "baotou-jineng-qiangqi-2025"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real handbook, one extract of it edited after its record, on a machine without the texts."""
    root = tmp_path_factory.mktemp("preview") / "handbook"
    shutil.copytree(ROOT / "policies", root / "policies", ignore=shutil.ignore_patterns("sources"))
    shutil.copytree(ROOT / "docs", root / "docs")
    shutil.copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    (root / "generator").symlink_to(ROOT / "generator")
    with (root / f"policies/documents/{EDITED}.yaml").open("a", encoding="utf-8") as file:
        file.write("# 改过\n")
    return root


def build(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run `handbook build` without the texts."""
    return subprocess.run(
        [sys.executable, "-m", "generator", "build", "--root", str(root), *words],
        cwd=ROOT,
        env={**os.environ, **ONE_DAY, "HANDBOOK_SOURCES": ""},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def preview(root: Path) -> Path:
    """The folder of the preview."""
    done = build(root, "--preview", "--out", str(root / "preview"))
    assert done.returncode == 0, done.stderr[-2000:]
    return root / "preview"


def test_a_change_that_nobody_checked_is_no_site(root: Path):
    """What is published has a record or was checked; the preview alone may go without."""
    done = build(root)

    assert done.returncode == 1
    assert "record-outdated" in done.stderr


def test_an_error_is_no_preview_either(root: Path):
    """An extract that can't be read has no page to look at."""
    file = root / "policies/documents/guangxi-jineng-zhaoliang-2025.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("schema: 1", "schema 1", 1), "utf-8")
    try:
        done = build(root, "--preview", "--out", str(root / "refused"))
    finally:
        file.write_text(text, "utf-8")

    assert done.returncode == 1
    assert "没有生成网站" in done.stderr


def test_every_link_of_a_preview_names_a_file(preview: Path):
    """A browser that has only the folder lists what lies in a folder that a link names."""
    folders: list[str] = []
    for path in preview.rglob("*.html"):
        for link in Parsed(path.read_text("utf-8")).links:
            target = urlparse(urljoin(path.as_uri(), link))
            if path.name != "404.html" and target.scheme == "file" and Path(unquote(target.path)).is_dir():
                folders.append(f"{path.relative_to(preview)}: {link}")

    assert folders == []


@pytest.mark.browser
def test_a_preview_is_read_without_a_server(preview: Path, page: Page):
    """From the home page to the edited document, which says that nobody checked it."""
    page.goto((preview / "index.html").as_uri())
    page.get_by_role("link", name="关于进一步推动技能强企工作的实施意见").first.click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("技能强企")
    expect(page.get_by_text("引文还没有与原文核对").first).to_be_visible()
    assert "Songti" in page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily")
