"""JSON as we publish it: Chinese as it is, a line for each value, so that two editions can be compared line by line (JSON)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from generator.export.pieces import batches


def as_json(content: Any) -> bytes:
    """Return *content* as JSON."""
    return f"{_spelled(content)}\n".encode()


def list_pieces(records: Iterable[Any]) -> Iterator[bytes]:
    """Yield what `as_json` returns for a list of *records*, each of which is gone when the next one comes."""
    before = "["
    for some in batches(records):
        words = [_spelled(record).replace("\n", "\n ") for record in some]
        yield (before + ",".join(f"\n {one}" for one in words)).encode()
        before = ","
    yield b"[]\n" if before == "[" else b"\n]\n"


def _spelled(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)
