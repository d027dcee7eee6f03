"""The empty form of our Word documents, made once by python-docx, and its copies filled with words (空白表)."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from lxml import etree

from generator.export.office import legal, pack

_BODY, _HEAD, _TITLE = "仿宋", "黑体", "宋体"
_GRID, _BULLET = "Table Grid", "List Bullet"
_DOCUMENT, _PROPERTIES = "word/document.xml", "docProps/core.xml"
_UNUSED_PARTS = ("/thumbnail", "/stylesWithEffects", "/customXml")
_SLOT = "\ue000"
"""Stands in the form where words go; a character for private use, which no extract holds."""
_LONGEST_PROPERTY = 255
"""So many characters a property of a Word document holds."""
_NAMESPACE = re.compile(r' xmlns:\w+="[^"]*"')
_BREAK = re.compile("([\t\n\r])")


@dataclass(frozen=True)
class Slots:
    """XML with places for words: *pieces* stand before, between and behind them."""

    pieces: tuple[str, ...]

    def filled(self, *texts: str) -> str:
        """Return the XML with *texts* in its places, of which there must be as many."""
        first, *rest = self.pieces
        return first + "".join(f"{words}{piece}" for words, piece in zip(texts, rest, strict=True))

    def of(self, *texts: str) -> str:
        """Return the XML with *texts* as the words of runs."""
        return self.filled(*map(_run_words, texts))


@dataclass(frozen=True)
class Form:
    """A page across without words, and what may stand on it.

    The paragraphs are the title, text, a heading and an item of a list; `archive` is a ZIP of every part that is the same in
    all documents, `body` and `properties` are the two that are not.
    """

    title: Slots
    text: Slots
    heading: Slots
    item: Slots
    archive: bytes
    body: Slots
    properties: Slots

    def document(self, title: str, content: Iterable[str]) -> bytes:
        """Return a Word document of *content* (XML of paragraphs and tables); *title* is for its properties."""
        out = io.BytesIO(self.archive)
        with zipfile.ZipFile(out, "a") as archive:
            name = escape(legal(title)[:_LONGEST_PROPERTY])
            pack(archive, _PROPERTIES, self.properties.filled(name).encode())
            pack(archive, _DOCUMENT, self.body.filled("".join(content)).encode())
        return out.getvalue()


@cache
def word_form(today: str) -> Form:
    """Return the form whose properties carry *today* (ISO)."""
    title = _paragraph(_TITLE, 18, bold=True, alignment=WD_ALIGN_PARAGRAPH.CENTER)
    text, heading = _paragraph(_BODY, 10.5), _paragraph(_HEAD, 12)
    item = _paragraph(_BODY, 10.5, style=_BULLET)
    return Form(title, text, heading, item, *_parts(datetime.fromisoformat(today)))


def table_xml(rows: Sequence[Sequence[str]]) -> str:
    """Return the XML of a table: the first of *rows* is its head, which is printed on every page."""
    start, head, row, end = _table_form(len(rows[0]))
    return "".join((start, head.of(*rows[0]), *(row.of(*cells) for cells in rows[1:]), end))


@cache
def _table_form(columns: int) -> tuple[str, Slots, Slots, str]:
    """What stands before the rows of a table of so many columns, a head, a row, and what stands behind."""
    table = _empty().add_table(rows=2, cols=columns, style=_GRID)
    for row, font in zip(table.rows, (_HEAD, _BODY), strict=True):
        for cell in row.cells:
            _run(cell.paragraphs[0], font, 9, bold=False)
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(mark)  # noqa: SLF001 - python-docx has no name for it
    ends = ("<w:tr>", "</w:tr>", "</w:tbl>")
    xml = _taken(table)
    first, second = (found.start() for found in re.finditer(ends[0], xml))
    last = xml.rindex(ends[1]) + len(ends[1])
    return xml[:first], _cut(xml[first:second]), _cut(xml[second:last]), xml[last:]


@cache
def _empty() -> WordDocument:
    """A4 across in our fonts, without what no document of ours uses: pictures of pages, styles of other tables."""
    word = docx.Document()
    for relations in (word.part.rels, word.part.package.rels):
        for key in [k for k, relation in relations.items() if relation.reltype.endswith(_UNUSED_PARTS)]:
            del relations[key]
    for style in [one for one in word.styles if one.type == WD_STYLE_TYPE.TABLE]:
        if style.name not in (_GRID, "Normal Table"):
            style.delete()
    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    normal: Any = word.styles["Normal"]
    normal.font.size = Pt(10.5)
    normal.font.name = _BODY
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), _BODY)
    return word


def _paragraph(
    font: str,
    size: float,
    *,
    bold: bool = False,
    alignment: WD_ALIGN_PARAGRAPH | None = None,
    style: str | None = None,
) -> Slots:
    paragraph = _empty().add_paragraph(style=style)
    if alignment is not None:
        paragraph.alignment = alignment
    _run(paragraph, font, size, bold)
    return _cut(_taken(paragraph))


def _run(paragraph: Any, font: str, size: float, bold: bool) -> None:
    run = paragraph.add_run(_SLOT)
    run.bold = bold
    run.font.size = Pt(size)
    run.font.name = font
    run._element.rPr.rFonts.set(qn("w:eastAsia"), font)  # noqa: SLF001 - python-docx has no name for the East Asian font


def _parts(day: datetime) -> tuple[bytes, Slots, Slots]:
    """The parts of the form without words: those that stay, as an archive; the document; its properties of *day*."""
    word = _empty()
    properties = word.core_properties
    properties.title = _SLOT
    properties.author = properties.last_modified_by = "政策手册"
    properties.comments = ""
    properties.language = "zh-CN"
    properties.created = properties.modified = day
    saved, fixed = io.BytesIO(), io.BytesIO()
    word.save(saved)
    with zipfile.ZipFile(saved) as source:
        body = source.read(_DOCUMENT).decode().replace("<w:sectPr", f"{_SLOT}<w:sectPr")
        about = source.read(_PROPERTIES).decode()
        with zipfile.ZipFile(fixed, "w") as target:
            for name in source.namelist():
                if name not in (_DOCUMENT, _PROPERTIES):
                    pack(target, name, source.read(name))
    return fixed.getvalue(), _cut(body), _cut(about)


def _cut(xml: str) -> Slots:
    return Slots(tuple(xml.replace(f"<w:t>{_SLOT}</w:t>", _SLOT).split(_SLOT)))


def _taken(proxy: Any) -> str:
    """The XML of what python-docx made, taken out of its document, which names the namespaces once."""
    element = proxy._element  # noqa: SLF001 - python-docx has no other name for it
    element.getparent().remove(element)
    return _NAMESPACE.sub("", etree.tostring(element, encoding="unicode"))


def _run_words(text: str) -> str:
    """The XML of the words of a run: breaks and tabs are elements, control characters are left out."""
    return "".join(map(_piece, _BREAK.split(escape(legal(text)))))


def _piece(text: str) -> str:
    match text:
        case "":
            return ""
        case "\t":
            return "<w:tab/>"
        case "\n" | "\r":
            return "<w:br/>"
        case _:
            spaces = ' xml:space="preserve"' if text != text.strip() else ""
            return f"<w:t{spaces}>{text}</w:t>"
