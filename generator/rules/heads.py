"""The head of a document against itself and the vocabulary: level, region of the issuers, grounds of the status (文件头)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.library import Library
from generator.model.base import Absent
from generator.model.document import DatedEvidence, Document
from generator.problems import Finding
from generator.rules.subject import Subject
from generator.sources.proof import Proof
from generator.sources.text import squeeze

_DATE_LINE = re.compile("[0-9０-９〇○零一二三四五六七八九十]{2,4}年.{1,3}月.{1,3}日")
_SIDE_BY_SIDE = re.compile(r"\s{2,}|\u3000")
_LAST, _JUNK = 3, 6
"""How many of the last lines may be no text, and how short they are then."""
_ENDED = {"失效": ("expires", "repealed"), "废止": ("repealed",)}
_SUCCESSION = frozenset({"替代", "修订"})


def check_heads(subject: Subject) -> Iterator[Finding]:
    """Find levels and issuers of another region, a status without grounds, and signatories that are no issuer."""
    for document in subject.library.documents.values():
        file = subject.file(document.id)
        yield from _places(file, document, subject.library)
        yield from _status(file, document, subject.library)
    for document_id, proof in subject.proofs.items():
        yield from _signatories(subject.file(document_id), proof, subject.library)


def _places(file: str, document: Document, library: Library) -> Iterator[Finding]:
    vocabulary = library.vocabulary
    region = vocabulary.regions.get(document.region)
    if region is None:
        return
    if region.level != document.level:
        message = f"层级写的是“{document.level}”，{region.name}是“{region.level}”"
        yield Finding(
            file, ("level",), "level-not-of-region", message, f"level: {region.level}；或改正 region"
        )
    for index, issuer in enumerate(document.issuers):
        body = vocabulary.departments.get(issuer.org)
        if body is not None and body.region != document.region and issuer.role != "转发":
            yield Finding(
                file,
                ("issuers", index, "org"),
                "issuer-of-another-region",
                f"发文机关 {body.name} 不是{region.name}的部门",
                "改用本地区部门的编号，或改正 region",
            )


def _status(file: str, document: Document, library: Library) -> Iterator[Finding]:
    status, dates = document.status, document.dates
    for name in ("signed", "issued"):
        day = getattr(dates, name)
        if isinstance(day, DatedEvidence) and status.as_of < day.value:
            message = f"状态核对于 {status.as_of}，早于文件的日期 {day.value}"
            yield Finding(file, ("status", "as_of"), "as-of-before-document", message, "写实际核对的那一天")
    dated = any(isinstance(day, DatedEvidence) for day in (dates.effective, dates.expires))
    if status.value == "现行" and isinstance(document.period, Absent) and not dated:
        yield Finding(
            file,
            ("status", "value"),
            "in-force-without-period",
            "状态是“现行”，摘录里却没有期限，也没有施行或失效日期",
            "录入文中印的期限或日期；没有印的改为 待核",
        )
    names = _ENDED.get(status.value, ())
    if names and not any(isinstance(getattr(dates, name), DatedEvidence) for name in names):
        ended = document.period.end if not isinstance(document.period, Absent) else None
        over = status.value == "失效" and isinstance(ended, str) and ended < status.as_of
        replaced = any(c.relation.type in _SUCCESSION for c in library.cited_by(document))
        if not over and not replaced:
            yield Finding(
                file,
                ("status", "value"),
                "ended-without-act",
                f"状态是“{status.value}”，没有失效或废止日期，也没有替代它的文件",
                "录入日期，或在新文件里写 替代、修订 的关系；查不到的改为 待核",
            )


def _signatories(file: str, proof: Proof, library: Library) -> Iterator[Finding]:
    """Bodies that sign: alone on their lines, right before the date or at the end of the text."""
    named = {squeeze(name): d for name, found in library.vocabulary.bodies_named.items() for d in found}
    issuers = {issuer.org for issuer in proof.document.issuers}
    departments = (d for org in issuers if (d := library.vocabulary.departments.get(org)) is not None)
    ours = {squeeze(name) for d in departments for name in (d.name, *d.aliases)}
    for name in _signing(proof.source.text, frozenset(named)):
        if name not in ours:
            message = f"原文落款有“{name}”，发文机关里没有"
            hint = f"补上 {{org: {named[name].id}, role: 联合}}"
            yield Finding(file, ("issuers",), "signatory-not-issuer", message, hint)


def _signing(text: str, names: frozenset[str]) -> Iterator[str]:
    """Yield the names under *text*, from the last to the first; what a web page prints behind them is no sentence."""
    lines = [line for line in text.split("\n") if line.strip()]
    signing = True
    for index, line in reversed(tuple(enumerate(lines))):
        bodies = _bodies(line, names)
        if signing:
            yield from bodies
        junk = len(lines) - index <= _LAST and len(line.strip()) <= _JUNK
        signing = (signing and bool(bodies or junk)) or _DATE_LINE.fullmatch(squeeze(line)) is not None


def _bodies(line: str, names: frozenset[str]) -> tuple[str, ...]:
    """The bodies that *line* consists of, alone or side by side; none where it says anything else."""
    whole = squeeze(line)
    parts = (whole,) if whole in names else tuple(map(squeeze, _SIDE_BY_SIDE.split(line.strip())))
    return parts if all(part in names for part in parts) else ()
