"""A comparison as a Word document that an office can put into a report (Word)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.export.library import cell_words
from generator.export.word_form import Form, table_xml, word_form
from generator.library import Library
from generator.views.comparison import Comparison
from generator.views.dates import chinese_date
from generator.views.documents import shown_number


def comparison_document(comparison: Comparison, sources: tuple[str, ...], today: str) -> bytes:
    """Return *comparison* on A4 across: title, definition, table with a head on every page, *sources* and their status."""
    form = word_form(today)
    headline = _headline(comparison)
    content = (
        form.title.of(headline),
        form.text.of(f"{comparison.definition}。"),
        table_xml(_rows(comparison)),
        *_notes(form, comparison, sources, today),
    )
    return form.document(headline, content)


def _headline(comparison: Comparison) -> str:
    tail = "（连同征求意见稿）" if comparison.with_drafts else ""
    return f"{comparison.title}：各地对比{tail}"


def _rows(comparison: Comparison) -> list[list[str]]:
    heads = ["比什么", *(f"{c.name}\n{c.status or '未录入'}" for c in comparison.columns), "差异"]
    rows = (
        [row.name, *map(cell_words, row.cells), " ".join(w for w in (row.verdict, row.sentence) if w)]
        for row in comparison.rows
    )
    return [heads, *rows]


def source_lines(library: Library, comparison: Comparison) -> tuple[str, ...]:
    """Return a sentence on each document of *comparison*: title, number, status and what that rests on."""
    documents = ((c.name, library.documents[c.document]) for c in comparison.columns if not c.narrow)
    return tuple(
        f"{name}：《{document.title}》{f'（{number}）' if (number := shown_number(document)) else ''}，"
        f"状态：{document.status.value}，依据：{document.status.basis.rstrip('。')}，"
        f"核对于{chinese_date(document.status.as_of)}。"
        for name, document in documents
    )


def _notes(form: Form, comparison: Comparison, sources: tuple[str, ...], today: str) -> Iterator[str]:
    yield form.heading.of("来源与状态")
    yield from map(form.item.of, sources)
    if comparison.missing:
        yield form.text.of(f"本站尚未收录：{'；'.join(comparison.missing)}。没写的，不等于没有规定。")
    if comparison.with_drafts:
        yield form.text.of("征求意见稿不是现行规定，其中的数字前标“拟”；“差异”只比正式文件。")
    if comparison.drafts:
        yield form.text.of(f"征求意见稿不参加对比：{'；'.join(comparison.drafts)}。")
    yield form.text.of(
        f"摘自政策手册，{chinese_date(today)}生成。“文中未规定”是找过而没有写，“未录入”是本站还没有这份文件。"
        "办理业务以发文机关发布的正式文本为准。"
    )
