"""Both edges give the same pages, and the same input the same bytes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.conftest import ONE_DAY, ROOT, build_site

pytestmark = pytest.mark.site


def _files(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


def test_two_builds_are_identical(site: Path, tmp_path: Path):
    """A second build, with another hash seed and time zone, differs in no byte."""
    done = build_site(tmp_path / "again", PYTHONHASHSEED="7", TZ="Asia/Shanghai")

    assert done.returncode == 0, done.stderr[-2000:]
    first, second = _files(site), _files(tmp_path / "again")
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_render_writes_the_pages_that_mkdocs_publishes(site: Path, tmp_path: Path):
    """`handbook render` and the MkDocs plugin are two ways out of one pipeline."""
    out = tmp_path / "pages"
    done = subprocess.run(
        [sys.executable, "-m", "generator", "render", "--root", str(ROOT), "--out", str(out)],
        env={**os.environ, **ONE_DAY},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout[-2000:]
    rendered = {p.relative_to(out).as_posix() for p in out.rglob("*.md")}
    published = {p.with_suffix(".md").relative_to(site).as_posix() for p in site.rglob("index.html")}
    assert rendered == published
    for path in (p for p in out.rglob("*") if p.is_file() and p.suffix != ".md"):
        assert (site / path.relative_to(out)).read_bytes() == path.read_bytes()
