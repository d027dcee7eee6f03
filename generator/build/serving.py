"""What `handbook serve` does on a save: the page of the edited extract at once, then all others, and says what changed (边改边看).

MkDocs makes a whole site at every save and lets browsers wait for it. Here the page is shown first; the whole site is made beside the
one that is shown and takes its place when it is ready.
"""

from __future__ import annotations

import logging
import shutil
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

MOST_NAMED = 12
"""So many changed pages are named; of more, only the number is said."""

log = logging.getLogger("mkdocs.plugins.policy-handbook")


@dataclass(frozen=True)
class Made:
    """What one build was made from and what it made: texts of the extracts, and a digest of each page and file."""

    policies: Mapping[str, bytes] = field(default_factory=dict)
    pages: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)


def edited_documents(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> frozenset[str]:
    """Return the ids of the extracts that differ, by the names of their files; new ones too."""
    changed = (PurePosixPath(name) for name in after if before.get(name) != after[name])
    return frozenset(path.stem for path in changed if path.parent.name == "documents")


def say_changes(before: Made, after: Made) -> str:
    """Return in words which pages and files differ between two builds."""
    pages, files = _differing(before.pages, after.pages), _differing(before.files, after.files)
    if not pages and not files:
        return "网站没有变化"
    named = "、".join(pages[:MOST_NAMED]) + ("等" if len(pages) > MOST_NAMED else "")
    return f"变化 {len(pages)} 页、{len(files)} 个数据文件{f'：{named}' if named else ''}"


def _differing(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    return sorted(name for name in {*before, *after} if before.get(name) != after.get(name))


@dataclass(frozen=True)
class Rebuild:
    """What the server calls on a save, in the place of MkDocs' own rebuilding.

    *show* writes the pages of the edited extracts into the folder that is shown and says whether there are any.
    """

    server: LiveReloadServer
    config: MkDocsConfig
    builder: Callable[[MkDocsConfig], None]
    show: Callable[[Path], bool]

    def __call__(self) -> None:
        """Show the edited pages, make the site, put it in the place of the one that is shown."""
        start = time.monotonic()
        shown = Path(self.config.site_dir)
        if self.show(shown):
            self._reload()
            log.info(f"改过的页面已经更新（{time.monotonic() - start:.1f} 秒），正在更新其余页面")
        beside = Path(tempfile.mkdtemp(prefix="mkdocs_"))
        try:
            config = load_config(self.config.config_file_path, site_dir=str(beside))
            config.site_url = self.config.site_url
            self.builder(config)
            _exchange(shown, beside)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
        self._reload(wanted=True)
        log.info(f"重新生成完毕（{time.monotonic() - start:.1f} 秒）")

    def _reload(self, *, wanted: bool = False) -> None:
        """Let browsers load the page again; MkDocs itself does so only when a whole rebuild has ended."""
        server = self.server
        with server._epoch_cond:  # noqa: SLF001 — MkDocs 1.6 is the last of its line and has no other way
            if wanted:
                server._wanted_epoch = max(server._wanted_epoch, int(time.monotonic() * 1000))  # noqa: SLF001
            server._visible_epoch = server._wanted_epoch  # noqa: SLF001
            server._epoch_cond.notify_all()  # noqa: SLF001


def _exchange(shown: Path, beside: Path) -> None:
    """Put *beside* in the place of *shown*, and the other way round."""
    aside = shown.with_name(f"{shown.name}-aside")
    shown.rename(aside)
    beside.rename(shown)
    aside.rename(beside)
