"""A fact as cards, ledgers, tables and cells show it (事实视图)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from generator import links
from generator.library import Library, PlacedFact
from generator.model.base import Absent
from generator.model.document import Document
from generator.model.facts import (
    Cap,
    Conversion,
    Duration,
    Fact,
    Inherited,
    Multiple,
    PaidFact,
    Percent,
    Ratio,
    Recurrence,
    Relative,
    Unspecified,
    Uplift,
)
from generator.quantities import Quantity
from generator.views.figures import Figure, figure
from generator.views.places import clause_label

DRAFT = "征求意见稿"
UNSAID = Absent(absent="not_stated").words
COVER = "0"
"""The section in front of the first heading, where the notice or letter stands that carries the document."""
CellState = Literal["value", "unstated", "open", "parent", "missing"]


@dataclass(frozen=True)
class Body:
    """A body as a link: its short name and its page."""

    name: str
    url: str


@dataclass(frozen=True)
class FactView:
    """Everything a reader sees of one fact; strings are plain text, empty where the source says nothing."""

    id: str
    anchor: str
    kind: str
    state: CellState
    figure: Figure
    amount: str
    label: str
    open_words: str
    per: str
    period: str
    basis: str
    condition: str
    exclusion: str
    money: tuple[tuple[str, str], ...]
    note: str
    status: str
    draft: bool
    clause: str
    url: str
    document: str
    document_title: str
    region: str
    region_id: str
    parent: str
    bodies: tuple[Body, ...]
    quote: str
    comparison: str
    """The page of its indicator, with drafts for what stands in one; empty for a fact that is compared with nothing."""


def is_draft(document: Document) -> bool:
    """Whether the document is a draft for comment, which never reads as in force (征求意见稿)."""
    return document.status.value == DRAFT


def is_proposed(placed: PlacedFact) -> bool:
    """Whether the fact stands in a draft and would come with it; 拟 stands before its number.

    What the drafting note tells of the past, and what the covering letter asks for, is as it is.
    """
    document = placed.document
    covering = document.carrier is not None and placed.provision.section == COVER
    return is_draft(document) and not placed.describes and not covering


def fact_view(library: Library, placed: PlacedFact) -> FactView:
    """Return what is shown of *placed*."""
    document, fact = placed.document, placed.fact
    region = library.vocabulary.regions.get(document.region)
    return FactView(
        id=fact.id,
        anchor=links.fact_anchor(fact.id),
        kind=fact.kind,
        state=state_of(placed),
        figure=figure(fact.value, is_proposed(placed)),
        amount=amount_key(placed),
        label=fact.label,
        open_words=instead_of_number(fact) if isinstance(fact, Unspecified) else "",
        basis=basis_words(fact),
        per="，".join(
            words
            for words in (
                manner(placed),
                per_words(fact.per, None if isinstance(fact, Recurrence) else fact.frequency, fact.value),
            )
            if words
        ),
        period=fact.period or "",
        condition=listed((*fact.conditions, *((fact.period,) if fact.period else ()))),
        exclusion=listed(fact.exclusions),
        money=money_lines(library, placed),
        note=fact.note or "",
        status=document.status.value,
        draft=is_proposed(placed),
        clause=clause_label(document, placed.provision.section),
        url=links.fact(document.id, fact.id),
        document=document.short_title,
        document_title=document.title,
        region=region.short if region else document.region,
        region_id=document.region,
        parent=instrument_title(placed),
        bodies=responsible(library, placed),
        quote=fact.quote,
        comparison=comparison_of(placed),
    )


def amount_key(placed: PlacedFact) -> str:
    """Return what two facts have in common that say the same amount in other words: 200元/人, 每人200元.

    Kind, value and what it counts by; the printed words where there is no amount.
    """
    fact, value = placed.fact, placed.measure
    if not isinstance(value, Quantity):
        return f"{fact.kind} {fact.value}"
    counted = "/".join(sorted({*fact.per, *value.per}))
    return f"{fact.kind} {value.comparator} {value.min} {value.max} {value.unit} {counted} {fact.frequency or ''}"


def comparison_of(placed: PlacedFact) -> str:
    """Return the page where the fact stands beside what other documents say on its indicator; empty without one."""
    if placed.fact.indicator is None:
        return ""
    url = links.indicator(placed.fact.indicator)
    return links.with_drafts(url) if is_draft(placed.document) else url


def manner(placed: PlacedFact) -> str:
    """Return 力争 or 原则上 where the number is no more than that and its printed words don't say so, else nothing."""
    said = placed.strength in ("力争", "原则上") and placed.strength not in placed.fact.value
    return placed.strength if said else ""


def basis_words(fact: Fact) -> str:
    """Say what a relative number is measured by: 占就业人员, 以当地最低工资标准为基数; empty for an absolute one."""
    match fact:
        case Percent():
            return f"占{fact.base}"
        case Cap() | Uplift():
            return f"以{fact.base}为基数"
        case Multiple():
            return f"以{fact.standard}为基数"
        case Ratio():
            return f"{fact.numerator}与{fact.denominator}之比"
        case Relative():
            return "" if fact.compared_with in fact.value else f"与{fact.compared_with}比"
        case Conversion():
            return f"折算成{fact.into}"
        case Duration():
            return f"从{fact.after}起算" if fact.after else ""
        case _:
            return ""


def state_of(placed: PlacedFact) -> CellState:
    """Return how a comparison shows the fact: a value, 金额未定, or 沿用上级规定."""
    match placed.fact:
        case Unspecified():
            return "open"
        case Inherited():
            return "parent"
        case _:
            return "value"


def instead_of_number(fact: Fact) -> str:
    """Return what stands in place of a number: 金额未定, 沿用上级规定; empty for a fact that states one."""
    match fact:
        case Unspecified():
            return f"{fact.of}未定"
        case Inherited():
            return "沿用上级规定"
        case _:
            return ""


def listed(sentences: Iterable[str]) -> str:
    """Join sentences into one line; the full stop that ends one gives way to the semicolon."""
    return "；".join(dict.fromkeys(sentence.rstrip("。；") for sentence in sentences if sentence))


def per_words(per: tuple[str, ...], frequency: str | None, printed: str = "") -> str:
    """Say for whom and how often: 每人，一次性; 每人每年. What the printed value says itself (600元/人) is not said again."""
    units = "".join(f"每{unit}" for unit in per if f"/{unit}" not in printed and f"每{unit}" not in printed)
    if frequency and frequency.startswith("每") and frequency in units + printed:
        frequency = None
    return "，".join(part for part in (units, frequency or "") if part)


def money_lines(library: Library, placed: PlacedFact) -> tuple[tuple[str, str], ...]:
    """Say who is paid, who pays, and from what; an absence keeps its reason. Empty for facts that nobody is paid.

    Of a share or a number left open only what is said: that nobody pays it is no gap in the text.
    """
    fact = placed.fact
    if not isinstance(fact, PaidFact):
        return ()
    fund = (
        fact.fund.words
        if isinstance(fact.fund, Absent)
        else "、".join(library.vocabulary.funds[f].name for f in fact.fund if f in library.vocabulary.funds)
    )
    lines = (
        ("付给", fact.payee.words if isinstance(fact.payee, Absent) else fact.payee),
        ("支付方", fact.payer.words if isinstance(fact.payer, Absent) else fact.payer),
        ("资金来源", fund),
    )
    if isinstance(fact, Unspecified | Inherited) and fact.of in ("比例", "数量"):
        return tuple(line for line in lines if line[1] != UNSAID)
    return lines


def instrument_title(placed: PlacedFact) -> str:
    """Return the title of the document that sets the figure, for a fact that only points at it; else empty."""
    fact = placed.fact
    if not isinstance(fact, Inherited) or isinstance(fact.instrument, Absent):
        return ""
    return next((r.target.title for r in placed.document.relations if r.id == fact.instrument), "")


def responsible(library: Library, placed: PlacedFact) -> tuple[Body, ...]:
    """Return the bodies that have a part in the fact, in printed order, each once; who only receives has none."""
    orgs = dict.fromkeys(org for duty in placed.duties if duty.role != "接收" for org in duty.orgs)
    departments = library.vocabulary.departments
    return tuple(Body(departments[o].short, links.department(o)) for o in orgs if o in departments)
