"""What changed for readers between two releases: documents and figures, in their words (变化说明)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.problems import visible

DATA = ("api/v1/documents.json", "api/v1/facts.json")
MOST = 20
"""How many changed figures are told one by one; of more only the number is told."""


@dataclass(frozen=True)
class Snapshot:
    """Documents and facts of one release by id, as its open data hold them; empty before the first release."""

    documents: Mapping[str, Mapping[str, Any]]
    facts: Mapping[str, Mapping[str, Any]]


def read_snapshot(files: Mapping[str, bytes | None]) -> Snapshot:
    """Return the snapshot in the two open data files (paths DATA); what can't be read counts as empty."""
    return Snapshot(*(_by_id(files.get(path)) for path in DATA))


def _by_id(content: bytes | None) -> dict[str, Mapping[str, Any]]:
    try:
        parsed = json.loads(content or b"[]")
    except ValueError:
        return {}
    rows = parsed if isinstance(parsed, list) else []
    return {str(row["id"]): row for row in rows if isinstance(row, dict) and "id" in row}


def describe(before: Snapshot, after: Snapshot) -> tuple[str, ...]:
    """Return the sentences for the person who publishes; one that says so if nothing changed."""
    told = [*_documents(before, after), *_facts(before, after)]
    return tuple(visible(line) for line in told) or ("文件和数字没有变化。",)


def _documents(before: Snapshot, after: Snapshot) -> list[str]:
    told: list[str] = []
    old, new = before.documents, after.documents
    told += [f"新增文件：{_title(new[key])}" for key in sorted(new.keys() - old.keys())]
    told += [f"移除文件：{_title(old[key])}" for key in sorted(old.keys() - new.keys())]
    for key in sorted(new.keys() & old.keys()):
        was, now = _status(old[key]), _status(new[key])
        if was != now:
            told.append(f"状态变化：{_title(new[key])}由“{was}”改为“{now}”")
    return told


def _facts(before: Snapshot, after: Snapshot) -> list[str]:
    old, new = before.facts, after.facts
    changed = [key for key in sorted(new.keys() & old.keys()) if _printed(old[key]) != _printed(new[key])]
    told = [
        f"数字变化：{_place(after, new[key])}“{_label(new[key])}”由 {_printed(old[key])} 改为 {_printed(new[key])}"
        for key in changed[:MOST]
    ]
    if len(changed) > MOST:
        told.append(f"另有 {len(changed) - MOST} 个数字有变化")
    for words, mine, other in (("新增", new, old), ("移除", old, new)):
        keys = sorted(mine.keys() - other.keys())
        if keys:
            told.append(f"{words}数字 {len(keys)} 个")
    return told


def _title(document: Mapping[str, Any]) -> str:
    return f"《{document.get('title', document.get('id', ''))}》"


def _status(document: Mapping[str, Any]) -> str:
    return str(document.get("status", {}).get("value", ""))


def _place(snapshot: Snapshot, fact: Mapping[str, Any]) -> str:
    document = snapshot.documents.get(str(fact.get("document", "")))
    return _title(document) if document else ""


def _label(fact: Mapping[str, Any]) -> str:
    return str(fact.get("label") or fact.get("indicator") or fact.get("id", ""))


def _printed(fact: Mapping[str, Any]) -> str:
    return str(fact.get("printed", ""))
