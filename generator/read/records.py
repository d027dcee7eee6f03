"""A loaded record file → the record of a check (核对记录)."""

from __future__ import annotations

from pathlib import PurePosixPath

from pydantic import ValidationError

from generator.load import Loaded
from generator.model.record import Record
from generator.problems import Finding
from generator.read.shape import shape_findings


def read_record(loaded: Loaded) -> tuple[Record | None, tuple[Finding, ...]]:
    """Return the record in *loaded*, or None with what is wrong; its file is named after the document."""
    if loaded.content is None:
        return None, ()
    try:
        record = Record.model_validate(loaded.content)
    except ValidationError as error:
        return None, shape_findings(loaded.file, (), loaded.content, Record, error)
    stem = PurePosixPath(loaded.file).stem
    if stem != record.document:
        message = f"记录的是 {record.document}，文件名却是 {stem}.yaml"
        hint = "核对记录由 handbook check --record 生成，不要手改"
        return None, (Finding(loaded.file, ("document",), "id-not-filename", message, hint),)
    return record, ()
