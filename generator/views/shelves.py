"""Lists that are too long for one page, cut by region, a long region by year, a long year by number (分页)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator import links
from generator.library import Library
from generator.model.document import Document
from generator.model.vocabulary import Indicator
from generator.views.dates import document_year, newest_first

MOST = 300
"""How many rows one page holds: at some 1,200 bytes a row it stays well below 500 kB."""

T = TypeVar("T")


@dataclass(frozen=True)
class Shelf(Generic[T]):
    """A part of a list: its name, the end of its address, and its rows in the order of the list."""

    name: str
    slug: str
    rows: tuple[T, ...]


@dataclass(frozen=True)
class Way:
    """A line of the page that stands for a list that was cut: where a part is, and how many rows it has."""

    name: str
    url: str
    count: int


def shelve(
    library: Library, rows: Sequence[T], url: Callable[[T], str], most: int = MOST
) -> tuple[Shelf[T], ...]:
    """Cut *rows*, each leading to a document by its *url*, into parts of at most *most*; () where no cut is needed.

    A region stands together with those below it while they fit on a page. Regions go from the highest level down,
    years from the newest back.
    """
    if len(rows) <= most:
        return ()
    cutter = _Cutter(library, url, most)
    found: dict[str, list[T]] = {}
    for row in rows:
        found.setdefault(cutter.document(row).region, []).append(row)
    tops = dict.fromkeys(
        ([*library.vocabulary.region_path(region)] or [region])[-1] for region in sorted(found)
    )
    return tuple(shelf for top in tops for shelf in cutter.subtree(top, found))


def shelve_documents(library: Library, most: int = MOST) -> tuple[Shelf[Document], ...]:
    """Cut the documents of *library*, newest first, for lists with a row for each; () where no cut is needed."""
    documents = newest_first(tuple(library.documents.values()))
    return shelve(library, documents, lambda document: links.document(document.id), most)


def shelve_indicators(
    library: Library, indicators: Sequence[Indicator], most: int = MOST
) -> tuple[Shelf[Indicator], ...]:
    """Cut *indicators* by topic, topics in the order of the vocabulary; () where no cut is needed."""
    if len(indicators) <= most:
        return ()
    found: dict[str, list[Indicator]] = {topic: [] for topic in library.vocabulary.topics}
    for indicator in indicators:
        found.setdefault(indicator.topic, []).append(indicator)
    names = {topic.id: topic.name for topic in library.vocabulary.topics.values()}
    return tuple(Shelf(names.get(topic, topic), topic, tuple(rows)) for topic, rows in found.items() if rows)


class _Cutter(Generic[T]):
    def __init__(self, library: Library, url: Callable[[T], str], most: int) -> None:
        self.library, self.url, self.most = library, url, most

    def document(self, row: T) -> Document:
        return self.library.documents[document_of(self.url(row))]

    def subtree(self, region: str, found: Mapping[str, Sequence[T]]) -> Iterator[Shelf[T]]:
        """Yield the parts of *region* and of what lies below it."""
        vocabulary = self.library.vocabulary
        name = vocabulary.regions[region].short if region in vocabulary.regions else region
        below = [name for name in vocabulary.all_below(region) if name in found]
        together = [row for part in (region, *below) for row in found.get(part, ())]
        if together and len(together) <= self.most:
            yield Shelf(f"{name}及所属" if below else name, region, tuple(together))
        elif together:
            yield from self.own(name, region, found.get(region, ()))
            for child in vocabulary.below.get(region, ()):
                yield from self.subtree(child.id, found)

    def own(self, name: str, slug: str, rows: Sequence[T]) -> Iterator[Shelf[T]]:
        """Yield the parts of the rows of one region alone."""
        if len(rows) <= self.most:
            yield from [Shelf(name, slug, tuple(rows))] if rows else []
            return
        years: dict[str, list[T]] = {}
        for row in rows:
            years.setdefault(document_year(self.document(row)) or "", []).append(row)
        for year, of_year in sorted(years.items(), reverse=True):
            title = f"{name} {year}年" if year else f"{name} 年份文中未载明"
            for number, start in enumerate(range(0, len(of_year), self.most), start=1):
                part = tuple(of_year[start : start + self.most])
                tail = (f"（{number}）", f"-{number}") if number > 1 else ("", "")
                yield Shelf(title + tail[0], f"{slug}-{year or 'undated'}{tail[1]}", part)


def ways(base: str, shelves: Sequence[Shelf[T]]) -> tuple[Way, ...]:
    """Return the ways to *shelves*, whose addresses begin with *base*."""
    return tuple(Way(shelf.name, links.part(base, shelf.slug), len(shelf.rows)) for shelf in shelves)


def document_of(url: str) -> str:
    """Return the id of the document that *url* leads to, empty where it leads elsewhere."""
    return url.removeprefix(links.DOCUMENTS).split("/")[0] if url.startswith(links.DOCUMENTS) else ""
