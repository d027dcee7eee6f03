"""The bytes of a file of any accepted format → its plain text, one paragraph a line (原文格式)."""

from __future__ import annotations

import io
import re
import unicodedata
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from zipfile import ZipFile

_FULL_LINE = 0.8
MAX_BYTES = 50_000_000
MAX_UNPACKED = 100_000_000
MAX_CHARACTERS = 500_000
"""Bytes of a file, bytes that a Word file unfolds to, characters of a text; a policy document is a tenth of any."""
_LABEL = re.compile(
    r"^(?:第?[一二三四五六七八九十]+[、章条]|[（(][一二三四五六七八九十]+[）)]|\d+[．.、]|附件)"
)
_SENTENCE_END = re.compile(r"[。：；！？]$")


_RADICALS = dict(
    zip(
        "⺎⺒⺓⺟⺠⺩⺶⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻯⻰⻳",
        "兀巳幺母民王羊虎西见角贝车長长门青韦页风飞食首马骨鬼鱼鸟卤麦黄黾齐齿竜龙龟",
        strict=True,
    )
)
"""Radicals of the supplement that are whole characters; Unicode gives them no decomposition (EquivalentUnifiedIdeograph)."""


_OPENINGS = {
    b"PK\x03\x04": (" Word（.docx）文件", ".docx"),
    b"%PDF-": (" PDF 文件", ".pdf"),
    b"\xd0\xcf\x11\xe0": ("旧的 Word（.doc）文件", ".doc"),
}
"""The first bytes of files that may carry another ending."""


class UnreadableFile(ValueError):  # noqa: N818 — it says what the file is
    """The file holds no text that can be read; the message is Chinese and says what to do."""


@dataclass(frozen=True)
class ReadFile:
    """The text of a file, and what an editor has to know about how it was read."""

    text: str
    remarks: tuple[str, ...] = ()


def read_text(name: str, content: bytes) -> ReadFile:
    """Return the text of a txt, md, html, docx or pdf file, told by the ending of *name*; raises UnreadableFile."""
    suffix = PurePosixPath(name).suffix.lower()
    reader = _READERS.get(suffix)
    if reader is None:
        raise UnreadableFile(f"不认识的文件类型“{suffix}”；可以导入 {'、'.join(_READERS)}")
    if len(content) > MAX_BYTES:
        raise UnreadableFile(f"文件超过 {MAX_BYTES // 1_000_000} MB，不像一份政策文件")
    _refuse_disguised(suffix, content)
    read = reader(content)
    text, remarks = read if isinstance(read, tuple) else (read, ())
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u3000", " ").replace("\xa0", " ")
    if len(text) > MAX_CHARACTERS:
        raise UnreadableFile(f"文字超过 {MAX_CHARACTERS // 10_000} 万字，不像一份政策文件")
    if not text.strip():
        raise UnreadableFile("文件里没有文字；扫描件请先做文字识别")
    return ReadFile(re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n", remarks)


def _refuse_disguised(suffix: str, content: bytes) -> None:
    """A Word or PDF file under another ending is told as such, not as an unknown encoding."""
    for opening, (kind, ending) in _OPENINGS.items():
        if content.startswith(opening) and suffix != ending and (ending != ".docx" or b"word/" in content):
            advice = "先在 Word 里另存为 .docx" if ending == ".doc" else f"把文件名的结尾改成 {ending}"
            raise UnreadableFile(f"这其实是{kind}，不是 {suffix}；{advice}，再导入")


def _plain(content: bytes) -> str:
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        try:
            return content.decode("utf-16")
        except UnicodeDecodeError as error:
            raise UnreadableFile("文件开头写着 UTF-16 编码，内容却不是") from error
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableFile("文件不是 UTF-8、GB18030 或带标记的 UTF-16 编码；用记事本打开，另存为 UTF-8")


def _markdown(content: bytes) -> str:
    from generator.importing.markdown_text import markdown_text

    return markdown_text(_plain(content))


def _html(content: bytes) -> str:
    from generator.importing.web_page import NotAPage, page_text

    try:
        return page_text(content)
    except NotAPage as error:
        raise UnreadableFile(f"{error}；请用浏览器打开，把正文复制成文本文件再导入") from error


def _docx(content: bytes) -> tuple[str, tuple[str, ...]]:
    from generator.importing.word import word_text

    try:
        with ZipFile(io.BytesIO(content)) as package:
            if sum(part.file_size for part in package.infolist()) > MAX_UNPACKED:
                raise UnreadableFile("文件展开后太大，不像一份政策文件；请另存为只有文字的 .docx")
        return word_text(content)
    except UnreadableFile:
        raise
    except Exception as error:  # damaged files make the library fail in every way there is
        raise UnreadableFile("这不是完好的 .docx 文件；旧的 .doc 请先在 Word 里另存为 .docx") from error


def _pdf(content: bytes) -> str:
    from pypdf import PdfReader

    try:
        reader = PdfReader(io.BytesIO(content))
        pages = [page.extract_text() for page in reader.pages]
    except Exception as error:  # damaged files make the library fail in every way there is
        raise UnreadableFile("这不是能读的 PDF 文件，或者加了密码") from error
    return join_lines(_plain_signs("\n".join(pages)))


def _plain_signs(text: str) -> str:
    """Undo two habits of PDF files: radicals in the place of characters (⼈ for 人), and gaps beside figures."""
    signs = "".join(
        _RADICALS.get(c) or unicodedata.normalize("NFKC", c) if "\u2e80" <= c <= "\u2fdf" else c for c in text
    )
    return re.sub(r"(?<=[\u4e00-\u9fff]) +(?=[0-9])|(?<=[0-9%]) +(?=[\u4e00-\u9fff])", "", signs)


def join_lines(text: str) -> str:
    """Join the lines that a page broke: a line that fills the page goes on in the next one, unless a heading begins there."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    width = max((len(line) for line in lines), default=0)
    paragraphs: list[str] = []
    open_line = False
    for line in lines:
        if open_line and not _LABEL.match(line):
            paragraphs[-1] += line
        else:
            paragraphs.append(line)
        open_line = len(line) >= width * _FULL_LINE and not _SENTENCE_END.search(line)
    return "\n".join(paragraphs)


_READERS: Mapping[str, Callable[[bytes], str | tuple[str, tuple[str, ...]]]] = {
    ".txt": _plain,
    ".md": _markdown,
    ".html": _html,
    ".htm": _html,
    ".docx": _docx,
    ".pdf": _pdf,
}
