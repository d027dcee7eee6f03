"""Trees of elements written as Markdown."""

import pytest

from generator.render.plain import plain_markdown

CASES = {
    "<p>甲</p><p>乙</p>": "甲\n\n乙",
    "<p>前<b> 甲 </b>后</p>": "前 **甲** 后",
    '<p><a href="../乙/" title="丙">甲</a></p>': '[甲](../乙/ "丙")',
    "<p>2*3_4</p>": r"2\*3\_4",
    "<p><code>a_b`c</code></p>": "`` a_b`c ``",
    "<pre><code>一\n  二_\n</code></pre>": "```\n一\n  二_\n```",
    "<ul><li>甲<ul><li>乙</li></ul></li><li>丙</li></ul><p>丁</p>": "- 甲\n  - 乙\n- 丙\n\n丁",
    '<ol start="3"><li>甲</li><li>乙</li></ol>': "3. 甲\n4. 乙",
    '<div class="hb-banner"><p>甲</p><p>乙</p></div>': "> 甲\n>\n> 乙",
    "<table><tr><td>甲</td><td>乙</td></tr></table>": "|  |  |\n| --- | --- |\n| 甲 | 乙 |",
    '<table><thead><tr><th colspan="2">甲</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>': (
        "| 甲 | |\n| --- | --- |\n| 1 | 2 |"
    ),
    "<table><caption>题</caption><thead><tr><th>甲</th></tr></thead></table>": "题\n\n| 甲 |\n| --- |",
    "<dl><dt>甲</dt><dd>乙</dd><dt>丙</dt><dd>丁</dd></dl>": "- **甲**：乙\n- **丙**：丁",
    "<details><summary>甲</summary><p>乙</p></details>": "甲\n\n乙",
}


@pytest.mark.parametrize(("html", "markdown"), CASES.items())
def test_an_element_becomes_its_markdown(html: str, markdown: str):
    """What a page says, one way only to write it."""
    assert plain_markdown(f"<h1>题</h1>{html}", "题") == f"# 题\n\n{markdown}\n"
