"""All facts of one sort across the library: 奖励, 补贴与资金, 目标, 时限 (分类清单)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from generator import links
from generator.library import Library, PlacedFact
from generator.model.facts import (
    Count,
    Deadline,
    Headcount,
    Inherited,
    Money,
    Multiple,
    Percent,
    Ratio,
    Recurrence,
    Unspecified,
    Uplift,
    Visits,
)
from generator.quantities import Quantity
from generator.views.dates import order_key
from generator.views.facts import FactView, fact_view, is_proposed
from generator.views.shelves import Way, shelve, ways


@dataclass(frozen=True)
class KindGroup:
    """The facts of one sort in one region: those in force or to be verified, then those only drafted."""

    region: str
    region_url: str
    facts: tuple[FactView, ...]


@dataclass(frozen=True)
class KindView:
    """A page of facts of one sort; `ways` in the place of the facts where they are too many, then each `part` has a page."""

    url: str
    title: str
    lede: str
    groups: tuple[KindGroup, ...]
    drafts: tuple[FactView, ...]
    ways: tuple[Way, ...] = ()
    part: bool = False

    @property
    def total(self) -> int:
        """How many facts the page lists, drafts included."""
        return sum(len(group.facts) for group in self.groups) + len(self.drafts)


def is_award(placed: PlacedFact) -> bool:
    """Whether the fact is prize money (奖励)."""
    return isinstance(placed.fact, Money) and placed.fact.nature == "奖励"


def is_subsidy(placed: PlacedFact) -> bool:
    """Whether the fact is other money, promised, capped, or set elsewhere (补贴与资金)."""
    fact = placed.fact
    if isinstance(fact, Money):
        return fact.nature != "奖励"
    if isinstance(fact, Unspecified | Inherited):
        return fact.of == "金额"
    return isinstance(fact, Uplift | Multiple)


def is_target(placed: PlacedFact) -> bool:
    """Whether the fact is a number to be reached (目标)."""
    fact = placed.fact
    measured = isinstance(fact, Headcount | Visits | Percent | Ratio | Count)
    return measured and (placed.strength in ("目标", "力争") or "goals" in placed.provision.topics)


def is_deadline(placed: PlacedFact) -> bool:
    """Whether the fact says by when or how often (时限)."""
    return isinstance(placed.fact, Deadline | Recurrence)


_KINDS: tuple[tuple[str, str, str, Callable[[PlacedFact], bool]], ...] = (
    (links.AWARDS, "奖励", "各文件写明的奖金，数额从高到低。", is_award),
    (
        links.SUBSIDIES,
        "补贴与资金",
        "各文件写明的补贴、补助和资金安排，以及只说补、没写多少或按别的文件执行的。",
        is_subsidy,
    ),
    (links.TARGETS, "目标", "各文件提出的人数、人次、比例和数量目标。", is_target),
    (links.DEADLINES, "时限", "什么时候之前要办完，多久办一次。", is_deadline),
)


@dataclass(frozen=True)
class Kind:
    """The facts of one sort in the order of their page: by region, then drafts; `ways` where the parts hold them."""

    url: str
    title: str
    lede: str
    groups: tuple[tuple[str, str, tuple[PlacedFact, ...]], ...]
    drafts: tuple[PlacedFact, ...]
    ways: tuple[Way, ...] = ()
    part: bool = False


def find_kinds(library: Library) -> tuple[Kind, ...]:
    """Return the four sorts; within a region the largest amounts come first, then the order of the documents."""
    return tuple(_kind(library, *kind) for kind in _KINDS)


def view_kind(library: Library, kind: Kind) -> KindView:
    """Return the page of *kind*, or of one part of it."""
    return KindView(
        kind.url,
        kind.title,
        kind.lede,
        tuple(
            KindGroup(name, url, tuple(fact_view(library, p) for p in own)) for name, url, own in kind.groups
        ),
        tuple(fact_view(library, p) for p in kind.drafts),
        kind.ways,
        kind.part,
    )


def _kind(library: Library, url: str, title: str, lede: str, wanted: Callable[[PlacedFact], bool]) -> Kind:
    chosen = sorted((placed for placed in library.facts.values() if wanted(placed)), key=rank)
    finals = [p for p in chosen if not is_proposed(p)]
    regions = sorted(
        {p.document.region for p in finals}, key=lambda r: (len(library.vocabulary.region_path(r)), r)
    )
    ranked: dict[str, list[PlacedFact]] = {region: [] for region in regions}
    for placed in finals:
        ranked[placed.document.region].append(placed)
    names = library.vocabulary.regions
    groups = tuple(
        (names[region].short if region in names else region, links.region(region), tuple(own))
        for region, own in ranked.items()
    )
    return Kind(url, title, lede, groups, tuple(p for p in chosen if is_proposed(p)))


def cut_kind(library: Library, kind: Kind) -> tuple[Kind, ...]:
    """Return *kind* alone, or where it is too long for a page one of ways, and its parts."""
    facts = (*(fact for _, _, own in kind.groups for fact in own), *kind.drafts)
    shelves = shelve(library, facts, lambda placed: links.document(placed.document.id))
    if not shelves:
        return (kind,)
    parts = (
        Kind(
            links.part(kind.url, shelf.slug),
            f"{kind.title}：{shelf.name}",
            kind.lede,
            tuple(
                (shelf.name, links.region(finals[0].document.region), finals)
                for finals in (tuple(p for p in shelf.rows if not is_proposed(p)),)
                if finals
            ),
            tuple(p for p in shelf.rows if is_proposed(p)),
            part=True,
        )
        for shelf in shelves
    )
    return (replace(kind, groups=(), drafts=(), ways=ways(kind.url, shelves)), *parts)


def rank(placed: PlacedFact) -> tuple[int, float, tuple[str, str]]:
    """Sort key: money first, the largest amounts in front, then the order of the documents."""
    measure = placed.measure
    is_money = isinstance(measure, Quantity) and measure.unit == "元"
    amount = float(measure.max or measure.min or 0) if isinstance(measure, Quantity) and is_money else 0.0
    return (0 if is_money else 1, -amount, order_key(placed.document))
