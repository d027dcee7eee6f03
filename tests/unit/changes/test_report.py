"""How changes are reported: text, a comment of a merge request, JSON."""

import json

from generator.changes import compare
from generator.changes.comment import LONGEST, as_markdown
from generator.changes.report import PageName, Pages, as_json, as_text, compare_pages
from tests.fictional import DRAFT, FINAL, library
from tests.unit.changes.test_changes import broken_draft

LABELS = (
    "方案的期间",
    "第一年",
    "第二年",
    "第三年",
    "总量目标的期限",
    "享受次数",
    "基地评选周期",
    "报送总结的时限",
)


def test_what_was_not_compared_is_said_first():
    """That nothing changed would be untrue; the reader learns which document, and where to look."""
    text = as_text(broken_draft(), Pages())

    assert text == (
        "1 份文件读不出来，没有比较：《云州市技能培训实施方案（征求意见稿）》"
        f"（{DRAFT}:1）。请先运行 handbook check，照提示改正\n\n其余文件的政策内容没有变化。\n"
    )


def test_the_comment_says_first_what_was_not_compared():
    """Under the same heading as other mistakes."""
    comment = as_markdown(broken_draft(), Pages())

    assert (
        "### 请先改正\n\n- ⚠ 1 份文件读不出来，没有比较：《云州市技能培训实施方案（征求意见稿）》" in comment
    )
    assert "政策内容没有变化。" in comment
    assert "\n政策内容没有变化" not in comment


def test_the_comment_prints_what_was_typed():
    """Nobody is called and nothing becomes a link or markup in a comment made of what an editor typed."""
    comparison = compare(library(), library((FINAL, "label: 培训补贴", 'label: "<b>@all</b> [补贴](x)"')))

    comment = as_markdown(comparison, Pages())

    assert "<b>" not in comment
    assert "@" not in comment
    assert "](x)" not in comment


def test_the_comment_begins_with_the_mistakes():
    """What has to be mended stands before the list."""
    comparison = compare(library(), library((FINAL, "value: 600元", "value: 500元")))

    comment = as_markdown(comparison, Pages(changed=(PageName("奖励 <b>", "awards/"),)))

    assert comment.index("### 请先改正") < comment.index("### 《云州市技能培训实施方案》")
    assert "有变化的页面 1 个：“奖励 &#60;b&#62;”" in comment


def many_changes():
    """Eight changes of the final."""
    return compare(library(), library(*((FINAL, f"label: {word}", f"label: 新的{word}") for word in LABELS)))


def test_a_comment_is_no_longer_than_a_forge_takes():
    """What is left out is counted."""
    whole = as_markdown(many_changes(), Pages())
    short = as_markdown(many_changes(), Pages(), len(whole) + 150)
    number = len(LABELS)

    assert len(short) <= len(whole) + 150
    listed = short.count("\n- ")
    assert 0 < listed < number
    assert f"还有 {number - listed} 处变化没有列出" in short
    assert LONGEST < 65_536


def test_pages_that_do_not_fit_are_left_out_before_any_change():
    """All changes are there, and nothing says that some are missing."""
    whole = as_markdown(many_changes(), Pages())
    pages = Pages(changed=(PageName("长" * 300, "awards/"),))

    assert as_markdown(many_changes(), pages, len(whole) + 250) == whole


def test_the_json_holds_the_parts_of_a_sentence():
    """A program reads kind, place, before and after without parsing the sentence."""
    comparison = compare(library(), library((FINAL, "value: 600元", "value: 500元")))

    (change,) = json.loads(as_json(comparison, Pages()))["changes"]

    assert (change["kind"], change["place"], change["before"], change["after"]) == (
        "corrected",
        "二（一）",
        "600元",
        "500元",
    )


def test_no_change_is_said():
    """An empty report would look like one that failed."""
    assert as_text(compare(library(), library()), Pages()).startswith("政策内容没有变化")


def test_pages_are_new_gone_or_changed():
    """Pages are compared by path and content."""
    pages = compare_pages({"a.md": "1", "b/index.md": "1"}, {"b/index.md": "2", "c.md": "1"})

    assert [[page.url for page in found] for found in (pages.added, pages.removed, pages.changed)] == [
        ["c/"],
        ["a/"],
        ["b/"],
    ]


def test_a_page_is_called_by_its_title():
    """A policy officer doesn't know addresses."""
    pages = compare_pages({}, {"awards.md": '---\ntitle: "奖励"\n---\n\n# 奖励'})

    assert as_text(compare(library(), library()), pages).endswith("新增的页面 1 个：“奖励”\n")
    assert json.loads(as_json(compare(library(), library()), pages))["pages"]["added"] == [
        {"title": "奖励", "url": "awards/"}
    ]
