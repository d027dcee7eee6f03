"""Every page of the handbook: which view goes into which template, at which address (页面)."""

from __future__ import annotations

from collections.abc import Mapping

from generator import links
from generator.library import Library
from generator.model.document import Document
from generator.model.vocabulary import Audience, Region
from generator.problems import Location
from generator.render.comparison_pages import add_comparison_pages
from generator.render.description import SUMMARIES
from generator.render.document_pages import DocumentPages, add_document_pages, add_reference_pages
from generator.render.field_pages import add_field_pages
from generator.render.page_set import SIDEBARS, Page, Pages, page
from generator.render.picture_pages import add_picture_pages
from generator.render.term_pages import add_department_pages, add_term_pages
from generator.render.version_pages import add_version_pages
from generator.search.page import MOST_DOCUMENTS, ways_in
from generator.settings import Settings
from generator.site import NavItem
from generator.sources.proof import Proof
from generator.views.about import proof_rows, view_about
from generator.views.finder import FinderPages
from generator.views.home import find_tries, view_home
from generator.views.kinds import Kind, cut_kind, find_kinds, view_kind
from generator.views.pictures import awards, targets_by_year
from generator.views.search_entries import search_entries
from generator.views.shelves import Shelf, Way, shelve_documents, ways

SEARCH_EXAMPLE = "中华技能大奖 奖励"


def render_pages(
    library: Library,
    proofs: Mapping[str, Proof],
    today: str,
    settings: Settings,
    lines: Mapping[str, Location],
) -> Pages:
    """Return every page of *library* by the path of its Markdown file; *lines* are for links into an editor."""
    pages = Pages()
    pages.add(links.HOME, _home, library)
    add_document_pages(pages, DocumentPages(library, proofs, today, settings, lines))
    add_comparison_pages(pages, library)
    _add_finder(pages, library)
    _add_kinds(pages, library)
    add_department_pages(pages, library)
    add_term_pages(pages, library)
    add_reference_pages(pages, library)
    pages.add(links.SEARCH, _search, library, proofs)
    pages.add(links.OPEN_DATA, _open_data, library, proofs)
    _add_about(pages, library, proofs)
    add_version_pages(pages, library, today)
    add_field_pages(pages, library)
    add_picture_pages(pages, library, today)
    return pages


def _home(library: Library) -> Page:
    return page("home.md.j2", title="首页", section="首页", hide=SIDEBARS, view=view_home(library))


def _search(library: Library, proofs: Mapping[str, Proof]) -> Page:
    ways = ways_in(search_entries(library, proofs)) if len(library.documents) <= MOST_DOCUMENTS else ()
    return page(
        "search.md.j2",
        title="检索",
        section="检索",
        hide=SIDEBARS,
        ways=ways,
        example=SEARCH_EXAMPLE,
        tries=find_tries(library),
    )


def _open_data(library: Library, proofs: Mapping[str, Proof]) -> Page:
    return page(
        "open_data.md.j2",
        title="开放数据",
        section="开放数据",
        view=view_about(library, proofs),
        files=SUMMARIES,
    )


def _add_about(pages: Pages, library: Library, proofs: Mapping[str, Proof]) -> None:
    """Add the page 关于, and where there are many documents the tables of what was checked, by region."""
    parts = shelve_documents(library)
    pages.add(links.ABOUT, _about, library, proofs, ways(links.ABOUT, parts))
    for part in parts:
        pages.add(links.part(links.ABOUT, part.slug), _checks, library, part, proofs)


def _about(library: Library, proofs: Mapping[str, Proof], parts: tuple[Way, ...]) -> Page:
    return page("about.md.j2", title="关于", section="关于", view=view_about(library, proofs), ways=parts)


def _checks(library: Library, part: Shelf[Document], proofs: Mapping[str, Proof]) -> Page:
    return page(
        "checks.md.j2",
        title=f"核对情况：{part.name}",
        section="关于",
        crumbs=(("关于", links.ABOUT), (part.name, None)),
        rows=proof_rows(library, part.rows, proofs),
    )


def _add_finder(pages: Pages, library: Library) -> None:
    finder = FinderPages(library)
    pages.add(links.FINDER, _finder, finder)
    for url, audience, region, slug in finder.places():
        pages.add(url, _answer, finder, audience, region, slug)


def _finder(finder: FinderPages) -> Page:
    return page(
        "finder.md.j2", title="我能享受什么", section="我能享受什么", hide=SIDEBARS, view=finder.first()
    )


def _answer(finder: FinderPages, audience: Audience, region: Region, slug: str) -> Page:
    view = finder.page(audience, region, slug)
    return page(
        "finder_page.md.j2",
        title=f"{view.region}的{view.audience}能享受什么{f'：{view.part}' if view.part else ''}",
        section="我能享受什么",
        crumbs=(("我能享受什么", links.FINDER), (f"{view.region}的{view.audience}", None)),
        hide=SIDEBARS,
        view=view,
    )


def _add_kinds(pages: Pages, library: Library) -> None:
    for kind in (part for one in find_kinds(library) for part in cut_kind(library, one)):
        pages.add(kind.url, _kind, library, kind)


def _kind(library: Library, kind: Kind) -> Page:
    return page(
        "kind.md.j2",
        title=kind.title,
        section="数字",
        hide=("toc",),
        description=kind.lede,
        view=view_kind(library, kind),
        prizes=awards(library) if kind.url == links.AWARDS else None,
        targets=targets_by_year(library) if kind.url == links.TARGETS else (),
    )


NAVIGATION = (
    NavItem("首页", links.source_path(links.HOME)),
    NavItem(
        "文件",
        children=(
            NavItem("文件", links.source_path(links.DOCUMENTS)),
            NavItem("按地区", links.source_path(links.REGIONS)),
            NavItem("按主题", links.source_path(links.TOPICS)),
            NavItem("按对象", links.source_path(links.AUDIENCES)),
            NavItem("按文种", links.source_path(links.TYPES)),
            NavItem("按年份", links.source_path(links.YEARS)),
            NavItem("被引文件", links.source_path(links.REFERENCES)),
            NavItem("前后版本", links.source_path(links.VERSIONS)),
            NavItem("某日有效", links.source_path(links.AS_OF)),
        ),
    ),
    NavItem(
        "数字",
        children=(
            NavItem("奖励", links.source_path(links.AWARDS)),
            NavItem("补贴与资金", links.source_path(links.SUBSIDIES)),
            NavItem("目标", links.source_path(links.TARGETS)),
            NavItem("时限", links.source_path(links.DEADLINES)),
            NavItem("日历", links.source_path(links.CALENDAR)),
            NavItem("图览", links.source_path(links.OVERVIEW)),
        ),
    ),
    NavItem(
        "地区对比",
        children=(
            NavItem("地区对比", links.source_path(links.COMPARE)),
            NavItem("指标", links.source_path(links.INDICATORS)),
        ),
    ),
    NavItem("我能享受什么", links.source_path(links.FINDER)),
    NavItem("部门", links.source_path(links.DEPARTMENTS)),
    NavItem("开放数据", links.source_path(links.OPEN_DATA)),
    NavItem("关于", links.source_path(links.ABOUT)),
)
"""Index pages only: a page of a document is never in the navigation, or every page would carry a thousand links."""
