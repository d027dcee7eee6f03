"""What the texts give, require or leave open: one entry per fact, before anybody asks for it (政策待遇)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Literal, assert_never

from generator import links
from generator.library import Library, PlacedFact
from generator.model.base import Absent
from generator.model.document import Document
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
from generator.views.calculators import Calculator, Calculators, usage_limits
from generator.views.facts import Body, FactView, fact_view
from generator.views.kinds import rank

GroupId = Literal["stated", "parent", "open", "relative", "duty"]
_ENDED = ("征求意见稿", "失效", "废止")
MOST_MENTIONS, MOST_LOOKED_AT = 8, 60
"""How many places that state the same indicator a benefit names, and among how many, the nearest above first."""
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
    payee_stated: bool
    ask: tuple[Body, ...]
    issuer: tuple[Body, ...]
    exclusions: tuple[Exclusion, ...]
    same: tuple[Mention, ...]
    adds_to: str
    calculator: Calculator | None
    topics: tuple[str, ...]
    audiences: frozenset[str]
    clause_audiences: frozenset[str]
    document: str
    provision: str
    region: str
    in_force: bool
    order: tuple[int, float, tuple[str, str]]


@dataclass(frozen=True)
class SharedLimit:
    """A limit that several benefits share (择一、累计): they are had instead of each other."""

    words: str
    url: str
    clause: str
    keys: tuple[str, ...]


def find_benefits(library: Library) -> Mapping[str, Benefit]:
    """Return every benefit and requirement of the library by fact key, drafts included but not in force."""
    calculators = Calculators(library)
    groups = {placed.key: group_of(placed) for placed in library.facts.values()}
    return {
        key: _benefit(library, calculators, library.facts[key], group, groups)
        for key, group in groups.items()
        if group is not None
    }


def shared_limits(library: Library) -> tuple[SharedLimit, ...]:
    """Return the numbers of times that several benefits have together."""
    found: list[SharedLimit] = []
    for placed in library.facts.values():
        if isinstance(placed.fact, UsageLimit) and len(placed.fact.limits) > 1:
            view = fact_view(library, placed)
            keys = tuple(f"{placed.document.id}/{target}" for target in placed.fact.limits)
            found.append(SharedLimit(placed.fact.value, view.url, f"{view.document}　{view.clause}", keys))
    return tuple(found)


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
            return None if fact.of == "数量" else "open"
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
    return (placed.fact.strength or placed.provision.strength) == "应当"


def _benefit(
    library: Library,
    calculators: Calculators,
    placed: PlacedFact,
    group: GroupId,
    groups: Mapping[str, GroupId | None],
) -> Benefit:
    document, provision, fact = placed.document, placed.provision, placed.fact
    view = fact_view(library, placed)
    conditions = tuple(dict.fromkeys(_bare(c) for c in (*fact.conditions, *provision.conditions)))
    times = usage_limits(calculators, placed)
    ask = _asked(library, placed)
    return Benefit(
        key=placed.key,
        anchor=anchor(placed.key),
        group=group,
        fact=view,
        of=fact.of if isinstance(fact, Unspecified | Inherited) else "",
        conditions=tuple(
            c for c in conditions if not any(c != other and _within(c, other) for other in conditions)
        ),
        times=tuple(Mention(p.fact.value, links.fact(p.document.id, p.fact.id)) for p in times),
        money=view.money,
        payee_stated=not isinstance(getattr(fact, "payee", None), Absent),
        ask=ask,
        issuer=() if ask else _issuers(library, document),
        exclusions=_exclusions(library, placed, times, groups),
        same=_same(library, placed, groups),
        adds_to=f"{document.id}/{fact.adds_to}" if fact.adds_to else "",
        calculator=calculators.calculator(placed),
        topics=provision.topics,
        audiences=frozenset(fact.audiences or provision.audiences),
        clause_audiences=frozenset(provision.audiences),
        document=document.id,
        provision=provision.id,
        region=document.region,
        in_force=document.status.value not in _ENDED,
        order=rank(placed),
    )


def anchor(key: str) -> str:
    """Return the anchor of a benefit on a page that holds those of several documents."""
    return f"b-{key.replace('/', '--')}"


def _bare(sentence: str) -> str:
    return sentence.rstrip("。；")


def _within(short: str, long: str) -> bool:
    """Whether *long* says all of *short* in the same order: 经评估合格 within 经人社部门评估合格."""
    rest = iter(long)
    return all(character in rest for character in short)


def _asked(library: Library, placed: PlacedFact) -> tuple[Body, ...]:
    """The bodies that handle the clause, those who approve and carry out first."""
    departments = library.vocabulary.departments
    orgs = dict.fromkeys(
        org for role in _ASKED for duty in placed.provision.duties if duty.role == role for org in duty.orgs
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
    library: Library, placed: PlacedFact, times: tuple[PlacedFact, ...], groups: Mapping[str, GroupId | None]
) -> tuple[Exclusion, ...]:
    """The printed exclusions, those of its numbers of times too; the first one carries the benefits that it means."""
    own = placed.fact.exclusions or placed.provision.exclusions
    sentences = tuple(dict.fromkeys(_bare(s) for s in (*own, *(s for p in times for s in p.fact.exclusions))))
    named = tuple(
        other.key
        for indicator in placed.fact.excludes
        for other in library.facts_by_indicator.get(indicator, ())
        if groups.get(other.key) is not None
    )
    words = sentences or (("不得同时享受",) if named else ())
    return tuple(Exclusion(s, named if n == 0 else ()) for n, s in enumerate(words))


def _same(library: Library, placed: PlacedFact, groups: Mapping[str, GroupId | None]) -> tuple[Mention, ...]:
    """Other documents in force that state the same indicator for the same region or one above or below it."""
    indicator = placed.fact.indicator
    if indicator is None:
        return ()
    related = library.facts_near(indicator, placed.document.region)
    found = [
        Mention(f"{p.document.short_title}：{p.fact.label}", links.fact(p.document.id, p.fact.id), p.key)
        for p in sorted(islice(related, MOST_LOOKED_AT), key=lambda p: p.document.id)
        if p.document.id != placed.document.id
        and groups.get(p.key) is not None
        and p.document.status.value not in _ENDED
    ]
    if len(found) <= MOST_MENTIONS:
        return tuple(found)
    return (*found[:MOST_MENTIONS], Mention("更多，见各地对比", links.indicator(indicator)))
