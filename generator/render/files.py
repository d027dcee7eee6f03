"""The files beside the pages: open data, the search index, the style sheet (数据文件)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from generator.library import Library
from generator.render.stylesheet import concatenate
from generator.search.build import search_files
from generator.search.entries import Entry
from generator.search.lexicon import Synonym
from generator.views.choice import choice_files
from generator.views.open_data import open_data

API = "api/v1/"
SEARCH_INDEX = "search/index/"
CHOICE = "compare/choice/"
STYLESHEET = "assets/handbook.css"


def render_files(
    library: Library, entries: Sequence[Entry], stylesheets: Mapping[str, str]
) -> dict[str, bytes]:
    """Return every file of the site that is no page, by path."""
    data = {f"{API}{name}.json": as_json(content) for name, content in open_data(library).items()}
    synonyms = [Synonym(s.word, s.also, s.direction == "two_way") for s in library.vocabulary.synonyms]
    index = {f"{SEARCH_INDEX}{name}": content for name, content in search_files(entries, synonyms).items()}
    choice = {f"{CHOICE}{name}.json": as_json(content) for name, content in choice_files(library).items()}
    return {**data, **index, **choice, STYLESHEET: concatenate(stylesheets).encode()}


def as_json(content: Any) -> bytes:
    """Return *content* as JSON with Chinese as it is, ready for a line-by-line comparison."""
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
