"""The chapters of a document and the clauses under them, with all that a clause says (条款)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator import links
from generator.library import Library, PlacedFact, section_path
from generator.model.base import Absent
from generator.model.document import Document, Duty, Provision, Relation, Section
from generator.views.documents import Link, citation
from generator.views.facts import UNSAID, Body, FactView, fact_view, listed
from generator.views.places import clause_label, heading


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

    `merged` is True where the only clause under the heading has the heading's own words, so that it is printed once;
    `opens_alike` where the first of several (or the only one of a chapter) has them.
    """

    id: str
    anchor: str
    number: str
    title: str
    depth: int
    merged: bool
    opens_alike: bool
    provisions: tuple[ProvisionView, ...]
    url: str


def placed_facts(document: Document, provision: Provision) -> tuple[PlacedFact, ...]:
    """Return the facts of a clause with where they stand."""
    return tuple(PlacedFact(document, provision, fact) for fact in provision.facts)


def relation_link(library: Library, relation: Relation) -> Link:
    """Return the target of *relation*: a link where the library holds it, else its name marked 未收录."""
    target = relation.target
    number = "" if isinstance(target.doc_number, Absent) else f"（{target.doc_number.value}）"
    held = library.held(relation)
    text = f"{target.title}{number}"
    return Link(text, links.document(held.id)) if held else Link(text, "", "未收录")


def view_sections(library: Library, document: Document) -> tuple[SectionView, ...]:
    """Return the headings of the outline that have clauses, of their own or below them, in its order."""
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
        opens_alike=bool(provisions) and provisions[0].title == entry.title,
        provisions=tuple(_provision(library, document, p, relations) for p in provisions),
        url=links.section(document.id, entry.id),
    )


def _provision(
    library: Library, document: Document, provision: Provision, relations: Mapping[str, Relation]
) -> ProvisionView:
    vocabulary = library.vocabulary
    facts = tuple(fact_view(library, placed) for placed in placed_facts(document, provision))
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
    lines = [("条件", listed(provision.conditions)), ("限制", listed(exclusions)), *_money_notes(facts)]
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
