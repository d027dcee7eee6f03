"""What an editor sees in the browser while the extracts have errors."""

import pytest

from generator.plugin import NOTHING_YET, HandbookPlugin
from generator.problems import Location, Problem
from generator.site import Site


@pytest.mark.parametrize(
    ("last", "words"),
    [(Site({"index.md": "# 甲"}), "下面是改错以前的页面"), (NOTHING_YET, "改好并保存以后，这里才有页面")],
)
def test_the_pages_below_the_problems_are_what_they_are_said_to_be(last, words):
    """Where nothing was made yet there are no earlier pages."""
    plugin = HandbookPlugin()
    plugin._last, plugin._problems = last, (Problem(Location("x.yaml"), "no-extract", "<甲>"),)

    html = plugin._with_problems("<article>")

    assert f"摘录里有 1 个错误，{words}" in html
    assert "&lt;甲&gt;" in html
