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
        ("给予一定的补助，用于建设", "给予一定的补助"),
        ("按照《资金管理办法》规定落实补贴", "按照《资金管理办法》规定落实"),
    ],
)
def test_a_figure_is_proposed_as_it_is_printed(text, expected):
    """The value is what the document prints, with its bound and without the words around it."""
    found = words(text)

    assert found == [expected]


@pytest.mark.parametrize("text", ["认定一批基地", "形成一个体系", "全市统一开展"])
def test_an_adverb_is_no_figure(text):
    """一 in a phrase counts nothing."""
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
