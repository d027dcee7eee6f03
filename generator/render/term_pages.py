"""The pages that gather by body and by term: 部门, 主题, 对象, 地区, 文种, 年份."""

from __future__ import annotations

from generator import links
from generator.export import lists
from generator.library import Library
from generator.render.page_set import Pages
from generator.views.departments import view_department, view_departments
from generator.views.shelves import MOST, Way
from generator.views.terms import (
    audience_rows,
    cut_groups,
    cut_term,
    documents_by_type,
    documents_by_year,
    region_rows,
    topic_rows,
    view_audiences,
    view_regions,
    view_topics,
)


def add_department_pages(pages: Pages, library: Library) -> None:
    """Add the list of bodies, by region where it is long, and the page of each."""
    groups = view_departments(library)
    cut = sum(len(group.rows) for group in groups) > MOST
    pages.add(
        links.DEPARTMENTS,
        "departments.md.j2",
        title="部门",
        section="部门",
        groups=() if cut else groups,
        ways=tuple(Way(g.region, g.own, len(g.rows)) for g in groups) if cut else (),
        part=False,
    )
    for group in groups if cut else ():
        pages.add(
            group.own,
            "departments.md.j2",
            title=f"{group.region}的部门",
            section="部门",
            crumbs=(("部门", links.DEPARTMENTS), (group.region, None)),
            groups=(group,),
            ways=(),
            part=True,
        )
    for department in library.vocabulary.departments.values():
        view = view_department(library, department)
        pages.add(
            links.department(department.id),
            "department.md.j2",
            title=department.name,
            section="部门",
            crumbs=(("部门", links.DEPARTMENTS), (view.region.text, view.region.url), (view.line, None)),
            view=view,
            parts=lists.parts(links.department(department.id), lists.department_cuts(view)),
        )


def add_term_pages(pages: Pages, library: Library) -> None:
    """Add the pages of topics, audiences, regions, sorts and years of documents, each with its list."""
    for url, title, rows, views in (
        (links.TOPICS, "按主题", topic_rows(library), view_topics(library)),
        (links.AUDIENCES, "按对象", audience_rows(library), view_audiences(library)),
        (links.REGIONS, "按地区", region_rows(library), view_regions(library)),
    ):
        pages.add(
            url,
            "terms.md.j2",
            title=title,
            section="文件",
            crumbs=(("文件", links.DOCUMENTS), (title, None)),
            rows=rows,
        )
        for whole, view in ((one, part) for one in views for part in cut_term(library, one)):
            pages.add(
                view.url,
                "term.md.j2",
                title=view.name,
                section="文件",
                crumbs=(("文件", links.DOCUMENTS), (title, url), (view.name, None)),
                view=view,
                parts=lists.parts(view.url, lists.term_cuts(whole)) if view.url == whole.url else (),
            )
    for url, title, groups in (
        (links.TYPES, "按文种", documents_by_type(library)),
        (links.YEARS, "按年份", documents_by_year(library)),
    ):
        shown, parts = cut_groups(library, url, groups)
        pages.add(
            url,
            "grouped.md.j2",
            title=title,
            section="文件",
            crumbs=(("文件", links.DOCUMENTS), (title, None)),
            groups=shown,
        )
        for part_url, part in parts:
            pages.add(
                part_url,
                "grouped.md.j2",
                title=part.name,
                section="文件",
                crumbs=(("文件", links.DOCUMENTS), (title, url), (part.name, None)),
                groups=(part,),
            )
