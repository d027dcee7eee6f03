"""Documents → indexes and backlinks: one frozen value that every later stage asks (文库)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from generator.measures import Measure, measure
from generator.model.base import Strength
from generator.model.document import Document, Duty, NotStated, Provision, Relation, Section
from generator.model.facts import Fact
from generator.model.record import Record
from generator.model.vocabulary import (
    Audience,
    Department,
    Family,
    FixedPhrase,
    Fund,
    Indicator,
    Line,
    Region,
    Remark,
    Synonym,
    Tombstone,
    Topic,
)

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True)
class Vocabulary:
    """All closed lists, by id and sorted as their files list them."""

    regions: Mapping[str, Region] = field(default_factory=dict)
    lines: Mapping[str, Line] = field(default_factory=dict)
    departments: Mapping[str, Department] = field(default_factory=dict)
    topics: Mapping[str, Topic] = field(default_factory=dict)
    audiences: Mapping[str, Audience] = field(default_factory=dict)
    funds: Mapping[str, Fund] = field(default_factory=dict)
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    families: Mapping[str, Family] = field(default_factory=dict)
    synonyms: tuple[Synonym, ...] = ()
    phrases: tuple[FixedPhrase, ...] = ()
    tombstones: tuple[Tombstone, ...] = ()

    @cached_property
    def bodies_of_line(self) -> Mapping[str, tuple[Department, ...]]:
        """The bodies of each line of work."""
        return _grouped((d.line, d) for d in self.departments.values())

    @cached_property
    def bodies_named(self) -> Mapping[str, tuple[Department, ...]]:
        """The bodies that some document calls by a name."""
        return _grouped(
            (name, d) for d in self.departments.values() for name in dict.fromkeys((d.name, *d.aliases))
        )

    @cached_property
    def neighbours_named(self) -> Mapping[tuple[str, str | None], tuple[Department, ...]]:
        """The bodies by (name, region above the one they belong to)."""
        return _grouped(
            ((name, self.superior(d.region)), d) for name, found in self.bodies_named.items() for d in found
        )

    def all_below(self, region: str) -> Iterator[str]:
        """Yield every region below *region*, level by level."""
        level = [region]
        while level:
            level = [r.id for name in level for r in self.below.get(name, ())]
            yield from level

    def superior(self, region: str) -> str | None:
        """Return the region above *region*; None at the top and for an unknown one."""
        return self.regions[region].parent if region in self.regions else None

    @cached_property
    def below(self) -> Mapping[str, tuple[Region, ...]]:
        """The regions directly below each region."""
        return _grouped((r.parent, r) for r in self.regions.values() if r.parent is not None)

    def region_path(self, region: str) -> tuple[str, ...]:
        """Return *region* and its superiors, nearest first; unknown regions end the path."""
        path: list[str] = []
        step: str | None = region
        while step is not None and step in self.regions and step not in path:
            path.append(step)
            step = self.regions[step].parent
        return tuple(path)


@dataclass(frozen=True)
class PlacedFact:
    """A fact with the clause and the document it stands in."""

    document: Document
    provision: Provision
    fact: Fact

    @property
    def key(self) -> str:
        """The name of the fact across the library: document id / fact id."""
        return f"{self.document.id}/{self.fact.id}"

    @property
    def strength(self) -> Strength:
        """How binding the fact is: its own word, else that of the clause (约束力)."""
        return self.fact.strength or self.provision.strength

    @property
    def audiences(self) -> tuple[str, ...]:
        """Whom the fact concerns: its own list, else that of the clause (对象)."""
        return self.fact.audiences or self.provision.audiences

    @property
    def conditions(self) -> tuple[str, ...]:
        """Its own conditions, else those of the clause; none for what only describes (条件)."""
        return self.fact.conditions or (() if self.describes else self.provision.conditions)

    @property
    def exclusions(self) -> tuple[str, ...]:
        """Its own exclusions, else those of the clause; none for what only describes (不得)."""
        return self.fact.exclusions or (() if self.describes else self.provision.exclusions)

    @property
    def duties(self) -> tuple[Duty, ...]:
        """Who has a part in it, which the clause says; nobody in what only describes (责任分工)."""
        return () if self.describes else self.provision.duties

    @property
    def describes(self) -> bool:
        """Whether the fact tells how things are and lays down nothing, such as the number of issuing bodies (说明)."""
        return self.strength == "说明"

    @cached_property
    def measure(self) -> Measure:
        """The parsed value; the reader has made sure that it can be parsed."""
        return measure(self.fact)


@dataclass(frozen=True, slots=True)
class PlacedProvision:
    """A clause with its document."""

    document: Document
    provision: Provision


@dataclass(frozen=True, slots=True)
class PlacedDuty:
    """What one body has to do in one clause."""

    document: Document
    provision: Provision
    duty: Duty


@dataclass(frozen=True, slots=True)
class Citation:
    """A relation with the document that states it."""

    document: Document
    relation: Relation


@dataclass(frozen=True)
class Library:
    """Every readable document and vocabulary.

    *files* names the YAML file of each document (by id) and of each vocabulary entry (by vocabulary/id), *paths* the
    place of the latter in its file. *broken* names documents that were left out, so that nobody complains twice.
    *records* holds what the last check with source texts found, *digests* the digest of each extract's text.
    """

    documents: Mapping[str, Document]
    vocabulary: Vocabulary
    files: Mapping[str, str] = field(default_factory=dict)
    paths: Mapping[str, tuple[str | int, ...]] = field(default_factory=dict)
    broken: frozenset[str] = frozenset()
    records: Mapping[str, Record] = field(default_factory=dict)
    digests: Mapping[str, str] = field(default_factory=dict)

    def record(self, document: str) -> Record | None:
        """Return the record of the last check of *document*, None if there is none or the extract changed after it."""
        record = self.records.get(document)
        return record if record is not None and record.extract == self.digests.get(document) else None

    @cached_property
    def facts(self) -> Mapping[str, PlacedFact]:
        """Every fact by document id / fact id, in the order of documents and clauses."""
        return {placed.key: placed for document in self.documents.values() for placed in facts_of(document)}

    @cached_property
    def facts_by_indicator(self) -> Mapping[str, tuple[PlacedFact, ...]]:
        """The facts that may be compared with each other."""
        return _grouped((p.fact.indicator, p) for p in self.facts.values() if p.fact.indicator is not None)

    @cached_property
    def facts_on(self) -> Mapping[tuple[str, str], tuple[PlacedFact, ...]]:
        """The facts by (indicator, document)."""
        return _grouped(
            ((p.fact.indicator, p.document.id), p)
            for p in self.facts.values()
            if p.fact.indicator is not None
        )

    @cached_property
    def facts_in(self) -> Mapping[tuple[str, str], tuple[PlacedFact, ...]]:
        """The facts by (indicator, region)."""
        return _grouped(
            ((p.fact.indicator, p.document.region), p)
            for p in self.facts.values()
            if p.fact.indicator is not None
        )

    def facts_near(self, indicator: str, region: str) -> Iterator[PlacedFact]:
        """Yield the facts on *indicator* of *region* and of those above it, then of those below."""
        vocabulary = self.vocabulary
        for name in (*vocabulary.region_path(region), *vocabulary.all_below(region)):
            yield from self.facts_in.get((indicator, name), ())

    @cached_property
    def looked_for(self) -> Mapping[str, Mapping[str, NotStated]]:
        """Who looked for an indicator and found nothing: by indicator, then by document."""
        found: dict[str, dict[str, NotStated]] = {}
        for document in self.documents.values():
            for missing in document.not_stated:
                found.setdefault(missing.indicator, {}).setdefault(document.id, missing)
        return found

    @cached_property
    def documents_by_region(self) -> Mapping[str, tuple[Document, ...]]:
        """The documents of each region itself."""
        return _grouped((d.region, d) for d in self.documents.values())

    @cached_property
    def provisions(self) -> tuple[PlacedProvision, ...]:
        """Every clause, in the order of documents."""
        return tuple(
            PlacedProvision(d, provision) for d in self.documents.values() for provision in d.provisions
        )

    @cached_property
    def remarks_on(self) -> Mapping[str, tuple[tuple[str, Remark], ...]]:
        """What editors say of the difference in an indicator (id), with the policy (id) whose versions they speak of."""
        pairs = ((r.indicator, (f.id, r)) for f in self.vocabulary.families.values() for r in f.remarks)
        return _grouped(pairs)

    @cached_property
    def clauses_on(self) -> Mapping[tuple[str, str], tuple[PlacedProvision, ...]]:
        """The clauses by (topic, document)."""
        return _grouped(((topic, p.document.id), p) for p in self.provisions for topic in p.provision.topics)

    @cached_property
    def provisions_by_topic(self) -> Mapping[str, tuple[PlacedProvision, ...]]:
        """The clauses on each topic."""
        return _grouped((topic, p) for p in self.provisions for topic in p.provision.topics)

    @cached_property
    def provisions_by_audience(self) -> Mapping[str, tuple[PlacedProvision, ...]]:
        """The clauses that concern each audience, by themselves or through one of their facts."""
        return _grouped(
            (audience, p)
            for p in self.provisions
            for audience in dict.fromkeys(
                (*p.provision.audiences, *(a for fact in p.provision.facts for a in fact.audiences))
            )
        )

    @cached_property
    def duties_by_department(self) -> Mapping[str, tuple[PlacedDuty, ...]]:
        """What each body has to do, in every document."""
        return _grouped(
            (org, PlacedDuty(p.document, p.provision, duty))
            for p in self.provisions
            for duty in p.provision.duties
            for org in duty.orgs
        )

    @cached_property
    def deadlines(self) -> Mapping[tuple[str, str], tuple[PlacedFact, ...]]:
        """The deadlines by (document, clause)."""
        return _grouped(
            ((p.document.id, p.provision.id), p) for p in self.facts.values() if p.fact.kind == "deadline"
        )

    @cached_property
    def documents_by_department(self) -> Mapping[str, tuple[Document, ...]]:
        """The documents that each body issued."""
        return _grouped((issuer.org, d) for d in self.documents.values() for issuer in d.issuers)

    @cached_property
    def documents_by_family(self) -> Mapping[str, tuple[Document, ...]]:
        """The members of each family that the library holds."""
        return _grouped((family, d) for d in self.documents.values() for family in d.families)

    @cached_property
    def citations(self) -> Mapping[str, tuple[Citation, ...]]:
        """Who cites what, by `citation_key` of the target."""
        return _grouped(
            (citation_key(relation), Citation(d, relation))
            for d in self.documents.values()
            for relation in d.relations
        )

    def cited_by(self, document: Document) -> tuple[Citation, ...]:
        """Return the relations of other documents that point at *document*, by id, number or title."""
        keys = dict.fromkeys((document.id, *identity_keys(document)))
        return tuple(c for key in keys for c in self.citations.get(key, ()) if c.document.id != document.id)

    def held(self, relation: Relation) -> Document | None:
        """Return the document that *relation* points at, where the library holds it."""
        if relation.target.document is not None:
            return self.documents.get(relation.target.document)
        return self._by_identity.get(citation_key(relation))

    @cached_property
    def _by_identity(self) -> Mapping[str, Document]:
        return {key: d for d in self.documents.values() for key in identity_keys(d)}


def facts_of(document: Document) -> Iterator[PlacedFact]:
    """Yield the facts of *document* in order."""
    for provision in document.provisions:
        for fact in provision.facts:
            yield PlacedFact(document, provision, fact)


def section_path(document: Document, section: str) -> tuple[Section, ...]:
    """Return the headings from the outermost to *section*; empty where the outline lacks it."""
    return document.paths[section] if section in document.paths else document.path(section)


def squeeze_title(title: str) -> str:
    """Return *title* without white space, title marks and the words of a draft, to recognise the same document."""
    return re.sub(r"[\s《》〈〉“”]", "", title)


def citation_key(relation: Relation) -> str:
    """Name the cited document: its id, else its number, else its title."""
    target = relation.target
    if target.document is not None:
        return target.document
    number = getattr(target.doc_number, "value", None)
    return squeeze_title(number if isinstance(number, str) else target.title)


def identity_keys(document: Document) -> tuple[str, ...]:
    """The names under which others may cite *document* without knowing its id: its number and its title."""
    number = getattr(document.doc_number, "value", None)
    return tuple(squeeze_title(name) for name in (number, document.title) if isinstance(name, str))


def _grouped(pairs: Iterable[tuple[K, V]]) -> Mapping[K, tuple[V, ...]]:
    groups: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
