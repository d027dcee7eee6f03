"""The fictional library with something hostile at the end of every text that the checks let through."""

from __future__ import annotations

import json
from collections.abc import Mapping

import yaml

from generator import checking
from generator.load import load_yaml
from generator.problems import errors
from tests.case_files import TODAY
from tests.fuzz.inputs import HOSTILE, base_policies

HARMLESS = "甲乙丙"
LET_IN = tuple(
    text
    for text in HOSTILE
    if load_yaml("x.yaml", json.dumps({"a": text}, ensure_ascii=False).encode()).problems == ()
)
"""Without what no file may hold: marks that turn the direction of a text round."""
EVERYTHING = "".join(LET_IN).replace("\n", " ")
Spot = tuple[str, int, int]
"""A scalar in a file: path, first character and the one after the last."""


def scalars(files: Mapping[str, bytes]) -> list[tuple[Spot, str]]:
    """Every value in *files* that is a scalar, with its text, keys left out."""
    found: list[tuple[Spot, str]] = []

    def walk(name: str, node: yaml.Node) -> None:
        if isinstance(node, yaml.MappingNode):
            for _, value in node.value:
                walk(name, value)
        elif isinstance(node, yaml.SequenceNode):
            for value in node.value:
                walk(name, value)
        elif isinstance(node, yaml.ScalarNode):
            found.append(((name, node.start_mark.index, node.end_mark.index), node.value))

    for name, content in files.items():
        root = yaml.compose(content.decode(), Loader=yaml.CBaseLoader)
        if root is not None:
            walk(name, root)
    return found


def with_texts(files: Mapping[str, bytes], new: Mapping[Spot, str]) -> dict[str, bytes]:
    """Return *files* with the scalars at the spots of *new* replaced; JSON spells a string as YAML reads it."""
    texts = {name: content.decode() for name, content in files.items()}
    for name, start, end in sorted(new, reverse=True):
        texts[name] = (
            texts[name][:start] + json.dumps(new[name, start, end], ensure_ascii=False) + texts[name][end:]
        )
    return {name: text.encode() for name, text in texts.items()}


def open_spots() -> dict[Spot, str]:
    """The values to which the checks let all of HOSTILE be added together, each with its text before."""
    files = base_policies()
    allowed: dict[Spot, str] = {}
    for spot, text in scalars(files):
        trials = (
            {**{s: t + addition for s, t in allowed.items()}, spot: text + addition}
            for addition in (EVERYTHING, HARMLESS)
        )
        if not any(errors(checking.check(with_texts(files, new), {}, TODAY).problems) for new in trials):
            allowed[spot] = text
    return allowed


def appended(spots: Mapping[Spot, str], addition: str) -> dict[str, bytes]:
    """The library with *addition* at the end of every spot."""
    return with_texts(base_policies(), {spot: text + addition for spot, text in spots.items()})


def prepended(spots: Mapping[Spot, str]) -> tuple[dict[str, bytes], int]:
    """The library with one hostile text at the start of every spot where the checks allow it, and how many those are."""
    files = base_policies()
    new: dict[Spot, str] = {}
    for number, (spot, text) in enumerate(spots.items()):
        tried = {**new, spot: LET_IN[number % len(LET_IN)] + text}
        if not errors(checking.check(with_texts(files, tried), {}, TODAY).problems):
            new = tried
    return with_texts(files, new), len(new)
