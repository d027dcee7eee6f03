"""The line of the YAML file on which each clause and each fact begins, for links into an editor (行号)."""

from __future__ import annotations

from collections.abc import Mapping

from generator.library import Library
from generator.load import locate
from generator.problems import Location


def edit_lines(library: Library, files: Mapping[str, bytes]) -> Mapping[str, Location]:
    """Return the place of each clause and fact by document id / id; *files* are the bytes they were read from.

    The lists of a document are in the order of its file, so that a position in one is a position in the other.
    """
    found: dict[str, Location] = {}
    for document in library.documents.values():
        file = library.files.get(document.id, "")
        if file not in files:
            continue
        text = files[file].decode("utf-8-sig")
        for p, provision in enumerate(document.provisions):
            found[f"{document.id}/{provision.id}"] = locate(file, text, ("provisions", p))
            for f, fact in enumerate(provision.facts):
                found[f"{document.id}/{fact.id}"] = locate(file, text, ("provisions", p, "facts", f))
    return found
