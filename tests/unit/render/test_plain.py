"""Pages as plain Markdown."""

from generator.render.plain import plain_markdown


def test_a_description_list_becomes_a_list():
    """CommonMark has no description lists."""
    html = "<h1>甲</h1><dl><div><dt>文号</dt><dd>云政发〔2024〕1号</dd></div></dl>"

    assert plain_markdown(html, "甲") == "# 甲\n\n- **文号**：云政发〔2024〕1号\n"


def test_a_figure_keeps_its_unit_and_its_words():
    """Number, unit and meaning stay on one line."""
    html = (
        '<h1>甲</h1><ul><li><span class="hb-ledger__figure"><span class="hb-fig">30<small>万元</small></span></span>'
        '<span class="hb-ledger__meaning">大奖奖励</span></li></ul>'
    )

    assert "- 30万元　大奖奖励" in plain_markdown(html, "甲")


def test_controls_and_pictures_say_nothing():
    """Forms, scripts, drawings and what is hidden are left out."""
    html = (
        "<h1>甲</h1><form><input></form><script>1</script><svg><text>图</text></svg><p hidden>乙</p><p>丙</p>"
    )

    assert plain_markdown(html, "甲") == "# 甲\n\n丙\n"


def test_a_page_without_a_heading_gets_its_title():
    """Every file begins with what it is."""
    assert plain_markdown("<p>丙</p>", "甲") == "# 甲\n\n丙\n"


def test_tables_and_links_stay():
    """A table keeps its heads and its links."""
    html = '<h1>甲</h1><table><thead><tr><th>项</th></tr></thead><tbody><tr><td><a href="../乙/">乙</a></td></tr></tbody></table>'

    assert "| 项 |\n| --- |\n| [乙](../乙/) |" in plain_markdown(html, "甲")
