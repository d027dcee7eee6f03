"""A page as plain Markdown, beside its HTML, for programs and for people who copy text (纯文本页面).

Made from the finished HTML of a page, so that it can't say anything else than the page does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import lxml.html

from generator.render.commonmark import Node, write

_LEFT_OUT = frozenset({"nav", "form", "script", "style", "svg", "img", "noscript"})
_LEFT_OUT_CLASSES = frozenset(
    {"hb-cite", "hb-cell__label", "hb-anchor", "hb-paper", "hb-legend", "hb-amounts__scale"}
)
"""What says nothing in plain text: controls, pictures (their tables stand beside them), words for one device."""

_APART = frozenset(
    {
        "hb-badge", "hb-pill", "hb-ledger__figure", "hb-ledger__meaning", "hb-ledger__condition", "hb-detail", "hb-no",
        "hb-tasks__title", "hb-result__figure", "hb-tree__place", "hb-tree__title", "hb-tree__number",
        "hb-picture__title", "hb-year__month", "hb-year__day",
    }
)  # fmt: skip
"""What style sheets set apart and plain text would run together; children of a cell and of a card as well."""

_BOXES = frozenset({"hb-card", "hb-result__body", "hb-ways", "hb-picker"})
_NAMES = {"dl": "ul", "summary": "p", "b": "strong", "i": "em"}
_GAP = "　"


@dataclass(frozen=True)
class _Above:
    """The element that the words stand in once all that is unwrapped is gone."""

    name: str
    classes: frozenset[str]


@cache
def _classes(names: str | None) -> frozenset[str]:
    return frozenset((names or "").split())


def plain_markdown(html: str, title: str) -> str:
    """Return the content of a page as Markdown; *title* becomes the heading of a page that has none of its own."""
    page = lxml.html.fragment_fromstring(html, create_parent="body")
    parts = list(_parts(page, _Above("body", frozenset())))
    if page.find(".//h1") is None:
        parts.insert(0, Node("h1", (title,)))
    return _tidy(write(Node("body", tuple(parts))))


def _parts(element: lxml.html.HtmlElement, above: _Above) -> Iterator[str | Node]:
    """Yield the words and elements of *element* that plain text keeps, as children of *above*."""
    if element.text:
        yield element.text
    for child in element:
        if isinstance(child.tag, str):
            classes = _classes(child.get("class"))
            if not _says_nothing(child, classes, above):
                yield from _kept(child, classes, above)
        if child.tail:
            yield child.tail


def _says_nothing(element: lxml.html.HtmlElement, classes: frozenset[str], above: _Above) -> bool:
    unseen = "hb-vh" in classes and above.name != "td"
    left_out = element.tag in _LEFT_OUT or not _LEFT_OUT_CLASSES.isdisjoint(classes)
    return left_out or unseen or "hidden" in element.attrib


def _kept(element: lxml.html.HtmlElement, classes: frozenset[str], above: _Above) -> Iterator[str | Node]:
    """Yield *element* under the name, and with the gap, that keep its words readable without a style sheet."""
    name = str(element.tag)
    if "hb-banner" in classes:
        yield _node("blockquote", element, classes)
    elif name == "dl":
        yield Node("ul", tuple(_definitions(element)))
    elif name == "summary":
        yield _node("p", element, classes)
    elif name == "dd":
        yield from _parts(element, above)
    elif name == "dt":
        yield _node("strong", element, classes)
        yield "："
    else:
        if name == "small" and above.name == "th":
            yield _GAP
        if name in ("p", "div") and above.name in ("li", "td"):
            yield from _parts(element, above)
        else:
            yield _node(name, element, classes)
        cell = above.name == "td" and name in ("span", "b") and "hb-whole" not in classes
        if cell or not _APART.isdisjoint(classes) or not _BOXES.isdisjoint(above.classes):
            yield _GAP


def _node(name: str, element: lxml.html.HtmlElement, classes: frozenset[str]) -> Node:
    parts = tuple(_parts(element, _Above(name, classes)))
    return Node(_NAMES.get(name, name), parts, dict(element.attrib))


def _definitions(element: lxml.html.HtmlElement) -> Iterator[Node]:
    """Yield the items of a list for the terms of a <dl> and what is said of them: CommonMark has no description lists.

    A term may stand with what is said of it in a <div>, or in the <dl> itself.
    """
    item = _Above("li", frozenset())
    bare: list[str | Node] = []
    for row in element:
        if row.tag == "div":
            yield Node("li", tuple(_parts(row, _Above("li", _classes(row.get("class"))))))
        elif row.tag in ("dt", "dd"):
            if row.tag == "dt" and bare:
                yield Node("li", tuple(bare))
                bare = []
            bare.extend(_kept(row, frozenset(), item))
    if bare:
        yield Node("li", tuple(bare))


def _tidy(text: str) -> str:
    lines = (
        re.sub(rf"{_GAP}+(?=[，。；：、）|]|\s*$|\s\|)|(?<=[：（]){_GAP}+", "", line)
        for line in text.splitlines()
    )
    joined = "\n".join(re.sub(rf"{_GAP}{{2,}}|{_GAP} | {_GAP}", _GAP, line).rstrip() for line in lines)
    return re.sub(r"\n{3,}", "\n\n", joined).strip() + "\n"
