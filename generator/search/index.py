"""The index of a library: files that are made of entries when somebody asks for them, by whom they like (检索索引)."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.links import SEARCH_INDEX
from generator.search.build import index_files
from generator.search.entries import Entry
from generator.search.lexicon import Synonym
from generator.site import Promised


@dataclass(frozen=True, eq=False)
class Index(Promised):
    """The files of the search, and what they are made of: a process that holds nothing else can be fed with it.

    *parts* yields the entries in the order that `index_files` asks for.
    """

    parts: Callable[[], Iterable[Sequence[Entry]]]
    synonyms: tuple[Synonym, ...]


def promised_index(parts: Callable[[], Iterable[Sequence[Entry]]], synonyms: tuple[Synonym, ...]) -> Index:
    """Return the index of *parts*, by path in the site, made when somebody looks at it."""
    return Index(
        lambda: {path: b"".join(pieces) for path, pieces in sorted(placed_files(parts(), synonyms))},
        parts,
        synonyms,
    )


def placed_files(
    parts: Iterable[Sequence[Entry]], synonyms: tuple[Synonym, ...]
) -> Iterator[tuple[str, Sequence[bytes]]]:
    """Yield the files of the search by their path in the site, each as pieces."""
    return ((f"{SEARCH_INDEX}{name}", pieces) for name, pieces in index_files(parts, synonyms))
