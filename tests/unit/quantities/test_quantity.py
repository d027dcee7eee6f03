"""Printed quantities: what they mean, and what is refused."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.quantities import (
    UNITS,
    Comparator,
    Quantity,
    QuantityError,
    parse_money,
    parse_quantity,
    unit_at,
)

SIGNS = "0123456789三十万亿两半每各余多／/（）。— "
PIECES = "不超过 以上 左右 元 人次 人 % 个月 年 百分之 每人 约 至 30"
WORDS = st.lists(st.sampled_from([*SIGNS, *PIECES.split()])).map("".join)


def quantity(comparator: Comparator, amount: str, unit: str, *per: str) -> Quantity:
    """The expected value; *amount* is one number, or two joined by .. for a range."""
    low, _, high = amount.partition("..")
    low_value, high_value = Decimal(low), Decimal(high or low)
    has_low = comparator not in {"le", "lt"}
    has_high = comparator not in {"ge", "gt"}
    return Quantity(comparator, low_value if has_low else None, high_value if has_high else None, unit, per)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("30万元", quantity("eq", "300000", "元")),
        ("３０万元", quantity("eq", "300000", "元")),
        ("三十万元", quantity("eq", "300000", "元")),
        ("1亿元左右", quantity("approx", "100000000", "元")),
        ("600元/人", quantity("eq", "600", "元", "人")),
        ("600元/人/年", quantity("eq", "600", "元", "人", "年")),
        ("600元/（人·年）", quantity("eq", "600", "元", "人", "年")),
        ("每人200元", quantity("eq", "200", "元", "人")),
        ("每年1000万元", quantity("eq", "10000000", "元", "年")),
        ("23万人", quantity("eq", "230000", "人")),
        ("10名", quantity("eq", "10", "人")),
        ("3万人次以上", quantity("ge", "30000", "人次")),
        ("10家", quantity("eq", "10", "家")),
        ("4个", quantity("eq", "4", "个")),
        ("15条", quantity("eq", "15", "条")),
        ("8课时", quantity("eq", "8", "课时")),
        ("3.5%以上", quantity("ge", "3.5", "%")),
        ("3.5 ％", quantity("eq", "3.5", "%")),
        ("百分之三十", quantity("eq", "30", "%")),
        ("千分之五", quantity("eq", "0.5", "%")),
        ("万分之五", quantity("eq", "0.05", "%")),
        ("三分之二", quantity("eq", "66.66666667", "%")),
        ("十分之一", quantity("eq", "10", "%")),
        ("1/4", quantity("eq", "25", "%")),
        ("六成", quantity("eq", "60", "%")),
        ("8成", quantity("eq", "80", "%")),
        ("18:1", quantity("eq", "1800", "%")),
        ("18：1", quantity("eq", "1800", "%")),
        ("6∶4", quantity("eq", "150", "%")),
        ("1比4", quantity("eq", "25", "%")),
        ("¥300", quantity("eq", "300", "元")),
        ("￥ 400元", quantity("eq", "400", "元")),
        ("人民币三十万元整", quantity("eq", "300000", "元")),
        ("叁拾万元整", quantity("eq", "300000", "元")),
        ("5个百分点", quantity("eq", "5", "百分点")),
        ("2倍", quantity("eq", "2", "倍")),
        ("两年", quantity("eq", "24", "月")),
        ("半年以上", quantity("ge", "6", "月")),
        ("一年半", quantity("eq", "18", "月")),
        ("两个半月", quantity("eq", "2.5", "月")),
        ("1年6个月", quantity("eq", "18", "月")),
        ("三个月", quantity("eq", "3", "月")),
        ("15个工作日", quantity("eq", "15", "工作日")),
        ("两周", quantity("eq", "14", "日")),
    ],
)
def test_an_amount_is_read_in_its_base_unit(printed, expected):
    """万 and 亿 are part of the number, years become months, what it is for is kept."""
    assert parse_quantity(printed) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("不少于50%", quantity("ge", "50", "%")),
        ("≥90%", quantity("ge", "90", "%")),
        ("＜3%", quantity("lt", "3", "%")),
        ("≤2年", quantity("le", "24", "月")),
        ("不低于百分之六十", quantity("ge", "60", "%")),
        ("1/4以上", quantity("ge", "25", "%")),
        ("不超过¥300", quantity("le", "300", "元")),
        ("不高于18:1", quantity("le", "1800", "%")),
        ("不低于28课时", quantity("ge", "28", "课时")),
        ("至少1次", quantity("ge", "1", "次")),
        ("5年以上", quantity("ge", "60", "月")),
        ("60%（含）以上", quantity("ge", "60", "%")),
        ("满1年", quantity("ge", "12", "月")),
        ("超过60%", quantity("gt", "60", "%")),
        ("60%以上（不含）", quantity("gt", "60", "%")),
        ("30余家", quantity("gt", "30", "家")),
        ("30余万人", quantity("gt", "300000", "人")),
        ("不超过1年", quantity("le", "12", "月")),
        ("最高不超过20%", quantity("le", "20", "%")),
        ("累计最多3次", quantity("le", "3", "次")),
        ("每人每年最多1次", quantity("le", "1", "次", "人", "年")),
        ("10%以内", quantity("le", "10", "%")),
        ("3个月内", quantity("le", "3", "月")),
        ("低于10%", quantity("lt", "10", "%")),
        ("不满5年", quantity("lt", "60", "月")),
        ("约10%", quantity("approx", "10", "%")),
        ("力争30%以上", quantity("ge", "30", "%")),
        ("达到8000人", quantity("eq", "8000", "人")),
    ],
)
def test_words_around_a_number_make_a_bound(printed, expected):
    """民法典第一千二百五十九条: 以上、以下、以内 include the number, 不满、超过 exclude it."""
    assert parse_quantity(printed) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("6000元—8000元", quantity("range", "6000..8000", "元")),
        ("6000—8000元", quantity("range", "6000..8000", "元")),
        ("6000-8000元", quantity("range", "6000..8000", "元")),
        ("每人每年6000元—8000元", quantity("range", "6000..8000", "元", "人", "年")),
        ("3—5万元", quantity("range", "30000..50000", "元")),
        ("0.5—1万元", quantity("range", "5000..10000", "元")),
        ("5000—1万元", quantity("range", "5000..10000", "元")),
        ("三至五万元", quantity("range", "30000..50000", "元")),
        ("1～3年", quantity("range", "12..36", "月")),
        ("1至3年", quantity("range", "12..36", "月")),
        ("6个月—1年", quantity("range", "6..12", "月")),
        ("10%—20%", quantity("range", "10..20", "%")),
        ("1年以上3年以下", quantity("range", "12..36", "月")),
    ],
)
def test_the_left_end_of_a_range_takes_what_it_leaves_out_from_the_right(printed, expected):
    """Unit and multiplier are often printed once."""
    assert parse_quantity(printed) == expected


@pytest.mark.parametrize(
    ("printed", "message", "position"),
    [
        ("", "缺少数字", 0),
        ("元", "“元”不是数字", 0),
        ("30", "“30”后面缺少单位（元、人、%等）", 2),
        ("一定的补助", "没有登记的单位“定的补助”", 1),
        ("30 万 元钱", "多出“钱”", 6),
        ("十四五", "“十四五”不是一个确定的数", 0),
        ("2025年", "“2025年”是年份，不是时长", 0),
        ("3人—5人次", "范围两端的单位不同：人、人次", 2),
        ("8000—6000元", "范围的起点大于终点：8000 > 6000（元）", 4),
        ("不超过6000—8000元", "范围不能再带不超过、约、余等词", 0),
        ("不超过30%以上", "“不超过”与“以上”不能同时用", 6),
        ("1年以上3年", "“以上”之后的第二个数应带“以下”", 6),
        ("600元/某", "“/”后面应是单位（人、年、次）", 5),
        ("600元/（人·年", "缺少“）”", 9),
        ("每2年1次", "“每”后面应是单位（每人、每年），几年一次是频次，不是数量", 1),
        ("①个", "“①个”不是数字", 0),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(printed, message, position):
    """The message is Chinese, the place counts in the words as typed."""
    with pytest.raises(QuantityError) as caught:
        parse_quantity(printed)

    assert (caught.value.message, caught.value.position) == (message, position)


def test_people_and_visits_are_never_one_unit():
    """人 and 人次 have different bases, and the longer word wins."""
    assert {parse_quantity("5人").unit, parse_quantity("5人次").unit} == {"人", "人次"}


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.printed)
def test_every_unit_of_the_table_is_read_whole(unit):
    """No shorter unit hides a longer one."""
    assert unit_at(f"3{unit.printed}", 1) == unit


def test_every_base_unit_is_itself_a_unit():
    """A base is printed somewhere as a unit, months as 个月."""
    printed = {unit.printed for unit in UNITS if unit.base == unit.printed}

    assert {unit.base for unit in UNITS} - printed == {"月"}


@given(
    st.decimals(min_value=0, max_value=999_999, places=2),
    st.sampled_from(["", "万", "亿"]),
    st.sampled_from(["元", "人", "人次", "个", "%", "课时"]),
    st.sampled_from([("", "", "eq"), ("不超过", "", "le"), ("", "以上", "ge"), ("约", "", "approx")]),
)
def test_a_printed_amount_is_read_back(number, multiplier, unit, bound):
    """Print, parse, compare: nothing is rounded."""
    before, after, comparator = bound
    value = number * {"": 1, "万": 10**4, "亿": 10**8}[multiplier]

    assert parse_quantity(f"{before}{number}{multiplier}{unit}{after}") == quantity(
        comparator, str(value), unit
    )


@given(st.one_of(WORDS, st.text()))
def test_any_text_is_read_or_refused(text):
    """Nothing but QuantityError leaves the parser, and its place is in the text."""
    try:
        result = parse_quantity(text)
    except QuantityError as error:
        place: int | None = error.position
    else:
        place = None if result.unit else -1

    assert place is None or 0 <= place <= len(text)


@pytest.mark.parametrize("printed", ["2025/1/3", "3/2", "18:00", "1:1:8", "1比0", "百分之", "¥3人", "1/3/4"])
def test_what_is_no_share_and_no_sum_is_refused(printed):
    """Dates, times, proportions of three things, and a currency before people."""
    with pytest.raises(QuantityError):
        parse_quantity(printed)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("20万", quantity("eq", "200000", "元")),
        ("0.24亿", quantity("eq", "24000000", "元")),
        ("3—5万", quantity("range", "30000..50000", "元")),
        ("不超过20万", quantity("le", "200000", "元")),
        ("20万以上", quantity("ge", "200000", "元")),
        ("30万元", quantity("eq", "300000", "元")),
    ],
)
def test_a_sum_may_leave_out_its_unit_behind_wan_and_yi(printed, expected):
    """每家奖励20万 is 20万元; parse_quantity alone asks for the unit."""
    assert parse_money(printed) == expected


def test_a_number_of_people_is_no_sum():
    """20万人 keeps its unit, 20 has none."""
    assert parse_money("20万人").unit == "人"
    with pytest.raises(QuantityError):
        parse_money("20")
