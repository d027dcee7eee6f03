"""The MkDocs plugin: generated pages enter MkDocs as if they lay in docs/ (MkDocs 插件)."""

from __future__ import annotations

import gc
import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from html import escape
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator import disk, pipeline
from generator.build.cores import on_all_cores
from generator.build.files import put_files
from generator.build.pages import Finished, GeneratedPage, Laid, PageBuilder, generated
from generator.build.reading_ahead import read_ahead
from generator.build.serving import Made, Rebuild, edited_documents, say_changes
from generator.build.whole_blocks import WholeBlocks
from generator.problems import Problem, errors, forbidding
from generator.settings import Settings, read_settings
from generator.site import NavItem, Site

CACHE = ".cache/pages"
"""Where finished pages are kept; safe to delete."""

DOWNLOADS = ".cache/downloads"
"""Where finished downloads are kept; safe to delete."""

NOTHING_YET = Site({"index.md": "# 政策手册\n"})
"""What is served where the data had errors from the start."""

GARBAGE = 200_000
"""After so many new objects the collector looks for garbage."""

_ARTICLE = re.compile(r"<article[^>]*>")

log = logging.getLogger("mkdocs.plugins.policy-handbook")


class HandbookConfig(Config):  # type: ignore[no-untyped-call]
    """What mkdocs.yml may say under the plugin's name."""

    sources = Type(str, default="")
    """Folder of the source texts; empty: policies/sources or HANDBOOK_SOURCES."""


class HandbookPlugin(BasePlugin[HandbookConfig]):  # type: ignore[no-untyped-call]
    """Builds the handbook from policies/ at every build.

    An error in the data ends a build. While serving, the last good pages stay, each under a list of the problems, so
    that an editor who mistypes sees it in the browser; MkDocs keeps the plugin from one build to the next.
    """

    _serving = False
    _last: Site | None = None
    _problems: tuple[Problem, ...] = ()

    _made = Made()
    _making: Made
    _config: MkDocsConfig
    _files: Files
    _nav: Navigation
    _builder: PageBuilder
    _names: Mapping[str, str]

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether somebody is looking on."""
        self._serving = command == "serve"

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Add the generated pages and files, and the navigation."""
        root = _root(config)
        gc.set_threshold(GARBAGE)  # with the usual one the growing library is searched again and again
        policies: Mapping[str, bytes] = disk.read_policies(root)
        built = pipeline.build(
            policies,
            self._sources(root),
            disk.read_stylesheets(root),
            disk.build_day(date.today()),  # noqa: DTZ011 - the office's own day
            _settings(config),
            read_ahead(policies, disk.kept_readings(root)),
            on_all_cores,
        )
        policies = policies if self._serving else {}
        gc.freeze()  # the workers need not search what they inherit
        self._problems = forbidding(built.checked.problems)
        refused = self._problems if _settled(config).get("preview") else errors(built.checked.problems)
        for problem in built.checked.problems:
            log.error(str(problem)) if problem in refused else log.info(str(problem))
        if built.site is None and not self._serving:
            raise PluginError(f"摘录里有 {len(self._problems)} 个错误，没有生成网站")
        self._last = site = built.site or self._last or NOTHING_YET
        self._config, self._files = config, files
        for file in [f for f in files if f.src_uri.startswith(disk.STYLESHEETS)]:
            files.remove(file)
        titles = dict(_titles(site.navigation))
        for path in site.pages:
            files.append(generated(config, path, titles.get(path)))
        beside = put_files(site, root / DOWNLOADS, Path(config.site_dir))
        self._making = Made(policies, {}, beside if self._serving else {})
        config.extra_css = [*config.extra_css, *(path for path in beside if path.endswith(".css"))]
        config.extra["handbook"] = {**_settled(config), "checked_on": site.checked_on}
        config.nav = [_nav(item) for item in site.navigation] or None
        return files

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Remember the navigation, which every page shows."""
        self._nav = nav
        return nav

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        """Finish the pages; let templates print JSON with Chinese as it is, what means something to HTML escaped.

        Problems stand above every page while there are any.
        """
        env.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
        site = self._last or Site()
        pages = [page for file in files if isinstance(page := file.page, GeneratedPage)]
        folder = _root(config) / CACHE / ("serve" if self._serving else "build")
        plain = not self._serving
        if self._problems and self._made.pages:
            return self._laid(env)
        # By now MkDocs has converted the pages that people wrote; those that come are made of templates.
        config.markdown_extensions = [*config.markdown_extensions, WholeBlocks()]  # type: ignore[list-item]
        self._builder = PageBuilder(site.pages, config, files, self._nav, env, folder, plain)
        self._names, warnings = self._builder.build(pages)
        for warning in warnings:
            log.warning(warning)
        made = replace(self._making, pages=self._names)
        if self._serving and self._made.pages:
            log.info(say_changes(self._made, made))
        self._made = made
        return self._laid(env)

    def _laid(self, env: Environment) -> Environment:
        """Stand for *env*: pages come out finished, below the problems that keep them from being new."""
        return cast("Environment", Laid(env, lambda page: self._with_problems(self._finished(page).html)))

    def _with_problems(self, html: str) -> str:
        above = _above(self._problems, earlier=self._last is not NOTHING_YET)
        return _ARTICLE.sub(lambda found: found.group() + above, html, count=1)

    def _finished(self, page: Page) -> Finished:
        return self._builder.finished(page, self._names[page.file.src_uri])

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Write a page as plain Markdown beside its HTML; MkDocs would take such files for pages of their own."""
        if not self._serving and isinstance(page, GeneratedPage):
            target = Path(page.file.abs_dest_path).with_suffix(".md")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(self._finished(page).plain, encoding="utf-8")
        return output

    def on_post_build(self, /, *, config: MkDocsConfig) -> None:
        """Take away the packed sitemap, which holds the day of the build: web servers pack by themselves."""
        (Path(config.site_dir) / "sitemap.xml.gz").unlink(missing_ok=True)
        self._builder.sweep(self._names.values())

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Any
    ) -> LiveReloadServer:
        """Rebuild when the data change, the edited page first."""
        server.watch(str(_root(config) / "policies"))
        server.builder = Rebuild(server, config, builder, self._show_edited)
        return server

    def _show_edited(self, shown: Path) -> bool:
        """Write the pages of the extracts that were edited since the last build into *shown*; whether there are any."""
        config, root = self._config, _root(self._config)
        policies = disk.read_policies(root)
        ids = edited_documents(self._made.policies, policies)
        if not ids:
            return False
        built = pipeline.build_documents(
            policies,
            self._sources(root),
            ids,
            disk.build_day(date.today()),  # noqa: DTZ011 - the office's own day
            _settings(config),
            read_ahead(policies, disk.kept_readings(root)),
        )
        if built.site is None:
            return False
        texts = built.site.pages
        pages = [page for file in self._files if isinstance(page := file.page, GeneratedPage)]
        edited = [page for page in pages if page.file.src_uri in texts]
        edit = replace(self._builder, texts=texts)
        names, _ = edit.build(edited)
        self._names = {**self._names, **names}
        for page in edited:
            target = Path(page.file.abs_dest_path)
            place = shown / target.relative_to(config.site_dir)
            place.write_text(edit.finished(page, names[page.file.src_uri]).html, encoding="utf-8")
        return bool(edited)

    def _sources(self, root: Path) -> dict[str, str]:
        return disk.read_sources(disk.sources_folder(root, self.config.sources or None))


def _settled(config: MkDocsConfig) -> Mapping[str, object]:
    return config.extra.get("handbook") or {}


def _settings(config: MkDocsConfig) -> Settings:
    return replace(read_settings(_settled(config)), address=config.site_url or "")


def _above(problems: Sequence[Problem], *, earlier: bool) -> str:
    """What stands above every page while the data have errors; whether the pages are those of an *earlier* build."""
    if not problems:
        return ""
    lines = "".join(f"<p><code>{escape(str(problem))}</code></p>" for problem in problems)
    pages = "下面是改错以前的页面" if earlier else "改好并保存以后，这里才有页面"
    title = f"摘录里有 {len(problems)} 个错误，{pages}"
    return (
        f'<div class="hb-banner is-draft" role="alert"><p class="hb-banner__title">{title}</p>{lines}</div>'
    )


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path or "mkdocs.yml").resolve().parent


def _titles(items: Sequence[NavItem]) -> Iterator[tuple[str, str]]:
    for item in items:
        if item.path is not None:
            yield item.path, item.title
        yield from _titles(item.children)


def _nav(item: NavItem) -> dict[str, Any]:
    return {item.title: [_nav(child) for child in item.children] if item.children else item.path}
