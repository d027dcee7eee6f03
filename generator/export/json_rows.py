"""JSON as we publish it: Chinese as it is, a line for each value, so that two editions can be compared line by line (JSON)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any


def as_json(content: Any) -> bytes:
    """Return *content* as JSON."""
    return f"{_spelled(content)}\n".encode()


def list_json(records: Iterable[Any]) -> bytes:
    """Return what `as_json` returns for a list of *records*, each of which is gone when the next one comes."""
    found = bytearray()
    for record in records:
        words = _spelled(record).replace("\n", "\n ")
        found += f"{',' if found else '['}\n {words}".encode()
    found += b"\n]\n" if found else b"[]\n"
    return bytes(found)


def _spelled(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)
