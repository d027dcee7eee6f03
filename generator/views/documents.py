"""One document's page: answer, figures, metadata, chapters, what is not there; and the list of all (文件)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator import links
from generator.library import Library, PlacedFact, section_path
from generator.model.base import Absent
from generator.model.document import DatedEvidence, Document, Duty, Numbered, Provision, Relation, Section
from generator.sources.original import Original
from generator.views.checks import CheckView
from generator.views.dates import chinese_date, document_year, known_date, newest_first, older_than_a_year
from generator.views.facts import Body, FactView, fact_view, is_draft, listed
from generator.views.pairs import pairs_of
from generator.views.places import clause_label, heading, printed_headings

UNSAID = Absent(absent="not_stated").words


@dataclass(frozen=True)
class Link:
    """A word that may lead somewhere; `url` empty where the target is not in the library."""

    text: str
    url: str = ""
    pill: str = ""


@dataclass(frozen=True)
class Entry:
    """A line of the metadata: a label and its values; no values means — with the words of `absent`."""

    label: str
    values: tuple[Link, ...] = ()
    absent: str = ""


@dataclass(frozen=True)
class DutyLine:
    """A role with its bodies, and the matter where it isn't the whole clause."""

    role: str
    matter: str
    bodies: tuple[Body, ...]


@dataclass(frozen=True)
class ProvisionView:
    """A clause on its document's page; `former` are anchors it or its facts had under other names."""

    id: str
    anchor: str
    former: tuple[str, ...]
    number: str
    title: str
    summary: str
    strength: str
    facts: tuple[FactView, ...]
    notes: tuple[tuple[str, str], ...]
    duties: tuple[DutyLine, ...]
    topics: tuple[Link, ...]
    audiences: tuple[Link, ...]
    references: tuple[Link, ...]
    quotes: tuple[str, ...]
    citation: str
    url: str


@dataclass(frozen=True)
class SectionView:
    """A heading of the document with the clauses directly under it; depth 1 is a chapter.

    `merged` is True where the only clause under the heading has the heading's own words, so that it is printed once.
    """

    id: str
    anchor: str
    number: str
    title: str
    depth: int
    merged: bool
    provisions: tuple[ProvisionView, ...]
    url: str


@dataclass(frozen=True)
class DocumentRow:
    """A document in a list."""

    id: str
    title: str
    short_title: str
    url: str
    status: str
    draft: bool
    region: str
    region_id: str
    type: str
    level: str
    doc_number: str
    date: str
    year: str


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


def view_row(library: Library, document: Document) -> DocumentRow:
    """Return the line of *document* in lists."""
    region = library.vocabulary.regions.get(document.region)
    date = known_date(document)
    return DocumentRow(
        id=document.id,
        title=document.title,
        short_title=document.short_title,
        url=links.document(document.id),
        status=document.status.value,
        draft=is_draft(document),
        region=region.short if region else document.region,
        region_id=document.region,
        type=document.type,
        level=document.level,
        doc_number=shown_number(document),
        date=chinese_date(date) if date else "",
        year=document_year(document) or "",
    )


def view_documents(library: Library) -> tuple[DocumentRow, ...]:
    """Return all documents, newest first."""
    return tuple(view_row(library, document) for document in newest_first(tuple(library.documents.values())))


def shown_number(document: Document) -> str:
    """Return the number under which the document is known: its own, else its carrier's; empty where none is printed."""
    for number in (document.doc_number, document.carrier.doc_number if document.carrier else None):
        if isinstance(number, Numbered):
            return number.value
    return ""


def view_document(
    library: Library, document: Document, check: CheckView, original: Original | None, today: str
) -> DocumentView:
    """Return the page of *document*; *original* is its source where that is published, *today* an ISO date."""
    facts = {f.fact.id: f for p in document.provisions for f in _placed(document, p)}
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
        sections=_sections(library, document),
        not_stated=tuple(_not_stated(library, document)),
        banner=_banner(document),
        successors=_successors(library, document),
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


def _placed(document: Document, provision: Provision) -> tuple[PlacedFact, ...]:
    return tuple(PlacedFact(document, provision, fact) for fact in provision.facts)


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


def relation_link(library: Library, relation: Relation) -> Link:
    """Return the target of *relation*: a link where the library holds it, else its name marked 未收录."""
    target = relation.target
    number = "" if isinstance(target.doc_number, Absent) else f"（{target.doc_number.value}）"
    held = library.held(relation)
    text = f"{target.title}{number}"
    return Link(text, links.document(held.id)) if held else Link(text, "", "未收录")


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


def _banner(document: Document) -> tuple[str, ...]:
    """The lines of the banner above a document that must not be taken for one in force; empty for others."""
    match document.status.value:
        case "征求意见稿":
            return ("征求意见稿，不是现行规定", "文中的金额和办法只是拟定，不能据此申领。")
        case "失效" | "废止":
            return (f"本文件已{document.status.value}", document.status.basis)
        case "部分失效":
            return ("本文件部分失效", document.status.basis)
        case _:
            return ()


def _successors(library: Library, document: Document) -> tuple[Link, ...]:
    """Where a draft's figures went: facts of other documents with the same indicator and the same printed value."""
    if not is_draft(document):
        return ()
    found: list[Link] = []
    for provision in document.provisions:
        for fact in provision.facts:
            for other in library.facts_by_indicator.get(fact.indicator or "", ()):
                if (
                    other.document.region == document.region
                    and not is_draft(other.document)
                    and fact.kind == other.fact.kind == "money"
                ):
                    clause = clause_label(other.document, other.provision.section)
                    url = links.provision(other.document.id, other.provision.id)
                    found.append(Link(f"{other.document.title} {clause}", url))
    return tuple(dict.fromkeys(found))


def _sections(library: Library, document: Document) -> tuple[SectionView, ...]:
    by_section: dict[str, list[Provision]] = {}
    for provision in document.provisions:
        by_section.setdefault(provision.section, []).append(provision)
    relations = {relation.id: relation for relation in document.relations}
    views: list[SectionView] = []
    for entry in document.outline:
        provisions = by_section.get(entry.id, [])
        views.append(_section(library, document, entry, provisions, relations))
    return tuple(view for view in views if view.provisions or _has_children(view.id, document))


def _has_children(section: str, document: Document) -> bool:
    return any(entry.id.startswith(section + ".") for entry in document.outline)


def _section(
    library: Library,
    document: Document,
    entry: Section,
    provisions: list[Provision],
    relations: Mapping[str, Relation],
) -> SectionView:
    depth = len(section_path(document, entry.id))
    merged = (
        depth > 1 and len(provisions) == 1 and (provisions[0].title == entry.title or entry.printed == "否")
    )
    return SectionView(
        id=entry.id,
        anchor=links.section_anchor(entry.id),
        number=clause_label(document, entry.id) if depth > 1 else "",
        title=heading(entry.label, entry.title) if depth == 1 else entry.title,
        depth=depth,
        merged=merged,
        provisions=tuple(_provision(library, document, p, relations) for p in provisions),
        url=links.section(document.id, entry.id),
    )


def _provision(
    library: Library, document: Document, provision: Provision, relations: Mapping[str, Relation]
) -> ProvisionView:
    vocabulary = library.vocabulary
    facts = tuple(fact_view(library, placed) for placed in _placed(document, provision))
    clause = clause_label(document, provision.section)
    return ProvisionView(
        id=provision.id,
        anchor=links.provision_anchor(provision.id),
        former=(
            *(links.provision_anchor(old) for old in provision.former_ids),
            *(links.fact_anchor(old) for fact in provision.facts for old in fact.former_ids),
        ),
        number=clause,
        title=provision.title,
        summary=provision.summary,
        strength=provision.strength,
        facts=facts,
        notes=_notes(provision, facts),
        duties=tuple(_duty(library, duty) for duty in provision.duties),
        topics=tuple(
            Link(vocabulary.topics[t].name, links.topic(t))
            for t in provision.topics
            if t in vocabulary.topics
        ),
        audiences=tuple(
            Link(vocabulary.audiences[a].name, links.audience(a))
            for a in provision.audiences
            if a in vocabulary.audiences
        ),
        references=tuple(
            dict.fromkeys(relation_link(library, relations[r]) for r in provision.refers_to if r in relations)
        ),
        quotes=tuple(dict.fromkeys(fact.quote for fact in provision.facts)),
        citation=citation(
            document, provision.section, "；".join(dict.fromkeys(f.quote for f in provision.facts))
        ),
        url=links.provision(document.id, provision.id),
    )


def _notes(provision: Provision, facts: tuple[FactView, ...]) -> tuple[tuple[str, str], ...]:
    """Conditions and exclusions of the clause, then who is paid, who pays and from what, each said once."""
    exclusions = (*provision.exclusions, *(e for fact in provision.facts for e in fact.exclusions))
    lines = [("条件", listed(provision.conditions)), ("不得", listed(exclusions)), *_money_notes(facts)]
    return tuple((label, words) for label, words in lines if words)


def _money_notes(facts: tuple[FactView, ...]) -> list[tuple[str, str]]:
    """One line a question; the questions that the source leaves open for every fact share one line."""
    said: dict[str, list[str]] = {}
    for fact in facts:
        for label, words in fact.money:
            said.setdefault(label, []).append(words)
    silent = [label for label, words in said.items() if set(words) == {UNSAID}]
    lines = [
        (label, listed(w for w in words if w != UNSAID))
        for label, words in said.items()
        if label not in silent
    ]
    return [*lines, ("、".join(silent), UNSAID)] if silent else lines


def _duty(library: Library, duty: Duty) -> DutyLine:
    departments = library.vocabulary.departments
    bodies = tuple(Body(departments[o].short, links.department(o)) for o in duty.orgs if o in departments)
    return DutyLine(duty.role, duty.matter or "", bodies)


def citation(document: Document, section: str, quote: str) -> str:
    """One sentence that cites the document, or one of its clauses, as an office would."""
    number = shown_number(document)
    where = "".join(f"“{h}”" for h in printed_headings(document, section)[-1:]) if section else ""
    words = f"：“{quote}”" if quote else ""
    return f"《{document.title}》{f'（{number}）' if number else ''}{where}{words}"


def _not_stated(library: Library, document: Document) -> list[tuple[str, str, str]]:
    """Indicators looked for and not there: name, how far the text goes, the page of the indicator."""
    indicators = library.vocabulary.indicators
    return [
        (indicators[n.indicator].name, n.note or "", links.indicator(n.indicator))
        for n in document.not_stated
        if n.indicator in indicators
    ]
