"""Headings are found in order, also where a label is printed twice."""

import pytest

from generator.model.document import Section
from generator.sources.blocks import find_duty_blocks
from generator.sources.sections import find_sections
from generator.sources.text import SourceText

TEXT = """通知
一、目标
（一）培训。每人600元。（责任单位：市财政局、教育局，市总工会（机关））
（十三）甲的意见
（十三）乙的意见
二、保障
完。"""


def outline(*entries: tuple[str, str, str]) -> tuple[Section, ...]:
    """Printed headings: id, label, title."""
    head = Section(id="0", title="文首", printed="否", begins="通知")
    return (head, *(Section(id=i, label=label, title=title) for i, label, title in entries))


FULL = outline(
    ("1", "一、", "目标"),
    ("1.1", "（一）", "培训"),
    ("1.2", "（十三）", "甲的意见"),
    ("1.3", "（十三）", "乙的意见"),
    ("2", "二、", "保障"),
)


def test_a_section_holds_its_subsections():
    """The first chapter ends where the second begins."""
    source = SourceText("x.txt", TEXT)
    spans = find_sections(source, FULL).spans

    assert spans["1"].start < spans["1.1"].start < spans["1.3"].end == spans["1"].end == spans["2"].start


def test_a_repeated_label_is_told_apart_by_order():
    """The second （十三） is behind the first."""
    spans = find_sections(SourceText("x.txt", TEXT), FULL).spans

    assert spans["1.2"].end == spans["1.3"].start


def test_a_heading_that_is_not_printed_is_lost():
    """The others are found all the same."""
    sections = find_sections(SourceText("x.txt", TEXT), outline(("1", "一、", "目的"), ("2", "二、", "保障")))

    assert sections.lost == ("1",)
    assert "2" in sections.spans


def test_words_inside_a_line_are_no_heading():
    """A heading begins its line."""
    sections = find_sections(
        SourceText("x.txt", "通知\n见二、保障\n二、保障"), outline(("2", "二、", "保障"))
    )

    assert sections.spans["2"].start == 7


def test_a_duty_block_lists_bodies_in_order():
    """、 may leave out the level of the body before it, ， begins anew; brackets inside belong to the name."""
    source = SourceText("x.txt", TEXT)
    (block,) = find_duty_blocks(source, find_sections(source, FULL))

    assert [(n.name, n.elided) for n in block.names] == [
        ("市财政局", False),
        ("教育局", True),
        ("市总工会（机关）", False),
    ]
    assert (block.section, block.line) == ("1.1", 3)


def blocks(text):
    """Role and names of every block of *text*."""
    source = SourceText("x.txt", text)
    found = find_duty_blocks(source, find_sections(source, (Section(id="0", title="文首", printed="否"),)))
    return [(block.role, [n.name for n in block.names]) for block in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("措施。\n责任单位：区人社局、区财政局\n二、保障", [("责任", ["区人社局", "区财政局"])]),
        (
            "措施。（牵头单位：省人社厅；配合单位：省教育厅、省国资委）",
            [("牵头", ["省人社厅"]), ("配合", ["省教育厅", "省国资委"])],
        ),
        (
            "责任单位：区人社局（牵头）；区总工会、团区委配合",
            [("牵头", ["区人社局"]), ("配合", ["区总工会", "团区委"])],
        ),
        ("（责任单位：市人社局（牵头）、市财政局）", [("牵头", ["市人社局"]), ("责任", ["市财政局"])]),
        ("（牵头部门：省人社厅）", [("牵头", ["省人社厅"])]),
        ("（责任单位：省财政厅，各市、州、县人民政府）", [("责任", ["省财政厅", "各市、州、县人民政府"])]),
        (
            "（责任单位：省财政厅、各县（市、区）人民政府）",
            [("责任", ["省财政厅", "各县（市、区）人民政府"])],
        ),
        ("各责任单位：要抓好落实", []),
        ("实行项目责任单位：全市统一", []),
    ],
)
def test_a_block_says_the_part_of_each_body(text, expected):
    """In brackets or on a line of its own; the counties are one name though they are listed."""
    assert blocks(text) == expected
