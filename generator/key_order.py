"""Put the keys of an extract into the order of the model, without touching what they say (键的次序)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import yaml
from pydantic import BaseModel

from generator.load import compose, load_text
from generator.model.document import Document
from generator.read.shape import FACT_CLASSES, class_of

_FIRST, _LAST = ("schema", "id", "kind"), ("payee", "payer", "fund", "note")


def in_model_order(text: str) -> str:
    """Return the YAML of a document with the keys of every mapping in model order.

    A mapping with comments between its keys, or one that runs over several lines in braces, stays as it is; so does
    the whole text if anything but the order would change.
    """
    better = text
    for _ in range(text.count("\n") + 1):
        edited = next(_reordered(better), None)
        if edited is None:
            break
        better = edited
    same = load_text("", better).content == load_text("", text).content
    return better if same else text


def _reordered(text: str) -> Iterator[str]:
    """Yield *text* with one more mapping in order; nothing when all are."""
    root = compose(text)
    starts = _line_starts(text)
    for node, model in _mappings(root, Document):
        keys = [key.value for key, _ in node.value]
        wanted = sorted(keys, key=_order(model).index) if set(keys) <= set(_order(model)) else keys
        if wanted == keys:
            continue
        edited = _swap(text, starts, node, wanted)
        if edited is not None and edited != text:
            yield edited


def _order(model: type[BaseModel]) -> list[str]:
    """The keys in the order of the model, the id before all; who is paid and the note of a fact stand behind what its kind adds."""
    names = [field.alias or name for name, field in model.model_fields.items()]
    first = [name for name in _FIRST if name in names]
    last = [name for name in _LAST if name in names and "kind" in names]
    return [*first, *(name for name in names if name not in (*first, *last)), *last]


def _mappings(
    node: yaml.Node | None, model: type[BaseModel] | None
) -> Iterator[tuple[yaml.MappingNode, type[BaseModel]]]:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _mappings(item, model)
    elif isinstance(node, yaml.MappingNode):
        kind = next((value.value for key, value in node.value if key.value == "kind"), None)
        owner = FACT_CLASSES.get(kind, model) if isinstance(kind, str) else model
        if owner is not None:
            yield node, owner
        for key, value in node.value:
            yield from _mappings(value, class_of(owner, key.value) if owner else None)


def _swap(text: str, starts: Sequence[int], node: yaml.MappingNode, wanted: Sequence[str]) -> str | None:
    """Return *text* with the entries of *node* as *wanted*; None where that is not plainly safe."""
    begins = [starts[key.start_mark.line] + key.start_mark.column for key, _ in node.value]
    last = node.value[-1][1].end_mark
    end = begins[-1] + len(text[begins[-1] : starts[last.line] + last.column].rstrip())
    whole = text[begins[0] : end]
    if node.flow_style:
        entries = [text[a:b].rstrip().removesuffix(",").rstrip() for a, b in pairwise([*begins, end])]
        if "\n" in whole or "#" in whole:
            return None
        joint = ", "
    else:
        entries = [text[a:b].rstrip() for a, b in pairwise([*begins, end])]
        if any(line.lstrip().startswith("#") for line in whole.split("\n")) or "|+" in whole or ">+" in whole:
            return None
        joint = "\n" + " " * node.value[0][0].start_mark.column
    by_key = {key.value: entry for (key, _), entry in zip(node.value, entries, strict=True)}
    return text[: begins[0]] + joint.join(by_key[name] for name in wanted) + text[end:]


def _line_starts(text: str) -> list[int]:
    starts = [0]
    starts.extend(index + 1 for index, sign in enumerate(text) if sign == "\n")
    return starts
