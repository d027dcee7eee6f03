"""What changed in the clauses and the figures of one document (条款和数字的变更)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator import links
from generator.changes.values import Change, ChangeKind
from generator.changes.words import differences
from generator.library import Library
from generator.model.document import Document, Provision
from generator.model.facts import Fact
from generator.quantities import find_numerals, quantity_in_quote
from generator.views.places import clause_label, printed_headings
from generator.wording import alike

_CLAUSE = frozenset({"id", "section", "facts"})
_FACT = frozenset({"id", "label", "value", "quote"})
_SAME = 0.75


@dataclass(frozen=True)
class Versions:
    """One document before and after, and the library of today that gives its ids their names."""

    library: Library
    before: Document
    after: Document

    @property
    def name(self) -> str:
        """The title as it is cited."""
        return f"《{self.after.title}》"

    @cached_property
    def corrects(self) -> bool:
        """Whether the source text stayed the same, so that a new figure corrects the extract and not the policy."""
        return self.before.source.sha256 == self.after.source.sha256

    def change(self, kind: ChangeKind, place: str, subject: str, words: str, **rest: str | None) -> Change:
        """Return a change of this document."""
        return Change(kind, self.after.id, self.name, place, subject, words, **rest)  # type: ignore[arg-type]


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
    yield from _facts(versions)


def _clause(versions: Versions, old: Provision, new: Provision, place: str, url: str) -> Iterator[Change]:
    if old.id != new.id:
        yield versions.change(
            "renamed",
            place,
            "provision",
            f"条款编号 {old.id} → {new.id}",
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
    for one in differences(versions.library, old, new, _CLAUSE):
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


def _facts(versions: Versions) -> Iterator[Change]:
    before = {fact.id: (p, fact) for p in versions.before.provisions for fact in p.facts}
    after = {fact.id: (p, fact) for p in versions.after.provisions for fact in p.facts}
    names = _renamed(
        {i: f for i, (_, f) in before.items() if i not in after},
        {i: f for i, (_, f) in after.items() if i not in before},
    )
    for name, (provision, fact) in before.items():
        if name not in after and name not in names:
            place = clause_label(versions.before, provision.section)
            yield versions.change(
                "removed", place, "fact", f"删去 {fact.label} {fact.value}", before=fact.value
            )
    old_name = {new: old for old, new in names.items()}
    for name, (provision, fact) in after.items():
        place = clause_label(versions.after, provision.section)
        was = before.get(old_name.get(name, name))
        if was is None:
            url = links.fact(versions.after.id, name)
            yield versions.change(
                "added", place, "fact", f"新增 {fact.label} {fact.value}", after=fact.value, url=url
            )
        else:
            yield from _fact(versions, *was, provision, fact, place)


def _renamed(old: Mapping[str, Fact], new: Mapping[str, Fact]) -> Mapping[str, str]:
    """Facts that kept everything but their id."""
    found: dict[str, str] = {}
    for name, fact in old.items():
        same = (
            i
            for i, f in new.items()
            if (f.kind, f.value, f.quote, f.indicator) == (fact.kind, fact.value, fact.quote, fact.indicator)
        )
        match = next((i for i in same if i not in found.values()), None)
        if match is not None:
            found[name] = match
    return found


def _fact(
    versions: Versions, was_in: Provision, old: Fact, now_in: Provision, new: Fact, place: str
) -> Iterator[Change]:
    url = links.fact(versions.after.id, new.id)
    if old.id != new.id:
        yield versions.change(
            "renamed",
            place,
            "fact",
            f"{new.label}的编号 {old.id} → {new.id}",
            before=old.id,
            after=new.id,
            url=url,
        )
    if was_in.id != now_in.id and _standing(versions.before, was_in) != _standing(versions.after, now_in):
        was = clause_label(versions.before, was_in.section)
        yield versions.change(
            "moved",
            place,
            "fact",
            f"{new.label} {new.value} 由{was or '别处'}移到这里",
            before=was,
            after=place,
            url=url,
        )
    if old.label != new.label:
        words = f"“{old.label}”改称“{new.label}”"
        yield versions.change("changed", place, "label", words, before=old.label, after=new.label, url=url)
    if old.value != new.value:
        yield _figure(versions, old, new, place, url)
    elif old.quote != new.quote:
        fault = "" if _shown(new) else "错误：引文里没有这个数"
        kind: ChangeKind = "corrected" if versions.corrects else "changed"
        words = f"{new.label} {new.value}的引文 “{old.quote}” → “{new.quote}”"
        yield versions.change(
            kind, place, "quote", words, before=old.quote, after=new.quote, fault=fault, url=url
        )
    for one in differences(versions.library, old, new, _FACT):
        words = f"{new.label} {new.value}的{one.words}"
        yield versions.change("changed", place, "fact", words, before=one.before, after=one.after, url=url)


def _figure(versions: Versions, old: Fact, new: Fact, place: str, url: str) -> Change:
    kind: ChangeKind = "corrected" if versions.corrects else "changed"
    quote = "引文未变" if old.quote == new.quote else f"引文改为“{new.quote}”"
    fault = "" if _shown(new) else "错误" if old.quote == new.quote else "错误：引文里没有这个数"
    words = f"{new.label} {old.value} → {new.value}，{quote}"
    return versions.change(
        kind, place, "value", words, before=old.value, after=new.value, fault=fault, url=url
    )


def _shown(fact: Fact) -> bool:
    """Whether the quote prints the value; words without a number only have to stand in it."""
    value, quote = "".join(fact.value.split()), "".join(fact.quote.split())
    if not find_numerals(value):
        return all(part in quote for part in value.split("…"))
    return quantity_in_quote(value, quote) is not None
