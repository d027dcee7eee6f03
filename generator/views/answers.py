"""Whom each benefit concerns, and what comes onto the page of one audience in one region, before it is laid out (问答)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from generator import links
from generator.library import Library, PlacedProvision
from generator.model.vocabulary import Audience, Region
from generator.views.claims import Claim, find_claims
from generator.views.facts import is_draft
from generator.views.kinds import rank
from generator.views.shelves import Shelf, shelve

Relation = Literal["direct", "narrower", "clause", "other"]
"""How a benefit concerns an audience: named; a part of it is named; its clause names it, and who is paid is not said;
its clause names it, and somebody else is paid."""
Group = Literal["stated", "parent", "open", "relative", "duty", "others"]
GROUPS: tuple[Group, ...] = ("stated", "parent", "open", "relative", "duty", "others")
DETAILED = 40
"""So many answers are shown in full on one page; a reader of more is better served by a table."""
_UNHELPFUL = frozenset({"organization", "publicity"})
"""Topics of clauses that only tell offices how to organise themselves."""


@dataclass(frozen=True, slots=True)
class Concern:
    """A benefit as it concerns an audience, and what the text leaves open."""

    claim: Claim
    relation: Relation
    question: str

    @property
    def group(self) -> Group:
        """The heading under which it stands."""
        return "others" if self.relation == "other" else self.claim.group


@dataclass(frozen=True)
class Answer:
    """What the documents have for one audience in one region.

    `offers` are the benefits in force by key, `groups` the same in the order of the page, `drafts` those only drafted.
    `elsewhere` counts by superior region (id) what is left to the pages of these.
    """

    audience: Audience
    region: Region
    offers: Mapping[str, Concern]
    groups: Mapping[Group, tuple[Concern, ...]]
    clauses: tuple[PlacedProvision, ...]
    drafts: tuple[Claim, ...]
    elsewhere: Mapping[str, int]

    @property
    def detailed(self) -> bool:
        """Whether the page shows its answers in full."""
        return len(self.offers) <= DETAILED

    @property
    def count(self) -> int:
        """How many answers there are for the audience; what the same clauses give others is listed but not counted."""
        return sum(len(own) for group, own in self.groups.items() if group != "others")


class Size(NamedTuple):
    """How many answers there are for the audience, and how many the page lists, those for others too."""

    own: int
    listed: int


class _Naming:
    """Claims of each region by the audiences that they or their clauses name."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._claims = tuple(claims)
        self._places: dict[tuple[str, str], list[int]] = {}
        for place, claim in enumerate(self._claims):
            for audience in claim.audiences | claim.clause_audiences:
                self._places.setdefault((claim.region, audience), []).append(place)

    def any(self, region: str, audiences: Iterable[str]) -> Iterator[Claim]:
        """Yield the claims of *region* that name any of *audiences*, in the order in which they came."""
        places = {place for name in audiences for place in self._places.get((region, name), ())}
        return (self._claims[place] for place in sorted(places))


@dataclass(frozen=True)
class _Held:
    """What the documents of one region have for one audience: offers in force by rank, drafts in the order of documents."""

    offers: tuple[Concern, ...]
    drafts: tuple[Claim, ...]


class Answers:
    """The answers of a library; each is found when it is asked for, those of one audience one after the other."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.vocabulary = library.vocabulary
        self.claims = find_claims(library)
        ranked = sorted(self.claims.values(), key=lambda claim: rank(claim.placed))
        self._in_force = _Naming(claim for claim in ranked if claim.in_force)
        self._drafted = _Naming(claim for claim in self.claims.values() if is_draft(claim.placed.document))
        self._supports = _supporting(library)
        names = self.vocabulary.audiences
        self._below = {a: set(_included(a, names)) - {a} for a in names}
        self._above = {a: {b for b, parts in self._below.items() if a in parts} for a in names}
        self._order = {a: place for place, a in enumerate(names)}
        self._known: tuple[str, dict[str, _Held]] = ("", {})
        self.stocked = {
            d.region for d in library.documents.values() if d.status.value not in ("失效", "废止")
        }
        self.regions = tuple(
            sorted((r for r in self.vocabulary.regions.values() if r.id in self.stocked), key=self.place)
        )
        self.audiences = tuple(a for a in names.values() if a.applicant == "是")

    def place(self, region: Region) -> tuple[int, str]:
        """Sort key: superiors first."""
        return len(self.vocabulary.region_path(region.id)), region.id

    @cached_property
    def sizes(self) -> Mapping[tuple[str, str], Size]:
        """How long each answer is, by (audience, region), where there is anything to say, be it clauses without a figure."""
        found = (self.find(audience, region) for audience in self.audiences for region in self.regions)
        return {
            (a.audience.id, a.region.id): Size(a.count, sum(map(len, a.groups.values())))
            for a in found
            if a.groups or a.clauses
        }

    def find(self, audience: Audience, region: Region) -> Answer:
        """Return what there is for *audience* in *region*, which may be nothing.

        Where the offers are too many for one page, those of superior regions are left to the pages of these.
        """
        path = self.vocabulary.region_path(region.id)
        held = {name: self._held(audience, name) for name in path}
        own, whole = len(held[region.id].offers), sum(len(one.offers) for one in held.values())
        alone = whole > DETAILED and own < whole
        above = [one for name in path[1:] for one in held[name].offers] if not alone else []
        ordered = (*held[region.id].offers, *sorted(above, key=lambda one: rank(one.claim.placed)))
        groups = _grouped(ordered)
        clauses: tuple[PlacedProvision, ...] = ()
        if len(ordered) <= DETAILED:
            shown = {
                (one.claim.placed.document.id, one.claim.placed.provision.id)
                for own in groups.values()
                for one in own
            }
            clauses = self._clauses(audience, path[:1] if alone else path, shown)
        return Answer(
            audience,
            region,
            {one.claim.key: one for one in ordered},
            groups,
            clauses,
            tuple(claim for one in held.values() for claim in one.drafts),
            {name: len(held[name].offers) for name in path[1:] if held[name].offers} if alone else {},
        )

    def shelves(self, answer: Answer) -> tuple[Shelf[Concern], ...]:
        """Cut *answer* into parts where it is too long for a page; () where it is not."""
        rows = [one for own in answer.groups.values() for one in own]
        return shelve(self.library, rows, lambda one: links.document(one.claim.placed.document.id))

    def _held(self, audience: Audience, region: str) -> _Held:
        """What the documents of *region* itself have for *audience*; asked again by each region below."""
        if self._known[0] != audience.id:
            self._known = (audience.id, {})
        known = self._known[1]
        if region not in known:
            names = {audience.id, *self._above[audience.id], *self._below[audience.id]}
            in_force = (self._concern(claim, audience) for claim in self._in_force.any(region, names))
            drafted = self._drafted.any(region, names)
            known[region] = _Held(
                tuple(one for one in in_force if one is not None),
                tuple(claim for claim in drafted if self._concern(claim, audience) is not None),
            )
        return known[region]

    def _concern(self, claim: Claim, audience: Audience) -> Concern | None:
        """How *claim* concerns *audience*, and what the text leaves open; None where the text does not mean it.

        A text for enterprises is for lead enterprises too; one for lead enterprises asks an enterprise whether it is
        one. A requirement is only shown to the bodies that it names, and a person is not shown what only bodies get.
        """
        names = self.vocabulary.audiences
        wider = {audience.id, *self._above[audience.id]}
        if claim.group == "duty" and audience.form == "个人":
            return None
        if claim.audiences & wider:
            return Concern(claim, "direct", "")
        if claim.group == "duty":
            return None
        given = [names[a] for a in sorted(claim.audiences & names.keys(), key=self._order.__getitem__)]
        narrower = [a.name for a in given if a.id in self._below[audience.id]]
        if narrower:
            return Concern(claim, "narrower", f"只给{'、'.join(narrower)}：你是不是？")
        only_bodies = audience.form == "个人" and all(a.form == "单位" for a in given)
        if claim.group == "relative" or only_bodies or not claim.clause_audiences & wider:
            return None
        if claim.payee_stated:
            return Concern(claim, "other", "")
        whom = "、".join(a.name for a in given)
        return Concern(
            claim, "clause", f"文中写的对象是{whom}，同一条也写到{audience.name}：由谁申领，文中没有写。"
        )

    def _clauses(
        self, audience: Audience, path: Sequence[str], shown: set[tuple[str, str]]
    ) -> tuple[PlacedProvision, ...]:
        """The clauses in force that name the audience and give no figure: support in words."""
        found: dict[tuple[str, str], PlacedProvision] = {}
        for name in (audience.id, *sorted(self._above[audience.id])):
            for placed in (p for region in path for p in self._supports.get((name, region), ())):
                key = placed.document.id, placed.provision.id
                if key not in shown:
                    found[key] = placed
        return tuple(sorted(found.values(), key=lambda p: path.index(p.document.region)))


def _grouped(offers: Iterable[Concern]) -> Mapping[Group, tuple[Concern, ...]]:
    """The offers under their headings, in their order; what adds to another benefit follows it."""
    found: dict[Group, list[Concern]] = {}
    for one in offers:
        found.setdefault(one.group, []).append(one)
    return {group: tuple(_with_additions(found[group])) for group in GROUPS if group in found}


def _with_additions(offers: Sequence[Concern]) -> Iterator[Concern]:
    keys = {one.claim.key for one in offers}
    added: dict[str, list[Concern]] = {}
    for one in offers:
        if one.claim.adds_to in keys:
            added.setdefault(one.claim.adds_to, []).append(one)
    for one in offers:
        if one.claim.adds_to not in keys:
            yield one
            yield from added.get(one.claim.key, ())


def _supporting(library: Library) -> Mapping[tuple[str, str], list[PlacedProvision]]:
    """The clauses that may help somebody, by (audience, region)."""
    found: dict[tuple[str, str], list[PlacedProvision]] = {}
    for audience, clauses in library.provisions_by_audience.items():
        for placed in filter(_supports, clauses):
            found.setdefault((audience, placed.document.region), []).append(placed)
    return found


def _supports(placed: PlacedProvision) -> bool:
    """Whether a clause in force may help somebody, rather than tell offices what to reach or how to organise."""
    document, provision = placed.document, placed.provision
    if is_draft(document) or document.status.value in ("失效", "废止"):
        return False
    return not _UNHELPFUL.issuperset(provision.topics) and provision.strength not in ("说明", "目标", "力争")


def _included(audience: str, audiences: Mapping[str, Audience]) -> Iterator[str]:
    """Yield *audience* and everything it includes, directly or through another."""
    seen: list[str] = [audience]
    for name in seen:
        seen.extend(
            a for a in audiences[name].includes if a in audiences and a not in seen
        ) if name in audiences else None
    yield from seen
