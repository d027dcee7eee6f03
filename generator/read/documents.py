"""A loaded file → a document, with every problem of its shape and of its printed values."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePosixPath

from pydantic import ValidationError

from generator.load import Loaded
from generator.measures import measure
from generator.model.document import Document
from generator.problems import Finding
from generator.quantities import QuantityError
from generator.read.dates import date_findings
from generator.read.shape import NOTHING_NAMED, Named, quoted, shape_findings

_AS_PRINTED = "照原文写法填写，例如 30万元、3.5%以上、每2年1次、2023年3月31日"
_LONG = re.compile("“([^”]{40})[^”]+”")


def read_document(
    loaded: Loaded, named: Named = NOTHING_NAMED
) -> tuple[Document | None, tuple[Finding, ...]]:
    """Return the document of *loaded*, or None with the findings that forbid using it.

    *named* tells the ids of vocabulary entries by their names, to propose them. A file whose values can't be parsed is left
    out like one of the wrong shape: later stages only meet numbers that can be compared.
    """
    if loaded.content is None:
        return None, ()
    try:
        document = Document.model_validate(loaded.content)
    except ValidationError as error:
        return None, shape_findings(loaded.file, (), loaded.content, Document, error, named)
    findings = (
        *_name_findings(loaded.file, document),
        *date_findings(loaded.file, document),
        *_value_findings(loaded.file, document),
    )
    return (None if findings else document), findings


def _name_findings(file: str, document: Document) -> tuple[Finding, ...]:
    stem = PurePosixPath(file).stem
    if stem == document.id:
        return ()
    message = f"编号 {document.id} 与文件名 {PurePosixPath(file).name} 不一致"
    return (Finding(file, ("id",), "id-not-filename", message, f"把文件改名为 {document.id}.yaml，或改编号"),)


def _value_findings(file: str, document: Document) -> tuple[Finding, ...]:
    found: list[Finding] = []
    for p, provision in enumerate(document.provisions):
        for f, fact in enumerate(provision.facts):
            try:
                measure(fact)
            except QuantityError as error:
                path = ("provisions", p, "facts", f, "value")
                message = _LONG.sub(r"“\1…”", str(error))
                unreadable = Finding(file, path, "unreadable-value", message, _AS_PRINTED)
                slip = quoted(file, path, fact.value)
                found.append(replace(slip, rule=unreadable.rule) if slip else unreadable)
    return tuple(found)
