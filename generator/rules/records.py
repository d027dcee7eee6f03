"""The record of a check still speaks of the extract that is published, and was written by a check (核对记录)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.evidence import count_of
from generator.model.document import Document
from generator.model.record import Record
from generator.problems import Finding
from generator.rules.subject import Subject
from generator.sources.proof import Proof

_RECORD = "有原文时运行 handbook check --record 重新核对"
_RENEW = "没有错误以后，请有原文的人运行 handbook check --record，把核对记录一并提交"


def check_records(subject: Subject) -> Iterator[Finding]:
    """Find extracts that changed after their record, those never held against their source, and records edited by hand.

    With the text at hand this check is itself the proof, whatever the record says: that it is old is then no error.
    """
    library = subject.library
    for document in library.documents.values():
        record, file = library.records.get(document.id), subject.file(document.id)
        at_hand = document.id in subject.proofs
        if record is None:
            if not at_hand:
                message = f"{document.id} 没有核对记录，这次也没有原文可核对"
                yield Finding(file, (), "record-missing", message, _RECORD, "warning")
        elif library.record(document.id) is None or record.source != document.source.sha256:
            message = f"{document.id} 在 {record.checked_on} 核对之后改动过"
            if at_hand:
                yield Finding(file, (), "record-to-renew", f"{message}，核对记录还是旧的", _RENEW, "warning")
            else:
                yield Finding(file, (), "record-outdated", message, _RECORD)
        else:
            written = library.files.get(f"records/{document.id}", f"policies/records/{document.id}.yaml")
            for key, message in _wrong(record, document, subject.proofs.get(document.id), subject.today):
                yield Finding(written, (key,), "record-edited", message, f"不要手改；{_RECORD}")


def _wrong(record: Record, document: Document, proof: Proof | None, today: str) -> Iterator[tuple[str, str]]:
    """What no check can have written about this very extract: the key, and why."""
    if record.checked_on > today:
        yield "checked_on", f"核对日期 {record.checked_on} 还没有到"
    if record.quotes != (quotes := count_of(document)):
        yield "quotes", f"记录的引文是 {record.quotes} 处，摘录里有 {quotes} 处"
    parts = [*document.provisions, *(fact for p in document.provisions for fact in p.facts)]
    lacking = sorted({part.id for part in parts} - {*record.ids})
    if lacking:
        yield "ids", f"记录里少了编号 {'、'.join(lacking)}"
    if proof is None:
        return
    states = Counter(numeral.state for numeral in proof.numerals)
    counts = record.numerals
    found = (states["held"], states["dismissed"], states["withheld"])
    if not states["open"] and found != (counts.held, counts.dismissed, counts.withheld):
        yield "numerals", "记录的数字个数与这次核对的不同"
    if record.duties != len(proof.blocks):
        yield "duties", f"记录的责任单位是 {record.duties} 处，原文有 {len(proof.blocks)} 处"
