"""How far a clause binds: 力争 and 原则上 are kept, a prohibition prohibits, a figure is one fact (约束)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.measures import measure
from generator.model.facts import Fact, Headcount, Percent, Ratio, Visits
from generator.problems import Finding, Path
from generator.rules.subject import Subject, clauses, facts
from generator.sources.margins import clause_around
from generator.sources.proof import Proof

_WEAKER = ("力争", "原则上")
_BINDING = frozenset({"应当", "目标"})
_AIMS = (Headcount, Visits, Percent, Ratio)
"""What is aimed at together: 力争甲达到…，乙达到… weakens both; an amount of money only in its own clause."""
_REACH = 120
_SENTENCE_END = re.compile("[。；;]")
_FORBIDS = re.compile("[不禁勿仅只限]|除外|无(?!关)")


def check_binding(subject: Subject) -> Iterator[Finding]:
    """Find strength that the source weakens, exclusions that exclude nothing, and figures that two facts hold."""
    for document in subject.library.documents.values():
        file = subject.file(document.id)
        for path, provision in clauses(document):
            yield from _exclusions(file, path, provision.exclusions)
        for path, _, fact in facts(document):
            yield from _exclusions(file, path, fact.exclusions)
    for document_id, proof in subject.proofs.items():
        yield from _proved(subject.file(document_id), proof)


def _exclusions(file: str, path: Path, exclusions: tuple[str, ...]) -> Iterator[Finding]:
    for index, words in enumerate(exclusions):
        if not _FORBIDS.search(words):
            message = f"“不得”一项里没有否定：{words}"
            hint = "照原文写出“不得”“不予”“严禁”；不是限制的放进 conditions"
            yield Finding(file, (*path, "exclusions", index), "exclusion-without-not", message, hint)


def _proved(file: str, proof: Proof) -> Iterator[Finding]:
    shown = {c.claim.key: c.shown for c in proof.claims if c.claim.role == "fact" and not c.claim.repeats}
    owners: dict[tuple[tuple[int, int], ...], Fact] = {}
    for path, provision, fact in facts(proof.document):
        place = shown.get(fact.id)
        if place is None or not place.spans:
            continue
        left, _ = clause_around(proof.source, place.spans[0][0], place.spans[-1][1])
        if isinstance(fact, _AIMS):
            left = _sentence_before(proof.source.squeezed, place.spans[0][0])
        strength = fact.strength or provision.strength
        word = next((word for word in _WEAKER if word in left), None)
        if word is not None and strength in _BINDING:
            yield Finding(
                file,
                (*path, "strength") if fact.strength else (*path, "value"),
                "strength-dropped",
                f"原文这一句写着“{word}”，约束力却是“{strength}”：…{left[-20:]}{fact.value}…",
                f"strength: {word}",
            )
        if measure(fact) is not None:
            owner = owners.setdefault(place.spans, fact)
            if owner.id != fact.id:
                yield Finding(
                    file,
                    (*path, "quote"),
                    "figure-held-twice",
                    f"原文的这一个数已经是事实 {owner.id}，又录成了 {fact.id}",
                    "删去多余的一条；原文印了两处的，用 occurrence 写明第几处",
                )


def _sentence_before(text: str, position: int) -> str:
    return _SENTENCE_END.split(text[max(0, position - _REACH) : position])[-1]
