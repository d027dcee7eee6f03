"""The pages of a site by their path; what a page shows is worked out when it is asked for, never before (页面集)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment

from generator import links
from generator.render.environment import environment

Crumb = tuple[str, str | None]
SIDEBARS = ("navigation", "toc")


@dataclass(frozen=True)
class Page:
    """What a page shows: its front matter, its template, and the values of the template."""

    template: str
    meta: Mapping[str, Any]
    values: Mapping[str, Any]


def page(
    template: str,
    *,
    title: str,
    section: str,
    crumbs: tuple[Crumb, ...] = (),
    hide: tuple[str, ...] = (),
    status: str = "",
    description: str = "",
    legislation: Mapping[str, Any] | None = None,
    redirect: str = "",
    **values: Any,
) -> Page:
    """Return the page that *template* makes of *values*; *section* is the title of its entry in the navigation.

    *description* and *legislation* (JSON-LD) are for the head of the page, which search engines read.
    *redirect* is the page that a reader of this one is led on to.
    """
    meta: dict[str, Any] = {"title": title, "section": section}
    if hide:
        meta["hide"] = list(hide)
    if status:
        meta["status"] = status
    if description:
        meta["description"] = description
    if legislation:
        meta["legislation"] = legislation
    if redirect:
        meta["redirect"] = redirect
    if crumbs:
        meta["crumbs"] = [
            {"title": name, "url": address} if address is not None else {"title": name}
            for name, address in crumbs
        ]
    return Page(template, meta, {"title": title, **values})


@dataclass(frozen=True)
class _Wanted:
    """The address of a page, what makes the page, and what it is made from."""

    url: str
    make: Callable[..., Page]
    values: tuple[Any, ...]


class Pages(Mapping[str, str]):
    """The pages by the path of their Markdown file; a page is made whenever it is asked for, never before.

    Only what pages are made from is held, which they share, so that each can be made by any process.
    """

    def __init__(self, templates: Environment | None = None) -> None:
        self._templates = templates or environment()
        self._wanted: dict[str, _Wanted] = {}

    def __getitem__(self, path: str) -> str:
        wanted = self._wanted[path]
        made = wanted.make(*wanted.values)
        body = self._templates.get_template(made.template).render({"page": wanted.url, **made.values})
        return f"{_front_matter(made.meta)}\n{body.strip()}\n"

    def __iter__(self) -> Iterator[str]:
        return iter(self._wanted)

    def __len__(self) -> int:
        return len(self._wanted)

    def add(self, url: str, make: Callable[..., Page], *values: Any) -> None:
        """Promise the page at *url*, which is *make* of *values*; these stay in memory, so they had better be the library's."""
        self._wanted[links.source_path(url)] = _Wanted(url, make, values)


def _front_matter(meta: Mapping[str, Any]) -> str:
    """Return *meta* as YAML; JSON is YAML, and spells every string safely."""
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in meta.items())
    return "---\n" + "\n".join(lines) + "\n---\n"
