"""The library as the search sees it: documents, clauses, facts, citations, comparisons, bodies, topics (检索条目)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import chain

from generator import links
from generator.disclosure import shows_original
from generator.library import Library, PlacedFact
from generator.model.document import Document, Numbered, Provision
from generator.search.entries import Body, Entry
from generator.search.index import Index, promised_index
from generator.search.lexicon import Synonym
from generator.sources.proof import Proof
from generator.views.comparison import compared_indicators, family_comparison
from generator.views.dates import document_year, known_date
from generator.views.facts import instead_of_number, per_words
from generator.views.places import printed_headings
from generator.views.references import view_references


def search_index(library: Library, proofs: Mapping[str, Proof]) -> Index:
    """Return the index of *library*; *proofs* adds the printed text of clauses."""
    synonyms = (Synonym(s.word, s.also, s.direction == "two_way") for s in library.vocabulary.synonyms)
    return promised_index(partial(search_parts, library, proofs), tuple(synonyms))


def search_entries(library: Library, proofs: Mapping[str, Proof] | None = None) -> tuple[Entry, ...]:
    """Return every entry at once."""
    return tuple(chain.from_iterable(search_parts(library, proofs)))


def search_parts(library: Library, proofs: Mapping[str, Proof] | None = None) -> Iterator[tuple[Entry, ...]]:
    """Yield what belongs to no document, then each document with its clauses and facts; `proofs` adds printed text."""
    yield (
        *_comparison_entries(library),
        *_citation_entries(library),
        *_department_entries(library),
        *_topic_entries(library),
    )
    for document in library.documents.values():
        yield tuple(_document_entries(library, document, (proofs or {}).get(document.id)))


def _document_entries(library: Library, document: Document, proof: Proof | None) -> Iterator[Entry]:
    vocabulary = library.vocabulary
    regions = [vocabulary.regions[r] for r in vocabulary.region_path(document.region)]
    numbers = [
        n.value
        for n in (document.doc_number, document.carrier.doc_number if document.carrier else None)
        if isinstance(n, Numbered)
    ]
    yield Entry(
        id=document.id,
        kind="document",
        url=links.document(document.id),
        title=document.title,
        document=document.id,
        section=document.outline[0].id,
        path=(),
        terms=(document.short_title, document.type),
        summary=document.answer,
        numbers=tuple(dict.fromkeys(numbers)),
        bodies=tuple(_body(library, i.org, "发文") for i in document.issuers),
        also=tuple(vocabulary.families[f].name for f in document.families if f in vocabulary.families)
        + ((document.carrier.title,) if document.carrier else ()),
        regions=tuple(dict.fromkeys(name for r in regions[:-1] or regions for name in (r.name, r.short))),
        level=document.level,
        status=document.status.value,
        category=document.type,
        date=known_date(document) or document_year(document) or "",
    )
    for provision in document.provisions:
        yield _provision_entry(library, document, provision, proof)
        for fact in provision.facts:
            yield _fact_entry(library, PlacedFact(document, provision, fact))


def _body(library: Library, org: str, role: str) -> Body:
    department = library.vocabulary.departments.get(org)
    if department is None:
        return Body(name=org, role=role)
    return Body(name=department.name, aliases=(department.short, *department.aliases), role=role)


def _provision_entry(
    library: Library, document: Document, provision: Provision, proof: Proof | None
) -> Entry:
    vocabulary = library.vocabulary
    relations = {r.id: r for r in document.relations}
    cited = [relations[r].target for r in provision.refers_to if r in relations]
    audiences = dict.fromkeys((*provision.audiences, *(a for f in provision.facts for a in f.audiences)))
    return Entry(
        id=f"{document.id}/{provision.id}",
        kind="provision",
        url=links.provision(document.id, provision.id),
        title=provision.title,
        document=document.id,
        section=provision.section,
        path=printed_headings(document, provision.section),
        terms=provision.terms,
        summary=provision.summary,
        conditions=(*provision.conditions, *provision.exclusions),
        quotes=tuple(d.quote for d in provision.duties if d.quote),
        text=_printed(document, provision.section, proof),
        numbers=tuple(n for t in cited if isinstance(n := getattr(t.doc_number, "value", None), str)),
        bodies=tuple(_body(library, org, duty.role) for duty in provision.duties for org in duty.orgs),
        topics=tuple(vocabulary.topics[t].name for t in provision.topics if t in vocabulary.topics),
        audiences=tuple(vocabulary.audiences[a].name for a in audiences if a in vocabulary.audiences),
        also=(
            *(t.title for t in cited),
            *(
                name
                for a in audiences
                if a in vocabulary.audiences
                for name in vocabulary.audiences[a].aliases
            ),
        ),
    )


def _printed(document: Document, section: str, proof: Proof | None) -> str:
    """The printed words of a section where the original may be shown, without lines that name contact persons."""
    span = proof.sections.spans.get(section) if proof is not None and shows_original(document) else None
    if proof is None or span is None:
        return ""
    source = proof.source
    return "".join(source.squeezed[at] for at in range(span.start, span.end) if not source.withheld(at))


def _fact_entry(library: Library, placed: PlacedFact) -> Entry:
    document, provision, fact = placed.document, placed.provision, placed.fact
    vocabulary = library.vocabulary
    indicator = vocabulary.indicators.get(fact.indicator or "")
    return Entry(
        id=placed.key,
        kind="fact",
        url=links.fact(document.id, fact.id),
        title=fact.label,
        document=document.id,
        section=provision.section,
        parent=f"{document.id}/{provision.id}",
        summary=per_words(fact.per, fact.frequency, fact.value),
        conditions=(*fact.conditions, *fact.exclusions),
        quotes=(fact.quote, *(e.quote for e in fact.also)),
        figure=fact.value,
        instead=instead_of_number(fact),
        audiences=tuple(vocabulary.audiences[a].name for a in fact.audiences if a in vocabulary.audiences),
        also=(indicator.name,) if indicator else (),
    )


def _comparison_entries(library: Library) -> Iterator[Entry]:
    for family in library.vocabulary.families.values():
        comparison = family_comparison(library, family)
        names = [c.name for c in comparison.columns if not c.narrow]
        if len(names) < 2:
            continue
        yield Entry(
            id=f"compare/{family.id}",
            kind="comparison",
            url=links.family(family.id),
            title=f"{family.name}：{'、'.join(names)}对比",
            terms=tuple(row.name for row in comparison.rows),
            summary=family.definition,
            regions=tuple(names),
        )
    for indicator in compared_indicators(library):
        documents = {p.document.id: p.document for p in library.facts_by_indicator[indicator.id]}
        if len(documents) < 2:
            continue
        regions = [
            library.vocabulary.regions[d.region].short
            for d in documents.values()
            if d.region in library.vocabulary.regions
        ]
        yield Entry(
            id=f"indicator/{indicator.id}",
            kind="comparison",
            url=links.indicator(indicator.id),
            title=f"{indicator.name}：各地对比",
            summary=indicator.definition,
            regions=tuple(dict.fromkeys(regions)),
        )


def _citation_entries(library: Library) -> Iterator[Entry]:
    for row in view_references(library):
        yield Entry(
            id=f"reference/{row.anchor}",
            kind="citation",
            url=row.url or f"{row.page}#{row.anchor}",
            title=row.title,
            numbers=(row.doc_number,) if row.doc_number else (),
            summary="；".join(f"{link.text}（{kind}）" for kind, link in row.citing),
        )


def _department_entries(library: Library) -> Iterator[Entry]:
    for department in library.vocabulary.departments.values():
        duties = library.duties_by_department.get(department.id, ())
        region = library.vocabulary.regions.get(department.region)
        yield Entry(
            id=f"department/{department.id}",
            kind="department",
            url=links.department(department.id),
            title=department.name,
            summary="；".join(dict.fromkeys(p.duty.matter or p.provision.title for p in duties)),
            bodies=(_body(library, department.id, ""),),
            regions=(region.name, region.short) if region else (),
        )


def _topic_entries(library: Library) -> Iterator[Entry]:
    for topic in library.vocabulary.topics.values():
        yield Entry(
            id=f"topic/{topic.id}",
            kind="topic",
            url=links.topic(topic.id),
            title=topic.name,
            summary=topic.definition,
        )
