"""JSON Schema for editors: the model, with Chinese titles, examples, and the ids of the vocabularies with their names.

It accepts what the program accepts: scalars are text for the program, so numbers and booleans stand wherever text may;
an empty value is nothing. What only the whole library can tell (quotes, sums, coverage) is left to `handbook check`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args

from pydantic import BaseModel

from generator.library import Vocabulary
from generator.model.base import REGION_PATTERN, SLUG_PATTERN, UNDECIDED, UNDECIDED_REGION
from generator.model.document import Document
from generator.model.facts import KIND_NAMES
from generator.model.references import VOCABULARY_OF_ENTRY_KEY, VOCABULARY_OF_KEY
from generator.read.vocabulary import ENTRY_CLASSES
from generator.schema.examples import Key
from generator.schema.titles import class_title

Json = dict[str, Any]

DIALECT = "http://json-schema.org/draft-07/schema#"
"""Draft 7 is what editors understand best; the name is an identifier, nothing is fetched."""

_IDS = frozenset({SLUG_PATTERN, REGION_PATTERN})


def document_schema(vocabulary: Vocabulary, examples: Mapping[Key, Any]) -> Json:
    """Return the schema of a file in policies/documents."""
    schema = Document.model_json_schema(by_alias=True, ref_template="#/definitions/{model}")
    finished = _finished(schema, Document, "政策文件摘录", VOCABULARY_OF_KEY, examples)
    finished["definitions"] |= _id_lists(vocabulary, undecided=True)
    return finished


def vocabulary_schema(vocabulary: Vocabulary, examples: Mapping[Key, Any]) -> Json:
    """Return the schema of a file in policies/vocabulary: which entries it holds depends on its `vocabulary`."""
    definitions: Json = _id_lists(vocabulary, undecided=False)
    branches: list[Json] = []
    for name, model in ENTRY_CLASSES.items():
        keys = {key: of for (owner, key), of in VOCABULARY_OF_ENTRY_KEY.items() if owner == name}
        made = model.model_json_schema(by_alias=True, ref_template=f"#/definitions/{name}.{{model}}")
        entry = _finished(made, model, class_title(model), keys, examples)
        definitions |= {f"{name}.{key}": value for key, value in entry.pop("definitions", {}).items()}
        entry.pop("$schema")
        definitions[name] = entry
        branches.append(
            {
                "if": {"properties": {"vocabulary": {"const": name}}, "required": ["vocabulary"]},
                "then": {"properties": {"entries": {"items": {"$ref": f"#/definitions/{name}"}}}},
            }
        )
    return {
        "$schema": DIALECT,
        "title": "词表",
        "type": "object",
        "required": ["schema", "vocabulary", "entries"],
        "additionalProperties": False,
        "properties": {
            "schema": {
                "title": "格式版本",
                "description": "格式改了才会变；现在是 1。",
                "enum": ["1", 1],
            },
            "vocabulary": {
                "title": "词表名称",
                "description": "这个文件是哪一份词表。",
                "enum": list(ENTRY_CLASSES),
            },
            "entries": {
                "title": "词条",
                "description": "一条一行或一段，按编号或次序排列。",
                "type": "array",
            },
        },
        "allOf": branches,
        "definitions": definitions,
    }


def _finished(
    schema: Json, root: type[BaseModel], title: str, keys: Mapping[str, str], examples: Mapping[Key, Any]
) -> Json:
    classes = {model.__name__: model for model in _classes(root)}
    definitions = schema.pop("$defs", {})
    for name, definition in definitions.items():
        _name_class(definition, classes[name], keys, examples)
    _name_class(schema, root, keys, examples)
    finished: Json = _for_editors({**schema, **({"definitions": definitions} if definitions else {})})
    return {"$schema": DIALECT, **finished, "title": title}


def _classes(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield *model* and every class of the model that its fields can hold."""
    seen: set[type[BaseModel]] = set()
    waiting = [model]
    while waiting:
        here = waiting.pop()
        if here in seen:
            continue
        seen.add(here)
        yield here
        for field in here.model_fields.values():
            waiting += _models_in(field.annotation)


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in get_args(annotation) for model in _models_in(part)]


def _name_class(
    definition: Json, model: type[BaseModel], keys: Mapping[str, str], examples: Mapping[Key, Any]
) -> None:
    """Give a class its Chinese title, its keys their examples and the ids they may hold."""
    definition.pop("description", None)
    definition["title"] = class_title(model)
    for key, held in definition.get("properties", {}).items():
        example = examples.get((model.__name__, key))
        if key in keys:
            definition["properties"][key] = _ids_named(held, f"ids.{keys[key]}")
        elif example is not None:
            held["examples"] = [example]
        if key == "kind" and "const" in held:
            held["title"] = KIND_NAMES.get(held["const"], held.get("title", "类型"))
            held["description"] = f"写 {held['const']}：{class_title(model)}。"


def _ids_named(node: Any, name: str) -> Any:
    """Put the list of ids in the place of each pattern of an id."""
    match node:
        case {"pattern": pattern, **rest} if pattern in _IDS:
            kept = {k: v for k, v in rest.items() if k in ("title", "description")}
            reference = {"$ref": f"#/definitions/{name}"}
            return {**kept, "allOf": [reference]} if kept else reference
        case dict():
            return {
                k: _ids_named(v, name) if k in ("items", "anyOf", "oneOf") else v for k, v in node.items()
            }
        case list():
            return [_ids_named(item, name) for item in node]
        case _:
            return node


def _id_lists(vocabulary: Vocabulary, *, undecided: bool) -> Json:
    """Return one list of ids with their names for each vocabulary; digits may stand without quotes.

    With *undecided* each ends with the mark that the import writes where it recognized none.
    """
    lists: Json = {}
    for name in sorted({*VOCABULARY_OF_KEY.values(), *VOCABULARY_OF_ENTRY_KEY.values()}):
        names = {entry.id: entry.name for entry in getattr(vocabulary, name).values()}
        if undecided:
            names[UNDECIDED_REGION if name == "regions" else UNDECIDED] = (
                "待确认：导入时没有认出，请从词表里选一个"
            )
        numbers = [i for i in names if i.isdigit() and not i.startswith("0")]
        lists[f"ids.{name}"] = {
            "enum": [*names, *map(int, numbers)],
            "enumDescriptions": [*names.values(), *(names[n] for n in numbers)],
        }
    return lists


def _for_editors(node: Any) -> Any:
    """Rewrite what pydantic means for values of any source into what a YAML file may hold."""
    match node:
        case list():
            return [_for_editors(item) for item in node]
        case {"discriminator": {"mapping": mapping}, **rest}:
            return {**_for_editors({k: v for k, v in rest.items() if k != "oneOf"}), **_by_kind(mapping)}
        case {"anyOf": [held, {"type": "null"}], **rest}:
            return _for_editors({**held, **{k: v for k, v in rest.items() if k != "default"}})
        case {"const": "1", **rest}:
            return {**{k: v for k, v in rest.items() if k != "type"}, "enum": ["1", 1]}
        case {"type": "string", **rest} if "enum" not in rest and "const" not in rest:
            patterned = (
                rest if "pattern" in rest else {**rest, "pattern": r"\S"} if "minLength" in rest else rest
            )
            return {"type": ["string", "number", "boolean"], **patterned}
        case {"type": "integer", **rest}:
            kept = {k: v for k, v in rest.items() if k not in ("minimum", "default")}
            lowest = int(str(rest.get("minimum", 0)))
            digits = r"^\s*\+?0*[1-9][0-9]*\s*$" if lowest >= 1 else r"^\s*\+?[0-9]+\s*$"
            return {
                **kept,
                "anyOf": [{"type": "integer", "minimum": lowest}, {"type": "string", "pattern": digits}],
            }
        case dict():
            return {key: _for_editors(value) for key, value in node.items() if key != "default"}
        case _:
            return node


def _by_kind(mapping: Mapping[str, str]) -> Json:
    """Choose the class by `kind`, so that an editor lists the keys of that kind only."""
    kinds: Sequence[str] = list(mapping)
    kind = {"title": "类型", "enum": kinds, "enumDescriptions": [KIND_NAMES[k] for k in kinds]}
    return {
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": kind},
        "allOf": [
            {"if": {"properties": {"kind": {"const": k}}, "required": ["kind"]}, "then": {"$ref": mapping[k]}}
            for k in kinds
        ],
    }
