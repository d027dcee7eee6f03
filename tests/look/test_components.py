"""The component macros: what is printed stays, what is absent is said, and Python-Markdown leaves the markup alone."""

from collections.abc import Mapping
from html.parser import HTMLParser

import markdown
import pytest
from jinja2 import UndefinedError

from generator.render.environment import environment
from tests.look.gallery import MARKDOWN_EXTENSIONS, NAMES, rendered_pages

VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}


class Tags(HTMLParser):
    """Collects the text and every tag that closes where another one is open."""

    def __init__(self) -> None:
        """Start with nothing open."""
        super().__init__()
        self.open: list[str] = []
        self.crossed: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember *tag* until it closes."""
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost tag, which has to be *tag*."""
        if not self.open or self.open.pop() != tag:
            self.crossed.append(tag)

    def handle_data(self, data: str) -> None:
        """Collect text."""
        self.text += data


def parsed(html: str) -> Tags:
    """*html* with its tags matched."""
    tags = Tags()
    tags.feed(html)
    tags.close()
    return tags


def call(component: str, macro: str, *values: object, **named: object) -> str:
    """What a component macro prints."""
    module = environment().get_template(f"components/{component}.md.j2").module
    return str(getattr(module, macro)(*values, **named))


@pytest.mark.parametrize("name", NAMES)
def test_components_come_through_markdown_whole(name):
    """No paragraph is put around a block, so every tag closes where it opened."""
    html = markdown.markdown(rendered_pages()[name].split("---", 2)[2], extensions=MARKDOWN_EXTENSIONS)

    tags = parsed(html)

    assert (tags.crossed, tags.open) == ([], [])


def test_figure_keeps_the_comparator():
    """A cap without 不超过 would be another number."""
    figure = call("figure", "figure", [("30", "%")], before="不超过")

    assert parsed(figure).text == "不超过30%"


def test_figure_of_a_draft_says_so():
    """Every number of a draft carries 拟."""
    figure = call("figure", "figure", [("30", "万元")], draft=True)

    assert parsed(figure).text == "拟30万元"


def test_range_is_printed_with_its_joint():
    """Both ends and what stands between them."""
    figure = call("figure", "figure", [("6000", "元"), ("8000", "元")], joint="—")

    assert parsed(figure).text == "6000元—8000元"


def test_a_range_keeps_each_number_with_its_unit():
    """A narrow cell breaks a figure between its parts only."""
    figure = call("figure", "figure", [("2023", "年"), ("3", "月")])

    assert figure.count("hb-fig__part") == 2


def test_what_an_editor_typed_is_not_markup():
    """Angle brackets in a summary are shown, not obeyed."""
    card = call("card", "card", "", "<b>补贴</b>")

    assert "<b>" not in card


def test_badge_refuses_an_unknown_status():
    """A badge without a shape would look like 现行."""
    with pytest.raises(UndefinedError):
        call("badge", "badge", "生效")


def test_metadata_is_never_blank():
    """An entry without a value says so."""
    entry = call("metadata", "entry", "文号")

    assert parsed(entry).text.strip() == "文号— 文中未载明"


@pytest.mark.parametrize(
    ("state", "words"),
    [("unstated", "文中未规定"), ("open", "金额未定"), ("parent", "沿用上级规定"), ("missing", "未录入")],
)
def test_comparison_cell_names_its_state(state, words):
    """Four states without a figure; their names never vary."""
    cell = call("comparison", "cell", state, "甲市")

    assert parsed(cell).text == "甲市" + words


def compared(*columns: Mapping[str, object]) -> str:
    """A comparison of *columns* without rows, through its template as a page calls it."""
    source = (
        "{% from 'components/comparison.md.j2' import comparison %}"
        "{% call comparison('对比', columns) %}{% endcall %}"
    )
    return environment().from_string(source).render(columns=columns)


def test_a_version_nobody_has_is_told_in_a_sentence():
    """On a phone its column would only take room."""
    held = {"name": "甲省", "level": "省", "status": "征求意见稿", "narrow": False}
    lacking = [{"name": name, "level": "省", "status": "", "narrow": True} for name in ("国家", "甲省")]

    text = parsed(compared(*lacking, held)).text

    assert "国家、甲省（定稿）的文件本站还没有收录。" in text
    assert "还没有收录" not in parsed(compared(held)).text


@pytest.mark.parametrize(
    ("name", "level", "head"), [("国家", "国家", "国家"), ("甲", "市", "甲"), ("乙", "自治区", "乙自治区")]
)
def test_head_of_a_column_says_nothing_twice(name, level, head):
    """国家 is not 国家 of level 国家."""
    table = compared({"name": name, "level": level, "status": "", "narrow": False})

    assert parsed(table).text.split("比什么")[1].split("差异")[0] == head


@pytest.mark.parametrize(
    ("label", "condition", "shown"),
    [
        ("新获“某大奖”奖励", "新获“某大奖”；在本省就业", "在本省就业"),
        ("2026年培训规模", "2026年", ""),
        ("培训补贴", "培训合格", "培训合格"),
    ],
)
def test_a_line_under_a_label_says_nothing_twice(label, condition, shown):
    """What the label says is left out of the line below it."""
    source = "{% from 'components/facts.md.j2' import fact_card with context %}{{ fact_card(fact) }}"
    fact = {"state": "open", "open_words": "金额未定", "label": label, "per": "", "condition": condition}
    rest = {"status": "现行", "document": "甲", "clause": "一", "url": "documents/a/", "draft": False}

    text = parsed(environment().from_string(source).render(page="", fact={**fact, **rest})).text

    assert text.replace("\n", "") == f"金额未定{label}{shown}现行甲　一"
