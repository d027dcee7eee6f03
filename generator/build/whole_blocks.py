"""HTML blocks go through Python-Markdown unread: they are put away before its parsers look at every tag (整块 HTML).

Pages are mostly HTML that templates wrote, and reading it tag by tag, twice, took two thirds of the time of converting
them. A block is put away only where the result is certain to be the same; tests/unit/build/test_whole_blocks.py compares.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

_BEFORE_THE_PARSERS = 24
"""Python-Markdown reads HTML at priority 20, MkDocs at 21."""

_BEGIN = re.compile(r"^(?=<([a-z][a-z0-9]*)[\s>])", re.MULTILINE)
_TAG = re.compile(r"""<(?:(/?)([a-zA-Z][\w-]*)((?:"[^"]*"|'[^']*'|[^<>"'])*)>|[!?])""")
_VOID = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
_WITHOUT_TAGS = frozenset({"script", "style"})


class WholeBlocks(Extension):
    """Puts HTML blocks away whole."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """Register what puts them away."""
        md.preprocessors.register(_PutAway(md), "whole_blocks", _BEFORE_THE_PARSERS)


class _PutAway(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        """Return *lines* with a mark in the place of each block."""
        text, kept, end = "\n".join(lines), [], 0
        for begin, stop in self._blocks(text):
            apart = "\n" if text.startswith("\n\n", stop) else ""
            kept += [text[end:begin], "\n", self.md.htmlStash.store(text[begin:stop] + apart), "\n\n"]
            end = stop
        return "".join([*kept, text[end:]]).split("\n")

    def _blocks(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where blocks begin and stop; after the first that does not stand alone there are no more."""
        at = 0
        while begin := _BEGIN.search(text, at):
            at = begin.end()
            if self.md.is_block_level(begin.group(1)):
                stop = whole(text, at)
                if stop is None or not text.startswith("\n", stop):
                    return
                yield at, stop
                at = stop
            else:
                at += 1


def whole(text: str, begin: int) -> int | None:
    """Return where the element that begins at *begin* stops, None where its tags are not nested or hold Markdown."""
    open_: list[str] = []
    at = begin
    while tag := _TAG.search(text, at):
        closing, name, rest = tag.groups()
        at = tag.end()
        if name is None or "markdown" in rest:
            return None
        if closing:
            if not open_ or open_.pop() != name:
                return None
            if not open_:
                return at
        elif name not in _VOID and not rest.endswith("/"):
            open_.append(name)
            if name in _WITHOUT_TAGS:
                at = text.find(f"</{name}", at)
                if at < 0:
                    return None
    return None
