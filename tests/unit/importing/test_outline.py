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
