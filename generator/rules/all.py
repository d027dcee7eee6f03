"""The list of checks, and how they are run: a check that crashes becomes a problem, the others run on (全部规则)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from generator.problems import CRASHED, Finding
from generator.rules.arithmetic import check_arithmetic
from generator.rules.binding import check_binding
from generator.rules.bodies import check_bodies
from generator.rules.completeness import check_completeness
from generator.rules.coverage import check_coverage, check_phrases
from generator.rules.duties import check_duties
from generator.rules.evidence import check_evidence
from generator.rules.heads import check_heads
from generator.rules.identity import check_identity
from generator.rules.indicators import check_indicators
from generator.rules.minimum import check_minimum
from generator.rules.named import check_named
from generator.rules.numbers import check_numbers, check_remarks
from generator.rules.per import check_per
from generator.rules.printed import check_printed
from generator.rules.privacy import check_privacy, check_vocabulary_privacy
from generator.rules.records import check_records
from generator.rules.references import check_references, check_targets
from generator.rules.status import check_status
from generator.rules.subject import Check, Subject
from generator.rules.unconfirmed import check_unconfirmed
from generator.rules.vocabulary import check_vocabulary
from generator.rules.wording import check_wording

Spread = Callable[[Callable[[str], tuple[Finding, ...]], Sequence[str]], Iterable[tuple[Finding, ...]]]
"""How one function is applied to many documents, in their order: map, or the same on every core."""

ALONE: tuple[Check, ...] = (
    check_references,
    check_arithmetic,
    check_evidence,
    check_coverage,
    check_completeness,
    check_unconfirmed,
    check_duties,
    check_bodies,
    check_numbers,
    check_named,
    check_wording,
    check_minimum,
    check_privacy,
    check_printed,
    check_per,
    check_indicators,
    check_binding,
)
"""Checks that are given one document at a time (`Subject.alone`): what they find is kept until it changes."""

TOGETHER: tuple[Check, ...] = (
    check_targets,
    check_vocabulary,
    check_status,
    check_heads,
    check_phrases,
    check_remarks,
    check_vocabulary_privacy,
    check_identity,
    check_records,
)
"""Checks that look at several documents, at records or at the date."""


def check_each(
    subject: Subject, documents: Sequence[str], spread: Spread = map, checks: Sequence[Check] = ALONE
) -> Iterator[tuple[Finding, ...]]:
    """Yield what *checks* find in each of *documents* alone; *spread* may look at several at a time."""
    yield from spread(partial(_check_alone, subject, checks), documents)


def check_together(subject: Subject, checks: Sequence[Check] = TOGETHER) -> tuple[Finding, ...]:
    """Return what *checks* find in the whole of *subject*."""
    return tuple(finding for check in checks for finding in _run(subject, check))


def run_checks(subject: Subject) -> tuple[Finding, ...]:
    """Run every check on *subject* and return what they found."""
    each = check_each(subject, tuple(subject.library.documents))
    return (*(finding for found in each for finding in found), *check_together(subject))


def _check_alone(subject: Subject, checks: Sequence[Check], document: str) -> tuple[Finding, ...]:
    return check_together(subject.alone(document), checks)


def _run(subject: Subject, check: Check) -> tuple[Finding, ...]:
    try:
        return tuple(check(subject))
    except Exception as error:  # noqa: BLE001 — a bug in one rule must not hide what the others find
        message = f"规则 {check.__name__} 自身出错：{type(error).__name__}: {error}"
        return (Finding("policies", (), CRASHED, message, "这是程序的错误，请把这一行报给开发者"),)
