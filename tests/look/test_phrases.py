"""Where a title may break."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.phrases import SHORTEST, phrase_parts

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
