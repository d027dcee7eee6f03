"""Generated pages go through MkDocs on every core, and only those that are not known yet (页面生成).

A worker renders a page, converts it, lays it out and keeps the result under a name made from everything that goes
into it. MkDocs, which does the same page by page in one process, then finds each page finished. What is kept lies in
`.cache/` and may be deleted at any time: the same name always stands for the same bytes. See docs/decisions/page-cache.md.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data

from generator.build.cores import on_all_cores
from generator.build.writing import sweep, write_whole
from generator.disk import program_edition
from generator.render.plain import plain_markdown

FRAME = "main.html"
_PROGRAMS = ("mkdocs", "mkdocs-material", "markdown", "jinja2", "lxml", "markupsafe")
_ENDINGS = (".html", ".py", ".j2", ".yaml", ".yml", ".json")
"""Files of the program and of the theme that a page may come from."""


class GeneratedPage(Page):
    """A page that its worker reads and converts: for MkDocs there is nothing to do but to write it."""

    def read_source(self, config: MkDocsConfig) -> None:
        """Leave the text to the worker."""
        self.markdown, self.meta = "", {}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Leave the conversion to the worker."""
        self.content = ""


@dataclass(frozen=True)
class Finished:
    """A page as it is published, and as plain Markdown."""

    html: str
    plain: str


@dataclass(frozen=True)
class PageBuilder:
    """Everything that the pages of one build share; *plain* tells whether their plain Markdown is wanted too."""

    texts: Mapping[str, str]
    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment
    folder: Path
    plain: bool = True

    def build(self, pages: Sequence[Page]) -> tuple[dict[str, str], tuple[str, ...]]:
        """Finish *pages* on all cores; return their names in the folder by source path, and what MkDocs warned of."""
        self.folder.mkdir(parents=True, exist_ok=True)
        names: dict[str, str] = {}
        warnings: list[str] = []
        for page, (name, warned) in zip(pages, on_all_cores(self._keep, pages), strict=True):
            names[page.file.src_uri] = name
            warnings.extend(warned)
        return names, tuple(warnings)

    def finished(self, page: Page, name: str) -> Finished:
        """Return the page kept under *name*, made anew where it is not there (any more)."""
        try:
            return Finished(*(self._place(name, ending).read_text("utf-8") for ending in (".html", ".md")))
        except FileNotFoundError:
            return self._finish(page, self.texts[page.file.src_uri])

    def sweep(self, names: Iterable[str]) -> None:
        """Delete what this build did not use."""
        sweep(self.folder, (self._place(name, ending) for name in names for ending in (".html", ".md")))

    def _keep(self, page: Page) -> tuple[str, tuple[str, ...]]:
        """Make sure that *page* is in the folder; a page that MkDocs warns of is made anew every time."""
        text = self.texts[page.file.src_uri]
        name = hashlib.sha256(f"{self.frame} {page.file.src_uri} {text}".encode()).hexdigest()
        if self._place(name, ".html").is_file() and self._place(name, ".md").is_file():
            return name, ()
        with _Warnings() as warnings:
            finished = self._finish(page, text)
        if not warnings.lines:
            write_whole(self._place(name, ".md"), (finished.plain.encode(),))
            write_whole(self._place(name, ".html"), (finished.html.encode(),))
        return name, tuple(warnings.lines)

    def _finish(self, page: Page, text: str) -> Finished:
        """Do what MkDocs does with a page: read, convert, lay out."""
        page.markdown, page.meta = get_data(text)
        Page.render(page, self.config, self.files)
        content = page.content or ""
        plain = plain_markdown(content, page.title or "") if self.plain else ""
        page.active = True
        context = get_context(self.nav, (), self.config, page)
        html = self.env.get_template(page.meta.get("template", FRAME)).render(context)
        page.active = False
        page.markdown, page.content, page.toc = "", "", []  # type: ignore[assignment]
        return Finished(html, plain)

    def _place(self, name: str, ending: str) -> Path:
        return self.folder / name[:2] / f"{name}{ending}"

    @cached_property
    def frame(self) -> str:
        """What tells all that pages have in common from any other: settings, navigation, theme, program, versions."""
        digest = hashlib.sha256()
        config = self.config
        shared = (
            Path(config.config_file_path or "").read_text("utf-8"),
            config.extra,
            config.nav,
            config.site_url,
            config.extra_css,
            config.extra_javascript,
            self.plain,
            program_edition(_PROGRAMS, _ENDINGS),
        )
        digest.update(json.dumps(shared, default=dict, sort_keys=True).encode())
        for folder in config.theme.dirs:
            for path in sorted(Path(folder).rglob("*")):
                if path.suffix in _ENDINGS and path.is_file():
                    digest.update(path.read_bytes())
        return digest.hexdigest()


class Laid:
    """Stands for the template environment while MkDocs builds pages: finished ones come out as they are."""

    def __init__(self, env: Environment, finished: Callable[[Page], str]) -> None:
        self._env, self._finished = env, finished

    def __getattr__(self, name: str) -> Any:
        return getattr(self._env, name)

    def get_template(self, name: str) -> Any:
        """Return the template *name*; the frame of a page returns what its worker made."""
        template = self._env.get_template(name)
        return _Frame(template, self._finished) if name == FRAME else template


@dataclass(frozen=True)
class _Frame:
    template: Any
    finished: Callable[[Page], str]

    def render(self, context: dict[str, Any]) -> str:
        page = context["page"]
        return self.finished(page) if isinstance(page, GeneratedPage) else str(self.template.render(context))


class _Warnings(logging.Handler):
    """Collects what MkDocs warns of, so that the process that counts warnings can say it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())

    def __enter__(self) -> _Warnings:
        log = logging.getLogger("mkdocs")
        self._others, log.handlers = log.handlers, [self]
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger("mkdocs").handlers = self._others


def generated(config: MkDocsConfig, path: str, title: str | None) -> File:
    """Return the file of a generated page; *title* is that of its entry in the navigation."""
    file = File.generated(config, path, content="")
    GeneratedPage(title, file, config)
    return file
