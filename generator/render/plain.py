"""A page as plain Markdown, beside its HTML, for programs and for people who copy text (纯文本页面).

Made from the finished HTML of a page, so that it can't say anything else than the page does.
"""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, Tag
from markdownify import MarkdownConverter

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
_GAP = "　"


def plain_markdown(html: str, title: str) -> str:
    """Return the content of a page as Markdown; *title* becomes the heading of a page that has none of its own."""
    page = BeautifulSoup(html, "html.parser")
    for element in page.find_all(True):
        if not element.decomposed and _says_nothing(element):
            element.decompose()
    for row in page.find_all(_is_row):
        _definition(page, row)
    for element in page.find_all(True):
        _plain(element)
    if page.find("h1") is None:
        heading = page.new_tag("h1")
        heading.string = title
        page.insert(0, heading)
    return _tidy(str(MarkdownConverter(heading_style="ATX", bullets="-").convert_soup(page)))


def _classes(element: Tag) -> frozenset[str]:
    return frozenset(element.get_attribute_list("class"))


def _says_nothing(element: Tag) -> bool:
    classes = _classes(element)
    unseen = "hb-vh" in classes and (element.parent is None or element.parent.name != "td")
    left_out = element.name in _LEFT_OUT or not _LEFT_OUT_CLASSES.isdisjoint(classes)
    return left_out or unseen or element.has_attr("hidden")


def _is_row(element: Tag) -> bool:
    """A term with what is said of it: a <div> of a <dl>, or a <dt> that stands in the <dl> itself."""
    return element.name in ("div", "dt") and element.parent is not None and element.parent.name == "dl"


def _plain(element: Tag) -> None:
    """Give *element* the name or the gap that keeps its words readable without a style sheet."""
    above = element.parent
    if above is None:
        return
    if "hb-banner" in _classes(element):
        element.name = "blockquote"
        return
    if element.name in ("dl", "summary"):
        element.name = "ul" if element.name == "dl" else "p"
        return
    if element.name == "small" and above.name == "th":
        element.insert_before(_GAP)
    inside = _classes(above)
    cell = above.name == "td" and element.name in ("span", "b")
    if cell or not _APART.isdisjoint(_classes(element)) or not _BOXES.isdisjoint(inside):
        element.insert_after(_GAP)
    if element.name in ("p", "div") and above.name in ("li", "td"):
        element.unwrap()


def _definition(page: BeautifulSoup, row: Tag) -> None:
    """Turn a term and what is said of it into an item of a list: CommonMark has no description lists."""
    if row.name == "dt":
        item = page.new_tag("li")
        row.insert_before(item)
        followers = [row]
        while isinstance(after := followers[-1].find_next_sibling(), Tag) and after.name == "dd":
            followers.append(after)
        for part in followers:
            item.append(part)
        row = item
    row.name = "li"
    for term in row.find_all("dt"):
        term.name = "strong"
        term.insert_after("：")
    for said in row.find_all("dd"):
        said.unwrap()


def _tidy(text: str) -> str:
    lines = (
        re.sub(rf"{_GAP}+(?=[，。；：、）|]|\s*$|\s\|)|(?<=[：（]){_GAP}+", "", line)
        for line in text.splitlines()
    )
    joined = "\n".join(re.sub(rf"{_GAP}{{2,}}|{_GAP} | {_GAP}", _GAP, line).rstrip() for line in lines)
    return re.sub(r"\n{3,}", "\n\n", joined).strip() + "\n"
