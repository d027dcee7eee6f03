"""Long files come in pieces, so that whoever writes them holds none of them whole (分段)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import islice
from typing import IO, TypeVar

T = TypeVar("T")

_ROWS = 100
_BYTES = 1_000_000


def batches(rows: Iterable[T]) -> Iterator[list[T]]:
    """Yield *rows* in lists that are long enough to be worth a write and short enough to be nothing in memory."""
    left = iter(rows)
    while some := list(islice(left, _ROWS)):
        yield some


def pieces_of(file: IO[bytes]) -> Iterator[bytes]:
    """Yield the content of *file* from its beginning."""
    file.seek(0)
    yield from iter(partial(file.read, _BYTES), b"")
