"""The page of a document: what it is, its figures, what it refers to, its chapters (文件页)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator import links
from generator.library import Library
from generator.model.base import Absent
from generator.model.document import DatedEvidence, Document, Numbered
from generator.model.facts import Deadline, Money
from generator.sources.original import Original
from generator.views.checks import CheckView
from generator.views.clauses import SectionView, placed_facts, relation_link, view_sections
from generator.views.dates import chinese_date, older_than_a_year
from generator.views.documents import DocumentRow, Link, citation, view_row
from generator.views.facts import COVER, FactView, fact_view, is_draft
from generator.views.pairs import pairs_of
from generator.views.places import clause_label


@dataclass(frozen=True)
class Entry:
    """A line of the metadata: a label and its values; no values means — with the words of `absent`."""

    label: str
    values: tuple[Link, ...] = ()
    absent: str = ""


@dataclass(frozen=True)
class DocumentView:
    """A whole document's page.

    `original` is the page of the source text, empty where it isn't published; `lines` leads from the anchor of a fact
    to the line of that page that proves it. `stale` says that the status was looked at more than a year ago (待复核).
    """

    row: DocumentRow
    title: str
    region_url: str
    status_basis: str
    as_of: str
    answer: str
    headline: tuple[FactView, ...]
    metadata: tuple[Entry, ...]
    sections: tuple[SectionView, ...]
    not_stated: tuple[tuple[str, str, str], ...]
    banner: tuple[str, ...]
    successors: tuple[Link, ...]
    citation: str
    families: tuple[Link, ...]
    check: CheckView
    stale: bool
    original: str
    lines: Mapping[str, str]


def view_document(
    library: Library, document: Document, check: CheckView, original: Original | None, today: str
) -> DocumentView:
    """Return the page of *document*; *original* is its source where that is published, *today* an ISO date."""
    facts = {f.fact.id: f for p in document.provisions for f in placed_facts(document, p)}
    row = view_row(library, document)
    return DocumentView(
        row=row,
        title=document.title,
        region_url=links.region(document.region),
        status_basis=document.status.basis,
        as_of=chinese_date(document.status.as_of),
        answer=document.answer,
        headline=tuple(fact_view(library, facts[name]) for name in document.headline if name in facts),
        metadata=_metadata(library, document),
        sections=view_sections(library, document),
        not_stated=tuple(_not_stated(library, document)),
        banner=banner(document),
        successors=find_successors(library, document),
        citation=citation(document, "", ""),
        families=tuple(
            Link(library.vocabulary.families[f].name, links.family(f))
            for f in document.families
            if f in library.vocabulary.families
        ),
        check=check,
        stale=older_than_a_year(document.status.as_of, today),
        original=links.original(document.id) if original is not None else "",
        lines=_lines(document, original),
    )


def _lines(document: Document, original: Original | None) -> Mapping[str, str]:
    if original is None:
        return {}
    return {
        links.fact_anchor(fact): links.original_line(document.id, original.paragraphs[index].line)
        for fact, index in original.paragraph_of_fact.items()
    }


def _metadata(library: Library, document: Document) -> tuple[Entry, ...]:
    carrier = document.carrier
    entries = [_number_entry("文号", document.doc_number)]
    if carrier is not None:
        entries.append(Entry("载体", (Link(carrier.title),)))
        if carrier.doc_number != document.doc_number:
            entries.append(_number_entry("来函" if carrier.type == "函" else "载体文号", carrier.doc_number))
    entries.append(_issuers(library, document))
    entries.extend(_dates(document))
    period = document.period
    entries.append(
        Entry("期限", (), period.words)
        if isinstance(period, Absent)
        else Entry("期限", (Link(period.printed),))
    )
    region = library.vocabulary.regions.get(document.region)
    entries.append(
        Entry("地区", (Link(region.name if region else document.region, links.region(document.region)),))
    )
    entries.append(Entry("文种", (Link(document.type, f"{links.TYPES}#t-{document.type}"),)))
    entries.append(Entry("公开", (Link(f"{document.disclosure.value}（{document.disclosure.basis}）"),)))
    entries.extend(_relations(library, document))
    siblings = _siblings(library, document)
    if siblings:
        entries.append(Entry("同族文件", siblings))
    versions = pairs_of(library, document)
    if versions:
        shown = tuple(
            Link(f"{p.older.short_title} → {p.newer.short_title}（{p.relation}）", p.url) for p in versions
        )
        entries.append(Entry("前后版本", shown))
    cited = tuple(
        Link(f"{c.document.short_title}（{c.relation.type}）", links.document(c.document.id))
        for c in library.cited_by(document)
    )
    if cited:
        entries.append(Entry("被引用于", tuple(dict.fromkeys(cited))))
    if document.source.defects:
        entries.append(Entry("原文疑点", tuple(Link(defect) for defect in document.source.defects)))
    return tuple(entries)


def _number_entry(label: str, number: Numbered | Absent) -> Entry:
    return (
        Entry(label, (), number.words) if isinstance(number, Absent) else Entry(label, (Link(number.value),))
    )


def _issuers(library: Library, document: Document) -> Entry:
    departments = library.vocabulary.departments
    names = [
        Link(departments[i.org].name, links.department(i.org))
        for i in document.issuers
        if i.org in departments
    ]
    if document.issuers_note:
        names.append(Link(document.issuers_note))
    return Entry("发文机关", tuple(names))


_DATE_LABELS = (
    ("signed", "成文日期"),
    ("issued", "印发日期"),
    ("effective", "施行日期"),
    ("expires", "失效日期"),
    ("repealed", "废止日期"),
)


def _dates(document: Document) -> list[Entry]:
    """The first three always, the last two only where printed: a document that says nothing of its end is no riddle."""
    entries: list[Entry] = []
    for name, label in _DATE_LABELS:
        date = getattr(document.dates, name)
        if isinstance(date, DatedEvidence):
            entries.append(Entry(label, (Link(chinese_date(date.value)),)))
        elif name in ("signed", "issued", "effective"):
            entries.append(Entry(label, (), date.words))
    return entries


def _relations(library: Library, document: Document) -> list[Entry]:
    by_type: dict[str, list[Link]] = {}
    for relation in document.relations:
        by_type.setdefault(relation.type, []).append(relation_link(library, relation))
    return [Entry(name, tuple(dict.fromkeys(found))) for name, found in by_type.items()]


def _siblings(library: Library, document: Document) -> tuple[Link, ...]:
    found: list[Link] = []
    for family in document.families:
        members = library.documents_by_family.get(family, ())
        found.extend(
            Link(other.short_title, links.document(other.id)) for other in members if other.id != document.id
        )
        if len(members) > 1:
            found.append(Link("看对比", links.family(family)))
    return tuple(dict.fromkeys(found))


def banner(document: Document) -> tuple[str, ...]:
    """The lines of the banner above a document that must not be taken for one in force; empty for others."""
    match document.status.value:
        case "征求意见稿":
            asked = (
                f"{fact.label}：{fact.value}。"
                for provision in document.provisions
                if document.carrier is not None and provision.section == COVER
                for fact in provision.facts
                if isinstance(fact, Deadline)
            )
            return ("征求意见稿，不是现行规定", "文中的金额和办法只是拟定，不能据此申领。", *asked)
        case "失效" | "废止":
            return (f"本文件已{document.status.value}", document.status.basis)
        case "部分失效":
            return ("本文件部分失效", document.status.basis)
        case _:
            return ()


def find_successors(library: Library, document: Document) -> tuple[Link, ...]:
    """Where a draft's amounts went: clauses of the same region's later documents that state one, indicator and value alike."""
    if not is_draft(document):
        return ()
    drafted = [
        placed
        for provision in document.provisions
        for placed in placed_facts(document, provision)
        if isinstance(placed.fact, Money)
    ]
    kept = (
        other
        for placed in drafted
        for other in library.facts_by_indicator.get(placed.fact.indicator or "", ())
        if other.document.region == document.region
        and not is_draft(other.document)
        and isinstance(other.fact, Money)
        and other.measure == placed.measure
    )
    return tuple(
        dict.fromkeys(
            Link(
                f"{other.document.title} {clause_label(other.document, other.provision.section)}",
                links.provision(other.document.id, other.provision.id),
            )
            for other in kept
        )
    )


def _not_stated(library: Library, document: Document) -> list[tuple[str, str, str]]:
    """Indicators looked for and not there: name, how far the text goes, the page of the indicator."""
    indicators = library.vocabulary.indicators
    return [
        (indicators[n.indicator].name, n.note or "", links.indicator(n.indicator))
        for n in document.not_stated
        if n.indicator in indicators
    ]
