"""Files that are made when somebody asks for them, and told apart by what goes into them (按需生成)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any


@dataclass(frozen=True)
class _Wanted:
    """What makes a file, and what it is made from."""

    make: Callable[..., bytes]
    values: tuple[Any, ...]


class Exports(Mapping[str, bytes]):
    """Files by path; a file is made whenever it is asked for, never before, by any process."""

    def __init__(self) -> None:
        self._wanted: dict[str, _Wanted] = {}
        self._digests: dict[int, str] = {}

    def __getitem__(self, path: str) -> bytes:
        wanted = self._wanted[path]
        return wanted.make(*wanted.values)

    def __iter__(self) -> Iterator[str]:
        return iter(self._wanted)

    def __len__(self) -> int:
        return len(self._wanted)

    def digest(self, path: str) -> str:
        """Return what tells the content of a file from any other without making it: all its values, spelled out."""
        wanted = self._wanted[path]
        return _sha256(f"{wanted.make.__qualname__} {self._spelled(wanted.values)}")

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

    def add(self, path: str, make: Callable[..., bytes], *values: Any) -> None:
        """Promise the file *path*, which is *make* of *values* (frozen values, spelled out in full by repr)."""
        self._wanted[path] = _Wanted(make, values)

    def __or__(self, other: Exports) -> Exports:
        """Return the files of both."""
        both = Exports()
        both._wanted = self._wanted | other._wanted
        return both


def _pieces(value: Any) -> Iterator[str]:
    """What repr spells of *value*, of a table row by row: all rows at once are as long as the file."""
    if not is_dataclass(value):
        yield repr(value)
        return
    yield type(value).__qualname__
    for part in fields(value):
        held = getattr(value, part.name)
        yield from (f"{part.name} {one!r}" for one in (held if isinstance(held, tuple) else (held,)))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
