"""The same text out of every accepted format."""

import io

import pytest
from docx import Document

from generator.importing.formats import UnreadableFile, join_lines, read_text

LINES = ["云州市技能培训方案", "一、目标", "广西各民政、见习部门培训30万人次。"]
TEXT = "\n".join(LINES) + "\n"


def word_file(*lines):
    """A .docx file with one paragraph a line."""
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_text_in_the_encoding_of_windows_is_read():
    """GB18030 is told from UTF-8."""
    assert read_text("a.txt", TEXT.encode("gb18030")).text == TEXT


def test_a_web_page_gives_its_article():
    """Menus and scripts stay out; paragraphs become lines."""
    body = "".join(f"<p>{line}</p>" for line in LINES)
    page = f"<html><nav>首页</nav><script>x()</script><article>{body}</article><footer>版权</footer></html>"

    assert read_text("a.html", page.encode()).text == TEXT


def test_a_word_file_gives_its_paragraphs():
    """A .docx file is read in order."""
    assert read_text("a.docx", word_file(*LINES)).text == TEXT


def test_the_table_of_a_word_file_is_not_lost():
    """Cells of a row stand on one line."""
    document = Document()
    document.add_paragraph("附件")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "工种", "800元"
    stream = io.BytesIO()
    document.save(stream)

    assert read_text("a.docx", stream.getvalue()).text == "附件\n工种\t800元\n"


@pytest.mark.browser
def test_a_pdf_with_a_text_layer_is_read(page):
    """A page printed by a browser gives its words back."""
    page.set_content("".join(f"<p>{line}</p>" for line in LINES))

    assert read_text("a.pdf", page.pdf()).text == TEXT


def test_lines_that_the_paper_broke_are_joined():
    """A full line goes on in the next one, a short line and a heading do not."""
    text = "一、目标\n各地要加强培训机构的监督管理并定期检\n查资金。\n（一）培训\n"

    assert join_lines(text) == "一、目标\n各地要加强培训机构的监督管理并定期检查资金。\n（一）培训"


@pytest.mark.parametrize(
    ("name", "content"), [("a.doc", b"x"), ("a.docx", b"x"), ("a.pdf", b"x"), ("a.txt", b" \n")]
)
def test_a_file_without_text_says_what_to_do(name, content):
    """No format ends in anything but a message for the editor."""
    with pytest.raises(UnreadableFile):
        read_text(name, content)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_that_notepad_calls_unicode_is_read(encoding):
    """UTF-16 is told by its first bytes."""
    mark = b"" if encoding == "utf-16" else "\ufeff".encode(encoding)

    assert read_text("a.txt", mark + TEXT.encode(encoding)).text == TEXT


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.txt", word_file("一、目标"), "改成 .docx"),
        ("a.html", b"%PDF-1.7", "改成 .pdf"),
        ("a.docx", b"\xd0\xcf\x11\xe0 old", "另存为 .docx"),
    ],
)
def test_a_file_under_a_wrong_ending_is_told(name, content, said):
    """The message says what the file is, and what to do."""
    with pytest.raises(UnreadableFile, match=said):
        read_text(name, content)


def test_the_marks_of_markdown_stay_out():
    """Of a table, a link, a quotation and a list the words are the source, and the numbers of the list."""
    page = (
        "# 云岭市技能**补贴**办法\n\n## 一、标准\n\n1. 初级工`1000元`\n2. 高级工2000元\n\n"
        "| 等级 | 标准 |\n|---|---|\n| 技师 | 3000元/人 |\n\n> 每年安排[500万元](http://example.org/12345)\n\n"
        "第四条　每月300元。<br>另有规定的除外。\n"
    )

    assert read_text("a.md", page.encode()).text.splitlines() == [
        "云岭市技能补贴办法",
        "一、标准",
        "1. 初级工1000元",
        "2. 高级工2000元",
        "等级\t标准",
        "技师\t3000元/人",
        "每年安排500万元",
        "第四条 每月300元。",
        "另有规定的除外。",
    ]
