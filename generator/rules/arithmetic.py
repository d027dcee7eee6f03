"""Sums, spans and counts: what a document says twice in numbers has to agree (算术)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from generator.measures import measure
from generator.model.base import Absent
from generator.model.document import Document, Structure
from generator.model.facts import Fact, Percent
from generator.problems import Finding, Path
from generator.quantities import Quantity
from generator.rules.subject import Subject, facts
from generator.sources.text import squeeze

_Placed = Mapping[str, tuple[Path, Fact]]
_Interval = tuple[Decimal, Decimal | None]
_NEARLY = Decimal("0.05")
"""How far 左右 and 约 may be off; no rule says it, so only gross contradictions count."""


def check_arithmetic(subject: Subject) -> Iterator[Finding]:
    """Compare parts with totals, starts with ends, stated counts with the extract, shares with their operands."""
    for document in subject.library.documents.values():
        file = subject.file(document.id)
        placed = {fact.id: (path, fact) for path, _, fact in facts(document)}
        yield from _sums(file, placed)
        yield from _period(file, document)
        for index, structure in enumerate(document.structure):
            yield from _structure(file, ("structure", index), document, structure, placed)
        for path, fact in placed.values():
            if isinstance(fact, Percent):
                yield from _share(file, path, document, fact, placed)


def _sums(file: str, placed: _Placed) -> Iterator[Finding]:
    groups: dict[str, list[Fact]] = {}
    for path, fact in placed.values():
        if fact.part_of is None or fact.part_of not in placed:
            continue
        if _returns(fact, placed):
            hint = "part_of 只从分项指向合计"
            yield Finding(file, (*path, "part_of"), "circular-parts", f"{fact.id} 绕回来成了自己的分项", hint)
        else:
            groups.setdefault(fact.part_of, []).append(fact)
    for total_id, parts in groups.items():
        yield from _sum(file, *placed[total_id], parts)


def _returns(fact: Fact, placed: _Placed) -> bool:
    seen = {fact.id}
    step = fact.part_of
    while step is not None and step in placed:
        if step in seen:
            return True
        seen.add(step)
        step = placed[step][1].part_of
    return False


def _sum(file: str, path: Path, total: Fact, parts: Sequence[Fact]) -> Iterator[Finding]:
    whole = measure(total)
    values = [measure(part) for part in parts]
    quantities = [value for value in values if isinstance(value, Quantity)]
    alike = isinstance(whole, Quantity) and all(q.unit == whole.unit for q in quantities)
    if not isinstance(whole, Quantity) or not alike or len(quantities) != len(parts):
        names = "、".join(part.id for part in parts)
        message = f"分项（{names}）与合计 {total.value} 的单位不同，不能相加"
        yield Finding(file, (*path, "value"), "unlike-parts", message, "part_of 只用于同一单位的分项")
        return
    low = sum((_interval(q)[0] for q in quantities), Decimal(0))
    highs = [_interval(q)[1] for q in quantities]
    high = None if None in highs else sum((h for h in highs if h is not None), Decimal(0))
    if not _meet((low, high), _interval(whole)):
        named = whole.min if whole.min is not None else whole.max or Decimal(0)
        (left, right), unit = _scaled((low, named), whole.unit)
        terms = "、".join(part.value for part in parts)
        yield Finding(
            file,
            (*path, "value"),
            "sum-mismatch",
            f"分项 {terms} 与合计 {total.value} 不符：合计{left}≠{right}（{unit}）",
            "对照原文核对每个分项；原文自身就不符的，去掉 part_of 并写进 source.defects",
        )


def _interval(quantity: Quantity) -> _Interval:
    low = quantity.min if quantity.min is not None else Decimal(0)
    high = quantity.max
    if quantity.comparator == "approx" and high is not None:
        return low * (1 - _NEARLY), high * (1 + _NEARLY)
    return low, high


def _meet(one: _Interval, other: _Interval) -> bool:
    return (one[1] is None or one[1] >= other[0]) and (other[1] is None or other[1] >= one[0])


def _scaled(numbers: tuple[Decimal, Decimal], unit: str) -> tuple[tuple[str, str], str]:
    """Print both numbers in the largest of 亿, 万, 1 that keeps them whole: (590000, 600000), 人次 → (59, 60), 万人次."""
    for power, sign in ((Decimal(10**8), "亿"), (Decimal(10**4), "万")):
        if all(number and number % power == 0 for number in numbers):
            return (f"{numbers[0] / power:f}", f"{numbers[1] / power:f}"), sign + unit
    return (f"{numbers[0]:f}", f"{numbers[1]:f}"), unit


def _period(file: str, document: Document) -> Iterator[Finding]:
    if isinstance(document.period, Absent):
        return
    start, end = document.period.start, document.period.end
    if isinstance(start, str) and isinstance(end, str) and start[: len(end)] > end[: len(start)]:
        yield Finding(
            file,
            ("period", "end"),
            "period-reversed",
            f"期限的止 {end} 早于起 {start}",
            "对照 printed 的写法改正",
        )


def _structure(
    file: str, path: Path, document: Document, structure: Structure, placed: _Placed
) -> Iterator[Finding]:
    if structure.fact not in placed:
        return
    fact = placed[structure.fact][1]
    stated = measure(fact)
    if not isinstance(stated, Quantity) or stated.min is None:
        return
    if structure.counts == "issuers":
        counted, name = len(document.issuers), "发文机关"
        enough = counted == stated.min or (document.issuers_note is not None and counted < stated.min)
    else:
        counted = sum(1 for entry in document.outline if _directly_under(entry.id, structure.under))
        name = f"章节 {structure.under} 之下的条目" if structure.under else "一级章节"
        enough = counted == stated.min
    if not enough:
        yield Finding(
            file,
            path,
            "structure-mismatch",
            f"文中说有 {fact.value}，摘录里的{name}有 {counted} 个",
            "补全目录或发文机关；文中没有全部列名的，用 issuers_note 说明",
        )


def _directly_under(section: str, parent: str | None) -> bool:
    if parent is None:
        return section.isdigit() and section != "0"
    head, _, last = section.rpartition(".")
    return head == parent and last.isdigit()


def _told(defects: Sequence[str], *values: str) -> bool:
    """Whether one of the recorded defects names all the figures that disagree."""
    return any(all(squeeze(value) in squeeze(defect) for value in values) for defect in defects)


def _share(file: str, path: Path, document: Document, fact: Percent, placed: _Placed) -> Iterator[Finding]:
    if fact.of is None or fact.of.part not in placed or fact.of.whole not in placed:
        return
    part, whole = (placed[name][1] for name in (fact.of.part, fact.of.whole))
    stated, numerator, denominator = measure(fact), measure(part), measure(whole)
    if not (
        isinstance(stated, Quantity) and isinstance(numerator, Quantity) and isinstance(denominator, Quantity)
    ):
        return
    above, below = numerator.min or numerator.max, denominator.max or denominator.min
    if not above or not below or numerator.unit != denominator.unit:
        return
    share = above / below * 100
    low, high = _interval(stated)
    disagrees = share < low or (high is not None and share > high)
    if disagrees and not _told(document.source.defects, part.value, whole.value, fact.value):
        rounded = share.quantize(Decimal("0.01"))
        yield Finding(
            file,
            (*path, "value"),
            "source-does-not-add-up",
            f"{part.value}占{whole.value}的 {rounded}%，与文中的 {fact.value} 不符",
            "照原文录入即可；在 source.defects 里写明这三个数，页面会提示读者，这条提醒随之消失",
            "warning",
        )
