"""Blocks that are put away whole come out as Python-Markdown's own parsers would have left them."""

from pathlib import Path

import pytest
from markdown import Markdown
from mkdocs.utils.meta import get_data

from bench.today import last_checked
from generator import disk, pipeline
from generator.build.whole_blocks import WholeBlocks, whole

ROOT = Path(__file__).parents[3]
EXTENSIONS = ["attr_list", "def_list", "md_in_html", "tables", "toc"]
"""Those of mkdocs.yml."""


def converted(text: str, *more: WholeBlocks) -> tuple[str, object]:
    """Return *text* as HTML, and its contents."""
    markdown = Markdown(extensions=[*EXTENSIONS, *more])
    return markdown.convert(text), markdown.toc_tokens  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "text",
    [
        "<div>一</div>",
        "<div>一</div>\n<div>二</div>\n\n三",
        "字\n<div>一</div>\n## 题 {#t}\n\n- 项\n<p>段</p>\n\n  尾",
        "<div>\n\n## 不是标题\n\n<div>里</div>\n\n</div>\n\n## 题 {#t}",
        "<div><p>没有收尾\n\n字\n\n<div>一</div>",
        "<ul><li>一<li>二</ul>\n\n<div>三</div>",
        "<div>一</div>尾巴\n\n<div>二</div>",
        "<div>一<!-- 注 --></div>\n\n<div>二</div>",
        '<script type="module">if (a < b) { c("</div>") }</script>\n\n<div>一<br>二<img src="a>b.svg"></div>\n\n字',
        "<span>行内</span>\n\n<a href='#'>链接</a>\n<div>一</div>",
        "> 引文\n\n<figure><svg><path d='M0'/></svg></figure>\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |",
        '<div title="&lt;二&gt; &amp;nbsp &#124;">&nbsp; &#124; A&B</div>\n\n    <div>缩进</div>\n\n字',
        '<div markdown="1">\n**字**\n</div>',
        "<DIV>大写</DIV>\n\n<div\nclass='a'>换行</div>\n\n</div>\n\n字",
    ],
)
def test_blocks_come_out_as_without(text: str):
    """Nested, unclosed, next to text, with comments, scripts and attributes that look like tags."""
    assert converted(text, WholeBlocks()) == converted(text)


def test_pages_come_out_as_without():
    """Every tenth page of the real handbook, its contents as well."""
    site = pipeline.build(disk.read_policies(ROOT), {}, {}, last_checked()).site
    assert site is not None
    texts = [get_data(site.pages[path])[0] for path in list(site.pages)[::10]]

    different = [text[:80] for text in texts if converted(text, WholeBlocks()) != converted(text)]

    assert different == []


def test_an_element_ends_where_its_last_tag_closes():
    """Tags within, void ones and attributes with brackets are passed over; what is not nested has no end."""
    assert whole('<div><br><p title=">">字</p></div>\n\n<p>', 0) == len('<div><br><p title=">">字</p></div>')
    assert whole("<div><p></div></p>", 0) is None
