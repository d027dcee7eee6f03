"""Extracts that were read before, kept by the content of their file: only changed files are read again (留存).

A kept reading is the JSON of an extract or a record without findings. The model checks it again when it comes back, so what lies
in the folder may be missing, cut off or wrong: then it is no reading.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Protocol, TypeVar

from pydantic import BaseModel, ValidationError

M = TypeVar("M", bound=BaseModel)


class Keep(Protocol):
    """Texts by name, which may be gone the next time."""

    def get(self, name: str) -> str | None:
        """Return the text under *name*, None where there is none."""

    def begins(self, name: str, words: str) -> bool:
        """Whether there is a text under *name* that begins with *words*."""

    def put(self, name: str, text: str) -> None:
        """Keep *text* under *name*."""


@dataclass(frozen=True)
class Readings:
    """Readings kept in *keep*; *edition* tells the program that made them from any other."""

    keep: Keep
    edition: str

    def get(self, file: str, raw: bytes, model: type[M]) -> M | None:
        """Return what *file* was read as when it held *raw*; None where that isn't known."""
        digest, _, content = (self.keep.get(self._name(file)) or "").partition("\n")
        try:
            return model.model_validate_json(content) if digest == self._digest(raw) else None
        except ValidationError:
            return None

    def knows(self, file: str, raw: bytes) -> bool:
        """Whether *file* was read when it held *raw*."""
        return self.keep.begins(self._name(file), f"{self._digest(raw)}\n")

    def put(self, file: str, raw: bytes, value: BaseModel) -> None:
        """Keep *value*, which *file* was read as without a finding, in the place of what it was before."""
        content = value.model_dump_json(by_alias=True, exclude_unset=True)
        self.keep.put(self._name(file), f"{self._digest(raw)}\n{content}")

    def _name(self, file: str) -> str:
        return hashlib.sha256(file.encode()).hexdigest()

    def _digest(self, raw: bytes) -> str:
        return hashlib.sha256(self.edition.encode() + raw).hexdigest()
