"""The record of a check still speaks of the extract that is published (核对记录)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Finding
from generator.rules.subject import Subject


def check_records(subject: Subject) -> Iterator[Finding]:
    """Find extracts that changed after their record, and documents that nobody has ever held against their source."""
    library = subject.library
    for document in library.documents.values():
        record = library.records.get(document.id)
        hint = "有原文时运行 handbook check --record 重新核对"
        if record is None:
            if document.id not in subject.proofs:
                message = f"{document.id} 没有核对记录，这次也没有原文可核对"
                yield Finding(subject.file(document.id), (), "record-missing", message, hint, "warning")
        elif record.extract != library.digests.get(document.id) or record.source != document.source.sha256:
            message = f"{document.id} 在 {record.checked_on} 核对之后改动过"
            yield Finding(subject.file(document.id), (), "record-outdated", message, hint)
