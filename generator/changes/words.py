"""How two values of one class differ, field by field, each difference in words (差异的说法)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.changes.names import Names
from generator.model.base import Absent
from generator.model.document import Duty
from generator.wording import compare_words

_SHORT = 24
_FEW = 4
_KEYS = ("id", "indicator", "org", "quote", "fact")
_DUTIES = "责任分工"
_NOUNS: Mapping[str, str] = {
    "adds_to": "追加的对象",
    "after": "起算时间",
    "base": "基数",
    "compared_with": "比较对象",
    "counts": "计数对象",
    "exclusions": "限制规定",
    "form": "类别",
    "instrument": "所据文件",
    "into": "折算对象",
    "kind": "类型",
    "meaning": "理由",
    "not_stated": "文中未规定的指标",
    "of": "所指事项",
    "part_of": "所属合计",
    "payee": "收款方",
    "payer": "支付方",
    "per": "计算单位",
    "standard": "基数",
}
"""What a field is called within a sentence, where its title is a question to the editor (付给谁) or is lacking."""


@dataclass(frozen=True)
class Difference:
    """One field that differs: its Chinese titles from the outside in, and what it said before and says after.

    *saying* stands behind the titles where neither is worth printing.
    """

    titles: tuple[str, ...]
    before: str | None
    after: str | None
    saying: str = ""

    @property
    def words(self) -> str:
        """The difference as the end of a sentence: 条件增加“…”; 状态由“征求意见稿”改为“现行”."""
        name = _joined(self.titles)
        if self.saying:
            return f"{name}{self.saying}"
        if self.before is None:
            return f"{name}增加“{self.after}”"
        if self.after is None:
            return f"{name}删去“{self.before}”"
        swaps = _swaps(self.before, self.after) if max(len(self.before), len(self.after)) > _SHORT else ""
        return f"{name}中{swaps}" if swaps else f"{name}由“{self.before}”改为“{self.after}”"


def _joined(titles: Sequence[str]) -> str:
    """Join 文件关系, “依据《…》” and 文号 to one name; 复核 is left out before 复核日期."""
    name = ""
    for index, title in enumerate(titles):
        if any(title in later for later in titles[index + 1 :]):
            continue
        name += f"的{title}" if name and not title.startswith("“") else title
    return name


def differences(
    names: Names, before: BaseModel, after: BaseModel, skip: frozenset[str] = frozenset()
) -> Iterator[Difference]:
    """Yield every field in which two values of one class differ, except those in *skip*.

    Nested values are entered, lists are compared by what names their entries or, without that, by what they hold.
    """
    for name, field in type(after).model_fields.items():
        old, new = getattr(before, name, None), getattr(after, name)
        if name not in skip and old != new:
            yield from _field(names, name, field, old, new)


def _field(names: Names, key: str, field: FieldInfo, old: Any, new: Any) -> Iterator[Difference]:
    title = (_NOUNS.get(key) or field.title or key,) if key != "value" else ()
    match old, new:
        case tuple(), tuple() if key == "duties":
            title, found = (), _duties(names, old, new)
        case tuple(), tuple():
            found = _lists(names, key, old, new)
        case BaseModel(), BaseModel() if type(old) is type(new) and not isinstance(new, Absent):
            found = differences(names, old, new)
        case _ if key == "sha256":
            title, found = (), iter((Difference((), None, None, "的原文换了一份"),))
        case _:
            before = None if old is None else names.said(key, old)
            found = iter((Difference((), before, None if new is None else names.said(key, new)),))
    for one in found:
        yield _under(title, one)


def _under(titles: tuple[str, ...], one: Difference) -> Difference:
    return Difference((*titles, *one.titles), one.before, one.after, one.saying)


def _lists(names: Names, key: str, old: tuple[Any, ...], new: tuple[Any, ...]) -> Iterator[Difference]:
    name = next((n for n in _KEYS if _tells_apart(n, old) and _tells_apart(n, new)), None)
    if name is not None:
        yield from _keyed(names, key, {getattr(i, name): i for i in old}, {getattr(i, name): i for i in new})
        return
    gone = [names.said(key, item) for item in old if item not in new]
    come = [names.said(key, item) for item in new if item not in old]
    if len(gone) == len(come) == 1:
        yield Difference((), gone[0], come[0])
        return
    if gone:
        yield Difference((), "、".join(gone), None)
    if come:
        yield Difference((), None, "、".join(come))
    if not gone and not come:
        yield _order(names, key, new)


def _tells_apart(name: str, items: tuple[Any, ...]) -> bool:
    values = [getattr(item, name, None) for item in items]
    return None not in values and len(set(values)) == len(values)


def _order(names: Names, key: str, items: tuple[Any, ...]) -> Difference:
    return Difference((), None, None, f"的次序调整为：{names.said(key, items)}")


def _keyed(names: Names, key: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Difference]:
    for name in dict.fromkeys((*old, *new)):
        if name not in new:
            yield Difference((), names.said(key, old[name]), None)
        elif name not in old:
            yield Difference((), None, names.said(key, new[name]))
        else:
            for one in differences(names, old[name], new[name]):
                yield _under((f"“{names.said(key, new[name])}”",), one)
    if [name for name in old if name in new] != [name for name in new if name in old]:
        yield _order(names, key, tuple(new.values()))


def _duties(names: Names, old: Sequence[Duty], new: Sequence[Duty]) -> Iterator[Difference]:
    """Compare who does what: a duty is the old one where two of role, bodies and matter stayed the same."""
    come = [duty for duty in new if duty not in old]
    for duty in (duty for duty in old if duty not in new):
        now = max(come, key=lambda other, duty=duty: _likeness(duty, other), default=None)  # type: ignore[misc]
        if now is None or _likeness(duty, now) < 2:
            yield Difference((_DUTIES,), names.said("duties", duty), None)
            continue
        come.remove(now)
        matter = f"（{now.matter}）" if now.matter else ""
        if duty.orgs != now.orgs:
            for one in _lists(names, "orgs", duty.orgs, now.orgs):
                yield _under((f"{now.role}单位{matter}",), one)
        for one in differences(names, duty, now, frozenset({"orgs"})):
            yield _under((_DUTIES, f"“{names.said('orgs', now.orgs)}{matter}”"), one)
    for duty in come:
        yield Difference((_DUTIES,), None, names.said("duties", duty))
    if sorted(old, key=str) == sorted(new, key=str):
        yield _under((_DUTIES,), _order(names, "duties", tuple(new)))


def _likeness(old: Duty, new: Duty) -> int:
    return (old.role == new.role) + (old.orgs == new.orgs) + (old.matter == new.matter)


def _swaps(before: str, after: str) -> str:
    """Say which words of a long text gave way to which; empty where it changed all over and has to be told whole."""
    pieces = compare_words(before, after)
    swaps: list[str] = []
    index = 0
    while index < len(pieces):
        piece = pieces[index]
        following = pieces[index + 1] if index + 1 < len(pieces) else None
        if piece.state == "old" and following is not None and following.state == "new":
            swaps.append(f"“{piece.words}”改为“{following.words}”")
            index += 1
        elif piece.state == "old":
            swaps.append(f"删去“{piece.words}”")
        elif piece.state == "new":
            swaps.append(f"增加“{piece.words}”")
        index += 1
    kept = sum(len(p.words) for p in pieces if p.state == "same")
    return "，".join(swaps) if len(swaps) <= _FEW and kept * 2 >= len(after) else ""
