"""A comparison as a Word document that an office can put into a report (Word)."""

from __future__ import annotations

import io
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from generator.export.library import cell_words
from generator.export.packing import packed
from generator.library import Library
from generator.views.comparison import Comparison
from generator.views.dates import chinese_date
from generator.views.documents import shown_number

_BODY, _HEAD, _TITLE = "仿宋", "黑体", "宋体"
_LONGEST_PROPERTY = 255
"""So many characters a property of a Word document holds."""


def comparison_document(comparison: Comparison, sources: tuple[str, ...], today: str) -> bytes:
    """Return *comparison* on A4 across: title, definition, table with a head on every page, *sources* and their status."""
    word = docx.Document()
    _page(word)
    _properties(word, comparison)
    title = word.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _run(title, _headline(comparison), _TITLE, 18, bold=True)
    _run(word.add_paragraph(), f"{comparison.definition}。")
    _table(word, comparison)
    _notes(word, comparison, sources, today)
    out = io.BytesIO()
    word.save(out)
    return packed(out.getvalue(), today)


def _headline(comparison: Comparison) -> str:
    tail = "（连同征求意见稿）" if comparison.with_drafts else ""
    return f"{comparison.title}：各地对比{tail}"


def _page(word: WordDocument) -> None:
    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    style: Any = word.styles["Normal"]
    style.font.size = Pt(10.5)
    style.font.name = _BODY
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _BODY)


def _properties(word: WordDocument, comparison: Comparison) -> None:
    properties = word.core_properties
    properties.title = _headline(comparison)[:_LONGEST_PROPERTY]
    properties.author = properties.last_modified_by = "政策手册"
    properties.comments = ""
    properties.language = "zh-CN"


def _run(paragraph: Any, text: str, font: str = _BODY, size: float = 10.5, bold: bool = False) -> None:
    run = paragraph.add_run(text)
    run.bold = bold
    run.font.size = Pt(size)
    run.font.name = font
    run._element.rPr.rFonts.set(qn("w:eastAsia"), font)  # noqa: SLF001 - python-docx has no name for the East Asian font


def _table(word: WordDocument, comparison: Comparison) -> None:
    heads = ["比什么", *(f"{c.name}\n{c.status or '未录入'}" for c in comparison.columns), "差异"]
    table = word.add_table(rows=1, cols=len(heads), style="Table Grid")
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        _fill(cell, head, _HEAD)
    _repeat(table.rows[0])
    for row in comparison.rows:
        words = [
            row.name,
            *(cell_words(one) for one in row.cells),
            " ".join(w for w in (row.verdict, row.sentence) if w),
        ]
        for cell, text in zip(table.add_row().cells, words, strict=True):
            _fill(cell, text, _BODY)


def _fill(cell: Any, text: str, font: str) -> None:
    _run(cell.paragraphs[0], text, font, 9)


def _repeat(row: Any) -> None:
    """Print the head again on every page."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)  # noqa: SLF001 - python-docx has no name for it


def source_lines(library: Library, comparison: Comparison) -> tuple[str, ...]:
    """Return a sentence on each document of *comparison*: title, number, status and what that rests on."""
    documents = ((c.name, library.documents[c.document]) for c in comparison.columns if not c.narrow)
    return tuple(
        f"{name}：《{document.title}》{f'（{number}）' if (number := shown_number(document)) else ''}，"
        f"状态：{document.status.value}，依据：{document.status.basis.rstrip('。')}，"
        f"核对于{chinese_date(document.status.as_of)}。"
        for name, document in documents
    )


def _notes(word: WordDocument, comparison: Comparison, sources: tuple[str, ...], today: str) -> None:
    _run(word.add_paragraph(), "来源与状态", _HEAD, 12)
    for line in sources:
        _run(word.add_paragraph(style="List Bullet"), line)
    if comparison.missing:
        _run(word.add_paragraph(), f"本站尚未收录：{'；'.join(comparison.missing)}。没写的，不等于没有规定。")
    if comparison.with_drafts:
        _run(word.add_paragraph(), "征求意见稿不是现行规定，其中的数字前标“拟”；“差异”只比正式文件。")
    if comparison.drafts:
        _run(word.add_paragraph(), f"征求意见稿不参加对比：{'；'.join(comparison.drafts)}。")
    _run(
        word.add_paragraph(),
        f"摘自政策手册，{chinese_date(today)}生成。“文中未规定”是找过而没有写，“未录入”是本站还没有这份文件。"
        "办理业务以发文机关发布的正式文本为准。",
    )
