"""Put the keys of an extract into the order of the model, without touching what they say (键的次序)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import yaml
from pydantic import BaseModel

from generator.load import compose, load_text
from generator.model.document import Document
from generator.read.shape import FACT_CLASSES, class_of
from generator.yaml_slips import LINE_END

_FIRST, _LAST = ("schema", "id", "kind"), ("payee", "payer", "fund", "note")


def in_model_order(text: str) -> str:
    """Return the YAML of a document with the keys of every mapping in model order.

    A mapping with comments between its keys, or one that runs over several lines in braces, stays as it is; so does
    the whole text if anything but the order would change.
    """
    better = text
    for _ in LINE_END.split(text):
        edited = next(_reordered(better), None)
        if edited is None:
            break
        better = edited
    same = load_text("", better).content == load_text("", text).content
    return better if same else text


def _reordered(text: str) -> Iterator[str]:
    """Yield *text* with one more mapping in order; nothing when all are."""
    root = compose(text)
    for node, model in _mappings(root, Document):
        keys = [key.value for key, _ in node.value]
        wanted = sorted(keys, key=_order(model).index) if set(keys) <= set(_order(model)) else keys
        if wanted == keys:
            continue
        edited = _swap(text, node, wanted)
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


def _swap(text: str, node: yaml.MappingNode, wanted: Sequence[str]) -> str | None:
    """Return *text* with the entries of *node* as *wanted*; None where that is not plainly safe."""
    begins = [key.start_mark.index for key, _ in node.value]
    end = begins[-1] + len(text[begins[-1] : node.value[-1][1].end_mark.index].rstrip())
    whole = text[begins[0] : end]
    first_end = LINE_END.search(whole)
    if node.flow_style:
        entries = [text[a:b].rstrip().removesuffix(",").rstrip() for a, b in pairwise([*begins, end])]
        if first_end is not None or "#" in whole:
            return None
        joint = ", "
    else:
        entries = [text[a:b].rstrip() for a, b in pairwise([*begins, end])]
        if (
            any(line.lstrip().startswith("#") for line in LINE_END.split(whole))
            or "|+" in whole
            or ">+" in whole
        ):
            return None
        joint = (first_end[0] if first_end else "\n") + " " * node.value[0][0].start_mark.column
    by_key = {key.value: entry for (key, _), entry in zip(node.value, entries, strict=True)}
    return text[: begins[0]] + joint.join(by_key[name] for name in wanted) + text[end:]
