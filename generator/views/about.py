"""How the figures are checked, how many there are, what isn't covered: counted at each build (关于)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator import links
from generator.evidence import claims_of
from generator.library import Library
from generator.model.document import Document
from generator.model.facts import KIND_NAMES
from generator.sources.proof import Proof
from generator.views.checks import CheckView, view_check


@dataclass(frozen=True)
class ProofRow:
    """What was counted for one document, and how it was checked."""

    title: str
    url: str
    provisions: int
    facts: int
    claims: int
    check: CheckView


@dataclass(frozen=True)
class AboutView:
    """The figures of the page 关于."""

    rows: tuple[ProofRow, ...]
    kinds: tuple[tuple[str, int], ...]
    documents: int
    provisions: int
    facts: int
    departments: int
    not_held: tuple[str, ...]

    @property
    def unchecked(self) -> int:
        """How many documents were neither checked in this build nor have a record that still holds."""
        return sum(row.check.way == "none" for row in self.rows)


def proof_rows(
    library: Library, documents: Iterable[Document], proofs: Mapping[str, Proof]
) -> tuple[ProofRow, ...]:
    """Return what was counted for each of *documents*, with what *proofs* found."""
    return tuple(
        ProofRow(
            document.title,
            links.document(document.id),
            len(document.provisions),
            sum(len(p.facts) for p in document.provisions),
            sum(1 for _ in claims_of(document)),
            view_check(library, document, proofs),
        )
        for document in documents
    )


def view_about(library: Library, proofs: Mapping[str, Proof]) -> AboutView:
    """Return the counts of *library*, with what *proofs* found."""
    rows = proof_rows(library, library.documents.values(), proofs)
    kinds: dict[str, int] = {}
    for placed in library.facts.values():
        kinds[placed.fact.kind] = kinds.get(placed.fact.kind, 0) + 1
    missing = {f"{m.title}": None for family in library.vocabulary.families.values() for m in family.missing}
    return AboutView(
        rows,
        tuple((KIND_NAMES[kind], count) for kind, count in sorted(kinds.items(), key=lambda pair: -pair[1])),
        len(library.documents),
        sum(r.provisions for r in rows),
        sum(r.facts for r in rows),
        len(library.vocabulary.departments),
        tuple(missing),
    )
