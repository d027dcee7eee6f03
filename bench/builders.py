"""Other builders for the same Markdown pages: what each needs to build them, and where it is installed for measuring.

They are no dependencies of the handbook: they go into an environment of their own under `.cache/bench`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / ".cache" / "bench" / "builders"
LOCK = ROOT / "bench" / "builders.lock"
EXTENSIONS = ["attr_list", "def_list", "md_in_html", "tables", {"toc": {"permalink": False}}]


@dataclass(frozen=True)
class Builder:
    """A builder: its command in the environment, and what its settings add to those that all share."""

    name: str
    command: tuple[str, ...]
    settings: Mapping[str, object]


BUILDERS = (
    Builder("material", ("mkdocs", "build", "--quiet"), {"plugins": []}),
    Builder("material-search", ("mkdocs", "build", "--quiet"), {"plugins": [{"search": {"lang": "zh"}}]}),
    Builder("properdocs", ("properdocs", "build", "--quiet"), {"plugins": []}),
    Builder("zensical", ("zensical", "build"), {}),
)


def installed() -> Path | None:
    """Return the folder of the commands, installing them at the first call; None where packages can't be had."""
    marker = FOLDER / "installed.lock"
    if not marker.exists() or marker.read_bytes() != LOCK.read_bytes():
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(FOLDER)], check=True)
        pip = [
            str(FOLDER / "bin" / "python"),
            "-m",
            "pip",
            "install",
            "--quiet",
            "--require-hashes",
            "-r",
            str(LOCK),
        ]
        if subprocess.run(pip, capture_output=True, check=False).returncode:
            return None
        marker.write_bytes(LOCK.read_bytes())
    return FOLDER / "bin"


def build(builder: Builder, folder: Path) -> None:
    """Build the project of *builder* in *folder*; what it prints is shown when it fails."""
    programs = installed()
    if programs is None:
        raise RuntimeError("the other builders are not installed")
    command = [str(programs / builder.command[0]), *builder.command[1:]]
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=folder, env=quiet, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{builder.name}: {done.stdout[-2000:]}{done.stderr[-2000:]}")


def write_project(folder: Path, pages: Mapping[str, str], nav: object, builder: Builder) -> None:
    """Make *folder* a project of *builder* with *pages* (Markdown by path) and the navigation of the handbook."""
    for name, text in pages.items():
        target = folder / "docs" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    settings = {
        "site_name": "政策手册",
        "theme": {"name": "material", "language": "zh", "font": False},
        "markdown_extensions": EXTENSIONS,
        "nav": nav,
        **builder.settings,
    }
    file = "properdocs.yml" if builder.name == "properdocs" else "mkdocs.yml"
    (folder / file).write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
