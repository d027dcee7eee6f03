"""The list of checks, and how they are run: a check that crashes becomes a problem, the others run on (全部规则)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from generator.problems import Finding
from generator.rules.arithmetic import check_arithmetic
from generator.rules.bodies import check_bodies
from generator.rules.completeness import check_completeness
from generator.rules.coverage import check_coverage
from generator.rules.duties import check_duties
from generator.rules.evidence import check_evidence
from generator.rules.identity import check_identity
from generator.rules.minimum import check_minimum
from generator.rules.numbers import check_numbers
from generator.rules.printed import check_printed
from generator.rules.privacy import check_privacy
from generator.rules.records import check_records
from generator.rules.references import check_references
from generator.rules.status import check_status
from generator.rules.subject import Check, Subject
from generator.rules.unconfirmed import check_unconfirmed
from generator.rules.vocabulary import check_vocabulary
from generator.rules.wording import check_wording

Spread = Callable[[Callable[[Check], tuple[Finding, ...]], Sequence[Check]], Iterable[tuple[Finding, ...]]]
"""How one function is applied to many things, in their order: map, or the same on every core."""

CHECKS: tuple[Check, ...] = (
    check_references,
    check_vocabulary,
    check_arithmetic,
    check_status,
    check_evidence,
    check_coverage,
    check_completeness,
    check_unconfirmed,
    check_duties,
    check_bodies,
    check_numbers,
    check_wording,
    check_minimum,
    check_privacy,
    check_identity,
    check_records,
    check_printed,
)


def run_checks(
    subject: Subject, checks: Sequence[Check] = CHECKS, spread: Spread = map
) -> tuple[Finding, ...]:
    """Run every check on *subject* and return what they found; *spread* may run several at a time."""
    return tuple(finding for found in spread(partial(_run, subject), checks) for finding in found)


def _run(subject: Subject, check: Check) -> tuple[Finding, ...]:
    try:
        return tuple(check(subject))
    except Exception as error:  # noqa: BLE001 — a bug in one rule must not hide what the others find
        message = f"规则 {check.__name__} 自身出错：{type(error).__name__}: {error}"
        return (Finding("policies", (), "rule-crashed", message, "这是程序的错误，请把这一行报给开发者"),)
