"""A web page of an office → the words of its article, one paragraph a line (网页原文)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from generator.sources.text import squeeze

if TYPE_CHECKING:
    from bs4 import BeautifulSoup
    from bs4.element import PageElement, Tag

MAX_TAGS = 30_000
_BLOCKS = re.compile(
    "address|article|aside|blockquote|br|d[dlt]|div|fig.*|footer|h[1-6r]|header|li|main|[ou]l|p|pre|section|t(?:able|body|[dhr]|foot|head)"
)
_NO_TEXT = ("script", "style", "noscript", "template", "nav", "header", "footer", "form", "button")
_HOLDER = re.compile(
    r"ucap-content|zoom(?:con)?|trs_(?:editor|ueditor|editor_view|paper_default)|(?:v_|vsb_)(?:news_)?content"
    r"|(?:article|news|detail|gov|pages|xxgk|xl|info)[-_]?con(?:tent)?|con(?:tent)?[-_]text|bodylabel"
    r"|easysite-news-text|j-fontcontent|wznr"
)
"""Ids and classes of the element that holds the article, in the publishing systems that Chinese offices use."""
_AROUND = re.compile(
    r"(?:top|main|left|sub|site)?[-_]?(?:nav|navbar|navigation|menu|breadcrumbs?|crumbs?|position|location|weizhi|dqwz"
    r"|share|bdsharebuttonbox|footer|foot|copyright|sidebar|side|toolbar|qrcode|pagination|related|login)(?:[-_].*)?"
)
"""Classes of what stands around an article."""
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_LINE_AROUND = re.compile(
    r"^(?:您?(?:现在|当前)?的?(?:所在)?位置[:：]|分享到|【?打印本页|【?关闭窗口)|ICP备\d+号|公网安备|网站标识码"
)
_FEWEST, _MOST = 30, 200
"""The fewest characters of an article, the most elements that are weighed: each costs a walk through all below it."""


class NotAPage(ValueError):  # noqa: N818 — it says what the file is not
    """The bytes are no page that can be read as an article; the message is Chinese."""


def page_text(content: bytes) -> str:
    """Return the text of the article of a page; raises NotAPage.

    The article is the longest element whose id or class names it, else <article>, <main> or the body without what
    stands around an article. Hidden elements are left out. A title that the page names outside of its article (meta
    ArticleTitle, the heading) comes first.
    """
    from bs4 import BeautifulSoup, ParserRejectedMarkup

    if content.count(b"<") > MAX_TAGS:
        raise NotAPage("网页里的标签太多，不像一份政策文件")
    try:
        soup = BeautifulSoup(content, "html.parser")
    except ParserRejectedMarkup as error:
        raise NotAPage("这不是完好的网页") from error
    title = _named_title(soup)
    for tag in soup.find_all(_NO_TEXT):
        tag.decompose()
    for tag in [t for t in (soup.body or soup).find_all(True) if _is_hidden(t)]:
        if not tag.decomposed:
            tag.decompose()
    holder = _holder(soup)
    body = holder or soup.find("article") or soup.find("main") or soup.body or soup
    _drop_around(body)
    lines = [line for line in _lines(body) if not _LINE_AROUND.search(line)]
    heading = "" if holder is None or holder.find("h1") else _words(soup.find("h1"))
    for named in (title, heading):
        if named and squeeze(named) not in squeeze("".join(lines)):
            return "\n".join([named, *lines])
    return "\n".join(lines)


def _named_title(soup: BeautifulSoup) -> str:
    """What the page says its article is called: meta ArticleTitle, as the rules for government sites ask."""
    for meta in soup.find_all("meta"):
        if str(meta.get("name", "")).casefold() == "articletitle":
            return " ".join(str(meta.get("content", "")).split())
    return ""


def _names(tag: Tag) -> Iterator[str]:
    for key in ("id", "class"):
        held = tag.get(key) or ()
        yield from (name.casefold() for name in ([held] if isinstance(held, str) else held))


def _is_hidden(tag: Tag) -> bool:
    return tag.has_attr("hidden") or bool(_HIDDEN.search(str(tag.get("style", ""))))


def _named(parent: Tag, pattern: re.Pattern[str]) -> list[Tag]:
    """The first elements under *parent* with such an id or class."""
    found = (tag for tag in parent.find_all(True) if any(pattern.fullmatch(name) for name in _names(tag)))
    return list(islice(found, _MOST))


def _holder(soup: BeautifulSoup) -> Tag | None:
    """The element with the longest text of those whose name says that they hold the article."""
    longest = max(_named(soup, _HOLDER), key=lambda tag: len(squeeze(_words(tag))), default=None)
    return longest if len(squeeze(_words(longest))) >= _FEWEST else None


def _drop_around(body: Tag) -> None:
    """Take out menus, paths, buttons and footers, unless most of the text is in there."""
    whole = len(_words(body))
    for tag in _named(body, _AROUND):
        if not tag.decomposed and len(_words(tag)) * 2 < whole:
            tag.decompose()


def _words(tag: Tag | None) -> str:
    return "" if tag is None else " ".join("".join(tag.strings).split())


def _lines(body: Tag) -> Iterator[str]:
    from bs4.element import NavigableString, Tag

    parts: list[str] = []
    waiting: list[PageElement | str] = [body]  # no recursion: tags that nobody closed nest without end
    while waiting:
        node = waiting.pop()
        if isinstance(node, Tag):
            edge = "\n" if _BLOCKS.fullmatch(node.name) else ""
            parts.append(edge)
            waiting += (edge, *reversed(node.contents))
        elif type(node) is NavigableString:
            parts.append(re.sub(r"\s+", " ", node))
        elif type(node) is str:
            parts.append(node)
    yield from (line.strip() for line in "".join(parts).split("\n") if line.strip())
