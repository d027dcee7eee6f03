"""What git says about the folder that is published: commit, date of the data, changes not yet committed (来历)."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

PUBLISHED = ("policies", "generator", "docs", "mkdocs.yml", "requirements.lock")
"""What a release is made from; anything else may be in the middle of a change."""


@dataclass(frozen=True)
class Origin:
    """Empty texts where the folder is under no version control."""

    commit: str = ""
    data_date: str = ""
    changed: tuple[str, ...] = ()


def find_origin(root: Path) -> Origin:
    """Return the origin of *root*."""
    commit = _git(root, "rev-parse", "HEAD")
    if not commit:
        return Origin()
    changed = _git(root, "-c", "core.quotePath=false", "status", "--porcelain", "--", *PUBLISHED)
    return Origin(
        commit,
        _git(root, "log", "-1", "--format=%cs", "--", "policies"),
        tuple(line[2:].strip() for line in changed.splitlines()),
    )


def _git(root: Path, *words: str) -> str:
    try:
        done = subprocess.run(["git", "-C", str(root), *words], capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return ""
    return done.stdout.strip("\n") if done.returncode == 0 else ""
