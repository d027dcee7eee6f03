"""Every piece of evidence a document offers, in one list: facts, dates, numbers, relations, duties (证据清单)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from generator.model.base import Absent, Evidence
from generator.model.document import Carrier, DatedEvidence, Document, Numbered, Relation
from generator.problems import Path

Role = Literal["fact", "date", "doc_number", "relation", "duty"]


class Claim(NamedTuple):
    """A quote with what it is said to prove; a tuple, as there are forty in a document and every check makes them.

    `value` holds the printed words whose numerals the quote has to show, None where the quote itself is the proof.
    `path` is the place of the quote in the YAML file. `counted` says that the editor wrote which occurrence is meant,
    `repeats` that this is a second place of something proved already.
    """

    role: Role
    key: str
    path: Path
    section: str
    quote: str
    occurrence: int = 1
    counted: bool = False
    value: str | None = None
    repeats: bool = False


def claims_of(document: Document) -> Iterator[Claim]:
    """Yield the claims of *document* in the order of its file."""
    yield from _heads(document)
    for r, relation in enumerate(document.relations):
        yield from _relation_claims(relation, ("relations", r))
    for p, provision in enumerate(document.provisions):
        root: Path = ("provisions", p)
        for d, duty in enumerate(provision.duties):
            if duty.quote is not None:
                key = f"{provision.id}/{duty.role}"
                yield Claim("duty", key, (*root, "duties", d, "quote"), provision.section, duty.quote)
        for f, fact in enumerate(provision.facts):
            here: Path = (*root, "facts", f)
            counted = "occurrence" in fact.model_fields_set
            value = fact.value
            yield Claim(
                "fact",
                fact.id,
                (*here, "quote"),
                provision.section,
                fact.quote,
                fact.occurrence,
                counted,
                value,
            )
            yield from _also("fact", fact.id, fact.also, here, value)


def count_of(document: Document) -> int:
    """Return how many claims *document* has, which a summary asks of all documents."""
    heads = sum(1 for _ in _heads(document))
    relations = sum(1 + len(relation.also) for relation in document.relations)
    duties = sum(1 for p in document.provisions for duty in p.duties if duty.quote is not None)
    return heads + relations + duties + sum(1 + len(f.also) for p in document.provisions for f in p.facts)


def _heads(document: Document) -> Iterator[Claim]:
    if isinstance(document.doc_number, Numbered):
        yield _number("doc_number", document.doc_number, ("doc_number", "quote"))
    if isinstance(document.carrier, Carrier) and isinstance(document.carrier.doc_number, Numbered):
        yield _number("carrier", document.carrier.doc_number, ("carrier", "doc_number", "quote"))
    for name in type(document.dates).model_fields:
        date = getattr(document.dates, name)
        if isinstance(date, DatedEvidence):
            counted = "occurrence" in date.model_fields_set
            yield Claim(
                "date", name, ("dates", name, "quote"), date.section, date.quote, date.occurrence, counted
            )
    if not isinstance(document.period, Absent):
        yield Claim(
            "date", "period", ("period", "printed"), document.period.section, document.period.printed, 1, True
        )


def _number(key: str, number: Numbered, path: Path) -> Claim:
    return Claim("doc_number", key, path, number.section, number.quote, 1, True, number.value)


def _relation_claims(relation: Relation, root: Path) -> Iterator[Claim]:
    counted = "occurrence" in relation.model_fields_set
    yield Claim(
        "relation",
        relation.id,
        (*root, "quote"),
        relation.section,
        relation.quote,
        relation.occurrence,
        counted,
    )
    yield from _also("relation", relation.id, relation.also, root, None)


def _also(role: Role, key: str, also: tuple[Evidence, ...], root: Path, value: str | None) -> Iterator[Claim]:
    for index, evidence in enumerate(also):
        counted = "occurrence" in evidence.model_fields_set
        path: Path = (*root, "also", index, "quote")
        yield Claim(
            role, key, path, evidence.section, evidence.quote, evidence.occurrence, counted, value, True
        )
