"""Which words of a text read as figures."""

import pytest

from generator.importing.figures import find_figures


def words(text):
    """The printed words of every figure of *text*."""
    return [figure.words for figure in find_figures(text, ())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("完成培训18万人次。", "18万人次"),
        ("分别给予每人30万元奖励", "30万元"),
        ("占就业人员的3.5%以上", "3.5%以上"),
        ("每人每年6000元—8000元补贴", "6000元—8000元"),
        ("增幅不超过上年度盈余的30%", "不超过30%"),
        ("培训结束三个月后仍在岗", "三个月后"),
        ("于每年12月10日前报送", "每年12月10日前"),
        ("从2025年起到2027年底", "从2025年起到2027年底"),
        ("每2年评选1次大师", "每2年评选1次"),
        ("每次评选5个", "5个"),
        ("占比不低于百分之六十。", "不低于百分之六十"),
        ("租金减免百分之五十", "百分之五十"),
        ("按工资总额的千分之五列支", "千分之五"),
        ("通过率不得超过三分之二", "不得超过三分之二"),
        ("脱贫劳动力占1/3以上", "1/3以上"),
        ("就业率不低于六成", "不低于六成"),
        ("中央补助占8成，", "8成"),
        ("按8成补助", "8成"),
        ("生师比不高于18:1", "不高于18:1"),
        ("师生比达到1:15，", "1:15"),
        ("按6∶4比例由区、街道分担", "6∶4"),
        ("按1:2分配", "1:2"),
        ("见表1：3类企业", "3类"),
        ("数量比为1比3。", "1比3"),
        ("每日18:00开放", "18:00"),
        ("初级不超过¥300", "不超过¥300"),
        ("补助人民币三十万元整。", "人民币三十万元整"),
        ("30万元整改资金", "30万元"),
        ("每家奖励20万；", "20万"),
        ("合格率≥90%", "≥90%"),
        ("补贴期限最长不超过2年", "最长不超过2年"),
        ("期限24个月", "24个月"),
        ("建设周期为1—2年", "1—2年"),
        ("2025年1月1日至2027年12月31日取证的适用", "2025年1月1日至2027年12月31日"),
        ("于每季度首月10日前报送", "每季度首月10日前"),
        ("到“十四五”期间", "“十四五”期间"),
        ("给予一定的补助，用于建设", "给予一定的补助"),
        ("按照《资金管理办法》规定落实补贴", "按照《资金管理办法》规定落实"),
    ],
)
def test_a_figure_is_proposed_as_it_is_printed(text, expected):
    """The value is what the document prints, with its bound and without the words around it."""
    found = words(text)

    assert found == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "认定一批基地",
        "形成一个体系",
        "全市统一开展",
        "统一成立领导小组",
        "第五条规定的机构",
        "采用百分制",
        "常住人口20万，",
    ],
)
def test_an_adverb_is_no_figure(text):
    """一 in a phrase counts nothing; nor does the number of an article, nor a number without unit."""
    found = words(text)

    assert found == []


def test_what_each_one_gets_is_kept_apart():
    """每人 is no part of the amount, but it is not lost."""
    (figure,) = find_figures("给予每人30万元奖励", ())

    assert figure.per == ("人",)


def test_held_words_are_left_out():
    """Numerals in a cited title are no candidates."""
    found = find_figures("《2025年方案》", ((0, 9),))

    assert found == ()


def test_no_figure_and_no_promise_crosses_the_end_of_a_line():
    """1000元 and 内部人员 on the next line are no 1000元内, 提高待遇 and 奖励标准 no promise."""
    lines = [
        "初级工1000元",
        "内部人员不享受",
        "高级工2000元",
        "以上级别另定",
        "三、提高待遇",
        "（一）奖励标准",
    ]
    starts = [sum(map(len, lines[:i])) for i in range(len(lines))]
    found = find_figures("".join(lines), (), starts)

    assert [(f.words, f.span[0]) for f in found] == [("1000元", 3), ("2000元", 18)]


def test_a_figure_does_not_begin_in_a_label():
    """The label of a heading is no part of the amount behind it."""
    (figure,) = find_figures("2.1每人600元", ((0, 3),))

    assert (figure.words, figure.span) == ("600元", (5, 9))
