"""A tree of elements written as Markdown: blocks apart, words in one line, nothing that would mean something else (写成 Markdown)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | {
    "p", "blockquote", "article", "div", "section", "ol", "ul", "li", "table", "caption", "thead", "tbody", "tfoot", "tr",
    "td", "th", "body",
}  # fmt: skip
_MARKS = {"strong": "**", "em": "*", "del": "~~", "s": "~~"}
_CODE = frozenset({"code", "kbd", "samp"})
_NEWLINES = re.compile(r"[\t \r\n]*[\r\n][\t \r\n]*")
_SPACES = re.compile(r"[\t ]+")
_RUN = re.compile(r"[\t \r\n]+")
_WHITE = re.compile(r"[\t\r\n]|  ")
_AROUND = re.compile(r"^(\n*)((?:.*[^\n])?)(\n*)$", re.DOTALL)
_TICKS = re.compile(r"`+")
_SPECIAL = re.compile(r"([*_])")


@dataclass(frozen=True)
class Node:
    """An element with its words and elements in order."""

    name: str
    parts: tuple[str | Node, ...]
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class _Where:
    """What the elements around mean for the words in them."""

    line: bool = False
    """In a heading or a cell, where nothing may break the line."""
    verbatim: bool = False
    """In code, where nothing is marked."""
    kept: bool = False
    """In a block of code, whose spaces and lines stay as they are."""
    item: bool = False


@cache
def _in_line(where: _Where) -> _Where:
    return replace(where, line=True)


@cache
def _in_item(where: _Where) -> _Where:
    return replace(where, item=True)


@cache
def _in_code(where: _Where, kept: bool) -> _Where:
    return replace(where, verbatim=True, kept=where.kept or kept)


def write(node: Node, where: _Where = _Where()) -> str:
    """Return *node* as Markdown; between blocks stands one empty line at most, *where* is what lies around."""
    name = node.name
    if name == "table":
        return f"\n\n{_table(node, where).strip()}\n\n"
    inner = where
    if name in _HEADINGS or name in ("td", "th"):
        inner = _in_line(where)
    elif name in _CODE or name == "pre":
        inner = _in_code(where, name == "pre")
    elif name == "li":
        inner = _in_item(where)
    if name == "ol":
        return _listed(_joined(_numbered(node, inner), where.kept), where)
    return _dressed(node, _joined(_written(node, inner), where.kept), where)


def _written(node: Node, where: _Where) -> Iterator[str]:
    """Yield the parts of *node*; spaces beside the edge of a block say nothing."""
    last = len(node.parts) - 1
    inside = node.name in _BLOCKS
    for number, part in enumerate(node.parts):
        if isinstance(part, Node):
            text = write(part, where)
            yield text + "\n" if _apart(node.parts, number) and not where.item else text
            continue
        before = inside if number == 0 else _is_block(node.parts[number - 1])
        after = inside if number == last else _is_block(node.parts[number + 1])
        if not part.strip() and (before or after):
            continue
        text = part if where.kept or not _WHITE.search(part) else _SPACES.sub(" ", _NEWLINES.sub("\n", part))
        if not where.verbatim and ("_" in text or "*" in text):
            text = _SPECIAL.sub(r"\\\1", text)
        if before:
            text = text.lstrip(" \t\r\n")
        yield text.rstrip() if after else text


def _is_block(part: str | Node) -> bool:
    return isinstance(part, Node) and (part.name in _BLOCKS or part.name == "pre")


def _apart(parts: Sequence[str | Node], number: int) -> bool:
    """Whether part *number* is a list with something else than a list after it."""
    if getattr(parts[number], "name", "") not in ("ul", "ol"):
        return False
    after = next((p for p in parts[number + 1 :] if isinstance(p, Node) or p.strip()), None)
    return after is not None and getattr(after, "name", "") not in ("ul", "ol")


def _numbered(node: Node, where: _Where) -> Iterator[str]:
    number = int(node.attributes.get("start", "1"))
    for part in node.parts:
        if isinstance(part, Node) and part.name == "li":
            inner = _joined(_written(part, _in_item(where)), where.kept)
            yield _item(inner, f"{number}. ")
            number += 1


def _joined(texts: Iterator[str], kept: bool) -> str:
    """Join *texts*; of the line breaks at the end of one and the start of the next only the larger number stays."""
    if kept:
        return "".join(texts)
    made: list[str] = []
    breaks = ""
    for text in texts:
        if not text:
            continue
        if text[0] != "\n" != text[-1]:
            made += (breaks, text)
            breaks = ""
            continue
        match = _AROUND.match(text)
        if match is None:
            continue
        before, words, after = match.groups()
        if breaks and before:
            before = "\n" * (min(2, max(len(breaks), len(before))))
            breaks = ""
        made += (breaks, before, words)
        breaks = after
    return "".join((*made, breaks))


def _dressed(node: Node, text: str, where: _Where) -> str:
    """Return *text*, which *node* holds, with the marks of its kind."""
    name = node.name
    if name in _MARKS:
        return text if where.verbatim else _marked(text, _MARKS[name])
    if name in _CODE:
        return text if where.verbatim else _code(text)
    if name in _HEADINGS:
        words = _RUN.sub(" ", text.strip())
        return text if where.line else f"\n\n{'#' * int(name[1])} {words}\n\n"
    match name:
        case "a":
            return text if where.verbatim else _link(node, text)
        case "br":
            return " " if where.line else "  \n"
        case "p" | "div" | "section" | "article" | "figcaption":
            words = text.strip(" \t\r\n") if name == "p" else text.strip()
            return f" {words} " if where.line else f"\n\n{words}\n\n" if words else ""
        case "ul":
            return _listed(text, where)
        case "li":
            return _item(text, "- ")
        case "blockquote":
            return _quoted(text.strip(" \t\r\n"), where)
        case "pre":
            words = re.sub(r"[ \n]*$", "", re.sub(r"^[ \n]*\n", "", text))
            return f"\n\n```\n{words}\n```\n\n"
        case "hr":
            return "\n\n---\n\n"
        case _:
            return text


def _marked(text: str, mark: str) -> str:
    """Return *text* between two of *mark*; a space at its edge moves outside, where it belongs."""
    words = text.strip()
    before, after = " " * text.startswith(" "), " " * text.endswith(" ")
    return f"{before}{mark}{words}{mark}{after}" if words else ""


def _code(text: str) -> str:
    """Return *text* between more ticks than it holds in a row."""
    most = max((len(run) for run in _TICKS.findall(text)), default=0)
    marked = _marked(text, "`" * (most + 1))
    return re.sub(r"^( ?`+)(.*?)(`+ ?)$", r"\1 \2 \3", marked) if most else marked


def _link(node: Node, text: str) -> str:
    words, target = text.strip(), node.attributes.get("href")
    if not words or not target:
        return text if words else ""
    title = node.attributes.get("title", "").replace('"', r"\"")
    before, after = " " * text.startswith(" "), " " * text.endswith(" ")
    if words.replace(r"\_", "_") == target and not title:
        return f"<{target}>"
    named = f' "{title}"' if title else ""
    return f"{before}[{words}]({target}{named}){after}"


def _listed(text: str, where: _Where) -> str:
    return f"\n{text.rstrip()}" if where.item else f"\n\n{text}"


def _item(text: str, bullet: str) -> str:
    words = text.strip()
    if not words:
        return "\n"
    indent = " " * len(bullet)
    first, *others = words.split("\n")
    return "\n".join((bullet + first, *(indent + line if line else "" for line in others))) + "\n"


def _quoted(words: str, where: _Where) -> str:
    if where.line:
        return f" {words} "
    lines = (f"> {line}" if line else ">" for line in words.split("\n"))
    return "\n" + "\n".join(lines) + "\n\n" if words else "\n"


def _table(node: Node, where: _Where) -> str:
    """Return the rows; the first one is the head, an empty one stands above a table that has none."""
    caption = [write(n, where).strip() for n in _below(node) if n.name == "caption"]
    lines: list[str] = []
    for row, head in _rows(node):
        cells = [n for n in _below(row) if n.name in ("td", "th")]
        widths = [int(cell.attributes.get("colspan", "1")) for cell in cells]
        texts = (_cell(cell, where) + " |" * width for cell, width in zip(cells, widths, strict=True))
        rule = f"| {' | '.join(['---'] * sum(widths))} |"
        if not lines and not (head or all(cell.name == "th" for cell in cells)):
            lines += [f"| {' | '.join([''] * sum(widths))} |", rule]
        lines.append(f"|{''.join(texts)}")
        if len(lines) == 1:
            lines.append(rule)
    return "\n\n".join((*caption, "\n".join(lines)))


def _rows(table: Node) -> Iterator[tuple[Node, bool]]:
    for part in _below(table):
        if part.name == "tr":
            yield part, False
        elif part.name in ("thead", "tbody", "tfoot"):
            yield from ((row, part.name == "thead") for row in _below(part) if row.name == "tr")


def _cell(cell: Node, where: _Where) -> str:
    text = _joined(_written(cell, _in_line(where)), where.kept)
    return " " + text.strip().replace("\n", " ")


def _below(node: Node) -> Iterator[Node]:
    return (part for part in node.parts if isinstance(part, Node))
