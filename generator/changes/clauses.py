"""What changed in the clauses of one document, and with them its figures (条款和数字的变更)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator import links
from generator.changes.figures import figure_changes
from generator.changes.values import Change
from generator.changes.versions import Versions, renaming
from generator.changes.words import differences
from generator.model.document import Document, Provision
from generator.views.places import clause_label, printed_headings
from generator.wording import alike

_CLAUSE = frozenset({"id", "former_ids", "section", "facts"})
_SAME = 0.75


def clause_changes(versions: Versions) -> Iterator[Change]:
    """Yield what happened to the clauses, then what happened to the figures, in the order of the new document."""
    before, after = versions.before, versions.after
    pairs = _paired(before.provisions, after.provisions)
    for old in before.provisions:
        if old.id not in pairs:
            yield versions.change(
                "removed",
                clause_label(before, old.section),
                "provision",
                f"删去条款“{old.title}”",
                before=old.title,
            )
    old_of = {new: old for old, new in pairs.items()}
    earlier = {p.id: p for p in before.provisions}
    for new in after.provisions:
        place = clause_label(after, new.section)
        url = links.provision(after.id, new.id)
        if new.id not in old_of:
            yield versions.change(
                "added", place, "provision", f"新增条款“{new.title}”：{new.summary}", after=new.title, url=url
            )
            continue
        yield from _clause(versions, earlier[old_of[new.id]], new, place, url)
    yield from figure_changes(versions, pairs)


def _clause(versions: Versions, old: Provision, new: Provision, place: str, url: str) -> Iterator[Change]:
    if old.id != new.id:
        yield versions.change(
            "renamed",
            place,
            "provision",
            f"条款“{new.title}”的编号{renaming(old.id, new)}",
            before=old.id,
            after=new.id,
            url=url,
        )
    if _standing(versions.before, old) != _standing(versions.after, new):
        was = clause_label(versions.before, old.section)
        yield versions.change(
            "moved",
            place,
            "provision",
            f"条款“{new.title}”由{was or '别处'}移到这里",
            before=was,
            after=place,
            url=url,
        )
    for one in differences(versions.names, old, new, _CLAUSE):
        words = f"条款“{new.title}”的{one.words}"
        yield versions.change(
            "changed", place, "provision", words, before=one.before, after=one.after, url=url
        )


def _standing(document: Document, provision: Provision) -> tuple[str, tuple[str, ...]]:
    return clause_label(document, provision.section), printed_headings(document, provision.section)[:-1]


def _paired(before: Iterable[Provision], after: Iterable[Provision]) -> Mapping[str, str]:
    """Old id → new id: the same id, else the same section and a like title, else a like summary."""
    old = {p.id: p for p in before}
    new = {p.id: p for p in after}
    pairs = {name: name for name in old if name in new}
    for name, provision in old.items():
        if name in pairs:
            continue
        free = [p for p in new.values() if p.id not in pairs.values()]
        best = max(free, key=lambda p: _likeness(provision, p), default=None)
        if best is not None and _likeness(provision, best) >= _SAME:
            pairs[name] = best.id
    return pairs


def _likeness(old: Provision, new: Provision) -> float:
    if old.section == new.section and old.title == new.title:
        return 1.0
    return alike(old.summary, new.summary)
