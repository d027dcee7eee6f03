"""The headings of a text that nobody has read yet."""

from generator.importing.outline import find_outline


def ids(text):
    """Id, label and title of every section of *text* after the head."""
    return [(s.id, s.label, s.title) for s in find_outline(text)[1:]]


def test_chapters_items_and_numbers_are_nested():
    """一、（一）1. become 1, 1.1, 1.1.1."""
    found = ids("通知\n一、总体目标\n（一）培训\n1.补贴\n2.评价\n（二）竞赛\n二、保障\n")

    assert [id_ for id_, _, _ in found] == ["1", "1.1", "1.1.1", "1.1.2", "1.2", "2"]


def test_a_title_that_runs_into_its_paragraph_ends_at_the_full_stop():
    """The heading ends where the first sentence does."""
    found = ids("一、加强培训。各地要组织开展培训，落实补贴。\n")

    assert found == [("1", "一、", "加强培训")]


def test_numbers_that_run_on_keep_their_printed_value():
    """3. in a second item, behind 1. and 2. of the first, is 1.2.3."""
    found = ids("一、任务\n（一）甲\n1.子\n2.丑\n（二）乙\n3.寅\n")

    assert found[-1][0] == "1.2.3"


def test_numbers_that_begin_again_count_from_one():
    """1. in a second item is its first."""
    found = ids("一、任务\n（一）甲\n1.子\n2.丑\n（二）乙\n1.寅\n")

    assert found[-1][0] == "1.2.1"


def test_a_repeated_label_gets_an_ordinal_of_its_own():
    """（二）printed twice is 1.2 and 1.3."""
    found = ids("一、任务\n（一）甲\n（二）乙\n（二）丙\n")

    assert [id_ for id_, _, _ in found] == ["1", "1.1", "1.2", "1.3"]


def test_annexes_begin_with_a():
    """附件2 is a2, its first chapter a2.1."""
    found = ids("一、正文\n附件1\n表格\n附件2\n起草说明\n一、背景\n")

    assert [(id_, title) for id_, _, title in found][1:] == [
        ("a1", "表格"),
        ("a2", "起草说明"),
        ("a2.1", "背景"),
    ]


def test_a_list_of_annexes_before_the_text_is_no_heading():
    """The numbered lines of a letter stand before the first chapter."""
    found = ids("关于征求意见的函\n1．若干措施\n2．起草说明\n一、目标\n")

    assert [id_ for id_, _, _ in found] == ["1"]


def test_a_labelled_sentence_is_no_title():
    """A long sentence behind a label is a paragraph: not printed as a title, found by its first words."""
    sentence = "（一）" + "各地要加强对培训机构的监督管理并且定期检查资金使用情况，" * 2
    section = find_outline(f"一、目标\n{sentence}\n")[2]

    assert section.printed == "否"
    assert sentence.startswith(section.begins or sentence)


def test_articles_run_on_from_chapter_to_chapter():
    """第三条 in 第二章 is 2.3; the items below an article belong to it."""
    found = ids(
        "第一章　总则\n第一条　为规范评价，制定本办法。\n第二条　本办法适用于本省。\n第二章　评价\n第三条　应当具备：\n（一）场地。\n"
    )

    assert [(id_, label) for id_, label, _ in found] == [
        ("1", "第一章"),
        ("1.1", "第一条"),
        ("1.2", "第二条"),
        ("2", "第二章"),
        ("2.3", "第三条"),
        ("2.3.1", "（一）"),
    ]


def test_sections_stand_between_chapters_and_articles():
    """第一节 of 第二章 begins again."""
    found = ids("第一章　总则\n第一节　目的\n第一条　目的。\n第二章　评价\n第一节　机构\n第二条　条件。\n")

    assert [id_ for id_, _, _ in found] == ["1", "1.1", "1.1.1", "2", "2.1", "2.1.2"]


def test_an_article_is_a_sentence_unless_it_names_itself():
    """第二条 with a short sentence has no title; （目的） and a lone word are one."""
    text = "第一条（目的）为规范评价。\n第二条　本办法适用于全省。\n第三条　附则\n"

    assert [(s.title, s.printed) for s in find_outline(text)[1:]] == [
        ("（目的）", "是"),
        ("本办法适用于全省", "否"),
        ("附则", "是"),
    ]


def test_an_article_that_a_sentence_cites_is_no_heading():
    """A line that begins with 第二条规定的 or 第三条第一款 goes on."""
    found = ids("第一条　评价。\n第二条规定的机构\n第三条第一款的机构\n")

    assert [label for _, label, _ in found] == ["第一条"]


def test_decimal_numbers_are_nested_below_the_number_they_begin_with():
    """1. 1.1 1.1.1 and 2 without a point."""
    found = ids("1. 目标\n1.1 总体目标\n1.1.1人数\n1.2具体任务\n2 补贴\n2.1项目制培训\n")

    assert found == [
        ("1", "1.", "目标"),
        ("1.1", "1.1", "总体目标"),
        ("1.1.1", "1.1.1", "人数"),
        ("1.2", "1.2", "具体任务"),
        ("2", "2", "补贴"),
        ("2.1", "2.1", "项目制培训"),
    ]


def test_a_line_that_begins_with_a_figure_is_no_heading():
    """3.5% and 1.2亿元 follow no number, 30 个 has nothing below it."""
    found = ids("1. 目标\n3.5%以上\n1.2亿元用于培训\n30 个基地\n2.5倍\n")

    assert [label for _, label, _ in found] == ["1."]


def test_points_that_begin_lines_together_are_headings():
    """一是…… and 二是…… on lines of their own; one alone begins a sentence."""
    together = ids("一、措施\n一是加强培训。各地开展。\n二是加强评价。各地落实。\n二、保障\n一是安排资金。\n")

    assert together == [
        ("1", "一、", "措施"),
        ("1.1", "一是", "加强培训"),
        ("1.2", "二是", "加强评价"),
        ("2", "二、", "保障"),
    ]


def test_no_id_is_given_twice():
    """（一）behind a 1. of the same chapter is its second part."""
    found = ids("一、任务\n1.甲\n（一）乙\n1.丙\n")

    assert [id_ for id_, _, _ in found] == ["1", "1.1", "1.2", "1.2.1"]
