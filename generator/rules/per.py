"""What the clause of a value prints about it is not left out: 每人, 元/人, 各, 一次性, 每年, 每次 (计法和频次)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.facts import Count, Date, Duration, Fact, Money, Period
from generator.problems import Finding, Path
from generator.quantities import find_numerals
from generator.rules.subject import Subject, facts
from generator.sources.margins import clause_around
from generator.sources.text import squeeze

_PERSON = re.compile("每[人名位]")
_PERSON_BEHIND = re.compile("[万亿]?元[/／]人")
_PERSON_AND_YEAR = re.compile("每人每年|每年每人")
_EACH = re.compile("每[个家户所班项期批场]|各$|分别")
_EACH_TIME = re.compile("每次[评遴]?[选定]?$")
_ONCE = re.compile("一次性")
_YEARLY = re.compile("每年")
_NOT_YEARLY = (Count, Period, Date, Duration)
"""Kinds that stand in a yearly clause without being yearly themselves: 每年给予4个园区各1000万元."""


def check_per(subject: Subject) -> Iterator[Finding]:
    """Find facts whose clause in the source prints what they are counted by, and how often, while the extract doesn't."""
    for document_id, proof in subject.proofs.items():
        file = subject.file(document_id)
        shown = {c.claim.key: c.shown for c in proof.claims if c.claim.role == "fact" and not c.claim.repeats}
        for path, _, fact in facts(proof.document):
            place = shown.get(fact.id)
            if place is None or not place.spans or not find_numerals(squeeze(fact.value)):
                continue
            left, right = clause_around(proof.source, place.spans[0][0], place.spans[-1][1])
            yield from _per(file, path, fact, left, right)
            yield from _frequency(file, path, fact, left)


def _per(file: str, path: Path, fact: Fact, left: str, right: str) -> Iterator[Finding]:
    lacking = ""
    if isinstance(fact, Money):
        yearly = "年" in fact.per or fact.frequency == "每年"
        if (_PERSON.search(left) or _PERSON_BEHIND.match(right)) and not {"人", "名", "位"} & {*fact.per}:
            lacking = "每人"
        elif _PERSON_AND_YEAR.search(left) and not yearly:
            lacking = "每年"
        elif (each := _EACH.search(left)) and not fact.per:
            lacking = each[0]
    elif isinstance(fact, Count) and _EACH_TIME.search(left) and "次" not in fact.per:
        lacking = "每次"
    if lacking:
        unit = lacking.removeprefix("每")
        yield Finding(
            file,
            (*path, "value"),
            "per-dropped",
            f"原文这一句写明“{lacking}”，per 里没有：…{left}{fact.value}…",
            "per 里写“个”“家”或园区、企业等名称" if unit == lacking else f"per: [{unit}]",
        )


def _frequency(file: str, path: Path, fact: Fact, left: str) -> Iterator[Finding]:
    lacking = ""
    if _ONCE.search(left) and fact.frequency != "一次性":
        lacking = "一次性"
    elif not isinstance(fact, _NOT_YEARLY) and (year := _YEARLY.search(left)):
        between = left[year.end() :]
        governs = not find_numerals(between) or between.endswith("各")
        told = "每年" in fact.value or "年" in fact.per or fact.frequency == "每年"
        lacking = "每年" if governs and not told else ""
    if lacking:
        yield Finding(
            file,
            (*path, "value"),
            "frequency-dropped",
            f"原文这一句写明“{lacking}”，摘录里没有：…{left}{fact.value}…",
            f"frequency: {lacking}",
        )
