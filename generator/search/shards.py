"""Cut what was built into small files, so that a query fetches only what it needs (format: docs/decisions).

A term lives in the shard that its hash names; lunr scores a field only against the terms of the query, so an index put
together from a few shards answers like the whole one. Cards lie together by document.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from generator.search.scores import Posting
from generator.search.units import FIELDS, Group, card_of

SHARD_BYTES = 24_000
"""How large a file of terms or phrases should be, roughly and before compression."""
CHUNK_BYTES = 40_000
"""The same for cards: about the size of one document."""


def hashed(text: str) -> int:
    """Return the FNV-1a hash of the characters of *text*; shards.mjs holds its twin."""
    value = 2166136261
    for c in text:
        value = ((value ^ ord(c)) * 16777619) & 0xFFFFFFFF
    return value


def dumped(value: Any) -> bytes:
    """Return *value* as compact JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def spread(rows: Mapping[str, Any], size: int = SHARD_BYTES) -> list[dict[str, Any]]:
    """Spread *rows* by the hash of their key over as many shards as files of *size* bytes need (a power of two)."""
    total = sum(len(key.encode()) + len(dumped(value)) for key, value in rows.items())
    count = 1
    while count * size < total:
        count *= 2
    shards: list[dict[str, Any]] = [{} for _ in range(count)]
    for key, value in rows.items():
        shards[hashed(key) % count][key] = value
    return shards


def posting_row(posting: Posting) -> list[Any]:
    """Return `[found_in, [unit, score, step, score, …], …]`, a list per field; units as steps from the one before."""
    row: list[Any] = [posting.found_in]
    for name in FIELDS:
        flat: list[float] = []
        last = 0
        for number, score in posting.fields.get(name, ()):
            flat += [number - last, int(score) if score == int(score) else score]
            last = number
        row.append(flat)
    while row[-1] == []:
        row.pop()
    return row


def chunks(groups: Sequence[Group], size: int = CHUNK_BYTES) -> list[list[dict[str, Any]]]:
    """Pack the cards: small documents together, a large one cut; each part is `{first, head?, cards}`."""
    packed: list[list[dict[str, Any]]] = []
    room = 0
    for group in groups:
        cards = [card_of(unit) for unit in group.units]
        head = cards[0] if group.head else None
        start = 0
        while start < len(cards):
            end, weight = start, 0
            while end < len(cards) and (end == start or weight < size):
                weight += len(dumped(cards[end]))
                end += 1
            part = {"first": group.first + start, "cards": cards[start:end]}
            if start and head:
                part["head"] = head
            if not packed or room < weight:
                packed.append([])
                room = size
            packed[-1].append(part)
            room -= weight
            start = end
    return packed
