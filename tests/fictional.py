"""The small fictional library of the cases, with a few words changed: what unit tests stand on."""

from __future__ import annotations

from generator.assemble import assemble
from generator.library import Library
from tests.case_files import base_files

FINAL = "policies/documents/yunzhou-peixun-2024.yaml"
DRAFT = "policies/documents/yunzhou-peixun-caogao-2023.yaml"

Edit = tuple[str, str, str]
"""A file, words that stand in it once, and the words that take their place."""


def policy_files(*edits: Edit) -> dict[str, bytes]:
    """Return the extracts and vocabularies after *edits*; words that don't stand there once raise ValueError."""
    texts = {name: text for name, text in base_files().items() if name.startswith("policies/")}
    for name, old, new in edits:
        if texts[name].count(old) != 1:
            raise ValueError(f"{name}: stands there {texts[name].count(old)} times: {old}")
        texts[name] = texts[name].replace(old, new)
    return {name: text.encode() for name, text in texts.items()}


def source_texts() -> dict[str, str]:
    """Return the fictional source texts by file name."""
    return {n.removeprefix("sources/"): t for n, t in base_files().items() if n.startswith("sources/")}


def library(*edits: Edit) -> Library:
    """Return the library after *edits*."""
    return assemble(policy_files(*edits)).library
