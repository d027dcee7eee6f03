"""A Word file gives every word that its paper shows, and no other."""

import io
import zipfile

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from generator.importing.formats import read_text
from generator.importing.word import REVISED, UNNUMBERED

NAMES = (
    f'{nsdecls("w", "r")} xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def run(words):
    """One run of text as XML."""
    return f"<w:r><w:t>{words}</w:t></w:r>"


def box(words):
    """A run that holds a text box."""
    return (
        "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
        f"<w:p>{run(words)}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )


def read(*blocks, **parts):
    """Read a Word file whose body is *blocks*; *parts* are further files: footnotes, numbering."""
    document = Document()
    for block in blocks:
        opened = block.replace(">", f" {NAMES}>", 1)
        document.element.body.insert(-1, parse_xml(opened))
    stream = io.BytesIO()
    document.save(stream)
    return read_text("a.docx", _with(stream.getvalue(), parts))


def _with(content, parts):
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    files = {}
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        files = {n: package.read(n) for n in package.namelist()}
    for kind, xml in parts.items():
        files[f"word/{kind}.xml"] = xml.replace(">", f" {NAMES}>", 1).encode()
        if f"/{kind}".encode() in files["word/_rels/document.xml.rels"]:
            continue
        link = f'<Relationship Id="x-{kind}" Type="{kinds}/{kind}" Target="{kind}.xml"/></Relationships>'
        files["word/_rels/document.xml.rels"] = files["word/_rels/document.xml.rels"].replace(
            b"</Relationships>", link.encode()
        )
        named = f'<Override PartName="/word/{kind}.xml" ContentType="{main}.{kind}+xml"/></Types>'
        files["[Content_Types].xml"] = files["[Content_Types].xml"].replace(b"</Types>", named.encode())
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for n, data in files.items():
            package.writestr(n, data)
    return stream.getvalue()


@pytest.mark.parametrize(
    "inside",
    [
        run("2万元"),
        f'<w:ins w:id="1" w:author="a">{run("2万元")}</w:ins>',
        f'<w:moveTo w:id="1" w:author="a">{run("2万元")}</w:moveTo>',
        f"<w:sdt><w:sdtContent>{run('2万元')}</w:sdtContent></w:sdt>",
        f'<w:fldSimple w:instr="REF x">{run("2万元")}</w:fldSimple>',
        f'<w:hyperlink w:anchor="x">{run("2万元")}</w:hyperlink>',
        f'<w:smartTag w:element="x">{run("2万元")}</w:smartTag>',
        f"{run('2')}<w:r><w:instrText>PAGE 9</w:instrText></w:r>{run('万元')}",
        f"{run('2万元')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>9999元</w:t></w:r>",
        f'{run("2万元")}<w:del w:id="2" w:author="a"><w:r><w:delText>1万元</w:delText></w:r></w:del>',
        f'{run("2万元")}<w:moveFrom w:id="2" w:author="a">{run("1万元")}</w:moveFrom>',
        "<w:r><mc:AlternateContent><mc:Choice Requires='x'><w:t>2万元</w:t></mc:Choice>"
        "<mc:Fallback><w:t>2万元</w:t></mc:Fallback></mc:AlternateContent></w:r>",
    ],
)
def test_every_word_that_is_seen_is_read_once(inside):
    """Insertions, content controls, fields and links are words; deletions, moved and hidden words are none."""
    text = read(f"<w:p>{run('给予每人')}{inside}{run('奖励。')}</w:p>").text

    assert text == "给予每人2万元奖励。\n"


def test_a_block_in_a_content_control_is_read():
    """A whole paragraph that a form holds is a paragraph."""
    block = f"<w:sdt><w:sdtContent><w:p>{run('每年安排5000万元。')}</w:p></w:sdtContent></w:sdt>"

    assert read(block, f"<w:p>{run('二、附则')}</w:p>").text == "每年安排5000万元。\n二、附则\n"


def test_a_text_box_follows_its_paragraph():
    """What stands in a drawn frame is part of the document."""
    assert read(f"<w:p>{run('一、奖励')}{box('奖励6666元')}</w:p>").text == "一、奖励\n奖励6666元\n"


def test_footnotes_stand_at_the_end():
    """The lines that part notes from the text are no notes."""
    notes = (
        f'<w:footnotes><w:footnote w:type="separator" w:id="0"><w:p>{run("—")}</w:p></w:footnote>'
        f'<w:footnote w:id="2"><w:p>{run("团体奖最高5万元。")}</w:p></w:footnote></w:footnotes>'
    )
    body = f'<w:p>{run("给予奖励。")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'

    assert read(body, f"<w:p>{run('二、附则')}</w:p>", footnotes=notes).text == (
        "给予奖励。\n二、附则\n团体奖最高5万元。\n"
    )


def test_a_merged_cell_is_printed_once_and_a_table_in_a_table_is_read():
    """A cell that goes on from the row above is empty."""

    def cell(words, merged="", inner=""):
        return f"<w:tc><w:tcPr>{merged}</w:tcPr><w:p>{run(words) if words else ''}</w:p>{inner}</w:tc>"

    inner = f"<w:tbl><w:tr>{cell('另加7777元')}</w:tr></w:tbl>"
    first = cell("培训补贴", '<w:vMerge w:val="restart"/>') + cell("1200元/人")
    table = f"<w:tbl><w:tr>{first}</w:tr><w:tr>{cell('', '<w:vMerge/>')}{cell('2400元/人', '', inner)}</w:tr></w:tbl>"

    assert read(table).text == "培训补贴\t1200元/人\n\t2400元/人\n另加7777元\n"


def level(depth, kind, words, more=""):
    """One level of a numbered list."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:lvlText w:val="{words}"/></w:lvl>'
    )


def numbered(words, depth=0, list_id=1):
    """A paragraph of a numbered list."""
    place = f'<w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/>'
    return f"<w:p><w:pPr><w:numPr>{place}</w:numPr></w:pPr>{run(words)}</w:p>"


def lists(*levels):
    """Numbering with one list of *levels*, and a second one that begins again at 5."""
    return (
        f'<w:numbering><w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="5"/></w:lvlOverride></w:num></w:numbering>'
    )


def test_automatic_numbers_are_written_out():
    """What Word counts is printed on the paper: 一、（一）1.1."""
    numbering = lists(
        level(0, "chineseCountingThousand", "%1、"),
        level(1, "japaneseCounting", "（%2）"),
        level(2, "decimal", "%1.%3", "<w:isLgl/>"),
    )
    steps = (("目标", 0), ("措施", 0), ("培训", 1), ("补贴", 1), ("标准", 2), ("附则", 0), ("施行", 1))
    text = read(*(numbered(words, depth) for words, depth in steps), numbering=numbering).text

    assert text.split() == [
        "一、目标",
        "二、措施",
        "（一）培训",
        "（二）补贴",
        "2.1标准",
        "三、附则",
        "（一）施行",
    ]


def test_a_list_that_begins_again_counts_from_there():
    """A second list of the same form may name its first number."""
    numbering = lists(level(0, "chineseCounting", "第%1条　"))
    text = read(numbered("甲"), numbered("乙", 0, 2), numbered("丙", 0, 2), numbering=numbering).text

    assert text.split() == ["第一条", "甲", "第五条", "乙", "第六条", "丙"]


@pytest.mark.parametrize(
    ("count", "printed"),
    [(10, "十、"), (12, "十二、"), (20, "二十、"), (105, "一百零五、"), (110, "一百一十、")],
)
def test_chinese_numbers_are_counted_as_headings_are(count, printed):
    """十二, not 一十二."""
    numbering = lists(level(0, "chineseCounting", "%1、"))
    text = read(*(numbered("项") for _ in range(count)), numbering=numbering).text

    assert text.split()[-1] == f"{printed}项"


def test_a_number_whose_format_is_unknown_is_said():
    """The editor hears that the text lacks it."""
    made = read(numbered("甲"), numbering=lists(level(0, "hebrew1", "%1.")))

    assert made.text == "甲\n"
    assert made.remarks == (UNNUMBERED,)


def test_revisions_that_nobody_accepted_are_said():
    """The words are those after all revisions; the editor may want the others."""
    revised = read(f'<w:p><w:ins w:id="1" w:author="a">{run("2万元")}</w:ins></w:p>')

    assert revised.remarks == (REVISED,)
    assert read(f"<w:p>{run('2万元')}</w:p>").remarks == ()


def test_a_style_gives_its_paragraphs_their_number():
    """Headings are numbered by their style."""
    document = Document()
    for words in ("甲", "乙"):
        document.add_paragraph(words, style="List Number")
    stream = io.BytesIO()
    document.save(stream)

    assert read_text("a.docx", stream.getvalue()).text == "1.甲\n2.乙\n"
