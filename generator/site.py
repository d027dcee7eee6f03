"""What the generator returns: pages and files by path, and the navigation (站点)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True)
class NavItem:
    """An entry of the navigation: a page, or a titled group of entries."""

    title: str
    path: str | None = None
    children: tuple[NavItem, ...] = ()


@dataclass(frozen=True, eq=False)
class Promised(Mapping[str, bytes]):
    """Files by path that *make* returns; it is asked when somebody looks at them, and only once.

    A process that has had them made elsewhere never holds them.
    """

    make: Callable[[], Mapping[str, bytes]]

    def __getitem__(self, path: str) -> bytes:
        return self.made[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self.made)

    def __len__(self) -> int:
        return len(self.made)

    @cached_property
    def made(self) -> Mapping[str, bytes]:
        """What *make* returned."""
        return self.make()


@dataclass(frozen=True)
class Site:
    """Markdown pages by path (`documents/x.md`), other files by path (`api/v1/facts.json`), and the navigation.

    `files` are made when one of them is asked for; `index`, those of the search, and `downloads` are files too: the
    ones can be made by a process that holds nothing else, of the others each is made by itself.
    `checked_on` is the latest day on which an extract was read against its source, in Chinese, for the foot of every page.
    """

    pages: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    index: Mapping[str, bytes] = field(default_factory=dict)
    downloads: Mapping[str, bytes] = field(default_factory=dict)
    navigation: tuple[NavItem, ...] = ()
    checked_on: str = ""
