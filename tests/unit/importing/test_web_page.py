"""Of a web page of an office, the article alone becomes the source text."""

import pytest

from generator.importing.formats import UnreadableFile, read_text

LINES = [
    "云岭省技能人才奖补办法",
    "云人社发〔2025〕7号",
    "一、奖励标准",
    "对获得省级技术能手称号的，给予每人3万元奖励。",
    "2025年6月1日",
]
TEXT = "\n".join(LINES) + "\n"
ARTICLE = "".join(f"<p>{line}</p>" for line in LINES)
AROUND = (
    '<div class="nav"><a>首页</a><a>热线12345</a></div>'
    '<div class="breadcrumb">您的位置：首页 &gt; 政策文件</div>'
    '{article}<div class="share">分享到微信 阅读1234次</div>'
    '<div class="footer">主办单位：云岭省 备案号：云ICP备05070218号 网站标识码9900000001</div>'
)


def read(body, head=""):
    """The text of a page."""
    return read_text("a.html", f"<html><head>{head}</head><body>{body}</body></html>".encode()).text


@pytest.mark.parametrize(
    "opening",
    [
        '<div id="UCAP-CONTENT">',
        '<div class="TRS_Editor">',
        '<div id="zoom" class="x">',
        '<div class="pages_content mhide">',
        '<div id="vsb_content">',
        '<div class="article-content">',
        "<article>",
        "<main>",
        "<div>",
    ],
)
def test_the_article_is_told_from_what_stands_around_it(opening):
    """By the name of its element, else by the names of menus, paths and footers."""
    closing = f"</{opening[1:].split()[0].rstrip('>')}>"

    assert read(AROUND.format(article=f"{opening}{ARTICLE}{closing}")) == TEXT


def test_of_two_holders_the_one_with_more_text_is_the_article():
    """A short box of the same class stands beside the article."""
    body = f'<div class="TRS_Editor">相关链接</div><div class="TRS_Editor">{ARTICLE}</div>'

    assert read(body) == TEXT


def test_hidden_words_are_no_words():
    """display:none and hidden are not shown; neither is the button beside them."""
    hidden = '<p style="display: none">隐藏9999元</p><p hidden>隐藏8888元</p><button>打印</button>'

    assert read(f'<div id="zoom">{ARTICLE}{hidden}</div>') == TEXT


@pytest.mark.parametrize(
    ("head", "before"),
    [
        ('<meta name="ArticleTitle" content="云岭省技能人才奖补办法">', ""),
        ("<title>奖补办法_云岭省人民政府</title>", "<h1>云岭省技能人才奖补办法</h1>"),
    ],
)
def test_a_title_outside_of_the_article_comes_first(head, before):
    """Many pages print the title above the element of the article."""
    rest = "".join(f"<p>{line}</p>" for line in LINES[1:])

    assert read(f'{before}<div id="zoom">{rest}</div>', head) == TEXT


def test_a_title_is_not_printed_twice():
    """An article that begins with its title keeps it once."""
    head = '<meta name="ArticleTitle" content="云岭省技能人才奖补办法">'

    assert read(f'<div id="zoom">{ARTICLE}</div>', head) == TEXT


def test_an_article_inside_of_a_menu_class_is_kept():
    """A class that names a menu is not believed where most of the text is in it."""
    assert read(f'<div class="main-position">{ARTICLE}</div>') == TEXT


def test_a_page_of_countless_tags_is_refused():
    """A page with more tags than any document says what to do."""
    with pytest.raises(UnreadableFile, match="复制成文本文件"):
        read("<b>" * 40_000)
