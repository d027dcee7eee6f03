"""A folder with a fictional library that `handbook` can publish, under version control like a real one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
GIT = {
    "GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": "x@example.invalid", "GIT_AUTHOR_DATE": "2026-11-20T08:00:00Z",
    "GIT_COMMITTER_NAME": "x", "GIT_COMMITTER_EMAIL": "x@example.invalid", "GIT_COMMITTER_DATE": "2026-11-20T08:00:00Z",
    "GIT_CONFIG_GLOBAL": os.devnull,
}  # fmt: skip
DATE = "2026-11-21"


def fictional_handbook(folder: Path, policies: Path = ROOT / "tests" / "cases" / "base" / "policies") -> Path:
    """Make *folder* a handbook with *policies* and commit it; the same content gives the same commit."""
    folder.mkdir(parents=True)
    shutil.copytree(policies, folder / "policies")
    shutil.copytree(ROOT / "docs", folder / "docs")
    shutil.copytree(ROOT / "generator" / "theme", folder / "generator" / "theme")
    for name in ("mkdocs.yml", "requirements.lock"):
        shutil.copy(ROOT / name, folder / name)
    for words in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "policies"]):
        subprocess.run(["git", "-C", str(folder), *words], check=True, env={**os.environ, **GIT})
    return folder


def handbook(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `handbook` in *folder*; source texts stay out of it."""
    kept = {name: value for name, value in os.environ.items() if name != "HANDBOOK_SOURCES"}
    return subprocess.run(
        [sys.executable, "-c", "from generator.cli import main; main()", *words],
        cwd=folder, env={**kept, "PYTHONPATH": str(ROOT), **environment}, capture_output=True, text=True, check=False,
    )  # fmt: skip
