"""The tables that can be taken along, as values: columns with a type and a width, rows of plain cells (表格)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

Cell = str | int | float | None
Row = tuple[Cell, ...]
Kind = Literal["text", "number", "date"]
_SEPARATOR = "；"
_ABSENT = {"not_in_source": "文中未载明", "not_stated": "文中未规定"}


@dataclass(frozen=True)
class Column:
    """A column: its key in JSON, its Chinese title, what its cells are, and its width in Chinese characters."""

    key: str
    title: str
    kind: Kind = "text"
    width: int = 12


@dataclass(frozen=True)
class Table:
    """A table with a name for its files (`id`) and one for its sheet and its readers (`title`).

    `wrap` breaks long cells into lines, for tables that are read; the others are sorted and filtered.
    """

    id: str
    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Row]
    wrap: bool = False

    def records(self) -> Iterator[dict[str, Cell]]:
        """Yield the rows as JSON objects, in the order of the columns."""
        keys = [column.key for column in self.columns]
        return (dict(zip(keys, row, strict=True)) for row in self.rows)


def table(
    id_: str,
    title: str,
    columns: Sequence[Column],
    records: Iterable[Mapping[str, Any]],
    hold: Callable[[Iterable[Row]], Sequence[Row]] = tuple,
) -> Table:
    """Lay *records* out under *columns*; a key that a record lacks is an empty cell. *hold* says where the rows are."""
    rows = (tuple(cell(record.get(column.key)) for column in columns) for record in records)
    return Table(id_, title, tuple(columns), hold(rows))


def cell(value: Any) -> Cell:
    """Return *value* as one cell: lists joined, an absence in the words that a reader sees."""
    match value:
        case None | int() | float() | str():
            return value
        case {"absent": str(reason)}:
            return _ABSENT.get(reason, reason)
        case {"name": str(name), "role": str(role)}:
            return f"{name}（{role}）"
        case {"name": str(name)}:
            return name
        case list() | tuple():
            return _SEPARATOR.join(dict.fromkeys(str(cell(item)) for item in value))
        case _:
            raise TypeError(f"no cell for {type(value).__name__}")
