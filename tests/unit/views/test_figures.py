"""Printed values cut into number and unit."""

import pytest

from generator.views.figures import figure


@pytest.mark.parametrize(
    ("printed", "before", "parts"),
    [
        ("30万元", "", (("30", "万元"),)),
        ("不超过1年", "不超过", (("1", "年"),)),
        ("3.5%以上", "", (("3.5", "%以上"),)),
        ("6000元—8000元", "", (("6000", "元—"), ("8000", "元"))),
        ("每年12月10日前", "每年", (("12", "月"), ("10", "日前"))),
        ("两年", "", (("两", "年"),)),
        ("1,000万元", "", (("1,000", "万元"),)),
        ("一定的补助", "", (("", "一定的补助"),)),
    ],
)
def test_a_printed_value_keeps_every_word(printed: str, before: str, parts: tuple[tuple[str, str], ...]):
    """The number is set large, the comparator stands before it, nothing is dropped."""
    cut = figure(printed)

    assert (cut.before, cut.parts) == (before, parts)
    assert cut.words == printed
