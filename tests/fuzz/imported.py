"""Files to import, damaged: Word, PDF and web pages with pieces cut, repeated or put in, inside their wrapping too."""

from __future__ import annotations

import io
import zipfile
import zlib

from docx import Document
from hypothesis import strategies as st

from tests.fuzz.inputs import HOSTILE, PIECES

LINES = [
    "云州市技能培训实施方案",
    "一、工作目标",
    "（一）到2026年底培训1200人次。",
    "二、主要任务",
    "（一）发放培训补贴。一次性给予每人600元补贴。（责任单位：市人力资源社会保障局、财政局）",
]


def word_file() -> bytes:
    """A .docx file with paragraphs, one of them hostile, and a table."""
    document = Document()
    for line in [*LINES, *(text for text in HOSTILE if text.isprintable())]:
        document.add_paragraph(line)
    document.add_table(rows=2, cols=2).cell(0, 0).text = "工种"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def web_page() -> bytes:
    """An article with a table, a list, a script and text that means something to HTML."""
    body = "".join(f"<p>{line}</p>" for line in LINES) + "".join(HOSTILE)
    table = "<table><tr><td>工种<td>800元</table><ul><li>甲<li>乙</ul>"
    return f"<html><head><title>x</title></head><body><nav>y</nav><article>{body}{table}</article></body></html>".encode()


def pdf_file(words: bytes = b"1. 600 (yuan)", *, packed: bool = True, more: bytes = b"") -> bytes:
    """The least PDF with a text layer: a page, a font and a stream that shows *words*; *more*: further objects."""
    shown = b"BT /F1 12 Tf 72 700 Td (" + words.replace(b"(", b"\\(").replace(b")", b"\\)") + b") Tj ET"
    stream = zlib.compress(shown) if packed else shown
    filtered = b"/Filter /FlateDecode " if packed else b""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< " + filtered + b"/Length %d >>\nstream\n" % len(stream) + stream + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, starts = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        starts.append(len(out))
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    return (
        out + more + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table
        + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out) + len(more))
    )  # fmt: skip


SEEDS = {".docx": word_file(), ".html": web_page(), ".pdf": pdf_file(packed=False)}
WORDS = {
    ".docx": [b"<w:p>", b"</w:p>", b"<w:tbl>", b"<w:tc/>", b"<w:gridSpan w:val='999999999'/>", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&a;",
              b"r:id='rId999'", b"<w:vMerge/>", b"w:val='x'"],
    ".html": [b"<table>", b"</table>", b"<p", b"<!--", b"-->", b"<![CDATA[", b"&#x110000;", b"&#0;", b"<article>", b"<script>", b"<svg>",
              b"<!DOCTYPE", b"<?xml", b"\x00", b"<br>"],
    ".pdf": [b" 0 R", b"obj", b"endobj", b"stream\n", b"endstream", b"<<", b">>", b"[", b"]", b"/Kids [2 0 R]", b"/Length 999999999",
             b"/Filter /FlateDecode", b"/Filter [/ASCII85Decode /LZWDecode]", b"/Encrypt 4 0 R", b"/Prev 0", b"(", b"trailer", b"xref",
             b"startxref\n9999999999", b"-1", b"/Count -5", b"/ToUnicode 4 0 R", b"/Subtype /Type0", b"BT", b"Tj", b"' "],
}  # fmt: skip
"""What means something to the programs that read such files."""


def _rewrapped(content: bytes, part: str, new: bytes) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in old.namelist():
            made.writestr(name, new if name == part else old.read(name))
    return out.getvalue()


@st.composite
def damaged_file(draw: st.DrawFn, kind: str) -> tuple[str, bytes]:
    """A file of *kind* (its ending) with one to five cuts, insertions or repetitions; name and content."""
    whole = SEEDS[kind]
    part = ""
    content = whole
    if kind == ".docx" and draw(st.booleans()):
        with zipfile.ZipFile(io.BytesIO(whole)) as package:
            part = draw(st.sampled_from(sorted(package.namelist())))
            content = package.read(part)
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 80)))
        piece = draw(
            st.one_of(
                PIECES, st.sampled_from(WORDS[kind]), st.just(content[start:end] * draw(st.integers(1, 5)))
            )
        )
        content = content[:start] + piece + content[end if draw(st.booleans()) else start :]
    return f"x{kind}", _rewrapped(whole, part, content) if part else content
