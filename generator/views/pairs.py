"""Which documents of the library are two versions of one policy (成对的版本)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator import links
from generator.library import Library
from generator.model.document import Document, Relation, RelationType
from generator.views.dates import order_key

OLDER_IS_TARGET: Mapping[RelationType, bool] = {"草案": True, "定稿": False, "修订": True, "替代": True}
"""Relations between two versions of one policy, and whether the document they point at is the older one.

草案: the target is the draft of this document; 定稿: the target is what became of this draft; 修订 and 替代: this document
revises or replaces the target.
"""


@dataclass(frozen=True)
class Pair:
    """Two versions that the library holds; *relation* is the word that one of them states."""

    older: Document
    newer: Document
    relation: str

    @property
    def url(self) -> str:
        """The page that shows them side by side."""
        return links.version(self.older.id, self.newer.id)


def version_pairs(library: Library) -> tuple[Pair, ...]:
    """Return every pair of versions that the library holds, each once, the newest first."""
    found: dict[tuple[str, str], Pair] = {}
    for document in library.documents.values():
        for pair in _stated(library, document):
            found.setdefault((pair.older.id, pair.newer.id), pair)
    return tuple(sorted(found.values(), key=lambda pair: order_key(pair.newer), reverse=True))


def pairs_of(library: Library, document: Document) -> tuple[Pair, ...]:
    """Return the pairs that *document* belongs to, whichever side states it."""
    others = dict.fromkeys(citation.document.id for citation in library.cited_by(document))
    stated = [
        *_stated(library, document),
        *(p for o in others for p in _stated(library, library.documents[o])),
    ]
    own = {(p.older.id, p.newer.id): p for p in stated if document.id in (p.older.id, p.newer.id)}
    return tuple(own.values())


def _stated(library: Library, document: Document) -> Iterator[Pair]:
    for relation in document.relations:
        other = library.held(relation)
        if relation.type in OLDER_IS_TARGET and other is not None and other.id != document.id:
            yield _pair(document, relation, other)


def _pair(document: Document, relation: Relation, other: Document) -> Pair:
    older, newer = (other, document) if OLDER_IS_TARGET[relation.type] else (document, other)
    return Pair(older, newer, "征求意见稿和定稿" if relation.type in ("草案", "定稿") else relation.type)
