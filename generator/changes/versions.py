"""One document before and after: what every change of it needs to know (前后两版)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from generator.changes.names import Names, own_names
from generator.changes.values import Change, ChangeKind
from generator.library import Library
from generator.model.document import Document, Provision
from generator.model.facts import Fact


@dataclass(frozen=True)
class Versions:
    """One document before and after, and the library of today that gives its ids their names."""

    library: Library
    before: Document
    after: Document

    @property
    def name(self) -> str:
        """The title as it is cited."""
        return f"《{self.after.title}》"

    @cached_property
    def corrects(self) -> bool:
        """Whether the source text stayed the same, so that a new figure corrects the extract and not the policy."""
        return self.before.source.sha256 == self.after.source.sha256

    @cached_property
    def names(self) -> Names:
        """What ids are called, those of this document too."""
        return Names(self.library, own_names(self.before, self.after))

    def change(self, kind: ChangeKind, place: str, subject: str, words: str, **rest: str | None) -> Change:
        """Return a change of this document."""
        return Change(kind, self.after.id, self.name, place, subject, words, **rest)  # type: ignore[arg-type]


def renaming(former: str, now: Document | Provision | Fact) -> str:
    """Say which id became which, and whether the old address still leads there."""
    kept = "旧网址转到这里" if former in now.former_ids else "旧网址失效"
    return f"由 {former} 改为 {now.id}，{kept}"
