"""The answers to 我是谁、在哪里: what the texts in force give or require, page by page (我能享受什么)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator import links
from generator.library import Library, PlacedProvision
from generator.model.vocabulary import Audience, Region
from generator.views.benefits import Benefit, SharedLimit, find_benefits, shared_limits
from generator.views.documents import Link
from generator.views.facts import is_draft
from generator.views.offers import (
    Concerned,
    Either,
    Finder,
    FinderPage,
    FinderRow,
    Offer,
    OfferGroup,
    Offers,
    Pick,
    Relation,
)
from generator.views.shelves import shelve, ways
from generator.views.terms import ClauseRow, clause_row

_GROUPS = (
    ("stated", "写明金额", "文中写明了数额或标准。"),
    ("parent", "沿用上级规定", "数额或待遇由另一份文件规定，本站收录了的可以点开，没有收录的写明名称。"),
    ("open", "金额未定", "文中答应给，没有写多少。"),
    ("relative", "比照办理", "没有数额，写明与谁相同、不低于谁。"),
    ("duty", "必须做到", "文中要求单位做到的。"),
    ("others", "同一条写到、付给别人的", "条款与你有关，钱付给别的单位或个人。"),
)
REGIONS = 30
"""So many regions stand side by side on the first page, superiors first; the others are reached from theirs."""
DETAILED = 40
"""So many answers are shown in full on one page; a reader of more is better served by a table."""
_UNHELPFUL = frozenset({"organization", "publicity"})
"""Topics of clauses that only tell offices how to organise themselves."""


def view_finder(library: Library) -> Finder:
    """Return an answer for every audience in every region that has documents, where there is anything to say."""
    return _Finder(library).view()


class _Finder:
    def __init__(self, library: Library) -> None:
        self.library = library
        self.vocabulary = library.vocabulary
        self.benefits = find_benefits(library)
        self.limits = shared_limits(library)
        self.by_region: Mapping[str, list[Benefit]] = _grouped(self.benefits.values())
        self.known: dict[tuple[str, str], list[Concerned]] = {}
        self.supports = _supporting(library)
        self.below = {
            a: set(_included(a, self.vocabulary.audiences)) - {a} for a in self.vocabulary.audiences
        }
        self.above = {
            a: {b for b, parts in self.below.items() if a in parts} for a in self.vocabulary.audiences
        }
        self.stocked = {
            d.region for d in library.documents.values() if d.status.value not in ("失效", "废止")
        }
        order = sorted((r for r in self.vocabulary.regions.values() if r.id in self.stocked), key=self._place)
        self.regions = tuple(order)
        self.audiences = tuple(a for a in self.vocabulary.audiences.values() if a.applicant == "是")

    def _place(self, region: Region) -> tuple[int, str]:
        return len(self.vocabulary.region_path(region.id)), region.id

    def view(self) -> Finder:
        pages = {
            (audience.id, region.id): page
            for audience in self.audiences
            for region in self.regions
            if (page := self.page(audience, region)) is not None
        }
        counts = {key: sum(len(g.offers) for g in page.groups) for key, page in pages.items()}
        tables = tuple(
            (
                form,
                tuple(
                    self._row(a, counts)
                    for a in self.audiences
                    if a.form == form and self._answered(a, counts)
                ),
            )
            for form in ("单位", "个人")
        )
        finished = tuple(
            part
            for (a, r), page in pages.items()
            for part in _cut(self.library, replace(page, picks=self._picks(a, r, counts)))
        )
        return Finder(tuple(r.short for r in self.regions[:REGIONS]), tables, finished)

    def _answered(self, audience: Audience, counts: Mapping[tuple[str, str], int]) -> bool:
        return any((audience.id, region.id) in counts for region in self.regions)

    def _row(self, audience: Audience, counts: Mapping[tuple[str, str], int]) -> FinderRow:
        cells = tuple(
            (counts[found] if found else 0, links.finder(*found) if found else "")
            for region in self.regions[:REGIONS]
            for found in (self._nearest((audience.id, region.id), counts),)
        )
        return FinderRow(audience.name, audience.definition, cells)

    def _picks(
        self, audience: str, region: str, counts: Mapping[tuple[str, str], int]
    ) -> tuple[tuple[str, tuple[Pick, ...]], ...]:
        """Who: those with an answer here, bodies before persons; where: the regions with documents."""

        def pick(text: str, key: tuple[str, str]) -> Pick:
            found = self._nearest(key, counts)
            return Pick(text, links.finder(*found) if found else "", key == (audience, region))

        rows: list[tuple[str, tuple[Pick, ...]]] = []
        for label, form in (("我是单位", "单位"), ("我是个人", "个人")):
            found = (pick(a.name, (a.id, region)) for a in self.audiences if a.form == form)
            rows.append((label, tuple(p for p in found if p.url)))
        rows.append(("在", tuple(pick(r.short, (audience, r.id)) for r in self._near(region))))
        return tuple(rows)

    def _nearest(self, key: tuple[str, str], counts: Mapping[tuple[str, str], int]) -> tuple[str, str] | None:
        """The answer for (audience, region); where the region adds nothing, that of the nearest superior."""
        audience, region = key
        path = self.vocabulary.region_path(region)
        return next(((audience, r) for r in path if (audience, r) in counts), None)

    def _near(self, region: str) -> Iterable[Region]:
        """The regions to go on to: all while they are few, else those above, beside and directly below *region*."""
        if len(self.regions) <= REGIONS:
            return self.regions
        path = self.vocabulary.region_path(region)
        above = path[1] if len(path) > 1 else None
        return (r for r in self.regions if r.id in path or r.parent in (region, above))

    def page(self, audience: Audience, region: Region) -> FinderPage | None:
        path = self.vocabulary.region_path(region.id)
        concerned = [one for name in path for one in self._concerned(audience, name)]
        offers: Offers = {one[0].key: one for one in concerned if one[0].in_force}
        drafts = [b for b, _, _ in concerned if b.fact.draft]
        offers, elsewhere = self._fitting(offers, audience, region)
        detailed = len(offers) <= DETAILED
        groups = tuple(self._groups(offers, region))
        shown = {(o.benefit.document, o.benefit.provision) for g in groups for o in g.offers}
        reach = path[:1] if elsewhere else path
        clauses = tuple(self._clauses(audience, reach, shown)) if detailed else ()
        if not groups and not clauses:
            return None
        regions = self.vocabulary.regions
        return FinderPage(
            url=links.finder(audience.id, region.id),
            audience=audience.name,
            region=regions[region.id].short,
            picks=(),
            groups=groups,
            either=tuple(self._either(offers)) if detailed else (),
            clauses=clauses,
            topics=self._topics(groups) if detailed else (),
            above=tuple(
                regions[r].short for r in path[1:] if any(b.region == r for b, _, _ in offers.values())
            ),
            below=tuple(
                Link(r.short, links.finder(audience.id, r.id))
                for r in sorted(self.vocabulary.below.get(region.id, ()), key=self._place)
                if r.id in self.stocked
            ),
            drafts=tuple(
                dict.fromkeys(Link(b.fact.document_title, links.document(b.document)) for b in drafts)
            ),
            draft_count=len(drafts),
            elsewhere=elsewhere,
            detailed=detailed,
        )

    def _fitting(self, offers: Offers, audience: Audience, region: Region) -> tuple[Offers, tuple[Link, ...]]:
        """The offers for one page; where they are too many, those of superior regions become links to their pages."""
        own = {key: one for key, one in offers.items() if one[0].region == region.id}
        if len(offers) <= DETAILED or all(one[0].region == region.id for one in offers.values()):
            return offers, ()
        above = dict.fromkeys(one[0].region for key, one in offers.items() if key not in own)
        counts = {r: sum(one[0].region == r for one in offers.values()) for r in above}
        names = self.vocabulary.regions
        return own, tuple(
            Link(f"{names[r].short}的 {n} 项", links.finder(audience.id, r)) for r, n in counts.items()
        )

    def _concerned(self, audience: Audience, region: str) -> Sequence[Concerned]:
        """What the documents of *region* itself have for *audience*; asked again by each region below."""
        key = audience.id, region
        if key not in self.known:
            self.known[key] = [
                (benefit, *found)
                for benefit in self.by_region.get(region, ())
                if (found := self._concerns(benefit, audience)) is not None
            ]
        return self.known[key]

    def _concerns(self, benefit: Benefit, audience: Audience) -> tuple[Relation, str] | None:
        """How *benefit* concerns *audience*, and what the text leaves open; None where the text does not mean it.

        A text for enterprises is for lead enterprises too; one for lead enterprises asks an enterprise whether it is
        one. A requirement is only shown to the bodies that it names, and a person is not shown what only bodies get.
        """
        names = self.vocabulary.audiences
        wider = {audience.id, *self.above[audience.id]}
        given = [names[a] for a in names if a in benefit.audiences]
        if benefit.group == "duty" and audience.form == "个人":
            return None
        if benefit.audiences & wider:
            return "direct", ""
        narrower = [a.name for a in given if a.id in self.below[audience.id]]
        if benefit.group == "duty":
            return None
        if narrower:
            return "narrower", f"只给{'、'.join(narrower)}：你是不是？"
        only_bodies = audience.form == "个人" and all(a.form == "单位" for a in given)
        if benefit.group == "relative" or only_bodies or not benefit.clause_audiences & wider:
            return None
        if benefit.payee_stated:
            return "other", ""
        whom = "、".join(a.name for a in given)
        return "clause", f"文中写的对象是{whom}，同一条也写到{audience.name}：由谁申领，文中没有写。"

    def _groups(self, offers: Offers, region: Region) -> Iterator[OfferGroup]:
        ordered = sorted(offers.values(), key=lambda one: (one[0].region != region.id, one[0].order))
        made = [self._offer(one, region, offers) for one in ordered]
        for name, title, lede in _GROUPS:
            chosen = [o for o in made if name == ("others" if o.relation == "other" else o.benefit.group)]
            if chosen:
                yield OfferGroup(name, title, lede, tuple(_with_additions(chosen)))

    def _offer(self, one: Concerned, region: Region, offers: Offers) -> Offer:
        benefit, relation, question = one
        above = "" if benefit.region == region.id else self.vocabulary.regions[benefit.region].short
        together = (_here(offers[benefit.adds_to][0]),) if benefit.adds_to in offers else ()
        path = self.vocabulary.region_path(region.id)
        instead = tuple((e.words, tuple(self._named(e.others, path, offers))) for e in benefit.exclusions)
        return Offer(benefit, relation, question, above, together, instead)

    def _named(self, keys: Sequence[str], path: Sequence[str], offers: Offers) -> Iterator[Link]:
        """The benefits of *keys* that hold in the region: on this page, else on the page of their document."""
        for key in keys:
            other = self.benefits[key]
            if key in offers:
                yield _here(other)
            elif other.in_force and other.region in path:
                yield Link(other.fact.label, other.fact.url)

    def _either(self, offers: Offers) -> Iterator[Either]:
        """What excludes what, between the benefits that this page shows."""
        for limit in self.limits:
            yield from _shared(limit, offers)
        for benefit, _, _ in offers.values():
            if benefit.adds_to:
                continue
            for exclusion in benefit.exclusions:
                others = tuple(_here(offers[key][0]) for key in exclusion.others if key in offers)
                if others:
                    clause = f"{benefit.fact.document}　{benefit.fact.clause}"
                    yield Either(exclusion.words, clause, benefit.fact.url, (_here(benefit), *others))

    def _clauses(
        self, audience: Audience, path: Sequence[str], shown: set[tuple[str, str]]
    ) -> Iterator[ClauseRow]:
        """The clauses in force that name the audience and give no figure: support in words."""
        found: dict[tuple[str, str], PlacedProvision] = {}
        for name in (audience.id, *sorted(self.above[audience.id])):
            for placed in (p for region in path for p in self.supports.get((name, region), ())):
                key = placed.document.id, placed.provision.id
                if key not in shown:
                    found[key] = placed
        ordered = sorted(found.values(), key=lambda p: path.index(p.document.region))
        return (clause_row(self.library, placed) for placed in ordered)

    def _topics(self, groups: Iterable[OfferGroup]) -> tuple[tuple[str, str, int], ...]:
        counts: dict[str, int] = {}
        for group in groups:
            for offer in group.offers:
                for topic in offer.benefit.topics:
                    counts[topic] = counts.get(topic, 0) + 1
        return tuple((t.id, t.name, counts[t.id]) for t in self.vocabulary.topics.values() if t.id in counts)


def _cut(library: Library, page: FinderPage) -> tuple[FinderPage, ...]:
    """Return *page* alone, or where it has too many answers a page of ways and its parts."""
    offers = [(group, offer) for group in page.groups for offer in group.offers]
    shelves = shelve(library, offers, lambda one: one[1].benefit.fact.url)
    parts = (
        replace(
            page,
            url=f"{page.url}{shelf.slug}/",
            groups=tuple(
                replace(group, offers=tuple(offer for own, offer in shelf.rows if own is group))
                for group in page.groups
                if any(own is group for own, _ in shelf.rows)
            ),
            part=shelf.name,
        )
        for shelf in shelves
    )
    if not shelves:
        return (page,)
    return (replace(page, groups=(), ways=ways(page.url, shelves), counted=page.count), *parts)


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


def _here(benefit: Benefit) -> Link:
    return Link(benefit.fact.label, f"#{benefit.anchor}")


def _shared(limit: SharedLimit, offers: Offers) -> Iterator[Either]:
    parts = tuple(_here(offers[key][0]) for key in limit.keys if key in offers)
    if len(parts) > 1:
        yield Either(f"几项合起来，{limit.words}", limit.clause, limit.url, parts)


def _with_additions(offers: Sequence[Offer]) -> Iterator[Offer]:
    """What adds to another benefit follows it."""
    keys = {o.benefit.key for o in offers}
    for offer in offers:
        if offer.benefit.adds_to in keys:
            continue
        yield offer
        yield from (o for o in offers if o.benefit.adds_to == offer.benefit.key)


def _included(audience: str, audiences: Mapping[str, Audience]) -> Iterator[str]:
    """Yield *audience* and everything it includes, directly or through another."""
    seen: list[str] = [audience]
    for name in seen:
        seen.extend(
            a for a in audiences[name].includes if a in audiences and a not in seen
        ) if name in audiences else None
    yield from seen


def _grouped(benefits: Iterable[Benefit]) -> Mapping[str, list[Benefit]]:
    found: dict[str, list[Benefit]] = {}
    for benefit in benefits:
        found.setdefault(benefit.region, []).append(benefit)
    return found
