"""A Markdown file → the words it shows, without its marks (Markdown 原文)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

_READER = MarkdownIt("commonmark").enable("table")
_TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)


def markdown_text(text: str) -> str:
    """Return one paragraph a line, numbers of lists before their words, the cells of a row on one line."""
    return "\n".join(_lines(_READER.parse(text)))


def _lines(tokens: Sequence[Token]) -> Iterator[str]:
    number, cells, in_row = "", list[str](), False
    for token in tokens:
        match token.type:
            case "list_item_open":
                number = f"{token.info}{token.markup} " if token.info else ""
            case "tr_open":
                in_row = True
            case "inline" if in_row:
                cells.append(_words(token))
            case "inline":
                yield number + _words(token)
                number = ""
            case "tr_close":
                yield "\t".join(cells)
                cells, in_row = [], False
            case "code_block" | "fence":
                yield token.content.rstrip("\n")
            case "html_block":
                yield _TAG.sub("", token.content).strip()
            case _:
                pass


def _words(inline: Token) -> str:
    """The text of a paragraph; of a link its words, of a picture nothing, of a tag of HTML what stands inside."""
    words: list[str] = []
    for part in inline.children or ():
        match part.type:
            case "text" | "code_inline":
                words.append(part.content)
            case "softbreak" | "hardbreak":
                words.append("\n")
            case "html_inline" if part.content.casefold().startswith("<br"):
                words.append("\n")
            case _:
                pass
    return "".join(words)
