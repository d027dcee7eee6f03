"""The ways in by 主题, 对象, 地区, 文种, 年份: what the library has under each term (分类页)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from generator import links
from generator.library import Library, PlacedFact, PlacedProvision
from generator.views.calendar import subscriptions
from generator.views.dates import newest_first
from generator.views.documents import DocumentRow, Link, view_row
from generator.views.facts import FactView, fact_view, is_draft
from generator.views.places import clause_label
from generator.views.shelves import MOST, Shelf, Way, shelve, ways

MOST_FIGURES = 60
"""How many headline figures the page of a region shows, those of the newest documents."""


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


def view_topics(library: Library) -> tuple[TermView, ...]:
    """Return a page per topic, with the indicators that belong to it."""
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


def view_audiences(library: Library) -> tuple[TermView, ...]:
    """Return a page per audience, with the more special ones it includes."""
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


def view_regions(library: Library) -> tuple[TermView, ...]:
    """Return a page per region: its documents, and the figures that open them."""
    regions = library.vocabulary.regions
    views: list[TermView] = []
    for region in regions.values():
        documents = newest_first(library.documents_by_region.get(region.id, ()))
        figures = tuple(
            fact_view(library, library.facts[f"{d.id}/{name}"])
            for d in sorted(documents, key=is_draft)
            for name in d.headline
            if f"{d.id}/{name}" in library.facts
        )
        family = [
            Link(regions[r].short, links.region(r)) for r in library.vocabulary.region_path(region.id)[1:]
        ]
        family.extend(Link(r.short, links.region(r.id)) for r in regions.values() if r.parent == region.id)
        lede = f"{region.level}。" + (
            f"本站收录 {len(documents)} 份文件。" if documents else "本站尚未收录这里的文件。"
        )
        views.append(
            TermView(
                region.name,
                links.region(region.id),
                lede,
                tuple(family),
                figures[:MOST_FIGURES],
                (),
                tuple(view_row(library, d) for d in documents),
                subscriptions=subscriptions(library, region.id),
            )
        )
    return tuple(views)


def cut_term(library: Library, view: TermView) -> tuple[TermView, ...]:
    """Return *view* alone, or where it is too long a page of ways and its parts."""
    rows: tuple[FactView | ClauseRow, ...] = (*view.figures, *view.clauses)
    shelves = shelve(library, rows, lambda row: row.url)
    parts = (
        replace(
            view,
            name=f"{view.name}：{shelf.name}",
            url=f"{view.url}{shelf.slug}/",
            related=(Link(view.name, view.url),),
            figures=tuple(row for row in shelf.rows if isinstance(row, FactView)),
            clauses=tuple(row for row in shelf.rows if isinstance(row, ClauseRow)),
            documents=(),
        )
        for shelf in shelves
    )
    return (
        (replace(view, figures=(), clauses=(), ways=ways(view.url, shelves)), *parts) if shelves else (view,)
    )


@dataclass(frozen=True)
class DocumentGroup:
    """Documents under one heading of an index (文种, 年份); `ways` in their place where they are too many."""

    name: str
    anchor: str
    documents: tuple[DocumentRow, ...]
    ways: tuple[Way, ...] = ()


def cut_groups(
    library: Library, base: str, groups: Sequence[DocumentGroup]
) -> tuple[tuple[DocumentGroup, ...], tuple[tuple[str, DocumentGroup], ...]]:
    """Return *groups* as their page shows them, and the pages (address, group) of those that are too long for it."""
    if sum(len(group.documents) for group in groups) <= MOST:
        return tuple(groups), ()
    shown: list[DocumentGroup] = []
    pages: list[tuple[str, DocumentGroup]] = []
    for group in groups:
        here = f"{base}{group.anchor}/"
        shelves = shelve(library, group.documents, lambda row: row.url) or (
            Shelf(group.name, "", group.documents),
        )
        found = tuple(Way(s.name, f"{here}{s.slug}/" if s.slug else here, len(s.rows)) for s in shelves)
        shown.append(DocumentGroup(group.name, group.anchor, (), found))
        for way, shelf in zip(found, shelves, strict=True):
            name = f"{group.name}：{shelf.name}" if shelf.slug else group.name
            pages.append((way.url, DocumentGroup(name, "documents", shelf.rows)))
    return tuple(shown), tuple(pages)


def documents_by_type(library: Library) -> tuple[DocumentGroup, ...]:
    """Return the documents by 文种."""
    rows = [view_row(library, d) for d in newest_first(tuple(library.documents.values()))]
    return _groups(rows, sorted({r.type for r in rows}), lambda r: r.type, "t")


def documents_by_year(library: Library) -> tuple[DocumentGroup, ...]:
    """Return the documents by year, newest first; those without any printed year at the end."""
    rows = [view_row(library, d) for d in newest_first(tuple(library.documents.values()))]
    names = sorted({r.year for r in rows if r.year}, reverse=True)
    groups = _groups(rows, names, lambda r: r.year, "y")
    unknown = tuple(r for r in rows if not r.year)
    return (*groups, DocumentGroup("年份文中未载明", "y-unknown", unknown)) if unknown else groups


def _groups(
    rows: Sequence[DocumentRow], names: Iterable[str], key: Callable[[DocumentRow], str], prefix: str
) -> tuple[DocumentGroup, ...]:
    return tuple(DocumentGroup(n, f"{prefix}-{n}", tuple(r for r in rows if key(r) == n)) for n in names)


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
) -> TermView:
    ordered = sorted(placed, key=lambda p: is_draft(p.document))
    facts = [
        PlacedFact(p.document, p.provision, fact)
        for p in ordered
        for fact in p.provision.facts
        if fact.kind
        in (
            "money",
            "unspecified",
            "inherited",
            "percent",
            "visits",
            "headcount",
            "multiple",
            "cap",
            "uplift",
        )
        and (audience is None or not fact.audiences or audience in fact.audiences)
    ]
    return TermView(
        name,
        url,
        f"{definition}。",
        related,
        tuple(fact_view(library, p) for p in facts),
        tuple(clause_row(library, p) for p in ordered),
    )
