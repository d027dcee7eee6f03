"""What each key looks like when it is filled in, taken from extracts (例子)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel

Key = tuple[str, str]
"""The name of a class of the model, and one of its keys as a file spells it."""

_SHORT = 60


def find_examples(values: Iterable[BaseModel]) -> Mapping[Key, Any]:
    """Return one filled-in value for each key that *values* use, the first one short enough to read at a glance."""
    found: dict[Key, Any] = {}
    for value in values:
        _walk(value, found)
    return found


def _walk(value: Any, found: dict[Key, Any]) -> None:
    if isinstance(value, tuple):
        for item in value:
            _walk(item, found)
    if not isinstance(value, BaseModel):
        return
    for name, field in type(value).model_fields.items():
        held = getattr(value, name)
        key = (type(value).__name__, field.alias or name)
        if key not in found and name in value.model_fields_set:
            plain = _plain(held)
            if plain not in (None, [], {}) and len(str(plain)) <= _SHORT:
                found[key] = plain
        _walk(held, found)


def _plain(value: Any) -> Any:
    match value:
        case BaseModel():
            return value.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        case tuple():
            return [_plain(item) for item in value]
        case _:
            return value
