"""Make the record of a check from its proof, and write it as YAML (核对记录)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from generator.library import Library
from generator.model.document import Document
from generator.model.record import NumeralCounts, Record
from generator.sources.proof import Proof

FOLDER = "policies/records"


def published_ids(document: Document) -> tuple[str, ...]:
    """Return the ids of the clauses and facts of *document*, which are the anchors of its page."""
    return tuple(name for p in document.provisions for name in (p.id, *(fact.id for fact in p.facts)))


def make_record(proof: Proof, extract: str, today: str, former: Iterable[Record] = ()) -> Record:
    """Say what *proof* counted; *extract* is the digest of the YAML text.

    The ids of *former* records (of the document, and of the names it had before) are kept, so that none is forgotten.
    """
    states = Counter(numeral.state for numeral in proof.numerals)
    ids = {*published_ids(proof.document), *(name for record in former for name in record.ids)}
    return Record(
        schema="1",
        document=proof.document.id,
        checked_on=today,
        extract=extract,
        source=proof.source.sha256,
        quotes=len(proof.claims),
        numerals=NumeralCounts(
            held=states["held"], dismissed=states["dismissed"], withheld=states["withheld"]
        ),
        duties=len(proof.blocks),
        ids=tuple(sorted(ids)),
    )


def record_yaml(record: Record) -> str:
    """Return *record* as the text of its file; the same record gives the same bytes."""
    counts = record.numerals
    lines = [
        "# 由 handbook check --record 生成，不要手改",
        f"schema: {record.schema_version}",
        f"document: {record.document}",
        f'checked_on: "{record.checked_on}"',
        f"extract: {record.extract}",
        f"source: {record.source}",
        f"quotes: {record.quotes}",
        f"numerals: {{held: {counts.held}, dismissed: {counts.dismissed}, withheld: {counts.withheld}}}",
        f"duties: {record.duties}",
        "ids:",
        *(f"  - {name}" for name in record.ids),
    ]
    return "".join(f"{line}\n" for line in lines)


def updated_records(
    library: Library, proofs: Mapping[str, Proof], today: str
) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """Return the record files to write by path, and the paths of those to delete since their document was renamed.

    A record that would only get another day is left as it is, so that two people who record two documents never meet.
    """
    written: dict[str, bytes] = {}
    stale: list[str] = []
    for name, proof in proofs.items():
        former = [
            library.records[old] for old in (name, *proof.document.former_ids) if old in library.records
        ]
        record = make_record(proof, library.digests[name], today, former)
        kept = library.records.get(name)
        if kept is None or record != kept.model_copy(update={"checked_on": today}):
            written[f"{FOLDER}/{name}.yaml"] = record_yaml(record).encode()
        stale.extend(f"{FOLDER}/{r.document}.yaml" for r in former if r.document != name)
    return written, tuple(sorted(stale))
