"""What a value of the model says to a reader, and how two of them differ field by field (取值的说法)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.library import Library
from generator.model.base import Absent
from generator.model.facts import KIND_NAMES
from generator.model.references import VOCABULARY_OF_KEY
from generator.wording import compare_words

_SHORT = 24
_FEW = 4


@dataclass(frozen=True)
class Difference:
    """One field that differs: its Chinese titles from the outside in, and what it said before and says after."""

    titles: tuple[str, ...]
    before: str | None
    after: str | None

    @property
    def words(self) -> str:
        """The difference in words: 条件 增加“…”; 状态 征求意见稿 → 现行."""
        name = "的".join(dict.fromkeys(self.titles))
        if self.before is None:
            return f"{name} 增加“{self.after}”"
        if self.after is None:
            return f"{name} 删去“{self.before}”"
        if max(len(self.before), len(self.after)) <= _SHORT:
            return f"{name} {self.before} → {self.after}"
        return f"{name} {_rewording(self.before, self.after)}"


def said(library: Library, key: str, value: Any) -> str:
    """Return *value* of the field *key* in words: names for ids, the reason for an absence."""
    match value:
        case None:
            return "（空）"
        case Absent():
            return value.words
        case str() if key == "kind":
            return KIND_NAMES.get(value, value)
        case str():
            return _name(library, key, value)
        case tuple():
            return "、".join(said(library, key, item) for item in value) or "（空）"
        case BaseModel():
            return _model_words(library, value)
        case _:
            return str(value)


def differences(
    library: Library, before: BaseModel, after: BaseModel, skip: frozenset[str] = frozenset()
) -> Iterator[Difference]:
    """Yield every field in which two values of one class differ, except those in *skip*.

    Nested values are entered, lists are compared by the id of their entries or, without ids, by what they hold.
    """
    for name, field in type(after).model_fields.items():
        old, new = getattr(before, name, None), getattr(after, name)
        if name not in skip and old != new:
            yield from _field(library, name, field, old, new)


def _field(library: Library, key: str, field: FieldInfo, old: Any, new: Any) -> Iterator[Difference]:
    title = (field.title or key,) if key != "value" else ()
    match old, new:
        case tuple(), tuple():
            for difference in _lists(library, key, old, new):
                yield Difference((*title, *difference.titles), difference.before, difference.after)
        case BaseModel(), BaseModel() if type(old) is type(new) and not isinstance(new, Absent):
            for difference in differences(library, old, new):
                yield Difference((*title, *difference.titles), difference.before, difference.after)
        case _:
            before = None if old is None else said(library, key, old)
            yield Difference(title or ("取值",), before, None if new is None else said(library, key, new))


def _lists(library: Library, key: str, old: tuple[Any, ...], new: tuple[Any, ...]) -> Iterator[Difference]:
    name = next((n for n in ("id", "indicator") if all(hasattr(item, n) for item in (*old, *new))), None)
    if name is not None:
        yield from _keyed(
            library, key, {getattr(i, name): i for i in old}, {getattr(i, name): i for i in new}
        )
        return
    gone = [said(library, key, item) for item in old if item not in new]
    come = [said(library, key, item) for item in new if item not in old]
    if len(gone) == len(come) == 1 or not (gone or come):
        yield Difference((), said(library, key, tuple(gone) or old), said(library, key, tuple(come) or new))
        return
    if gone:
        yield Difference((), "、".join(gone), None)
    if come:
        yield Difference((), None, "、".join(come))


def _keyed(
    library: Library, key: str, old: Mapping[str, Any], new: Mapping[str, Any]
) -> Iterator[Difference]:
    for name in dict.fromkeys((*old, *new)):
        if name not in new:
            yield Difference((), said(library, key, old[name]), None)
        elif name not in old:
            yield Difference((), None, said(library, key, new[name]))
        elif old[name] != new[name]:
            for one in differences(library, old[name], new[name]):
                yield Difference((f"“{said(library, key, new[name])}”", *one.titles), one.before, one.after)
    if old == new:
        yield Difference((), said(library, key, tuple(old.values())), "次序不同")


def _name(library: Library, key: str, value: str) -> str:
    table = getattr(library.vocabulary, VOCABULARY_OF_KEY.get(key, ""), None)
    return table[value].name if table is not None and value in table else value


def _model_words(library: Library, value: BaseModel) -> str:
    held = dict(value)
    if "orgs" in held:
        matter = f"（{held['matter']}）" if held.get("matter") else ""
        return f"{held['role']}：{said(library, 'orgs', held['orgs'])}{matter}"
    if "org" in held:
        return f"{said(library, 'org', held['org'])}（{held['role']}）"
    if "target" in held:
        return f"{held['type']}《{held['target'].title}》"
    for key in ("value", "indicator", "label", "name", "quote", "title", "printed", "document"):
        if held.get(key):
            words = said(library, key, held[key])
            return f"{words}{held['title']}" if key == "label" and "title" in held else words
    return "，".join(
        f"{field.title or name} {said(library, name, held[name])}"
        for name, field in type(value).model_fields.items()
        if held[name] != field.default
    )


def _rewording(before: str, after: str) -> str:
    """Say which words of a long text gave way to which; a text that changed all over is told whole."""
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
    if len(swaps) > _FEW or kept * 2 < len(after):
        return f"改写：“{before}” → “{after}”"
    return "，".join(swaps)
