"""What a value of the model says to a reader: names for ids, the reason for an absence (取值的说法)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from generator.library import Library
from generator.model.base import Absent
from generator.model.document import Document
from generator.model.facts import KIND_NAMES
from generator.model.references import VOCABULARY_OF_ENTRY_KEY, VOCABULARY_OF_KEY

_TABLES: Mapping[str, str] = {key: table for (_, key), table in VOCABULARY_OF_ENTRY_KEY.items()} | dict(
    VOCABULARY_OF_KEY
)
_OWN = frozenset(
    {"headline", "limits", "part_of", "adds_to", "part", "whole", "fact", "refers_to", "instrument"}
)
"""Keys that hold ids of the same document."""


@dataclass(frozen=True)
class Names:
    """The library of today, and what the facts and relations of one document are called, by id."""

    library: Library
    own: Mapping[str, str] = field(default_factory=dict)

    def said(self, key: str, value: Any) -> str:
        """Return *value* of the field *key* in words."""
        match value:
            case None:
                return "（空）"
            case Absent():
                return value.words
            case str() if key == "kind":
                return KIND_NAMES.get(value, value)
            case str() if key in _OWN:
                return self.own.get(value, value)
            case str():
                table = getattr(self.library.vocabulary, _TABLES.get(key, ""), None)
                return table[value].name if table is not None and value in table else value
            case tuple():
                return "、".join(self.said(key, item) for item in value) or "（空）"
            case BaseModel():
                return self._model(value)
            case _:
                return str(value)

    def _model(self, value: BaseModel) -> str:
        held = dict(value)
        if "orgs" in held:
            matter = f"（{held['matter']}）" if held.get("matter") else ""
            return f"{held['role']}：{self.said('orgs', held['orgs'])}{matter}"
        if "org" in held:
            return self.said("org", held["org"])
        if "target" in held:
            return f"{held['type']}《{held['target'].title}》"
        for key in ("value", "indicator", "label", "name", "quote", "title", "printed", "document", "fact"):
            if held.get(key):
                words = self.said(key, held[key])
                return f"{words}{held['title']}" if key == "label" and "title" in held else words
        return "，".join(
            f"{field.title or name} {self.said(name, held[name])}"
            for name, field in type(value).model_fields.items()
            if held[name] != field.default
        )


def own_names(*documents: Document) -> Mapping[str, str]:
    """Return what the facts and the relations of the *documents* are called; of a later one where ids are the same."""
    found: dict[str, str] = {}
    for document in documents:
        found.update((relation.id, f"《{relation.target.title}》") for relation in document.relations)
        found.update((fact.id, fact.label) for clause in document.provisions for fact in clause.facts)
    return found
