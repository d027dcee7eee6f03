"""What of the facts is an answer to 我能享受什么, to whom, and in which of its groups, before it is laid out (政策待遇)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, assert_never

from generator.library import Library, PlacedFact
from generator.model.base import Absent
from generator.model.facts import (
    Cap,
    Conversion,
    Count,
    Date,
    Deadline,
    Duration,
    Headcount,
    Inherited,
    Money,
    Multiple,
    Percent,
    Period,
    Ratio,
    Recurrence,
    Relative,
    Unspecified,
    Uplift,
    UsageLimit,
    Visits,
)
from generator.quantities import Quantity

GroupId = Literal["stated", "parent", "open", "relative", "duty"]
ENDED = ("征求意见稿", "失效", "废止")
"""What a document of such a status says holds no longer, or not yet."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A fact that gives or requires something: the group of its answer, whom it names, whom its clause names."""

    placed: PlacedFact
    group: GroupId
    audiences: frozenset[str]
    clause_audiences: frozenset[str]

    @property
    def key(self) -> str:
        """The name of the fact across the library."""
        return self.placed.key

    @property
    def region(self) -> str:
        """The region of the document."""
        return self.placed.document.region

    @property
    def in_force(self) -> bool:
        """Whether the document is neither drafted nor ended."""
        return self.placed.document.status.value not in ENDED

    @property
    def adds_to(self) -> str:
        """The key of the fact that this one comes on top of, empty for none."""
        return f"{self.placed.document.id}/{self.placed.fact.adds_to}" if self.placed.fact.adds_to else ""

    @property
    def payee_stated(self) -> bool:
        """Whether the text says who is paid."""
        return not isinstance(getattr(self.placed.fact, "payee", None), Absent)


def find_claims(library: Library) -> Mapping[str, Claim]:
    """Return every fact that gives or requires something by its key, drafts included."""
    sets: dict[tuple[str, ...], frozenset[str]] = {}

    def named(audiences: tuple[str, ...]) -> frozenset[str]:
        return sets.setdefault(audiences, frozenset(audiences))

    return {
        placed.key: Claim(
            placed,
            group,
            named(placed.audiences),
            named(placed.provision.audiences),
        )
        for placed in library.facts.values()
        if (group := group_of(placed)) is not None
    }


def group_of(placed: PlacedFact) -> GroupId | None:
    """Return the kind of answer that a fact is; None for what only explains, such as a date or a total."""
    fact = placed.fact
    match fact:
        case Money():
            pool = fact.nature == "资金" and isinstance(fact.payee, Absent)
            return None if pool else "stated"
        case Multiple() | Uplift():
            return "stated"
        case Inherited():
            return None if fact.of == "数量" else "parent"
        case Unspecified():
            share = fact.of == "比例" and isinstance(fact.payee, Absent)
            return None if share or fact.of == "数量" else "open"
        case Relative():
            return "relative"
        case Percent() | Ratio() | Count():
            least = isinstance(placed.measure, Quantity) and placed.measure.comparator in ("ge", "gt")
            return "duty" if least and _binding(placed) else None
        case Deadline():
            return "duty" if _binding(placed) else None
        case (
            Headcount()
            | Visits()
            | Cap()
            | Recurrence()
            | Date()
            | Period()
            | Duration()
            | UsageLimit()
            | Conversion()
        ):
            return None
        case _:
            assert_never(fact)


def _binding(placed: PlacedFact) -> bool:
    return placed.strength == "应当"
