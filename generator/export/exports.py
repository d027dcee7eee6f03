"""Files that are made when somebody asks for them, and told apart by what goes into them (按需生成)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import cached_property, partial
from typing import Any


@dataclass(frozen=True)
class _Wanted:
    """What makes a file, and what it is made from."""

    make: Callable[..., bytes | Iterator[bytes]]
    values: tuple[Any, ...]


class Exports(Mapping[str, bytes]):
    """Files by path; a file is made whenever it is asked for, never before, by any process.

    What many files are made from is arranged when it is asked for too, part by part: to know all paths, or to look for
    one that `add` has not named, every part is arranged once and only its paths are kept.
    """

    def __init__(self) -> None:
        self._wanted: dict[str, _Wanted] = {}
        self._later: list[Callable[[], Exports]] = []
        self._digests: dict[int, str] = {}
        self._last: tuple[int, Exports] | None = None

    def __getitem__(self, path: str) -> bytes:
        return b"".join(self.pieces(path))

    def __iter__(self) -> Iterator[str]:
        yield from self._wanted
        yield from self._places

    def __len__(self) -> int:
        return len(self._wanted) + len(self._places)

    def pieces(self, path: str) -> Iterator[bytes]:
        """Yield the content of a file piece by piece, for whoever need not hold it."""
        if path not in self._wanted:
            yield from self._part_of(path).pieces(path)
            return
        wanted = self._wanted[path]
        made = wanted.make(*wanted.values)
        yield from (made,) if isinstance(made, bytes) else made

    def digest(self, path: str) -> str:
        """Return what tells the content of a file from any other without making it: all its values, spelled out."""
        if path not in self._wanted:
            return self._part_of(path).digest(path)
        wanted = self._wanted[path]
        return _sha256(f"{wanted.make.__qualname__} {self._spelled(wanted.values)}")

    def parts(self) -> Sequence[Callable[[], Exports]]:
        """Return all files in parts, each of which can be arranged and made by itself."""
        return [*(partial(self._alone, path) for path in self._wanted), *self._later]

    def _alone(self, path: str) -> Exports:
        one = Exports()
        one._wanted[path] = self._wanted[path]
        return one

    def _part_of(self, path: str) -> Exports:
        """The part that holds *path*, arranged; KeyError where there is none."""
        place = self._places[path]
        if self._last is None or self._last[0] != place:
            self._last = place, self._later[place]()
        return self._last[1]

    @cached_property
    def _places(self) -> Mapping[str, int]:
        """Where each file of the parts is among them."""
        return {path: place for place, arrange in enumerate(self._later) for path in arrange()}

    def _spelled(self, value: Any) -> str:
        """What tells *value* from any other; a table goes into several files and is spelled out once."""
        if isinstance(value, tuple):
            return f"({', '.join(map(self._spelled, value))})"
        if isinstance(value, str):
            return repr(value)
        if id(value) not in self._digests:
            digest = hashlib.sha256()
            for piece in _pieces(value):
                digest.update(piece.encode())
            self._digests[id(value)] = digest.hexdigest()
        return self._digests[id(value)]

    def add(self, path: str, make: Callable[..., bytes | Iterator[bytes]], *values: Any) -> None:
        """Promise the file *path*, which is *make* of *values* (frozen values, spelled out in full by repr), whole or in pieces."""
        self._wanted[path] = _Wanted(make, values)

    def later(self, arrange: Callable[..., Exports], *values: Any) -> None:
        """Promise the files that *arrange* of *values* returns, which no other part may hold."""
        self._later.append(partial(arrange, *values))

    def __or__(self, other: Exports) -> Exports:
        """Return the files of both."""
        both = Exports()
        both._wanted = self._wanted | other._wanted
        both._later = [*self._later, *other._later]
        return both


def _pieces(value: Any) -> Iterator[str]:
    """What repr spells of *value*, of a table row by row: all rows at once are as long as the file."""
    if not is_dataclass(value):
        yield repr(value)
        return
    yield type(value).__qualname__
    for part in fields(value):
        held = getattr(value, part.name)
        many = isinstance(held, Sequence) and not isinstance(held, str)
        yield from (f"{part.name} {one!r}" for one in (held if many else (held,)))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
