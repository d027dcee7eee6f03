"""Every page of the handbook: which view goes into which template, at which address (页面)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment

from generator import links
from generator.disclosure import shows_original
from generator.export import lists
from generator.library import Library
from generator.problems import Location
from generator.render.comparison_pages import add_comparison_pages
from generator.render.description import SUMMARIES
from generator.render.environment import environment
from generator.render.field_pages import add_field_pages
from generator.render.picture_pages import add_picture_pages
from generator.render.version_pages import add_version_pages
from generator.search.entries import Entry
from generator.search.page import ways_in
from generator.settings import Settings
from generator.site import NavItem
from generator.sources.original import view_original
from generator.sources.proof import Proof
from generator.views.about import view_about
from generator.views.checks import view_check
from generator.views.citations import view_citations
from generator.views.departments import view_department, view_departments
from generator.views.document_page import view_document
from generator.views.documents import view_documents
from generator.views.finder import view_finder
from generator.views.home import view_home
from generator.views.kinds import cut_kind, view_kinds
from generator.views.legislation import view_legislation
from generator.views.paper import view_paper
from generator.views.pictures import awards, targets_by_year
from generator.views.references import ReferenceRow, view_references
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

Crumb = tuple[str, str | None]


@dataclass(frozen=True)
class _Wanted:
    """What goes into a page: its template, its front matter, and the values of the template."""

    template: str
    meta: Mapping[str, Any]
    values: Mapping[str, Any]


class Pages(Mapping[str, str]):
    """The pages by the path of their Markdown file; a page is rendered whenever it is asked for, never before.

    Only what goes into a page is held, which may be shared with other pages, and each can be rendered by any process.
    """

    def __init__(self, templates: Environment | None = None) -> None:
        self._templates = templates or environment()
        self._wanted: dict[str, _Wanted] = {}

    def __getitem__(self, path: str) -> str:
        wanted = self._wanted[path]
        body = self._templates.get_template(wanted.template).render(wanted.values)
        return f"{_front_matter(wanted.meta)}\n{body.strip()}\n"

    def __iter__(self) -> Iterator[str]:
        return iter(self._wanted)

    def __len__(self) -> int:
        return len(self._wanted)

    def add(
        self,
        url: str,
        template: str,
        *,
        title: str,
        section: str,
        crumbs: tuple[Crumb, ...] = (),
        hide: tuple[str, ...] = (),
        status: str = "",
        description: str = "",
        legislation: Mapping[str, Any] | None = None,
        redirect: str = "",
        **values: Any,
    ) -> None:
        """Render *template* for the page at *url*; *section* is the title of its entry in the navigation.

        *description* and *legislation* (JSON-LD) are for the head of the page, which search engines read.
        *redirect* is the page that a reader of this one is led on to.
        """
        meta: dict[str, Any] = {"title": title, "section": section}
        if hide:
            meta["hide"] = list(hide)
        if status:
            meta["status"] = status
        if description:
            meta["description"] = description
        if legislation:
            meta["legislation"] = legislation
        if redirect:
            meta["redirect"] = redirect
        if crumbs:
            meta["crumbs"] = [
                {"title": name, "url": address} if address is not None else {"title": name}
                for name, address in crumbs
            ]
        wanted = _Wanted(template, meta, {"page": url, "title": title, **values})
        self._wanted[links.source_path(url)] = wanted


def _front_matter(meta: Mapping[str, Any]) -> str:
    """Return *meta* as YAML; JSON is YAML, and spells every string safely."""
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in meta.items())
    return "---\n" + "\n".join(lines) + "\n---\n"


SIDEBARS = ("navigation", "toc")
SEARCH_EXAMPLE = "中华技能大奖 奖励"


def render_pages(
    library: Library,
    proofs: Mapping[str, Proof],
    entries: Sequence[Entry],
    today: str,
    settings: Settings,
    lines: Mapping[str, Location],
) -> Pages:
    """Return every page of *library* by the path of its Markdown file; *lines* are for links into an editor."""
    pages = Pages()
    pages.add(links.HOME, "home.md.j2", title="首页", section="首页", hide=SIDEBARS, view=view_home(library))
    _documents(pages, library, proofs, today, settings, lines)
    add_comparison_pages(pages, library)
    _finder(pages, library)
    _kinds(pages, library)
    _departments(pages, library)
    _terms(pages, library)
    _references(pages, library)
    pages.add(
        links.SEARCH,
        "search.md.j2",
        title="检索",
        section="检索",
        hide=SIDEBARS,
        ways=ways_in(entries),
        example=SEARCH_EXAMPLE,
    )
    pages.add(
        links.OPEN_DATA,
        "open_data.md.j2",
        title="开放数据",
        section="开放数据",
        view=view_about(library, proofs),
        files=SUMMARIES,
    )
    pages.add(
        links.ABOUT,
        "about.md.j2",
        title="关于",
        section="关于",
        view=view_about(library, proofs),
        today=today,
    )
    add_version_pages(pages, library, today)
    add_field_pages(pages, library)
    add_picture_pages(pages, library, today)
    return pages


def _documents(
    pages: Pages,
    library: Library,
    proofs: Mapping[str, Proof],
    today: str,
    settings: Settings,
    lines: Mapping[str, Location],
) -> None:
    pages.add(
        links.DOCUMENTS,
        "documents.md.j2",
        title="文件",
        section="文件",
        rows=view_documents(library)[:MOST],
        total=len(library.documents),
    )
    for document in library.documents.values():
        proof = proofs.get(document.id)
        original = view_original(proof) if proof is not None and shows_original(document) else None
        view = view_document(library, document, view_check(library, document, proofs), original, today)
        crumbs: tuple[Crumb, ...] = (("文件", links.DOCUMENTS), (view.row.region, view.region_url))
        if original is not None:
            pages.add(
                links.original(document.id),
                "original.md.j2",
                title=f"{document.title}（原文）",
                section="文件",
                crumbs=(*crumbs, (document.short_title, links.document(document.id)), ("原文", None)),
                status=document.status.value,
                view=view,
                original=original,
            )
        pages.add(
            links.document(document.id),
            "document.md.j2",
            title=document.title,
            section="文件",
            crumbs=(*crumbs, (document.short_title, None)),
            status=document.status.value,
            view=view,
            citations=view_citations(library, document, settings, lines),
            paper=view_paper(library, document, settings.address),
            description=document.answer,
            legislation=view_legislation(library, document),
        )
        for former in document.former_ids:
            pages.add(
                links.document(former),
                "moved.md.j2",
                title=document.title,
                section="文件",
                redirect=links.document(document.id),
                view=view,
            )


def _references(pages: Pages, library: Library) -> None:
    by_page: dict[str, list[ReferenceRow]] = {links.REFERENCES: []}
    for row in view_references(library):
        by_page.setdefault(row.page, []).append(row)
    others = [url for url in by_page if url != links.REFERENCES]
    found = tuple(Way(f"第 {n} 页", url, len(by_page[url])) for n, url in enumerate(others, start=2))
    for url, rows in by_page.items():
        pages.add(
            url,
            "references.md.j2",
            title="被引文件",
            section="文件",
            hide=("toc",),
            crumbs=(("文件", links.DOCUMENTS), ("被引文件", None)),
            rows=rows,
            ways=found if url == links.REFERENCES else (),
            part=url != links.REFERENCES,
        )


def _finder(pages: Pages, library: Library) -> None:
    finder = view_finder(library)
    pages.add(
        links.FINDER, "finder.md.j2", title="我能享受什么", section="我能享受什么", hide=SIDEBARS, view=finder
    )
    for view in finder.pages:
        pages.add(
            view.url,
            "finder_page.md.j2",
            title=f"{view.region}的{view.audience}能享受什么{f'：{view.part}' if view.part else ''}",
            section="我能享受什么",
            crumbs=(("我能享受什么", links.FINDER), (f"{view.region}的{view.audience}", None)),
            hide=SIDEBARS,
            view=view,
        )


def _kinds(pages: Pages, library: Library) -> None:
    for kind in (part for view in view_kinds(library) for part in cut_kind(library, view)):
        pages.add(
            kind.url,
            "kind.md.j2",
            title=kind.title,
            section="数字",
            hide=("toc",),
            description=kind.lede,
            view=kind,
            prizes=awards(library) if kind.url == links.AWARDS else None,
            targets=targets_by_year(library) if kind.url == links.TARGETS else (),
        )


def _departments(pages: Pages, library: Library) -> None:
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


def _terms(pages: Pages, library: Library) -> None:
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
