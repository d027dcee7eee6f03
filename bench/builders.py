"""Other builders for the same Markdown pages: what each needs to build them, and where it is installed for measuring.

They are no dependencies of the handbook: they go into an environment of their own under `.cache/bench`.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / ".cache" / "bench" / "builders"
PACKAGES = ("mkdocs-material==9.8.1", "jieba==0.42.1", "properdocs==1.6.7", "zensical==0.0.73")
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
    marker = FOLDER / "installed"
    if not marker.exists() or marker.read_text() != " ".join(PACKAGES):
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(FOLDER)], check=True)
        pip = [str(FOLDER / "bin" / "python"), "-m", "pip", "install", "--quiet", *PACKAGES]
        if subprocess.run(pip, capture_output=True, check=False).returncode:
            return None
        marker.write_text(" ".join(PACKAGES))
    return FOLDER / "bin"


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
