"""The index of a library: files that are made of entries when somebody asks for them, by whom they like (检索索引)."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.links import SEARCH_INDEX
from generator.search.build import index_files
from generator.search.entries import Entry
from generator.search.lexicon import Synonym


@dataclass(frozen=True, eq=False)
class Index(Mapping[str, bytes]):
    """The files of the search by their path in the site, made once.

    *parts* yields the entries in the order that `index_files` asks for; a process that holds nothing but the index can
    be fed with them.
    """

    parts: Callable[[], Iterable[Sequence[Entry]]]
    synonyms: tuple[Synonym, ...]

    def __getitem__(self, path: str) -> bytes:
        return self._made[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)

    @cached_property
    def _made(self) -> Mapping[str, bytes]:
        return placed_files(self.parts(), self.synonyms)


def placed_files(parts: Iterable[Sequence[Entry]], synonyms: tuple[Synonym, ...]) -> dict[str, bytes]:
    """Return the files of the search by their path in the site."""
    return {f"{SEARCH_INDEX}{name}": content for name, content in index_files(parts, synonyms).items()}
