"""The pages of 地区对比: the list, each policy and each indicator, and both with the drafts that were asked for (对比页)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from generator import links
from generator.export.files import word_offered
from generator.library import Library
from generator.views.comparison import (
    Comparison,
    compared_indicators,
    family_comparison,
    indicator_comparison,
)
from generator.views.histories import histories
from generator.views.overviews import family_tree
from generator.views.shelves import shelve, ways
from generator.views.wide import narrowed, other_versions

if TYPE_CHECKING:
    from generator.render.page_set import Crumb, Pages

_SIDEBARS = ("navigation", "toc")
_LIST: tuple[str, str | None] = ("地区对比", links.COMPARE)


def add_comparison_pages(pages: Pages, library: Library) -> None:
    """Add the list, a page for each family and each indicator, and where there are drafts a second one that shows them."""
    vocabulary = library.vocabulary
    families = [(f, family_comparison(library, f)) for f in vocabulary.families.values()]
    indicators = [(i, indicator_comparison(library, i)) for i in compared_indicators(library)]
    pages.add(
        links.COMPARE,
        "comparisons.md.j2",
        title="地区对比",
        section="地区对比",
        hide=_SIDEBARS,
        families=[view for _, view in families],
        indicators=[view for _, view in indicators],
    )
    for family, view in families:
        url, file = links.family(family.id), links.family_download(family.id)
        found = histories(library, [row.id for row in view.rows])
        _add(pages, url, view, file, histories=found, tree=family_tree(library, family))
        if view.drafts:
            _add_with_drafts(pages, url, family_comparison(library, family, drafts=True), file)
    for indicator, view in indicators:
        url, file = links.indicator(indicator.id), links.indicator_download(indicator.id)
        others = other_versions(view)
        shelves = shelve(library, others, lambda one: one.url)
        for shelf in shelves:
            title = f"{view.title}：{shelf.name}"
            pages.add(
                f"{url}{shelf.slug}/",
                "versions_list.md.j2",
                title=title,
                section="地区对比",
                crumbs=(_LIST, (view.title, url), (title, None)),
                rows=shelf.rows,
            )
        _add(
            pages,
            url,
            view,
            file,
            others=() if shelves else others,
            ways=ways(url, shelves),
            histories=histories(library, [indicator.id]),
        )
        if view.drafts:
            _add_with_drafts(pages, url, indicator_comparison(library, indicator, drafts=True), file)
    pages.add(
        links.INDICATORS,
        "indicators.md.j2",
        title="指标",
        section="地区对比",
        crumbs=(_LIST, ("指标", None)),
        indicators=[view for _, view in indicators],
    )


def _add_with_drafts(pages: Pages, url: str, view: Comparison, file: str) -> None:
    """A draft is shown to who asks for it: a page of its own, with files of its own."""
    crumbs = (_LIST, (view.title, url), ("连同征求意见稿", None))
    _add(pages, links.with_drafts(url), view, links.with_drafts_download(file), crumbs=crumbs, plain=url)


def _add(
    pages: Pages,
    url: str,
    view: Comparison,
    file: str,
    *,
    crumbs: tuple[Crumb, ...] = (),
    others: Sequence[Any] = (),
    ways: Sequence[Any] = (),
    histories: Sequence[Any] = (),
    tree: Any = None,
    plain: str = "",
) -> None:
    """*plain* is the page without drafts, for a page that shows them."""
    pages.add(
        url,
        "comparison.md.j2",
        title=f"{view.title}（连同征求意见稿）" if plain else view.title,
        section="地区对比",
        crumbs=crumbs or (_LIST, (view.title, None)),
        hide=_SIDEBARS,
        view=narrowed(view),
        others=others,
        ways=ways,
        description=view.definition,
        tree=tree,
        histories=histories,
        download=file,
        word=word_offered(view),
        plain=plain,
        drafts=links.with_drafts(url) if view.drafts else "",
    )
