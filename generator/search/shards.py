"""Cut what was built into small files, so that a query fetches only what it needs (format: docs/decisions).

A term lives in the shard that its hash names; lunr scores a field only against the terms of the query, so an index put
together from a few shards answers like the whole one. Cards lie together by document.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from generator.search.scores import Rows
from generator.search.units import FIELDS, Group, card_of

SHARD_BYTES = 12_000
"""How large a file of terms or phrases should be, roughly and before compression."""
COUNTS_BYTES = 250_000
"""The same for counts: every question asks for some of them, so that few files are soon all there."""
CHUNK_BYTES = 40_000
"""The same for cards: about the size of one document."""
LONGEST_CHUNK = 64_000
"""A document whose cards are longer is cut."""


def hashed(text: str) -> int:
    """Return the FNV-1a hash of the characters of *text*; shards.mjs holds its twin."""
    value = 2166136261
    for c in text:
        value = ((value ^ ord(c)) * 16777619) & 0xFFFFFFFF
    return value


def dumped(value: Any) -> bytes:
    """Return *value* as compact JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def spread(rows: Iterable[tuple[str, Any]], size: int = SHARD_BYTES) -> list[bytes]:
    """Spread *rows* by the hash of their key over as many files of about *size* bytes as they need (a power of two).

    A row is the line `[key, value]`; of its value nothing else is held, as all values together are many times their lines.
    """
    written = [(hashed(key), dumped([key, value])) for key, value in rows]
    total = sum(len(row) for _, row in written)
    count = 1
    while count * size < total:
        count *= 2
    shards: list[list[bytes]] = [[] for _ in range(count)]
    for number, row in written:
        shards[number % count].append(row)
    return [b"\n".join(shard) for shard in shards]


def posting_row(found_in: int, fields: Mapping[str, Rows]) -> list[Any]:
    """Return `[found_in, [unit, score, step, score, …], …]`, a list per field; units as steps from the one before."""
    row: list[Any] = [found_in]
    for name in FIELDS:
        pairs = fields.get(name, [])
        steps = (number - last for (number, _), (last, _) in zip(pairs, [(0, 0), *pairs], strict=False))
        row.append([value for step, (_, score) in zip(steps, pairs, strict=True) for value in (step, score)])
    while row[-1] == []:
        row.pop()
    return row


class Cards:
    """Packs cards: small documents together up to *size* bytes, one of more than *longest* cut.

    A part is a line `{first, count, head?}` and as many lines of cards; `head` is there where the part does not begin with it.
    """

    def __init__(self, size: int = CHUNK_BYTES, longest: int = LONGEST_CHUNK) -> None:
        self._size, self._longest = size, longest
        self.firsts: list[int] = []
        """By file the number of its first unit."""
        self._parts: list[list[bytes]] = []
        self._room = 0

    def add(self, group: Group) -> None:
        """Pack the cards of the next *group*."""
        cards = [dumped(card_of(unit)) for unit in group.units]
        start = 0
        while start < len(cards):
            end, weight = start, 0
            while end < len(cards) and (end == start or weight < self._longest):
                weight += len(cards[end])
                end += 1
            first = group.first + start
            head = b',"head":' + cards[0] if start and group.head else b""
            part = b'{"first":%d,"count":%d%s}\n%s' % (first, end - start, head, b"\n".join(cards[start:end]))
            if not self._parts or self._room < weight:
                self.firsts.append(first)
                self._parts.append([])
                self._room = self._size
            self._parts[-1].append(part)
            self._room -= weight
            start = end

    def packed(self) -> list[bytes]:
        """Return the lines of each file; nothing is held here any more."""
        self._parts.reverse()
        return [b"\n".join(self._parts.pop()) for _ in self.firsts]
