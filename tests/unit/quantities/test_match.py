"""A printed value in its quote, digit for digit."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.quantities import quantity_in_quote

PAIRWISE = "“甲大奖”“乙能手”，分别一次性给予每人5万元、2万元奖励"
CAPS = "增幅原则上不超过上年盈余额的30%(由部门核准),金额上限不超过上年总量的10%"
LIMITS = "每人每年最多择一享受1次，累计最多享受3次"

WORDS = st.lists(
    st.sampled_from(
        [
            *"0123456789三十万两半每、。，— \n（）",
            "不超过",
            "以上",
            "元",
            "人次",
            "人",
            "%",
            "年",
            "月",
            "日",
            "每人",
            "30",
        ]
    )
).map("".join)


@pytest.mark.parametrize(
    ("printed", "quote", "numerals"),
    [
        ("30万元", "一次性给予每人30万元奖励", ["30万"]),
        ("2万元", PAIRWISE, ["2万"]),
        ("每人2万元", PAIRWISE, ["2万"]),
        ("3 0万元", "给予3\n0万元", ["3\n0万"]),
        ("6000元—8000元", "每人每年6000元—8000元的补贴", ["6000", "8000"]),
        ("每人每年6000元—8000元", "每人每年6000元—8000元的补贴", ["6000", "8000"]),
        ("6000—8000元", "6000至8000元", ["6000", "8000"]),
        ("不少于50%", "不少于在校生人数的50%", ["50"]),
        ("不超过百分之五十", "不超过在校生人数的百分之五十", ["五十"]),
        ("最高不超过20%", "适当提高，最高不超过20%", ["20"]),
        ("不超过30%", CAPS, ["30"]),
        ("不超过10%", CAPS, ["10"]),
        ("不超过30%", "不超过上年（2024年，下同）盈余的30%", ["30"]),
        ("最多1次", LIMITS, ["1"]),
        ("每人每年最多1次", LIMITS, ["1"]),
        ("累计最多3次", LIMITS, ["3"]),
        ("累计最多享受3次", LIMITS, ["3"]),
        ("每2年1次", "每2年评选1次工作室", ["2", "1"]),
        ("每2年评选1次", "每2年评选1次工作室", ["2", "1"]),
        ("每次5个", "每2年评选1次，每次评选5个", ["5"]),
        ("每月至少1次", "每月至少主动联系重点企业1次", ["1"]),
        ("2倍", "当地最低工资标准2倍发放不超过1年", ["2"]),
        ("最低工资标准的2倍", "当地最低工资标准的2倍", ["2"]),
        ("力争23万人", "力争人才总量达到23万人", ["23万"]),
        ("3.5%以上", "占人才的3.5%以上", ["3.5"]),
        ("两年", "用两年时间", ["两"]),
        ("一年半", "不超过一年半", ["一", "半"]),
        ("三个月", "培训结束三个月后", ["三"]),
        ("不得超过三分之二", "通过率不得超过三分之二", ["三", "二"]),
        ("1/3以上", "脱贫劳动力占1/3以上", ["1", "3"]),
        ("18:1", "生师比不高于18:1", ["18", "1"]),
        ("1:2", "比例按1:2分配", ["1", "2"]),
        ("≥90%", "合格率≥90%", ["90"]),
        ("¥400元", "中级不超过¥ 400元", ["400"]),
        ("人民币叁拾万元整", "最高不超过人民币叁拾万元整。", ["叁拾万"]),
        ("每季度首月10日前", "各地于每季度首月10日前报送", ["10"]),
        ("一次性", "一次性给予", ["一"]),
        ("30余家", "30余家企业", ["30"]),
        ("600元/人", "支付600元/人的补贴", ["600"]),
        ("2023年3月31日18:00前", "于2023年3月31日18:00前反馈", ["2023", "3", "31", "18", "00"]),
        ("2023年2月2日、9日", "2023年2月2日、9日、16日", ["2023", "2", "2", "9"]),
        ("每年12月10日前", "于每年12月10日前报送", ["12", "10"]),
        ("从2025年起到2027年底", "从2025年起到2027年底，实施", ["2025", "2027"]),
        ("2025年末", "到2025年末，力争", ["2025"]),
        ("“十四五”期间", "“十四五”期间，力争", ["十四五"]),
    ],
)
def test_a_value_is_found_where_it_is_printed(printed, quote, numerals):
    """Words may stand between a bound and its number; the spans are the numerals alone."""
    match = quantity_in_quote(printed, quote)

    assert match
    assert [quote[start:end] for start, end in match.spans] == numerals


@pytest.mark.parametrize(
    ("printed", "quote"),
    [
        ("30万元", "300万元"),
        ("30万元", "130万元"),
        ("30万元", "30元"),
        ("30元", "30万元"),
        ("30万元", "300000元"),
        ("30万元", "三十万元"),
        ("2年", "两年"),
        ("3.5%", "35%"),
        ("3.5%", "13.5%"),
        ("3.5%", "3.55%"),
        ("60%", "600%"),
        ("60", "60%"),
        ("3万人", "3万人次"),
        ("3万人次", "3万人"),
        ("3个", "3个月"),
        ("30家", "30余家"),
        ("50%以上", "不少于50%"),
        ("不少于50%", "50%以上"),
        ("不超过50%", "不少于50%"),
        ("超过30%", "不超过30%"),
        ("高于30%", "不高于30%"),
        ("最低2倍", "最低工资标准的2倍"),
        ("不超过2倍", "当地最低工资标准2倍发放不超过1年"),
        ("每户5万元", PAIRWISE),
        ("每人600元", "每人次600元"),
        ("600元/年", "600元/人"),
        ("6000元—8000元", "6000元以上、8000元"),
        ("8000元—6000元", "6000元—8000元"),
        ("2025年底", "到2025年末"),
        ("3月31日", "3月1日、31日"),
        ("每2年1次", "2年评选1次"),
        ("每2年1次", "1次评选2年"),
        ("定期", "定期"),
        ("", "30万元"),
        ("30万元", ""),
    ],
)
def test_a_value_is_not_found_where_other_words_are_printed(printed, quote):
    """No digit, no unit, no bound, no script may differ."""
    assert quantity_in_quote(printed, quote) is None


@pytest.mark.parametrize(
    ("printed", "quote", "dropped"),
    [
        ("3.5%", "占人才的3.5%以上", ("以上",)),
        ("50%", "不少于在校生人数的50%", ("不少于",)),
        ("30%", "不超过30%", ("不超过",)),
        ("6000元", "6000元—8000元", ("—",)),
        ("8000元", "6000元—8000元", ("—",)),
        ("2025年", "到2025年末", ("末",)),
        ("2025年8月", "2025年8月13日", ("13日",)),
        ("每月1次", "每月至少联系1次", ("至少",)),
        ("2万元", "不超过5万元、2万元", ("不超过",)),
        ("2倍", "最低工资标准2倍", ()),
        ("5万元", "收入低于标准的，给予5万元", ()),
        ("50%", "不少于在校生人数的50%，且不超过60%", ("不少于",)),
        ("18:00", "18:00前", ("前",)),
        ("三个月", "结束三个月后", ()),
        ("12个月内", "申领期限为取证之日起12个月内", ()),
        ("2年", "限2年", ("限",)),
    ],
)
def test_bounds_that_the_value_leaves_out_are_named(printed, quote, dropped):
    """A value without the 以上 of its quote says something else."""
    match = quantity_in_quote(printed, quote)

    assert match
    assert match.dropped == dropped


@pytest.mark.parametrize(("occurrence", "span"), [(1, (5, 7)), (2, (13, 15))])
def test_an_occurrence_is_counted_from_one(occurrence, span):
    """The same figure twice in a quote: the caller says which."""
    match = quantity_in_quote("10家", "企业2家、10家、中小企业10家", occurrence)

    assert match
    assert match.spans == (span,)


@pytest.mark.parametrize("occurrence", [-1, 0, 3])
def test_an_occurrence_beyond_the_quote_is_not_found(occurrence):
    """There is no third one and none before the first."""
    assert quantity_in_quote("10家", "企业2家、10家、中小企业10家", occurrence) is None


@given(st.one_of(WORDS, st.text()), st.one_of(WORDS, st.text()))
def test_any_texts_can_be_compared(printed, quote):
    """Nothing is raised, and the spans lie in the quote one after the other."""
    match = quantity_in_quote(printed, quote)
    spans = match.spans if match else ()

    assert all(0 <= start < end <= len(quote) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


@given(WORDS)
def test_a_value_with_a_numeral_is_in_itself(printed):
    """The quote that is the value proves the value."""
    match = quantity_in_quote(printed, printed)

    assert bool(match) == any(sign in "0123456789三十万两半" for sign in printed)
