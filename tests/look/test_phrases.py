"""Where a title may break."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.environment import bound
from generator.render.phrases import SHORTEST, bound_parts, phrase_parts

TITLES = [
    (
        "关于进一步加强新时代养老人才队伍建设的若干措施（征求意见稿）",
        "关于进一步|加强新时代|养老人才|队伍建设的|若干措施|（征求意见稿）",
    ),
    ("某省推动节水企业工作实施方案", "某省推动|节水企业工作|实施方案"),
    ("某某自治区人力资源和社会保障厅", "某某自治区|人力资源和|社会保障厅"),
    ("某省实施“节水行动”三年行动计划", "某省实施|“节水行动”|三年行动计划"),
]


@pytest.mark.parametrize(("title", "parts"), TITLES)
def test_title_breaks_between_phrases(title, parts):
    """Official titles open with a chain of short phrases."""
    assert "|".join(phrase_parts(title)) == parts


@given(st.text(alphabet="关于进一步加强的和“”《》（），、节水9a", max_size=40))
def test_breaking_changes_no_character(title):
    """Joined again, the phrases are the title."""
    assert "".join(phrase_parts(title)) == title


@given(st.text(alphabet="关于进一步加强的和“”《》（），、节水9a", max_size=40))
def test_no_phrase_is_left_alone_on_a_line(title):
    """Two characters on a line of their own look like a mistake."""
    parts = phrase_parts(title)

    assert all(len(part) >= SHORTEST for part in parts) or len(parts) <= 1


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("新获奖的每人30万元，另按600元/人补贴", ["每人30万元", "600元/人"]),
        ("到2026年底增加8000人，占3.5%以上", ["2026年底", "8000人", "3.5%以上"]),
        ("给企业6000—8000元", ["6000—8000元"]),
        ("《通知》（某政办发〔2022〕44号）", ["某政办发〔2022〕44号"]),
        ("构建“节水+养老”体系", ["“节水+养老”"]),
        ("按有关规定执行", []),
    ],
)
def test_a_line_does_not_end_inside_a_figure_or_a_number_of_a_document(text, whole):
    """8000 at the end of one line and 人 on the next reads as two things."""
    assert [part for part, is_whole in bound_parts(text) if is_whole] == whole


@given(st.text(alphabet="每人30,.%—/元万〔〕号年发“+”", max_size=40))
def test_binding_changes_no_character(text):
    """Joined again, the parts are the text."""
    assert "".join(part for part, _ in bound_parts(text)) == text


def test_binding_escapes_what_an_editor_typed():
    """Only the span is markup."""
    assert bound("<b>30元") == '&#60;b&#62;<span class="hb-whole">30元</span>'
