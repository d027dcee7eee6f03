"""What the generator returns: pages and files by path, and the navigation (站点)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class NavItem:
    """An entry of the navigation: a page, or a titled group of entries."""

    title: str
    path: str | None = None
    children: tuple[NavItem, ...] = ()


@dataclass(frozen=True)
class Site:
    """Markdown pages by path (`documents/x.md`), other files by path (`api/v1/facts.json`), and the navigation.

    `downloads` are files too; each is made when it is asked for.
    `checked_on` is the latest day on which an extract was read against its source, in Chinese, for the foot of every page.
    """

    pages: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    downloads: Mapping[str, bytes] = field(default_factory=dict)
    navigation: tuple[NavItem, ...] = ()
    checked_on: str = ""
