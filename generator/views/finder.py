"""The answers to 我是谁、在哪里: what the texts in force give or require, page by page (我能享受什么)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator import links
from generator.library import Library
from generator.model.vocabulary import Audience, Region
from generator.views.answers import GROUPS, Answer, Answers, Concern, Group
from generator.views.benefits import Benefits, anchor, clause_of, shared_limits
from generator.views.claims import Claim
from generator.views.documents import Link
from generator.views.offers import Either, Finder, FinderPage, FinderRow, Offer, OfferGroup, Pick
from generator.views.shelves import MOST, Way, ways
from generator.views.terms import clause_row

_TITLES: Mapping[Group, tuple[str, str]] = {
    "stated": ("写明金额", "文中写明了数额或标准。"),
    "parent": (
        "沿用上级规定",
        "数额或待遇由另一份文件规定，本站收录了的可以点开，没有收录的写明名称。",
    ),
    "open": ("金额未定", "文中答应给，没有写多少。"),
    "relative": ("比照办理", "没有数额，写明与谁相同、不低于谁。"),
    "duty": ("必须做到", "文中要求单位做到的。"),
    "others": ("同一条写到、付给别人的", "条款与你有关，钱付给别的单位或个人。"),
}
REGIONS = 30
"""So many regions stand side by side on the first page, superiors first; the others are reached from theirs."""


class FinderPages:
    """The first page and an answer for every audience in every region that has documents; each is made when asked for.

    What all of them share, which is whom each fact concerns and how many answers there are where, is found beforehand.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._vocabulary = library.vocabulary
        self._answers = Answers(library)
        self._benefits = Benefits(library, self._answers.claims)
        self._limits = shared_limits(library)

    def first(self) -> Finder:
        """Return the first page."""
        tables = tuple(
            (
                form,
                tuple(
                    self._row(audience)
                    for audience in self._answers.audiences
                    if audience.form == form and self._answered(audience)
                ),
            )
            for form in ("单位", "个人")
        )
        return Finder(tuple(r.short for r in self._answers.regions[:REGIONS]), tables)

    def places(self) -> Iterator[tuple[str, Audience, Region, str]]:
        """Yield the address of each answer, with the audience, the region, and the slug of the part ("" for the whole)."""
        names = self._vocabulary
        for (a, r), size in self._answers.sizes.items():
            audience, region, url = names.audiences[a], names.regions[r], links.finder(a, r)
            yield url, audience, region, ""
            for shelf in (
                self._answers.shelves(self._answers.find(audience, region)) if size.listed > MOST else ()
            ):
                yield links.part(url, shelf.slug), audience, region, shelf.slug

    def page(self, audience: Audience, region: Region, slug: str = "") -> FinderPage:
        """Return the answer for *audience* in *region*, or the part *slug* of one that is too long for a page."""
        answer = self._answers.find(audience, region)
        shelves = self._answers.shelves(answer)
        url = links.finder(audience.id, region.id)
        if slug:
            shelf = next(shelf for shelf in shelves if shelf.slug == slug)
            shown = {group: tuple(one for one in shelf.rows if one.group == group) for group in GROUPS}
            groups = {group: own for group, own in shown.items() if own}
            return self._page(answer, links.part(url, slug), groups, groups, part=shelf.name)
        listed = {} if shelves else answer.groups
        return self._page(answer, url, answer.groups, listed, ways=ways(url, shelves))

    def _page(
        self,
        answer: Answer,
        url: str,
        counted: Mapping[Group, Sequence[Concern]],
        listed: Mapping[Group, Sequence[Concern]],
        ways: tuple[Way, ...] = (),
        part: str = "",
    ) -> FinderPage:
        """The page at *url* that tells the number of the offers *counted* and shows those *listed*."""
        audience, region, names = answer.audience, answer.region, self._vocabulary.regions
        path = self._vocabulary.region_path(region.id)
        here = {one.claim.region for one in answer.offers.values()}
        drafts = (claim.placed.document for claim in answer.drafts)
        return FinderPage(
            url=url,
            audience=audience.name,
            region=region.short,
            picks=self._picks(audience.id, region.id),
            groups=tuple(
                OfferGroup(group, *_TITLES[group], tuple(self._offer(one, answer) for one in own))
                for group, own in listed.items()
            ),
            either=tuple(self._either(answer)) if answer.detailed else (),
            clauses=tuple(clause_row(self._library, placed) for placed in answer.clauses),
            topics=self._topics(answer) if answer.detailed else (),
            above=tuple(names[r].short for r in path[1:] if r in here),
            below=tuple(
                Link(r.short, links.finder(audience.id, r.id))
                for r in sorted(self._vocabulary.below.get(region.id, ()), key=self._answers.place)
                if r.id in self._answers.stocked
            ),
            drafts=tuple(dict.fromkeys(Link(d.title, links.document(d.id)) for d in drafts)),
            draft_count=len(answer.drafts),
            elsewhere=tuple(
                Link(f"{names[r].short}的 {n} 项", links.finder(audience.id, r))
                for r, n in answer.elsewhere.items()
            ),
            detailed=answer.detailed,
            count=_count(answer, counted),
            ways=ways,
            part=part,
        )

    def _answered(self, audience: Audience) -> bool:
        return any((audience.id, region.id) in self._answers.sizes for region in self._answers.regions)

    def _row(self, audience: Audience) -> FinderRow:
        cells = tuple(
            (self._answers.sizes[found].own if found else 0, links.finder(*found) if found else "")
            for region in self._answers.regions[:REGIONS]
            for found in (self._nearest((audience.id, region.id)),)
        )
        return FinderRow(audience.name, audience.definition, cells)

    def _picks(self, audience: str, region: str) -> tuple[tuple[str, tuple[Pick, ...]], ...]:
        """Who: those with an answer here, bodies before persons; where: the regions with documents."""

        def pick(text: str, key: tuple[str, str]) -> Pick:
            found = self._nearest(key)
            return Pick(text, links.finder(*found) if found else "", key == (audience, region))

        rows: list[tuple[str, tuple[Pick, ...]]] = []
        for label, form in (("我是单位", "单位"), ("我是个人", "个人")):
            found = (pick(a.name, (a.id, region)) for a in self._answers.audiences if a.form == form)
            rows.append((label, tuple(p for p in found if p.url)))
        rows.append(("在", tuple(pick(r.short, (audience, r.id)) for r in self._near(region))))
        return tuple(rows)

    def _nearest(self, key: tuple[str, str]) -> tuple[str, str] | None:
        """The answer for (audience, region); where the region adds nothing, that of the nearest superior."""
        audience, region = key
        path = self._vocabulary.region_path(region)
        return next(((audience, r) for r in path if (audience, r) in self._answers.sizes), None)

    def _near(self, region: str) -> Iterable[Region]:
        """The regions to go on to: all while they are few, else those above, beside and directly below *region*."""
        if len(self._answers.regions) <= REGIONS:
            return self._answers.regions
        path = self._vocabulary.region_path(region)
        above = path[1] if len(path) > 1 else None
        return (r for r in self._answers.regions if r.id in path or r.parent in (region, above))

    def _offer(self, one: Concern, answer: Answer) -> Offer:
        claim, region = one.claim, answer.region
        benefit = self._benefits[claim.key]
        above = "" if claim.region == region.id else self._vocabulary.regions[claim.region].short
        adds_to = answer.offers.get(claim.adds_to)
        path = self._vocabulary.region_path(region.id)
        instead = tuple((e.words, tuple(self._named(e.others, path, answer))) for e in benefit.exclusions)
        together = (_here(adds_to.claim),) if adds_to else ()
        return Offer(benefit, one.relation, one.question, above, together, instead)

    def _named(self, keys: Sequence[str], path: Sequence[str], answer: Answer) -> Iterator[Link]:
        """The benefits of *keys* that hold in the region: on this page, else on the page of their document."""
        for key in keys:
            other = self._answers.claims[key]
            if key in answer.offers:
                yield _here(other)
            elif other.in_force and other.region in path:
                fact = other.placed.fact
                yield Link(fact.label, links.fact(other.placed.document.id, fact.id))

    def _either(self, answer: Answer) -> Iterator[Either]:
        """What excludes what, between the benefits that the page shows; a body has each for another person."""
        offers = answer.offers
        for limit in self._limits if answer.audience.form == "个人" else ():
            parts = tuple(_here(offers[key].claim) for key in limit.keys if key in offers)
            if len(parts) > 1:
                yield Either(f"几项合起来，{limit.words}", limit.clause, limit.url, parts)
        for one in offers.values():
            claim = one.claim
            for exclusion in () if claim.adds_to else self._benefits[claim.key].exclusions:
                others = tuple(_here(offers[key].claim) for key in exclusion.others if key in offers)
                if others:
                    url = links.fact(claim.placed.document.id, claim.placed.fact.id)
                    yield Either(exclusion.words, clause_of(claim.placed), url, (_here(claim), *others))

    def _topics(self, answer: Answer) -> tuple[tuple[str, str, int], ...]:
        counts: dict[str, int] = {}
        for own in answer.groups.values():
            for one in own:
                for topic in one.claim.placed.provision.topics:
                    counts[topic] = counts.get(topic, 0) + 1
        return tuple((t.id, t.name, counts[t.id]) for t in self._vocabulary.topics.values() if t.id in counts)


def _count(answer: Answer, counted: Mapping[Group, Sequence[Concern]]) -> str:
    """How many answers of each kind, in one sentence."""
    parts = [f"{len(own)} 项{_TITLES[group][0]}" for group, own in counted.items() if group != "others"]
    words = "，".join(parts) or "没有查到数额和待遇，有关条款见下"
    return f"{answer.region.short}的{answer.audience.name}：{words}"


def _here(claim: Claim) -> Link:
    return Link(claim.placed.fact.label, f"#{anchor(claim.key)}")
