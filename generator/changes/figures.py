"""What happened to the figures of one document: new, gone, moved to another clause, said otherwise (数字的变更)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator import links
from generator.changes.values import Change, ChangeKind
from generator.changes.versions import Versions, renaming
from generator.changes.words import differences
from generator.evidence import Claim
from generator.model.document import Provision
from generator.model.facts import Fact
from generator.sources.quotes import QuotePlace
from generator.sources.text import SourceText
from generator.sources.values import find_value
from generator.views.places import clause_label

_FACT = frozenset({"id", "former_ids", "label", "value", "quote"})
_PASSED_ON = ("audiences", "conditions", "exclusions", "strength", "funding", "duties")
"""What a clause says of all its figures."""


def figure_changes(versions: Versions, pairs: Mapping[str, str]) -> Iterator[Change]:
    """Yield what happened to the figures, those that are gone first; *pairs* leads from a clause to the one it became."""
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
            old_clause, old = was
            if pairs.get(old_clause.id) != provision.id:
                yield _moved(versions, old_clause, provision, fact, place)
            yield from _fact(versions, old, fact, place)


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


def _moved(versions: Versions, old: Provision, new: Provision, fact: Fact, place: str) -> Change:
    """Say which clause a figure came from, and which words of a clause are others for it now."""
    was = clause_label(versions.before, old.section)
    origin = f"条款“{old.title}”" if was == place else f"{was}条款“{old.title}”"
    fields = type(new).model_fields
    others = [fields[name].title or name for name in _PASSED_ON if getattr(old, name) != getattr(new, name)]
    rest = f"，随条款改变的有：{'、'.join(others)}" if others else ""
    words = f"{fact.label} {fact.value} 由{origin}移到条款“{new.title}”{rest}"
    url = links.fact(versions.after.id, fact.id)
    return versions.change("moved", place, "fact", words, before=old.title, after=new.title, url=url)


def _fact(versions: Versions, old: Fact, new: Fact, place: str) -> Iterator[Change]:
    url = links.fact(versions.after.id, new.id)
    if old.id != new.id:
        yield versions.change(
            "renamed",
            place,
            "fact",
            f"{new.label}的编号{renaming(old.id, new)}",
            before=old.id,
            after=new.id,
            url=url,
        )
    if old.label != new.label:
        words = f"“{old.label}”改称“{new.label}”"
        yield versions.change("changed", place, "label", words, before=old.label, after=new.label, url=url)
    if old.value != new.value:
        yield _figure(versions, old, new, place, url)
    elif old.quote != new.quote:
        kind: ChangeKind = "corrected" if versions.corrects else "changed"
        words = f"{new.label} {new.value}的引文由“{old.quote}”改为“{new.quote}”"
        yield versions.change(
            kind,
            place,
            "quote",
            words,
            before=old.quote,
            after=new.quote,
            fault=_fault(old, new),
            url=url,
        )
    for one in differences(versions.names, old, new, _FACT):
        words = f"{new.label} {new.value}的{one.words}"
        yield versions.change("changed", place, "fact", words, before=one.before, after=one.after, url=url)


def _figure(versions: Versions, old: Fact, new: Fact, place: str, url: str) -> Change:
    kind: ChangeKind = "corrected" if versions.corrects else "changed"
    quote = "引文未变" if old.quote == new.quote else f"引文改为“{new.quote}”"
    words = f"{new.label} {old.value} → {new.value}，{quote}"
    return versions.change(
        kind,
        place,
        "value",
        words,
        before=old.value,
        after=new.value,
        fault=_fault(old, new),
        url=url,
    )


def _fault(old: Fact, new: Fact) -> str:
    """Say why the quote can't prove the value, as the check would; empty where it does."""
    quote = SourceText("", new.quote)
    whole = QuotePlace(((0, len(quote.squeezed)),), 1)
    shown = find_value(Claim("fact", new.id, (), "", new.quote, value=new.value), whole, quote)
    if shown is None:
        return "错误" if old.quote == new.quote else "错误：引文里没有这个数"
    return f"错误：漏了引文里的“{'”“'.join(shown.dropped)}”" if shown.dropped else ""
