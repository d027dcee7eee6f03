"""The record of a check still speaks of the extract that is published (核对记录)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Finding
from generator.rules.subject import Subject

_RECORD = "有原文时运行 handbook check --record 重新核对"
_RENEW = "没有错误以后，请有原文的人运行 handbook check --record，把核对记录一并提交"


def check_records(subject: Subject) -> Iterator[Finding]:
    """Find extracts that changed after their record, and documents that nobody has ever held against their source.

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
