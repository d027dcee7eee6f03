"""What every rule is given: the library, the proofs that could be made, the date (规则的输入)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.library import Library
from generator.model.document import Document, Provision
from generator.model.facts import Fact
from generator.problems import Finding, Path
from generator.sources.proof import Proof


@dataclass(frozen=True)
class Subject:
    """The library, the proof of each document whose source is at hand, and today's date as ISO text.

    *contacts* are the names of the persons whom any source gives as its contact.
    """

    library: Library
    today: str
    proofs: Mapping[str, Proof] = field(default_factory=dict)
    contacts: frozenset[str] = frozenset()

    def file(self, document: str) -> str:
        """Return the YAML file of *document*."""
        return self.library.files[document]

    def alone(self, document: str) -> Subject:
        """Return *document* with its proof as if there were no other, no record and no date; the vocabulary is whole."""
        library = self.library
        one = Library({document: library.documents[document]}, library.vocabulary, library.files)
        proofs = {document: self.proofs[document]} if document in self.proofs else {}
        return Subject(one, "", proofs, self.contacts)


def clauses(document: Document) -> Iterator[tuple[Path, Provision]]:
    """Yield every clause of *document* with its place in the file."""
    for p, provision in enumerate(document.provisions):
        yield ("provisions", p), provision


def facts(document: Document) -> Iterator[tuple[Path, Provision, Fact]]:
    """Yield every fact of *document* with its place in the file and its clause."""
    for path, provision in clauses(document):
        for f, fact in enumerate(provision.facts):
            yield (*path, "facts", f), provision, fact


def section_path(document: Document, section: str | None) -> Path:
    """Return the place of the first clause of *section*, else of the nearest section above it, else of all clauses."""
    first = {p.section: index for index, p in reversed(tuple(enumerate(document.provisions)))}
    while section:
        if section in first:
            return ("provisions", first[section], "section")
        section = section.rpartition(".")[0]
    return ("provisions",)


Check = Callable[[Subject], Iterable[Finding]]
