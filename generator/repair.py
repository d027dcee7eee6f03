"""Repairs that can't change what an extract says: colons, white space in quotes, minimum counts, order of keys (修复)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import yaml

from generator.assemble import assemble
from generator.key_order import in_model_order
from generator.load import compose, load_yaml
from generator.model.document import Document
from generator.problems import Path
from generator.rules.minimum import counts_of
from generator.sources.proof import prove
from generator.sources.spacing import respaced
from generator.sources.text import SourceText, first_bad_byte
from generator.yaml_slips import LINE_END

_COLON = re.compile("：[ 　]*")
_BOM = b"\xef\xbb\xbf"


def repaired(files: Mapping[str, bytes], sources: Mapping[str, str]) -> dict[str, bytes]:
    """Return *files* (by path from the root) with everything repaired that is safe to repair, the others as they are."""
    better = {name: _colons(name, raw) for name, raw in files.items()}
    assembled = assemble(better)
    for document in assembled.library.documents.values():
        name = assembled.library.files[document.id]
        text = assembled.texts[name]
        edited = in_model_order(_written(text, _wanted(document, sources)))
        if edited != text:
            better[name] = (_BOM if better[name].startswith(_BOM) else b"") + edited.encode()
    return better


def _colons(name: str, raw: bytes) -> bytes:
    """Replace the full-width colons behind keys that stop the file from being read."""
    faults = [p.location for p in load_yaml(name, raw).problems if p.rule == "fullwidth-colon"]
    if not faults:
        return raw
    parts = LINE_END.split(raw.decode("utf-8-sig"))
    for fault in faults:
        at, column = 2 * (fault.line - 1), fault.column - 1
        parts[at] = parts[at][:column] + _COLON.sub(": ", parts[at][column:], count=1)
    mended = "".join(parts).encode()
    return _BOM + mended if raw.startswith(_BOM) else mended


def _wanted(document: Document, sources: Mapping[str, str]) -> Iterable[tuple[Path, str, str]]:
    """Yield the scalars to write anew: their place, what they say and what they should say."""
    for key, count in counts_of(document).items():
        recorded = getattr(document.minimum, key)
        if count > recorded:
            yield ("minimum", key), str(recorded), str(count)
    if document.source.file in sources and first_bad_byte(sources[document.source.file]) is None:
        source = SourceText(document.source.file, sources[document.source.file])
        for checked in prove(document, source, ()).claims:
            if checked.place is not None:
                quote = checked.claim.quote
                yield checked.claim.path, quote, respaced(quote, checked.place, source)


def _written(text: str, wanted: Iterable[tuple[Path, str, str]]) -> str:
    """Return *text* with each scalar replaced that stands there as it is, on one line; the others are left alone."""
    root = compose(text)
    edits: list[tuple[int, int, str]] = []
    for path, old, new in wanted:
        node = _node(root, path)
        if old == new or node is None:
            continue
        start, end = node.start_mark.index, node.end_mark.index
        if text[start:end].count(old) == 1:
            edits.append((start, end, text[start:end].replace(old, new)))
    for start, end, words in sorted(edits, reverse=True):
        text = text[:start] + words + text[end:]
    return text


def _node(node: yaml.Node | None, path: Path) -> yaml.Node | None:
    for step in path:
        if isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == step), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step] if step < len(node.value) else None
        else:
            return None
    return node
