"""A body's page: what it leads, its dates, its duties in every document, its namesakes (部门)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from generator import links
from generator.library import Library
from generator.model.document import DutyRole
from generator.model.vocabulary import Department
from generator.views.documents import DocumentRow, Link, view_row
from generator.views.facts import FactView, fact_view, is_draft
from generator.views.places import clause_label

_ROLES: tuple[DutyRole, ...] = ("牵头", "责任", "实施", "核准", "报送", "接收", "配合", "征求意见")
NEIGHBOURS = 12
"""How many bodies of the same line or name a page lists before it keeps to the nearest."""
ROLE_ORDER: Mapping[DutyRole, int] = {role: index for index, role in enumerate(_ROLES)}


@dataclass(frozen=True)
class DutyRow:
    """One duty: what, in which role, in which document and clause, and its status."""

    matter: str
    role: str
    status: str
    draft: bool
    clause: str
    url: str


@dataclass(frozen=True)
class DepartmentRow:
    """A body in the list of bodies."""

    id: str
    name: str
    short: str
    url: str
    form: str
    duties: int
    issued: int


@dataclass(frozen=True)
class DepartmentView:
    """A body's page."""

    row: DepartmentRow
    name: str
    region: Link
    line: str
    lede: str
    aliases: tuple[str, ...]
    name_printed: bool
    note: str
    colleagues: tuple[Link, ...]
    namesakes: tuple[Link, ...]
    dates: tuple[FactView, ...]
    duties: tuple[DutyRow, ...]
    issued: tuple[DocumentRow, ...]


@dataclass(frozen=True)
class DepartmentGroup:
    """The bodies of one region."""

    region: str
    url: str
    rows: tuple[DepartmentRow, ...]
    own: str
    """The page of this group alone, for a library with many bodies."""


def departments_by_region(library: Library) -> Mapping[str, tuple[Department, ...]]:
    """Return every body by region (id), from the highest level down."""
    by_region: dict[str, list[Department]] = {}
    for department in library.vocabulary.departments.values():
        by_region.setdefault(department.region, []).append(department)
    order = sorted(by_region, key=lambda r: (len(library.vocabulary.region_path(r)), r))
    return {region: tuple(by_region[region]) for region in order}


def view_departments(library: Library) -> tuple[DepartmentGroup, ...]:
    """Return every body by region, from the highest level down."""
    return tuple(
        department_group(library, region, own) for region, own in departments_by_region(library).items()
    )


def department_group(library: Library, region: str, own: tuple[Department, ...]) -> DepartmentGroup:
    """Return the bodies of one region, those with most duties first."""
    regions = library.vocabulary.regions
    return DepartmentGroup(
        regions[region].name if region in regions else region,
        links.region(region),
        tuple(sorted((_row(library, d) for d in own), key=lambda r: (-r.duties - r.issued, r.id))),
        links.departments_of(region),
    )


def view_department(library: Library, department: Department) -> DepartmentView:
    """Return the page of *department*; duties in force before drafts, leading before supporting."""
    regions = library.vocabulary.regions
    region = regions.get(department.region)
    line = library.vocabulary.lines.get(department.line)
    row = _row(library, department)
    return DepartmentView(
        row=row,
        name=department.name,
        region=Link(region.short if region else department.region, links.region(department.region)),
        line=line.name if line else department.line,
        lede=_lede(library, department),
        aliases=tuple(a for a in department.aliases if a != department.name),
        name_printed=department.name_printed == "是",
        note=department.note or "",
        colleagues=_colleagues(library, department),
        namesakes=_namesakes(library, department),
        dates=_dates(library, department),
        duties=_duties(library, department),
        issued=tuple(view_row(library, d) for d in library.documents_by_department.get(department.id, ())),
    )


def _row(library: Library, department: Department) -> DepartmentRow:
    return DepartmentRow(
        department.id,
        department.name,
        department.short,
        links.department(department.id),
        department.form,
        len(library.duties_by_department.get(department.id, ())),
        len(library.documents_by_department.get(department.id, ())),
    )


def _lede(library: Library, department: Department) -> str:
    duties = library.duties_by_department.get(department.id, ())
    issued = library.documents_by_department.get(department.id, ())
    final = Counter(placed.duty.role for placed in duties if not is_draft(placed.document))
    parts = [f"{role} {final[role]} 项" for role in ROLE_ORDER if role in final]
    if drafted := len(duties) - final.total():
        parts.append(f"{'另有' if parts else ''}征求意见稿里拟定的 {drafted} 项")
    if issued:
        parts.append(f"印发或联合印发文件 {len(issued)} 份")
    return "、".join(parts) + "。" if parts else "本站收录的文件里只提到它的名称。"


def _colleagues(library: Library, department: Department) -> tuple[Link, ...]:
    """The bodies of the same line elsewhere: all while they are few, else those directly above and below."""
    vocabulary = library.vocabulary
    same = [
        d
        for d in vocabulary.bodies_of_line.get(department.line, ())
        if d.id != department.id and d.form == "机构"
    ]
    if len(same) > NEIGHBOURS:
        below = (region.id for region in vocabulary.below.get(department.region, ()))
        near = {*vocabulary.region_path(department.region), *below}
        same = [d for d in same if d.region in near]
    return tuple(Link(d.name, links.department(d.id)) for d in same)


def _namesakes(library: Library, department: Department) -> tuple[Link, ...]:
    """Bodies of other regions that some document calls by one of this body's names; of many, those that lie nearest."""
    vocabulary = library.vocabulary
    found: dict[str, Department] = {}
    for name in (department.name, *department.aliases):
        everywhere = vocabulary.bodies_named.get(name, ())
        if len(everywhere) > NEIGHBOURS:
            key = name, vocabulary.superior(department.region)
            everywhere = vocabulary.neighbours_named.get(key, ())[: NEIGHBOURS + 1]
        found |= {d.id: d for d in everywhere}
    return tuple(
        Link(d.name, links.department(d.id)) for d in found.values() if d.region != department.region
    )


def _duties(library: Library, department: Department) -> tuple[DutyRow, ...]:
    placed = library.duties_by_department.get(department.id, ())
    ordered = sorted(
        enumerate(placed),
        key=lambda pair: (is_draft(pair[1].document), ROLE_ORDER.get(pair[1].duty.role, 9), pair[0]),
    )
    return tuple(
        DutyRow(
            matter=p.duty.matter or p.provision.title,
            role=p.duty.role,
            status=p.document.status.value,
            draft=is_draft(p.document),
            clause=f"{p.document.short_title}　{clause_label(p.document, p.provision.section)}",
            url=links.provision(p.document.id, p.provision.id),
        )
        for _, p in ordered
    )


def _dates(library: Library, department: Department) -> tuple[FactView, ...]:
    """The deadlines in the clauses where the body has a duty."""
    clauses = dict.fromkeys(
        (p.document.id, p.provision.id) for p in library.duties_by_department.get(department.id, ())
    )
    return tuple(
        fact_view(library, placed) for clause in clauses for placed in library.deadlines.get(clause, ())
    )
