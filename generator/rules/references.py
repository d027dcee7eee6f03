"""Names that point at something: vocabulary ids, relations, sections, other facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Protocol

from generator.library import Vocabulary
from generator.model.base import UNDECIDED, UNDECIDED_REGION
from generator.model.document import DatedEvidence, Document, Numbered, Provision, Span
from generator.model.facts import Fact, Inherited, PaidFact, Percent
from generator.problems import Finding, Path
from generator.rules.subject import Subject


def check_references(subject: Subject) -> Iterator[Finding]:
    """Every id that a document uses of a vocabulary or of itself has to exist, once."""
    for document in subject.library.documents.values():
        finder = _Finder(subject.file(document.id), subject.library.vocabulary)
        yield from finder.document(document)


def check_targets(subject: Subject) -> Iterator[Finding]:
    """Every document that a relation names by its id has to exist; those left out are reported already."""
    library = subject.library
    for document in library.documents.values():
        for i, relation in enumerate(document.relations):
            target = relation.target.document
            if target is not None and target not in library.documents and target not in library.broken:
                titles = {name: d.title for name, d in library.documents.items()}
                path = ("relations", i, "target", "document")
                yield _unknown(subject.file(document.id), "document", path, target, titles)


class _Named(Protocol):
    """An entry of a vocabulary."""

    @property
    def name(self) -> str:
        """How it is called."""


_Known = Mapping[str, str] | Mapping[str, _Named]
"""What may be named: an id with its title, or with its entry."""


class _Finder:
    def __init__(self, file: str, names: Vocabulary) -> None:
        self.file = file
        self.names = names

    def document(self, document: Document) -> Iterator[Finding]:
        names = self.names
        yield from self._known("region", ("region",), document.region, names.regions)
        for i, family in enumerate(document.families):
            yield from self._known("family", ("families", i), family, names.families)
        for i, issuer in enumerate(document.issuers):
            yield from self._known("department", ("issuers", i, "org"), issuer.org, names.departments)
        yield from self._own_names(document)
        yield from self._heads(document)
        sections = {entry.id: f"{entry.label}{entry.title}" for entry in document.outline}
        relations = {r.id: r.target.title for r in document.relations}
        facts = {fact.id: fact.label for p in document.provisions for fact in p.facts}
        for i, relation in enumerate(document.relations):
            root: Path = ("relations", i)
            yield from self._known("section", (*root, "section"), relation.section, sections)
            for j, evidence in enumerate(relation.also):
                yield from self._known("section", (*root, "also", j, "section"), evidence.section, sections)
        for i, shown in enumerate(document.headline):
            yield from self._known("fact", ("headline", i), shown, facts)
        for i, missing in enumerate(document.not_stated):
            yield from self._known(
                "indicator", ("not_stated", i, "indicator"), missing.indicator, names.indicators
            )
            if missing.section is not None:
                yield from self._known("section", ("not_stated", i, "section"), missing.section, sections)
        for i, structure in enumerate(document.structure):
            yield from self._known("fact", ("structure", i, "fact"), structure.fact, facts)
        for p, provision in enumerate(document.provisions):
            yield from self._provision(("provisions", p), provision, sections, relations, facts)

    def _provision(
        self,
        root: Path,
        provision: Provision,
        sections: Mapping[str, str],
        relations: Mapping[str, str],
        facts: Mapping[str, str],
    ) -> Iterator[Finding]:
        names = self.names
        yield from self._known("section", (*root, "section"), provision.section, sections)
        yield from self._each("topic", (*root, "topics"), provision.topics, names.topics)
        yield from self._each("audience", (*root, "audiences"), provision.audiences, names.audiences)
        yield from self._each("fund", (*root, "funding"), provision.funding, names.funds)
        yield from self._each("relation", (*root, "refers_to"), provision.refers_to, relations)
        for d, duty in enumerate(provision.duties):
            yield from self._each("department", (*root, "duties", d, "orgs"), duty.orgs, names.departments)
        for f, fact in enumerate(provision.facts):
            yield from self._fact((*root, "facts", f), fact, sections, relations, facts)

    def _fact(
        self,
        root: Path,
        fact: Fact,
        sections: Mapping[str, str],
        relations: Mapping[str, str],
        facts: Mapping[str, str],
    ) -> Iterator[Finding]:
        names = self.names
        if fact.indicator is not None:
            yield from self._known("indicator", (*root, "indicator"), fact.indicator, names.indicators)
        yield from self._each("audience", (*root, "audiences"), fact.audiences, names.audiences)
        for i, evidence in enumerate(fact.also):
            yield from self._known("section", (*root, "also", i, "section"), evidence.section, sections)
        if fact.part_of is not None:
            yield from self._known("fact", (*root, "part_of"), fact.part_of, facts)
        if fact.adds_to is not None:
            yield from self._known("fact", (*root, "adds_to"), fact.adds_to, facts)
        yield from self._each("fact", (*root, "limits"), fact.limits, facts)
        yield from self._each("indicator", (*root, "excludes"), fact.excludes, names.indicators)
        if isinstance(fact, Percent) and fact.of is not None:
            yield from self._known("fact", (*root, "of", "part"), fact.of.part, facts)
            yield from self._known("fact", (*root, "of", "whole"), fact.of.whole, facts)
        if isinstance(fact, PaidFact) and isinstance(fact.fund, tuple):
            yield from self._each("fund", (*root, "fund"), fact.fund, names.funds)
        if isinstance(fact, Inherited) and isinstance(fact.instrument, str):
            yield from self._known("relation", (*root, "instrument"), fact.instrument, relations)

    def _heads(self, document: Document) -> Iterator[Finding]:
        """The sections that dates, numbers and the period name."""
        sections = {entry.id: f"{entry.label}{entry.title}" for entry in document.outline}
        carrier = document.carrier.doc_number if document.carrier is not None else None
        dates = (
            (("dates", name), getattr(document.dates, name)) for name in type(document.dates).model_fields
        )
        heads: list[tuple[Path, object]] = [
            (("doc_number",), document.doc_number),
            (("carrier", "doc_number"), carrier),
            (("period",), document.period),
            *dates,
        ]
        for path, value in heads:
            if isinstance(value, Numbered | DatedEvidence | Span):
                yield from self._known("section", (*path, "section"), value.section, sections)

    def _own_names(self, document: Document) -> Iterator[Finding]:
        """Ids inside one document are unique: sections; relations; and clauses with facts, which share the page's anchors."""
        outline = [(("outline", i, "id"), entry.id) for i, entry in enumerate(document.outline)]
        relations = [(("relations", i, "id"), r.id) for i, r in enumerate(document.relations)]
        clauses = [(("provisions", i, "id"), p.id) for i, p in enumerate(document.provisions)]
        facts = [
            (("provisions", i, "facts", j, "id"), f.id)
            for i, p in enumerate(document.provisions)
            for j, f in enumerate(p.facts)
        ]
        for group in (outline, relations, [*clauses, *facts]):
            counts = Counter(name for _, name in group)
            seen: set[str] = set()
            for path, name in group:
                if counts[name] > 1 and name in seen:
                    yield Finding(
                        self.file, path, "duplicate-id", f"编号 {name} 用了两次", "换一个在本文件内唯一的编号"
                    )
                seen.add(name)

    def _each(self, what: str, root: Path, given: Iterable[str], known: _Known) -> Iterator[Finding]:
        for index, name in enumerate(given):
            yield from self._known(what, (*root, index), name, known)

    def _known(self, what: str, path: Path, name: str, known: _Known) -> Iterator[Finding]:
        if name not in known:
            yield _unknown(self.file, what, path, name, known)


def _unknown(file: str, what: str, path: Path, name: str, known: _Known) -> Finding:
    if name in (UNDECIDED, UNDECIDED_REGION):
        hint = f"从 {_WHERE[what]} 里选一个，换掉 {name}；词表里没有的先登记"
        return Finding(file, path, "unconfirmed", f"{_WHAT[what]}还没有选", hint)
    message = f"没有登记的{_WHAT[what]} “{name}”"
    return Finding(file, path, f"unknown-{what}", message, _hint(what, name, known))


_WHAT = {
    "region": "地区",
    "family": "政策族",
    "department": "部门",
    "topic": "主题",
    "audience": "对象",
    "fund": "资金来源",
    "indicator": "指标",
    "section": "章节",
    "relation": "文件关系",
    "document": "文件",
    "fact": "事实",
}
_WHERE = {
    "region": "vocabulary/regions.yaml",
    "family": "vocabulary/families.yaml",
    "department": "vocabulary/departments-*.yaml",
    "topic": "vocabulary/topics.yaml",
    "audience": "vocabulary/audiences.yaml",
    "fund": "vocabulary/funds.yaml",
    "indicator": "vocabulary/indicators.yaml",
    "section": "本文件的 outline",
    "relation": "本文件的 relations",
    "document": "policies/documents/",
    "fact": "本文件的 facts",
}


def _hint(what: str, name: str, known: _Known) -> str:
    near = get_close_matches(name, list(known), n=1, cutoff=0.6)
    where = _WHERE[what]
    register = f"先在{where}登记" if where.startswith("本文件") else f"先在 {where} 登记"
    if not near:
        return register
    entry = known[near[0]]
    return f"改用 {near[0]}（{entry if isinstance(entry, str) else entry.name}），或{register}"
