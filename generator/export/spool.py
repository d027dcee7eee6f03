"""Rows of a long table, held in a temporary file and read one by one: memory holds only where each begins (暂存).

The processes that make downloads inherit the tables of the whole library; at a thousand documents they were a fifth of the memory of each.
"""

from __future__ import annotations

import marshal
import os
import weakref
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from tempfile import TemporaryFile
from typing import overload

from generator.export.tables import Row


class SpooledRows(Sequence[Row]):
    """*rows* in a file without a name, which goes with the last process that has it open; OSError where there is no room."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._file = TemporaryFile()  # noqa: SIM115 - it is open as long as the rows are
        weakref.finalize(self, self._file.close)
        self._ends = array("Q", (0,))
        for row in rows:
            self._ends.append(self._ends[-1] + self._file.write(marshal.dumps(row)))
        self._file.flush()

    def __len__(self) -> int:
        return len(self._ends) - 1

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        if isinstance(place, slice):
            return tuple(self[one] for one in range(*place.indices(len(self))))
        if not 0 <= place < len(self):
            raise IndexError(place)
        row: Row = marshal.loads(self._read(self._ends[place], self._ends[place + 1]))
        return row

    def _read(self, start: int, end: int) -> bytes:
        """The bytes from *start* to *end*; forked processes share the position in the file, so it is used only where nothing forks."""
        if hasattr(os, "pread"):
            return os.pread(self._file.fileno(), end - start, start)
        self._file.seek(start)
        return self._file.read(end - start)


class RowIndex:
    """Where the rows are that hold a value in the cell *place*: sixteen bytes a row, as it is known by its hash."""

    def __init__(self, rows: Sequence[Row], place: int) -> None:
        self._rows, self._place = rows, place
        hashes = array("q", (hash(row[place]) for row in rows))
        self._numbers = array("Q", sorted(range(len(hashes)), key=hashes.__getitem__))
        self._hashes = array("q", map(hashes.__getitem__, self._numbers))

    def __getitem__(self, value: object) -> Iterator[Row]:
        """Yield the rows that hold *value*, in their order."""
        wanted = hash(value)
        for at in range(bisect_left(self._hashes, wanted), len(self._hashes)):
            if self._hashes[at] != wanted:
                return
            row = self._rows[self._numbers[at]]
            if row[self._place] == value:
                yield row
