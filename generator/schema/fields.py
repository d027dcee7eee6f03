"""The model as tables for readers: every key, what goes there, whether it may be left out (字段说明)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

import yaml
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.model.base import DATE_PATTERN, REGION_PATTERN, SECTION_PATTERN, SLUG_PATTERN, Absent
from generator.model.document import Document
from generator.model.facts import KIND_NAMES, FactBase
from generator.model.references import VOCABULARY_OF_ENTRY_KEY, VOCABULARY_OF_KEY
from generator.read.vocabulary import ENTRY_CLASSES
from generator.schema.examples import Key
from generator.schema.titles import class_title

VOCABULARY_NAMES: Mapping[str, str] = {
    "regions": "地区",
    "lines": "条线",
    "departments": "部门",
    "topics": "主题",
    "audiences": "对象",
    "funds": "资金来源",
    "indicators": "指标",
    "families": "政策族",
    "synonyms": "同义词",
    "phrases": "固定用语",
    "tombstones": "停用编号",
}
_PATTERNS = {
    SLUG_PATTERN: "编号（小写字母、数字、连字符）",
    REGION_PATTERN: "地区代码",
    SECTION_PATTERN: "章节编号（2.4.10）",
    DATE_PATTERN: "日期（2023-03-05，可只到月或年）",
}
_WIDE = 10_000


@dataclass(frozen=True)
class FieldRow:
    """One key: how it is spelled, its title, whether it must be there, what may stand there, what it means, an example."""

    key: str
    title: str
    required: bool
    form: str
    choices: tuple[str, ...]
    description: str
    example: str


@dataclass(frozen=True)
class FieldGroup:
    """A class of the model: *key* names the anchor."""

    anchor: str
    title: str
    where: str
    rows: tuple[FieldRow, ...]


def document_fields(examples: Mapping[Key, Any]) -> tuple[FieldGroup, ...]:
    """Return the keys of an extract: the document, its parts, what all facts share, then each kind of fact."""
    common = set(FactBase.model_fields)
    groups = [_group(Document, "最外层的键", examples, VOCABULARY_OF_KEY)]
    for model in _parts(Document):
        if model is Absent or issubclass(model, FactBase):
            continue
        groups.append(_group(model, "", examples, VOCABULARY_OF_KEY))
    facts = [m for m in _parts(Document) if issubclass(m, FactBase)]
    groups.append(
        _group(FactBase, "每种事实都可以写", _shared(examples, facts), VOCABULARY_OF_KEY, title="事实")
    )
    for fact in facts:
        kind = str(get_args(fact.model_fields["kind"].annotation)[0])
        title = f"{KIND_NAMES[kind]}（kind: {kind}）"
        groups.append(
            _group(fact, "除上面各项之外", examples, VOCABULARY_OF_KEY, skip=common | {"kind"}, title=title)
        )
    return tuple(group for group in groups if group.rows)


def vocabulary_fields(examples: Mapping[Key, Any]) -> tuple[FieldGroup, ...]:
    """Return the keys of the entries of each vocabulary."""
    groups: list[FieldGroup] = []
    for name, model in ENTRY_CLASSES.items():
        keys = {key: of for (owner, key), of in VOCABULARY_OF_ENTRY_KEY.items() if owner == name}
        title = f"{VOCABULARY_NAMES.get(name, class_title(model))}（vocabulary: {name}）"
        groups.append(_group(model, "", examples, keys, title=title))
        groups += [
            _group(part, f"在{VOCABULARY_NAMES.get(name, name)}的词条里", examples, keys)
            for part in _parts(model)
            if part is not Absent and part.__name__ != "Printed"
        ]
    return tuple(groups)


def kinds_without_keys() -> tuple[str, ...]:
    """Return the kinds of fact that ask for nothing beyond what all facts share."""
    facts = [m for m in _parts(Document) if issubclass(m, FactBase)]
    return tuple(
        class_title(m) for m in facts if not set(m.model_fields) - set(FactBase.model_fields) - {"kind"}
    )


def _shared(examples: Mapping[Key, Any], facts: Iterable[type[BaseModel]]) -> Mapping[Key, Any]:
    names = [fact.__name__ for fact in facts]
    found: dict[Key, Any] = {}
    for (owner, key), value in examples.items():
        if owner in names:
            found.setdefault(("FactBase", key), value)
    return found


def _group(
    model: type[BaseModel],
    where: str,
    examples: Mapping[Key, Any],
    vocabularies: Mapping[str, str],
    *,
    skip: Iterable[str] = (),
    title: str = "",
) -> FieldGroup:
    rows = tuple(
        _row(model, name, field, examples, vocabularies)
        for name, field in model.model_fields.items()
        if name not in skip
    )
    return FieldGroup(f"c-{model.__name__.lower()}", title or class_title(model), where, rows)


def _row(
    model: type[BaseModel],
    name: str,
    field: FieldInfo,
    examples: Mapping[Key, Any],
    vocabularies: Mapping[str, str],
) -> FieldRow:
    key = field.alias or name
    example = examples.get((model.__name__, key))
    form, choices = _form(field.annotation, field.metadata, vocabularies.get(key, ""))
    return FieldRow(
        key,
        field.title or key,
        field.is_required(),
        form,
        choices,
        field.description or "",
        _spelled(key, example),
    )


def _spelled(key: str, example: Any) -> str:
    if example is None:
        return ""
    return yaml.safe_dump(
        {key: example}, allow_unicode=True, default_flow_style=True, width=_WIDE, sort_keys=False
    ).strip()[1:-1]


def _form(annotation: Any, metadata: Iterable[Any], vocabulary: str) -> tuple[str, tuple[str, ...]]:
    """Say what may stand there: text, a number, one of a list, a list of things, a group of keys, an absence."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return "从下列选一个", tuple(str(part) for part in parts)
    if origin is tuple:
        inner, choices = _form(parts[0], (), vocabulary)
        return f"列表，每项：{inner}", choices
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return f"一组键：{class_title(annotation)}", ()
    if annotation is int:
        return "整数", ()
    if annotation is str:
        pattern = next((m.pattern for m in metadata if getattr(m, "pattern", None)), None)
        if vocabulary:
            return f"编号，见词表“{VOCABULARY_NAMES[vocabulary]}”", ()
        return _PATTERNS.get(str(pattern), "文字"), ()
    if hasattr(annotation, "__metadata__"):
        return _form(parts[0], annotation.__metadata__, vocabulary)
    branches = [part for part in parts if part is not type(None)]
    held = [
        _form(part, getattr(part, "__metadata__", ()), vocabulary) for part in branches if not _absence(part)
    ]
    if len(branches) > 2:
        return "按 kind 的类型填写，见下", ()
    words = "，或".join(form for form, _ in held)
    absent = any(_absence(part) for part in branches)
    return f"{words}，或 {{absent: …}}" if absent else words, tuple(c for _, choices in held for c in choices)


def _absence(annotation: Any) -> bool:
    return annotation is Absent or any(_absence(part) for part in get_args(annotation))


def _parts(root: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield the classes that *root* holds, in the order in which its keys name them, each once."""
    seen: dict[type[BaseModel], None] = {}

    def visit(model: type[BaseModel]) -> None:
        for field in model.model_fields.values():
            for part in _models(field.annotation):
                if part not in seen:
                    seen[part] = None
                    visit(part)

    visit(root)
    yield from seen


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)
