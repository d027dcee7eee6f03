"""What the texts give, require or leave open: one entry per fact, before anybody asks for it (政策待遇)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import islice

from generator import links
from generator.library import Library, PlacedFact
from generator.model.document import Document
from generator.model.facts import Inherited, Unspecified, UsageLimit
from generator.quantities import Quantity, Recurrence
from generator.views.calculators import Calculator, Calculators, usage_limits
from generator.views.claims import ENDED, Claim, GroupId
from generator.views.facts import Body, FactView, fact_view
from generator.views.places import clause_label

MOST_MENTIONS, MOST_LOOKED_AT = 8, 60
"""How many places that state the same indicator a benefit names, and among how many, the nearest above first."""
MOST_KEPT = 1000
"""So many benefits are kept by each process: the pages of one audience show the same ones again and again."""
_ASKED = ("核准", "实施", "牵头", "责任")
"""The roles of a body that an applicant can turn to, in this order; who only cooperates or reports is not asked."""


@dataclass(frozen=True)
class Mention:
    """Words that lead to a fact."""

    words: str
    url: str
    fact: str = ""


@dataclass(frozen=True)
class Exclusion:
    """What can't be had together with the benefit: the words, and the benefits (keys) that they name."""

    words: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class Benefit:
    """One fact as an answer: what it is, on what condition, how often, who pays, whom to ask, what excludes it."""

    key: str
    anchor: str
    group: GroupId
    fact: FactView
    of: str
    conditions: tuple[str, ...]
    times: tuple[Mention, ...]
    money: tuple[tuple[str, str], ...]
    ask: tuple[Body, ...]
    issuer: tuple[Body, ...]
    exclusions: tuple[Exclusion, ...]
    same: tuple[Mention, ...]
    calculator: Calculator | None
    topics: tuple[str, ...]


@dataclass(frozen=True)
class SharedLimit:
    """A limit that lets one person have one of several benefits (择一): they are had instead of each other."""

    words: str
    url: str
    clause: str
    keys: tuple[str, ...]


class Benefits:
    """The benefits and requirements of a library by fact key; each is worked out when it is asked for."""

    def __init__(self, library: Library, claims: Mapping[str, Claim]) -> None:
        self._library, self._claims = library, claims
        self._calculators = Calculators(library)
        self._kept = lru_cache(MOST_KEPT)(self._benefit)

    def __getitem__(self, key: str) -> Benefit:
        return self._kept(key)

    def _benefit(self, key: str) -> Benefit:
        library, claim = self._library, self._claims[key]
        placed, document, provision, fact = (
            claim.placed,
            claim.placed.document,
            claim.placed.provision,
            claim.placed.fact,
        )
        view = fact_view(library, placed)
        times = usage_limits(self._calculators, placed)
        ask = _asked(library, placed)
        return Benefit(
            key=key,
            anchor=anchor(key),
            group=claim.group,
            fact=view,
            of=fact.of if isinstance(fact, Unspecified | Inherited) else "",
            conditions=tuple(_bare(c) for c in placed.conditions),
            times=tuple(Mention(p.fact.value, links.fact(p.document.id, p.fact.id)) for p in times),
            money=view.money,
            ask=ask,
            issuer=() if ask else _issuers(library, document),
            exclusions=_exclusions(library, placed, times, self._claims),
            same=_same(library, placed, self._claims),
            calculator=self._calculators.calculator(placed),
            topics=provision.topics,
        )


def shared_limits(library: Library) -> tuple[SharedLimit, ...]:
    """Return the limits of one time that several benefits have together; three times in all leave room for two of them."""
    return tuple(
        SharedLimit(
            placed.fact.value,
            links.fact(placed.document.id, placed.fact.id),
            clause_of(placed),
            tuple(f"{placed.document.id}/{target}" for target in placed.fact.limits),
        )
        for placed in library.facts.values()
        if isinstance(placed.fact, UsageLimit) and len(placed.fact.limits) > 1 and _most_times(placed) == 1
    )


def _most_times(placed: PlacedFact) -> Decimal | None:
    """How often something may be had, by the year or in all; None where that is no upper bound."""
    measure = placed.measure
    times = measure.times if isinstance(measure, Recurrence) else measure
    return times.max if isinstance(times, Quantity) else None


def clause_of(placed: PlacedFact) -> str:
    """Name the clause of a fact among those of other documents."""
    return f"{placed.document.short_title}　{clause_label(placed.document, placed.provision.section)}"


def anchor(key: str) -> str:
    """Return the anchor of a benefit on a page that holds those of several documents."""
    return f"b-{key.replace('/', '--')}"


def _bare(sentence: str) -> str:
    return sentence.rstrip("。；")


def _asked(library: Library, placed: PlacedFact) -> tuple[Body, ...]:
    """The bodies that handle the clause, those who approve and carry out first."""
    departments = library.vocabulary.departments
    orgs = dict.fromkeys(
        org for role in _ASKED for duty in placed.duties if duty.role == role for org in duty.orgs
    )
    return tuple(Body(departments[o].short, links.department(o)) for o in orgs if o in departments)


def _issuers(library: Library, document: Document) -> tuple[Body, ...]:
    """The body that issued the document, of several the one that leads."""
    departments = library.vocabulary.departments
    leading = [i for i in document.issuers if i.role == "牵头"] or list(document.issuers)
    return tuple(
        Body(departments[i.org].short, links.department(i.org)) for i in leading if i.org in departments
    )


def _exclusions(
    library: Library, placed: PlacedFact, times: tuple[PlacedFact, ...], claims: Mapping[str, Claim]
) -> tuple[Exclusion, ...]:
    """The printed exclusions, those of its numbers of times too; the first one carries the benefits that it means."""
    sentences = tuple(
        dict.fromkeys(_bare(s) for s in (*placed.exclusions, *(s for p in times for s in p.fact.exclusions)))
    )
    named = tuple(
        other.key
        for indicator in placed.fact.excludes
        for other in library.facts_by_indicator.get(indicator, ())
        if other.key in claims
    )
    words = sentences or (("不得同时享受",) if named else ())
    return tuple(Exclusion(s, named if n == 0 else ()) for n, s in enumerate(words))


def _same(library: Library, placed: PlacedFact, claims: Mapping[str, Claim]) -> tuple[Mention, ...]:
    """Other documents in force that state the same indicator for the same region or one above or below it."""
    indicator = placed.fact.indicator
    if indicator is None:
        return ()
    related = library.facts_near(indicator, placed.document.region)
    found = [
        Mention(f"{p.document.short_title}：{p.fact.label}", links.fact(p.document.id, p.fact.id), p.key)
        for p in sorted(islice(related, MOST_LOOKED_AT), key=lambda p: p.document.id)
        if p.document.id != placed.document.id and p.key in claims and p.document.status.value not in ENDED
    ]
    if len(found) <= MOST_MENTIONS:
        return tuple(found)
    return (*found[:MOST_MENTIONS], Mention("更多，见各地对比", links.indicator(indicator)))
