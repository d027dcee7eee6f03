"""A Word file → its text as the paper shows it: every paragraph, table, text box and footnote (Word 原文)."""

from __future__ import annotations

import io
from collections.abc import Iterator

from generator.importing.numbering import Element, Numbering, W

_REMOVED = frozenset({f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}rt", f"{W}pPr", f"{W}rPr"})
_REVISIONS = (f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo")
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_CHOICE, _FALLBACK = f"{_COMPATIBLE}Choice", f"{_COMPATIBLE}Fallback"
_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})

REVISED = "这份 Word 文件里有还没接受的修订，导入的是接受全部修订后的文字；以原来的文字为准的，先在 Word 里拒绝修订再导入"
UNNUMBERED = "这份 Word 文件里有认不出的自动编号，没有写进原文；先在 Word 里把自动编号转成文字再导入"


def word_text(content: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the text of a .docx file and what an editor has to know about it.

    Insertions count as words and deletions do not, as if all revisions were accepted. Of two drawings of one text box
    the first counts. The cells of a row stand on one line, a cell that goes on from the row above is empty. Footnotes
    and endnotes stand at the end. Raises whatever the library raises where the file is damaged.
    """
    from docx import Document
    from docx.oxml import parse_xml

    package = Document(io.BytesIO(content))
    parts = {
        r.reltype.rpartition("/")[2]: r.target_part for r in package.part.rels.values() if not r.is_external
    }

    def root(kind: str) -> Element:
        return parse_xml(parts[kind].blob) if kind in parts else None

    document = package.element
    numbers = Numbering(root("numbering"), root("styles"))
    lines = list(_blocks(document.find(f"{W}body"), numbers))
    for notes in (root("footnotes"), root("endnotes")):
        for note in () if notes is None else notes:
            if note.get(f"{W}type") not in _SEPARATORS:
                lines += _blocks(note, numbers)
    revised = any(next(document.iter(tag), None) is not None for tag in _REVISIONS)
    remarks = (REVISED,) * revised + (UNNUMBERED,) * numbers.unknown
    return "\n".join(lines), remarks


def _blocks(parent: Element, numbers: Numbering) -> Iterator[str]:
    """The lines of all paragraphs and tables under *parent*, also those in content controls and text boxes."""
    for element in parent:
        if element.tag == f"{W}p":
            yield from _paragraph(element, numbers)
        elif element.tag == f"{W}tbl":
            yield from _table(element, numbers)
        elif element.tag not in _REMOVED:
            yield from _blocks(element, numbers)


def _paragraph(paragraph: Element, numbers: Numbering) -> Iterator[str]:
    words: list[str] = []
    boxes: list[Element] = []
    _inline(paragraph, words, boxes)
    text = "".join(words)
    yield numbers.label(paragraph) + text if text.strip() else text
    for box in boxes:
        yield from _blocks(box, numbers)


def _inline(parent: Element, words: list[str], boxes: list[Element]) -> None:
    for element in parent:
        if element.tag == f"{W}txbxContent":
            boxes.append(element)
        elif element.tag == f"{W}t":
            words.append(element.text or "")
        elif element.tag in _SIGNS:
            words.append(_SIGNS[element.tag])
        elif not _unseen(element):
            _inline(element, words, boxes)


def _unseen(element: Element) -> bool:
    """Whether neither screen nor paper shows *element*: removed, hidden, or a second drawing of the same thing."""
    if element.tag == f"{W}r":
        hidden = element.find(f"{W}rPr/{W}vanish")
        return hidden is not None and hidden.get(f"{W}val") not in ("0", "false", "off")
    repeated = element.tag == _FALLBACK and element.getparent().find(_CHOICE) is not None
    return repeated or element.tag in _REMOVED


def _table(table: Element, numbers: Numbering) -> Iterator[str]:
    for row in table.iter(f"{W}tr"):
        if next(row.iterancestors(f"{W}tbl")) is table:
            cells = (c for c in row.iter(f"{W}tc") if next(c.iterancestors(f"{W}tr")) is row)
            yield "\t".join(_cell(cell, numbers) for cell in cells)


def _cell(cell: Element, numbers: Numbering) -> str:
    merged = cell.find(f"{W}tcPr/{W}vMerge")
    if merged is not None and merged.get(f"{W}val") != "restart":
        return ""
    return "\n".join(line for line in _blocks(cell, numbers) if line.strip())
