"""The pages that gather by body and by term: 部门, 主题, 对象, 地区, 文种, 年份."""

from __future__ import annotations

from collections.abc import Callable

from generator import links
from generator.export import lists
from generator.library import Library
from generator.model.vocabulary import Department, Region
from generator.render.page_set import Page, Pages, page
from generator.views.departments import (
    department_group,
    departments_by_region,
    view_department,
    view_departments,
)
from generator.views.groups import DocumentGroup, cut_groups, documents_by_type, documents_by_year
from generator.views.shelves import MOST, Way
from generator.views.terms import (
    Term,
    TermRow,
    TermView,
    audience_rows,
    cut_term,
    find_audiences,
    find_topics,
    region_rows,
    topic_rows,
    view_region,
    view_term,
)

_DOCUMENTS = ("文件", links.DOCUMENTS)


def add_department_pages(pages: Pages, library: Library) -> None:
    """Add the list of bodies, by region where it is long, and the page of each."""
    departments = library.vocabulary.departments
    cut = len(departments) > MOST
    pages.add(links.DEPARTMENTS, _departments, library, cut)
    for region, own in departments_by_region(library).items() if cut else ():
        pages.add(links.departments_of(region), _departments_of, library, region, own)
    for department in departments.values():
        pages.add(links.department(department.id), _department, library, department)


def add_term_pages(pages: Pages, library: Library) -> None:
    """Add the pages of topics, audiences, regions, sorts and years of documents, each with its list."""
    for url, title, rows, find in (
        (links.TOPICS, "按主题", topic_rows, find_topics),
        (links.AUDIENCES, "按对象", audience_rows, find_audiences),
    ):
        pages.add(url, _terms, library, url, title, rows)
        for whole, term in ((one, part) for one in find(library) for part in cut_term(library, one)):
            pages.add(term.url, _term, library, url, title, term, whole)
    pages.add(links.REGIONS, _terms, library, links.REGIONS, "按地区", region_rows)
    for region in library.vocabulary.regions.values():
        pages.add(links.region(region.id), _region, library, region)
    for url, title, groups in (
        (links.TYPES, "按文种", documents_by_type(library)),
        (links.YEARS, "按年份", documents_by_year(library)),
    ):
        shown, parts = cut_groups(library, url, groups)
        pages.add(url, _grouped, title, shown)
        for part_url, part in parts:
            pages.add(part_url, _group, url, title, part)


def _departments(library: Library, cut: bool) -> Page:
    groups = view_departments(library)
    return page(
        "departments.md.j2",
        title="部门",
        section="部门",
        groups=() if cut else groups,
        ways=tuple(Way(g.region, g.own, len(g.rows)) for g in groups) if cut else (),
        part=False,
    )


def _departments_of(library: Library, region: str, own: tuple[Department, ...]) -> Page:
    group = department_group(library, region, own)
    return page(
        "departments.md.j2",
        title=f"{group.region}的部门",
        section="部门",
        crumbs=(("部门", links.DEPARTMENTS), (group.region, None)),
        groups=(group,),
        ways=(),
        part=True,
    )


def _department(library: Library, department: Department) -> Page:
    view = view_department(library, department)
    return page(
        "department.md.j2",
        title=department.name,
        section="部门",
        crumbs=(("部门", links.DEPARTMENTS), (view.region.text, view.region.url), (view.line, None)),
        view=view,
        parts=lists.parts(links.department(department.id), lists.department_cuts(view)),
    )


def _terms(library: Library, url: str, title: str, rows: Callable[[Library], tuple[TermRow, ...]]) -> Page:
    return page(
        "terms.md.j2", title=title, section="文件", crumbs=(_DOCUMENTS, (title, None)), rows=rows(library)
    )


def _term(library: Library, index: str, title: str, term: Term, whole: Term) -> Page:
    """The page of *term*; where that stands for all of *whole*, what it offers to take along is the whole."""
    parts = lists.parts(whole.url, lists.term_cuts(whole)) if term.url == whole.url else ()
    return _term_page(index, title, view_term(library, term), parts)


def _region(library: Library, region: Region) -> Page:
    view = view_region(library, region)
    return _term_page(links.REGIONS, "按地区", view, lists.parts(view.url, lists.region_cuts(view)))


def _term_page(index: str, title: str, view: TermView, parts: tuple[lists.Part, ...]) -> Page:
    return page(
        "term.md.j2",
        title=view.name,
        section="文件",
        crumbs=(_DOCUMENTS, (title, index), (view.name, None)),
        view=view,
        parts=parts,
    )


def _grouped(title: str, groups: tuple[DocumentGroup, ...]) -> Page:
    return page(
        "grouped.md.j2", title=title, section="文件", crumbs=(_DOCUMENTS, (title, None)), groups=groups
    )


def _group(index: str, title: str, group: DocumentGroup) -> Page:
    return page(
        "grouped.md.j2",
        title=group.name,
        section="文件",
        crumbs=(_DOCUMENTS, (title, index), (group.name, None)),
        groups=(group,),
    )
