"""Which keys of an extract, and of the vocabularies, hold the ids of which vocabulary (编号所指)."""

from __future__ import annotations

from collections.abc import Mapping

VOCABULARY_OF_KEY: Mapping[str, str] = {
    "families": "families",
    "region": "regions",
    "org": "departments",
    "orgs": "departments",
    "topics": "topics",
    "audiences": "audiences",
    "funding": "funds",
    "fund": "funds",
    "indicator": "indicators",
    "excludes": "indicators",
}
"""Keys of a document, wherever they stand, by the vocabulary whose ids they hold."""

VOCABULARY_OF_ENTRY_KEY: Mapping[tuple[str, str], str] = {
    ("regions", "parent"): "regions",
    ("departments", "line"): "lines",
    ("departments", "region"): "regions",
    ("audiences", "includes"): "audiences",
    ("indicators", "topic"): "topics",
    ("families", "rows"): "indicators",
    ("families", "topics"): "topics",
    ("families", "region"): "regions",
    ("families", "indicator"): "indicators",
}
"""Keys of a vocabulary's entries (vocabulary, key) by the vocabulary whose ids they hold."""
