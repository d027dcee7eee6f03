"""Amounts of every region on one axis, each step ten times the one before (各地金额)."""

from __future__ import annotations

import math
from dataclasses import dataclass

from generator.library import Library, PlacedFact
from generator.model.facts import Money
from generator.views.facts import fact_view, is_draft
from generator.views.kinds import rank
from generator.views.pictures import MOST_REGIONS, Mark, extent, region_name

MOST_AMOUNTS = 20
"""How many amounts of one region are drawn, the highest."""


@dataclass(frozen=True)
class Tick:
    """A line of the scale, at `place` percent."""

    place: float
    words: str


@dataclass(frozen=True)
class AmountGroup:
    """The marks of one region."""

    region: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Amounts:
    """Amounts of several regions on one axis on which every step is ten times the last."""

    title: str
    description: str
    groups: tuple[AmountGroup, ...]
    ticks: tuple[Tick, ...]


def amounts(library: Library) -> Amounts | None:
    """Return what single persons, firms or schools get in each region, on one axis of powers of ten.

    Pools (资金) are left out: they are not paid to one. Drafts are left out.
    """
    chosen = [
        p
        for p in library.facts.values()
        if isinstance(p.fact, Money) and p.fact.nature != "资金" and p.fact.per and not is_draft(p.document)
    ]
    spans = {p.key: extent(p) for p in chosen}
    if not chosen:
        return None
    low = math.floor(math.log10(min(first for first, _ in spans.values())))
    high = max(math.ceil(math.log10(max(last for _, last in spans.values()))), low + 1)

    def place(value: float) -> float:
        return round(100 * (math.log10(value) - low) / (high - low), 1)

    regions = sorted(
        {p.document.region for p in chosen}, key=lambda r: (len(library.vocabulary.region_path(r)), r)
    )
    ranked: dict[str, list[PlacedFact]] = {region: [] for region in regions}
    for placed in sorted(chosen, key=rank):
        ranked[placed.document.region].append(placed)
    shown = list(ranked.items())[:MOST_REGIONS]
    groups = tuple(
        AmountGroup(
            library.vocabulary.regions[region].short if region in library.vocabulary.regions else region,
            tuple(
                Mark(
                    fact_view(library, p),
                    region_name(library, p),
                    place(spans[p.key][0]),
                    place(spans[p.key][1]),
                )
                for p in own[:MOST_AMOUNTS]
            ),
        )
        for region, own in shown
    )
    named = "；".join(
        f"{g.region}{'最高的' if len(own) > len(g.marks) else ''} {len(g.marks)} 项，{_least_and_most(g)}"
        for g, (_, own) in zip(groups, shown, strict=True)
    )
    return Amounts(
        "给个人、单位的数额",
        f"每一格是前一格的十倍。{named}。统筹安排的资金总额不在图里。",
        groups,
        tuple(Tick(place(10**power), _round_amount(power)) for power in range(low, high + 1)),
    )


def _least_and_most(group: AmountGroup) -> str:
    least, most = group.marks[-1].fact.figure.words, group.marks[0].fact.figure.words
    return least if least == most else f"从{least}到{most}"


_ROUND = {
    0: "1元",
    1: "10元",
    2: "100元",
    3: "1000元",
    4: "1万元",
    5: "10万元",
    6: "100万元",
    7: "1000万元",
    8: "1亿元",
}


def _round_amount(power: int) -> str:
    return _ROUND.get(power, f"10^{power}元")
