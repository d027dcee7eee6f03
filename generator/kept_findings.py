"""What was found in each document alone, kept until anything that was looked at changes (留存的检查结果).

The findings of all documents lie in one text. It may be missing, cut off or wrong: then everything is looked at again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence

from pydantic import TypeAdapter, ValidationError

from generator.kept import Readings
from generator.problems import CRASHED, Finding

_NAME = hashlib.sha256(b"findings").hexdigest()
_Kept = dict[str, tuple[str, tuple[Finding, ...]]]
_KEPT = TypeAdapter[_Kept](_Kept)


def findings_of_each(
    looked_at: Mapping[str, str],
    find: Callable[[Sequence[str]], Iterable[tuple[Finding, ...]]],
    readings: Readings | None,
) -> tuple[Finding, ...]:
    """Return what is wrong with each document, in their order; *find* is asked about those that nothing is known of.

    *looked_at* names, by document, everything that *find* looks at (a digest). What a bug was reported beside is not kept.
    """
    if readings is None:
        return tuple(finding for found in find(tuple(looked_at)) for finding in found)
    kept = _read(readings)
    names = {document: _digest(readings.edition, seen) for document, seen in looked_at.items()}
    known = {
        document: kept[document] for document, name in names.items() if kept.get(document, ("",))[0] == name
    }
    lacking = tuple(document for document in names if document not in known)
    found = dict(zip(lacking, find(lacking), strict=True))
    every: _Kept = {
        document: known[document] if document in known else (name, found[document])
        for document, name in names.items()
    }
    if lacking or len(kept) != len(every):
        sound = {document: (name, found) for document, (name, found) in every.items() if not _crashed(found)}
        readings.keep.put(_NAME, _KEPT.dump_json(sound).decode())
    return tuple(finding for _, found in every.values() for finding in found)


def _crashed(found: tuple[Finding, ...]) -> bool:
    return any(finding.rule == CRASHED for finding in found)


def _read(readings: Readings) -> _Kept:
    try:
        return _KEPT.validate_json(readings.keep.get(_NAME) or "{}")
    except ValidationError:
        return {}


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
