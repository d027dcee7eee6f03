"""What may be published: documents marked 不公开 are in no output, originals only where the document is public (公开属性)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.library import Library, Vocabulary
from generator.model.document import Document, Relation
from generator.model.vocabulary import Family, Synonym
from generator.sources.proof import Proof


def published(library: Library) -> Library:
    """Return *library* as the public may see it: without the documents marked 不公开, and without links to them.

    Every output is made from what this returns. Other documents keep citing a withheld one by the title they print.
    """
    withheld = {name for name, d in library.documents.items() if d.disclosure.value == "不公开"}
    if not withheld:
        return library
    documents = {
        name: _unlinked(document, withheld)
        for name, document in library.documents.items()
        if name not in withheld
    }
    return Library(
        documents,
        _vocabulary(library, withheld),
        {key: file for key, file in library.files.items() if not _about(key, withheld)},
        {key: path for key, path in library.paths.items() if not _about(key, withheld)},
        library.broken - withheld,
        {name: record for name, record in library.records.items() if name not in withheld},
        {name: digest for name, digest in library.digests.items() if name not in withheld},
    )


def published_proofs(library: Library, proofs: Mapping[str, Proof]) -> Mapping[str, Proof]:
    """Return the proofs of the documents in *library*, a library that `published` returned."""
    return {name: proof for name, proof in proofs.items() if name in library.documents}


def shows_original(document: Document) -> bool:
    """Whether the source text itself may be published beside the extract (原文页): only for 公开."""
    return document.disclosure.value == "公开"


def _about(key: str, withheld: set[str]) -> bool:
    return key.removeprefix("records/") in withheld


def _unlinked(document: Document, withheld: set[str]) -> Document:
    if not any(r.target.document in withheld for r in document.relations):
        return document
    relations = tuple(
        _unlinked_relation(r) if r.target.document in withheld else r for r in document.relations
    )
    return document.model_copy(update={"relations": relations})


def _unlinked_relation(relation: Relation) -> Relation:
    target = relation.target.model_copy(update={"document": None})
    return relation.model_copy(update={"target": target})


def _vocabulary(library: Library, withheld: set[str]) -> Vocabulary:
    hidden = tuple(d for name, d in library.documents.items() if name in withheld)
    shown = tuple(d for name, d in library.documents.items() if name not in withheld)
    lost = {family for document in hidden for family in document.families}
    vocabulary = library.vocabulary
    return replace(
        vocabulary,
        families={name: _without(f, withheld, lost) for name, f in vocabulary.families.items()},
        synonyms=_known_words(vocabulary, hidden, shown),
    )


def _without(family: Family, withheld: set[str], lost: set[str]) -> Family:
    """*family* without what tells of withheld documents; its remarks compare members, so they go when one is withheld."""
    missing = tuple(member for member in family.missing if member.named_in not in withheld)
    remarks = () if family.id in lost else family.remarks
    if (missing, remarks) == (family.missing, family.remarks):
        return family
    return family.model_copy(update={"missing": missing, "remarks": remarks})


def _known_words(
    vocabulary: Vocabulary, hidden: Iterable[Document], shown: Iterable[Document]
) -> tuple[Synonym, ...]:
    """The synonyms, without those for a word that stands in withheld documents and nowhere else."""
    tables = (
        vocabulary.departments,
        vocabulary.indicators,
        vocabulary.audiences,
        vocabulary.topics,
        vocabulary.funds,
    )
    kept_back = [document.model_dump_json() for document in hidden]
    public = [document.model_dump_json() for document in shown]
    public += [entry.model_dump_json() for table in tables for entry in table.values()]
    return tuple(
        synonym
        for synonym in vocabulary.synonyms
        if not any(synonym.word in text for text in kept_back) or any(synonym.word in text for text in public)
    )
