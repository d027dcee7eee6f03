"""The pages of 地区对比: the list, each policy and each indicator, and both with the drafts that were asked for (对比页)."""

from __future__ import annotations

from typing import Any

from generator import links
from generator.export.files import word_offered
from generator.library import Library
from generator.model.document import Document
from generator.model.vocabulary import Family, Indicator
from generator.render.page_set import SIDEBARS, Crumb, Page, Pages, page
from generator.views.comparison import (
    Comparison,
    compared_indicators,
    documents_on,
    family_comparison,
    indicator_comparison,
)
from generator.views.facts import is_draft
from generator.views.histories import histories
from generator.views.overviews import family_tree
from generator.views.shelves import Shelf, Way, shelve, shelve_indicators, ways
from generator.views.wide import narrowed, view_versions, without_column

_LIST: tuple[str, str | None] = ("地区对比", links.COMPARE)


def add_comparison_pages(pages: Pages, library: Library) -> None:
    """Add the list, a page for each family and each indicator, and where there are drafts a second one that shows them."""
    indicators = compared_indicators(library)
    topics = shelve_indicators(library, indicators)
    whole = () if topics else indicators
    by_topic = tuple(Way(t.name, links.topic_indicators(t.slug), len(t.rows)) for t in topics)
    pages.add(links.COMPARE, _comparisons, library, whole, by_topic)
    for family in library.vocabulary.families.values():
        url = links.family(family.id)
        pages.add(url, _family, library, family)
        if any(map(is_draft, library.documents_by_family.get(family.id, ()))):
            pages.add(links.with_drafts(url), _family_with_drafts, library, family)
    for indicator in indicators:
        url = links.indicator(indicator.id)
        others = without_column(library, indicator)
        shelves = shelve(library, others, lambda document: links.document(document.id))
        for shelf in shelves:
            pages.add(links.part(url, shelf.slug), _versions, library, indicator, shelf)
        pages.add(url, _indicator, library, indicator, others, shelves)
        if any(map(is_draft, documents_on(library, indicator.id))):
            pages.add(links.with_drafts(url), _indicator_with_drafts, library, indicator)
    pages.add(links.INDICATORS, _indicators, library, whole, by_topic)
    for topic in topics:
        pages.add(links.topic_indicators(topic.slug), _topic_indicators, library, topic)


def _comparisons(library: Library, indicators: tuple[Indicator, ...], by_topic: tuple[Way, ...]) -> Page:
    return page(
        "comparisons.md.j2",
        title="地区对比",
        section="地区对比",
        hide=SIDEBARS,
        families=[family_comparison(library, family) for family in library.vocabulary.families.values()],
        indicators=[indicator_comparison(library, i) for i in indicators],
        ways=by_topic,
    )


def _indicators(library: Library, indicators: tuple[Indicator, ...], by_topic: tuple[Way, ...]) -> Page:
    return _indicator_list(library, "指标", (_LIST, ("指标", None)), indicators, by_topic)


def _topic_indicators(library: Library, topic: Shelf[Indicator]) -> Page:
    """The indicators of one topic, where all are too many for one list."""
    crumbs = (_LIST, ("指标", links.INDICATORS), (topic.name, None))
    return _indicator_list(library, f"指标：{topic.name}", crumbs, topic.rows)


def _indicator_list(
    library: Library,
    title: str,
    crumbs: tuple[Crumb, ...],
    indicators: tuple[Indicator, ...],
    by_topic: tuple[Way, ...] = (),
) -> Page:
    return page(
        "indicators.md.j2",
        title=title,
        section="地区对比",
        crumbs=crumbs,
        indicators=[indicator_comparison(library, i) for i in indicators],
        ways=by_topic,
    )


def _family(library: Library, family: Family) -> Page:
    view = family_comparison(library, family)
    members = library.documents_by_family.get(family.id, ())
    found = histories(library, [row.id for row in view.rows], members)
    url, file = links.family(family.id), links.family_download(family.id)
    return _comparison(url, view, file, histories=found, tree=family_tree(library, family))


def _family_with_drafts(library: Library, family: Family) -> Page:
    view = family_comparison(library, family, drafts=True)
    return _with_drafts(links.family(family.id), view, links.family_download(family.id))


def _indicator(
    library: Library, indicator: Indicator, others: tuple[Document, ...], shelves: tuple[Shelf[Document], ...]
) -> Page:
    url = links.indicator(indicator.id)
    return _comparison(
        url,
        indicator_comparison(library, indicator),
        links.indicator_download(indicator.id),
        others=() if shelves else view_versions(library, indicator, others),
        ways=ways(url, shelves),
        histories=histories(library, [indicator.id]),
    )


def _indicator_with_drafts(library: Library, indicator: Indicator) -> Page:
    view = indicator_comparison(library, indicator, drafts=True)
    return _with_drafts(links.indicator(indicator.id), view, links.indicator_download(indicator.id))


def _versions(library: Library, indicator: Indicator, shelf: Shelf[Document]) -> Page:
    """A part of the documents that have no column in the comparison of *indicator*."""
    title = f"{indicator.name}：{shelf.name}"
    return page(
        "versions_list.md.j2",
        title=title,
        section="地区对比",
        crumbs=(_LIST, (indicator.name, links.indicator(indicator.id)), (title, None)),
        rows=view_versions(library, indicator, shelf.rows),
    )


def _with_drafts(url: str, view: Comparison, file: str) -> Page:
    """A draft is shown to who asks for it: a page of its own, with files of its own."""
    crumbs = (_LIST, (view.title, url), ("连同征求意见稿", None))
    return _comparison(
        links.with_drafts(url), view, links.with_drafts_download(file), crumbs=crumbs, plain=url
    )


def _comparison(
    url: str, view: Comparison, file: str, *, crumbs: tuple[Crumb, ...] = (), plain: str = "", **more: Any
) -> Page:
    """*plain* is the page without drafts, for a page that shows them; *more* are values that only some pages have."""
    values = {"others": (), "ways": (), "histories": (), "tree": None, **more}
    return page(
        "comparison.md.j2",
        title=f"{view.title}（连同征求意见稿）" if plain else view.title,
        section="地区对比",
        crumbs=crumbs or (_LIST, (view.title, None)),
        hide=SIDEBARS,
        view=narrowed(view),
        description=view.definition,
        download=file,
        word=word_offered(view),
        plain=plain,
        drafts=links.with_drafts(url) if view.drafts else "",
        **values,
    )
