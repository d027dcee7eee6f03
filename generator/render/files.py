"""The files beside the pages: open data, chosen comparisons, the style sheet (数据文件)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.export.exports import Exports
from generator.export.json_rows import as_json, list_pieces
from generator.library import Library
from generator.model.document import Document
from generator.render.stylesheet import concatenate
from generator.views.choice import choice_cells, choice_list
from generator.views.open_data import RECORDS

API = "api/v1/"
CHOICE = "compare/choice/"
STYLESHEET = "assets/handbook.css"


def render_files(library: Library, stylesheets: Mapping[str, str]) -> Exports:
    """Return the open data, what a chosen comparison is made of, and the style sheet, by path; each is made when asked for."""
    made = Exports()
    for name in RECORDS:
        made.add(f"{API}{name}.json", _records_json, library, name)
    made.add(f"{CHOICE}documents.json", _choice_json, library)
    for document in library.documents.values():
        made.add(f"{CHOICE}cells/{document.id}.json", _cells_json, library, document)
    made.add(STYLESHEET, str.encode, concatenate(stylesheets))
    return made


def _choice_json(library: Library) -> bytes:
    return as_json(choice_list(library))


def _cells_json(library: Library, document: Document) -> bytes:
    return as_json(choice_cells(library, document))


def _records_json(library: Library, name: str) -> Iterator[bytes]:
    return list_pieces(RECORDS[name](library))
