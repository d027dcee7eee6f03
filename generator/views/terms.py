"""The ways in by 主题, 对象, 地区, 文种, 年份: what the library has under each term (分类页)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from generator import links
from generator.library import Library, PlacedFact, PlacedProvision
from generator.model.vocabulary import Region
from generator.views.calendar import subscriptions
from generator.views.dates import newest_first
from generator.views.documents import DocumentRow, Link, view_row
from generator.views.facts import FactView, fact_view, is_draft
from generator.views.places import clause_label
from generator.views.shelves import Way, shelve, ways

MOST_FIGURES = 60
"""How many headline figures the page of a region shows, those of the newest documents."""
_SHOWN = frozenset(
    {"money", "unspecified", "inherited", "percent", "visits", "headcount", "multiple", "cap", "uplift"}
)
"""The kinds of facts that stand on the page of a topic and of an audience."""


@dataclass(frozen=True)
class TermRow:
    """A term in its index: name, definition, how many clauses (or documents) it has."""

    name: str
    url: str
    definition: str
    count: int


@dataclass(frozen=True)
class ClauseRow:
    """A clause in a list."""

    title: str
    url: str
    summary: str
    clause: str
    document: str
    status: str
    draft: bool
    region: str


@dataclass(frozen=True)
class TermView:
    """A page of a term: figures first, then the clauses, drafts last; `ways` in their place where they are too many."""

    name: str
    url: str
    lede: str
    related: tuple[Link, ...]
    figures: tuple[FactView, ...]
    clauses: tuple[ClauseRow, ...]
    documents: tuple[DocumentRow, ...] = ()
    ways: tuple[Way, ...] = ()
    subscriptions: tuple[Link, ...] = ()


def topic_rows(library: Library) -> tuple[TermRow, ...]:
    """Return every topic with the number of its clauses."""
    return tuple(
        TermRow(t.name, links.topic(t.id), t.definition, len(library.provisions_by_topic.get(t.id, ())))
        for t in library.vocabulary.topics.values()
    )


def audience_rows(library: Library) -> tuple[TermRow, ...]:
    """Return every audience with the number of its clauses."""
    return tuple(
        TermRow(a.name, links.audience(a.id), a.definition, len(library.provisions_by_audience.get(a.id, ())))
        for a in library.vocabulary.audiences.values()
    )


def region_rows(library: Library) -> tuple[TermRow, ...]:
    """Return every region with the number of its documents; superiors first."""
    vocabulary = library.vocabulary
    ordered = sorted(vocabulary.regions.values(), key=lambda r: (len(vocabulary.region_path(r.id)), r.id))
    counts = {r.id: len(library.documents_by_region.get(r.id, ())) for r in ordered}
    return tuple(TermRow(r.name, links.region(r.id), r.level, counts[r.id]) for r in ordered)


@dataclass(frozen=True)
class Term:
    """What the library has under a topic or an audience, in the order of its page; `ways` where the parts hold it."""

    name: str
    url: str
    definition: str
    related: tuple[Link, ...]
    facts: tuple[PlacedFact, ...]
    clauses: tuple[PlacedProvision, ...]
    ways: tuple[Way, ...] = ()


def find_topics(library: Library) -> tuple[Term, ...]:
    """Return every topic, with the indicators that belong to it."""
    return tuple(
        _term(
            library,
            topic.name,
            links.topic(topic.id),
            topic.definition,
            library.provisions_by_topic.get(topic.id, ()),
            tuple(
                Link(i.name, links.indicator(i.id))
                for i in library.vocabulary.indicators.values()
                if i.topic == topic.id and i.id in library.facts_by_indicator
            ),
            None,
        )
        for topic in library.vocabulary.topics.values()
    )


def find_audiences(library: Library) -> tuple[Term, ...]:
    """Return every audience, with the more special ones it includes."""
    audiences = library.vocabulary.audiences
    return tuple(
        _term(
            library,
            audience.name,
            links.audience(audience.id),
            audience.definition,
            library.provisions_by_audience.get(audience.id, ()),
            tuple(Link(audiences[a].name, links.audience(a)) for a in audience.includes if a in audiences),
            audience.id,
        )
        for audience in audiences.values()
    )


def view_region(library: Library, region: Region) -> TermView:
    """Return the page of *region*: its documents, and the figures that open them."""
    regions = library.vocabulary.regions
    documents = newest_first(library.documents_by_region.get(region.id, ()))
    headlines = (f"{d.id}/{name}" for d in sorted(documents, key=is_draft) for name in d.headline)
    figures = (fact_view(library, library.facts[key]) for key in headlines if key in library.facts)
    family = [Link(regions[r].short, links.region(r)) for r in library.vocabulary.region_path(region.id)[1:]]
    family.extend(Link(r.short, links.region(r.id)) for r in library.vocabulary.below.get(region.id, ()))
    lede = (
        f"收录{region.name}的文件 {len(documents)} 份。" if documents else f"还没有收录{region.name}的文件。"
    )
    return TermView(
        region.name,
        links.region(region.id),
        lede,
        tuple(family),
        tuple(islice(figures, MOST_FIGURES)),
        (),
        tuple(view_row(library, d) for d in documents),
        subscriptions=subscriptions(library, region.id),
    )


def view_term(library: Library, term: Term) -> TermView:
    """Return the page of *term*, or of one part of it."""
    return TermView(
        term.name,
        term.url,
        f"{term.definition}。",
        term.related,
        tuple(fact_view(library, p) for p in term.facts),
        tuple(clause_row(library, p) for p in term.clauses),
        ways=term.ways,
    )


def cut_term(library: Library, term: Term) -> tuple[Term, ...]:
    """Return *term* alone, or where it is too long for a page one of ways, and its parts."""
    rows: tuple[PlacedFact | PlacedProvision, ...] = (*term.facts, *term.clauses)
    shelves = shelve(library, rows, lambda placed: links.document(placed.document.id))
    parts = (
        replace(
            term,
            name=f"{term.name}：{shelf.name}",
            url=links.part(term.url, shelf.slug),
            related=(Link(term.name, term.url),),
            facts=tuple(row for row in shelf.rows if isinstance(row, PlacedFact)),
            clauses=tuple(row for row in shelf.rows if isinstance(row, PlacedProvision)),
        )
        for shelf in shelves
    )
    return (replace(term, facts=(), clauses=(), ways=ways(term.url, shelves)), *parts) if shelves else (term,)


def clause_row(library: Library, placed: PlacedProvision) -> ClauseRow:
    """Return a clause as a list shows it."""
    document, provision = placed.document, placed.provision
    region = library.vocabulary.regions.get(document.region)
    return ClauseRow(
        provision.title,
        links.provision(document.id, provision.id),
        provision.summary,
        clause_label(document, provision.section),
        document.short_title,
        document.status.value,
        is_draft(document),
        region.short if region else document.region,
    )


def _term(
    library: Library,
    name: str,
    url: str,
    definition: str,
    placed: Sequence[PlacedProvision],
    related: tuple[Link, ...],
    audience: str | None,
) -> Term:
    """The facts that a reader of a term looks for, and the clauses, drafts last."""
    ordered = tuple(sorted(placed, key=lambda p: is_draft(p.document)))
    facts = tuple(
        library.facts[f"{p.document.id}/{fact.id}"]
        for p in ordered
        for fact in p.provision.facts
        if fact.kind in _SHOWN and (audience is None or not fact.audiences or audience in fact.audiences)
    )
    return Term(name, url, definition, related, facts, ordered)
