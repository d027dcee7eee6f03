"""Slips of an input method are found wherever they stand."""

import re

from hypothesis import given
from hypothesis import strategies as st

from generator import yaml_slips

LINES = st.text(alphabet=st.sampled_from("\n\r\x85\u2028\t\u3000 -：:“’a_1甲<"), max_size=30)
SLIPS = (
    yaml_slips._TAB_INDENT,
    yaml_slips._FULLWIDTH_COLON,
    yaml_slips._WIDE_INDENT,
    yaml_slips._CONFLICT,
    yaml_slips._CURLY_KEY,
)


@given(text=LINES)
def test_the_look_at_the_whole_text_misses_no_line(text: str):
    """Every line that begins with a slip is reported."""
    lines = [
        n
        for n, line in enumerate(re.split("\r\n|[\n\r\x85\u2028\u2029]", text), 1)
        if any(slip.match(line) for slip in SLIPS)
    ]

    assert [slip.location.line for slip in yaml_slips.typing_slips("x", text)] == lines
