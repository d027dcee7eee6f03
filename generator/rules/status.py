"""Status and the dates of a document: a draft is a draft, an expired text is not in force (状态)."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from generator.library import squeeze_title
from generator.model.base import Absent
from generator.model.document import DatedEvidence, Document
from generator.problems import Finding, Path
from generator.rules.subject import Subject
from generator.sources.proof import Proof
from generator.sources.text import squeeze

DRAFT_WORDS = ("征求意见稿", "草案", "讨论稿", "送审稿")
_DRAFT_TITLE = re.compile(f"[（(]?(?:{'|'.join(DRAFT_WORDS)})[）)]?")
_IN_FORCE = frozenset({"现行", "部分失效"})
_ORDER = (("signed", "issued"), ("effective", "expires"), ("signed", "repealed"), ("effective", "repealed"))
_NAMES = {"signed": "成文", "issued": "印发", "effective": "施行", "expires": "失效", "repealed": "废止"}


def check_status(subject: Subject) -> Iterator[Finding]:
    """Compare the status with the title, the printed draft marks and the dates, and the dates with each other."""
    for document in subject.library.documents.values():
        file = subject.file(document.id)
        yield from _draft(file, document, subject.proofs.get(document.id))
        yield from _order(file, document)
        yield from _in_force(file, document)
        yield from _looked_at(file, document, subject.today)


def needs_review(as_of: str, today: str) -> bool:
    """Whether a status looked at on *as_of* is older than a year on *today* (待复核); both are ISO dates."""
    return _last_day(as_of) < f"{int(today[:4]) - 1:04}{today[4:]}"


def _draft(file: str, document: Document, proof: Proof | None) -> Iterator[Finding]:
    status = document.status.value
    titles = [document.title, *([document.carrier.title] if document.carrier else [])]
    marked = any(word in title for title in titles for word in DRAFT_WORDS)
    printed = marked or (proof is not None and _printed_as_draft(document, proof))
    if printed and status != "征求意见稿":
        message = (
            f"题目印着{'、'.join(w for w in DRAFT_WORDS if _holds(w, titles, proof))}，状态却是“{status}”"
        )
        yield Finding(
            file, ("status", "value"), "draft-not-marked", message, "改为 征求意见稿；定稿另立一份文件"
        )
    if status == "征求意见稿" and not printed and proof is not None:
        message = "状态是征求意见稿，原文的题目却没有这样印"
        yield Finding(file, ("status", "value"), "draft-not-printed", message, "对照原文核对题目和状态")


def _printed_as_draft(document: Document, proof: Proof) -> bool:
    """Whether the title of the document is printed with the mark of a draft right behind it."""
    bare = squeeze(_DRAFT_TITLE.sub("", document.title))
    marks = "|".join(DRAFT_WORDS)
    return re.search(f"{re.escape(bare)}[》”]?[（(](?:{marks})", proof.source.squeezed) is not None


def _holds(word: str, titles: list[str], proof: Proof | None) -> bool:
    return any(word in title for title in titles) or (proof is not None and word in proof.source.squeezed)


def _order(file: str, document: Document) -> Iterator[Finding]:
    for earlier, later in _ORDER:
        one, two = (getattr(document.dates, name) for name in (earlier, later))
        if (
            isinstance(one, DatedEvidence)
            and isinstance(two, DatedEvidence)
            and one.value > _last_day(two.value)
        ):
            message = f"{_NAMES[later]}日期 {two.value} 早于{_NAMES[earlier]}日期 {one.value}"
            yield Finding(
                file, ("dates", later, "value"), "dates-out-of-order", message, "对照原文核对两个日期"
            )


def _in_force(file: str, document: Document) -> Iterator[Finding]:
    status, as_of = document.status, document.status.as_of
    if status.value not in _IN_FORCE:
        return
    for words, day in _ends(document):
        if _last_day(day) < as_of:
            message = f"状态是“{status.value}”，但{words} {day} 早于核对日期 {as_of}"
            yield Finding(
                file,
                ("status", "value"),
                "in-force-after-end",
                message,
                "改为 失效、废止；文中没有写明的改为 待核",
            )
    effective = document.dates.effective
    if isinstance(effective, DatedEvidence) and effective.value > as_of:
        message = f"状态是“{status.value}”，但施行日期 {effective.value} 晚于核对日期 {as_of}"
        yield Finding(file, ("status", "value"), "in-force-before-start", message, "到施行之日再改为 现行")


def _ends(document: Document) -> Iterator[tuple[str, str]]:
    for name in ("expires", "repealed"):
        date = getattr(document.dates, name)
        if isinstance(date, DatedEvidence):
            yield f"{_NAMES[name]}日期", date.value
    if not isinstance(document.period, Absent) and isinstance(document.period.end, str):
        yield "期限的止", document.period.end


def _looked_at(file: str, document: Document, today: str) -> Iterator[Finding]:
    looked: tuple[tuple[Path, str], ...] = (
        (("status", "as_of"), document.status.as_of),
        (("review", "checked_on"), document.review.checked_on),
    )
    for path, day in looked:
        if day > today:
            yield Finding(file, path, "date-in-future", f"{day} 还没有到", "写实际核对的那一天")
    if needs_review(document.status.as_of, today):
        message = f"状态核对于 {document.status.as_of}，已满一年，页面显示待复核"
        hint = "重新核对文件是否有效，再更新 as_of"
        yield Finding(file, ("status", "as_of"), "stale-status", message, hint, "warning")


def _last_day(iso: str) -> str:
    """The last day that a date of any precision can mean: 2023-02 → 2023-02-28."""
    year, month, day = (*iso.split("-"), "", "")[:3]
    month = month or "12"
    return f"{year}-{month}-{day or f'{calendar.monthrange(int(year), int(month))[1]:02}'}"


def title_key(title: str) -> str:
    """Return *title* without marks and without the words of a draft, to see that a draft and a final text are one."""
    return squeeze_title(_DRAFT_TITLE.sub("", title))
