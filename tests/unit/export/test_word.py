"""A comparison as a Word document, opened again."""

import io
from dataclasses import replace

import docx

from generator.assemble import assemble
from generator.export.word import comparison_document, source_lines
from generator.views.comparison import family_comparison
from tests.fictional import FINAL, policy_files

DAY = "2026-11-21"


def _library():
    files = policy_files()
    text = files[FINAL].decode().replace("id: yunzhou-peixun-2024\n", "id: haizhou-peixun-2024\n")
    text = text.replace('region: "990100"', 'region: "990000"')
    return assemble({**files, "policies/documents/haizhou-peixun-2024.yaml": text.encode()}).library


def _bytes() -> bytes:
    library = _library()
    comparison = family_comparison(library, library.vocabulary.families["peixun"])
    return comparison_document(comparison, source_lines(library, comparison), DAY)


def test_the_table_has_a_column_per_version_and_the_difference():
    """比什么, one column for each region, 差异."""
    table = docx.Document(io.BytesIO(_bytes())).tables[0]

    heads = [cell.text.split("\n")[0] for cell in table.rows[0].cells]
    assert (heads[0], heads[-1]) == ("比什么", "差异")
    assert {"海西", "云州"} <= set(heads)


def test_the_head_is_printed_on_every_page():
    """A long table is readable on its second page."""
    table = docx.Document(io.BytesIO(_bytes())).tables[0]

    assert table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")


def test_the_sources_and_their_status_are_named():
    """Whoever reads the report can see what it is made from, and that drafts are left out."""
    text = "\n".join(p.text for p in docx.Document(io.BytesIO(_bytes())).paragraphs)

    assert "状态：现行" in text
    assert "征求意见稿不参加对比" in text
    assert "以发文机关发布的正式文本为准" in text


def test_chinese_has_a_chinese_font():
    """Without an East Asian font Word sets Chinese in whatever it finds."""
    paragraph = docx.Document(io.BytesIO(_bytes())).paragraphs[0]

    assert paragraph.runs[0]._element.xpath("./w:rPr/w:rFonts/@w:eastAsia") == ["宋体"]


def test_the_same_comparison_gives_the_same_bytes():
    """No time of day is in the file."""
    assert _bytes() == _bytes()


def test_a_title_of_any_length_makes_a_document():
    """The property of the file is cut, the words on the page are whole."""
    library = _library()
    comparison = family_comparison(library, library.vocabulary.families["peixun"])
    made = comparison_document(replace(comparison, title="长" * 300), (), DAY)

    word = docx.Document(io.BytesIO(made))

    assert len(word.core_properties.title) == 255
    assert word.paragraphs[0].text.startswith("长" * 300)
