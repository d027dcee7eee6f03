"""A comparison as a Word document, opened again."""

import io
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.shared import Cm

from generator.assemble import assemble
from generator.export.word import comparison_document, source_lines
from generator.export.word_form import table_xml, word_form
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


def _opened(*texts: str):
    """A document with a paragraph for each of *texts*."""
    form = word_form(DAY)
    return docx.Document(io.BytesIO(form.document("题", map(form.text.of, texts))))


@pytest.mark.parametrize("text", ["甲\n乙\t丙\r丁", " 两边空 ", "\n", "", "<w:p/> & “引”", "　一\n 二", "𠮷"])
def test_words_stand_as_the_library_would_put_them(text):
    """They are put into the form past python-docx; a release that changes a run is seen here."""
    run = docx.Document().add_paragraph().add_run(text)

    ours = _opened(text).paragraphs[0].runs[0]

    assert [(e.tag, e.attrib, e.text) for e in ours._element if not e.tag.endswith("}rPr")] == [
        (e.tag, e.attrib, e.text) for e in run._element
    ]


def test_words_leave_out_control_characters():
    """A document that holds one can't be opened."""
    assert _opened("培\x0b训\x1f补\uffff贴").paragraphs[0].text == "培训补贴"


def test_the_columns_share_the_page_across():
    """A4 lying down, margins of two centimetres; the columns fill what is left."""
    form = word_form(DAY)
    word = docx.Document(io.BytesIO(form.document("题", [table_xml([["甲", "乙", "丙"], ["1", "2", "3"]])])))

    section, cells = word.sections[0], word.tables[0].rows[1].cells
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert Cm(25.6) < sum(cell.width or 0 for cell in cells) < Cm(25.8)
    assert [cell.text for cell in cells] == ["1", "2", "3"]


def test_no_entry_of_the_document_tells_the_time():
    """Every entry carries the earliest date that ZIP knows, the properties the day of the handbook."""
    archive = zipfile.ZipFile(io.BytesIO(_bytes()))

    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert archive.read("docProps/core.xml").count(f"{DAY}T00:00:00Z".encode()) == 2


def test_a_document_carries_nothing_that_it_does_not_use():
    """No picture of somebody's first page, no styles twice: they would be two thirds of the file."""
    names = zipfile.ZipFile(io.BytesIO(_bytes())).namelist()

    assert [name for name in names if "thumbnail" in name or "Effects" in name or "customXml" in name] == []
    style = docx.Document(io.BytesIO(_bytes())).tables[0].style
    assert style is not None
    assert style.name == "Table Grid"
