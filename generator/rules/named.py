"""Names in quotation marks: the figure belongs to the award that label, indicator and quote name alike (张冠李戴)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.library import Library
from generator.model.facts import Fact, Money
from generator.problems import Finding, Path
from generator.rules.subject import Subject, facts
from generator.sources.proof import Proof
from generator.sources.text import squeeze

_NAME = re.compile("“([^”]+)”")
_EACH = "分别"
_OWN = ("广西", "内蒙古", "自治区")
"""Before the name of an award these mean the same: 广西技能大奖 is the 自治区技能大奖 of Guangxi."""


def check_named(subject: Subject) -> Iterator[Finding]:
    """Find money whose label names another award than its indicator or quote, and values of a 分别 in the wrong order."""
    for document in subject.library.documents.values():
        file = subject.file(document.id)
        for path, _, fact in facts(document):
            if isinstance(fact, Money):
                yield from _label(file, path, fact, subject.library)
    for document_id, proof in subject.proofs.items():
        yield from _order(subject.file(document_id), proof)


def _label(file: str, path: Path, fact: Fact, library: Library) -> Iterator[Finding]:
    names, quoted = _NAME.findall(fact.label), _NAME.findall(squeeze(fact.quote))
    hint = "对照原文，改正 label、indicator 或引文"
    if names and quoted and not set(names) & set(quoted):
        message = f"名目写的是“{names[0]}”，引文说的是“{quoted[0]}”"
        yield Finding(file, (*path, "label"), "another-name", message, hint)
    indicators = library.vocabulary.indicators
    given = indicators.get(fact.indicator or "")
    if given is None:
        return
    for name in names:
        named = [i.id for i in indicators.values() if _common(name) in _common(i.name)]
        if named and given.id not in named:
            message = f"名目写的是“{name}”，指标却是 {given.id}（{given.name}）"
            yield Finding(file, (*path, "indicator"), "another-name", message, f"{hint}；可能是 {named[0]}")


def _common(name: str) -> str:
    for own in _OWN:
        name = name.replace(own, "")
    return name


def _order(file: str, proof: Proof) -> Iterator[Finding]:
    """A、B分别…X、Y: the first value is that of the first name."""
    shown = {c.claim.key: c.shown for c in proof.claims if c.claim.role == "fact" and not c.claim.repeats}
    groups: dict[str, list[tuple[int, int, Path, Fact]]] = {}
    for path, _, fact in facts(proof.document):
        quote, place = squeeze(fact.quote), shown.get(fact.id)
        standing = [quote.find(name) for name in _NAME.findall(fact.label + "".join(fact.conditions))]
        if _EACH in quote and place is not None and place.spans and max(standing, default=-1) >= 0:
            named = min(at for at in standing if at >= 0)
            groups.setdefault(quote, []).append((place.spans[0][0], named, path, fact))
    for group in groups.values():
        group.sort(key=lambda one: one[0])
        for (_, first, _, earlier), (_, second, path, fact) in pairwise(group):
            if first > second:
                yield Finding(
                    file,
                    (*path, "value"),
                    "values-out-of-order",
                    f"原文“分别”列出的次序与名目相反：{earlier.value}写成了{earlier.label}，{fact.value}写成了{fact.label}",
                    "按原文的次序，第一个名称对第一个数",
                )
