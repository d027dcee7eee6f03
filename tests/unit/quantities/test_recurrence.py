"""Printed frequencies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.quantities import QuantityError, parse_quantity, parse_recurrence

WORDS = st.lists(
    st.sampled_from([*"每2两半一0", "年", "月", "个月", "次", "人", "至少", "课时", "一次性", "学期", "2025"])
).map("".join)


@pytest.mark.parametrize(
    ("printed", "times", "every"),
    [
        ("每2年1次", "1次", "2年"),
        ("每两年", None, "2年"),
        ("每两年一批", "1批", "2年"),
        ("每年", None, "1年"),
        ("每年1批", "1批", "1年"),
        ("每月至少1次", "至少1次", "1个月"),
        ("每半年1次", "1次", "6个月"),
        ("每3个月1次", "1次", "3个月"),
        ("每季度一次", "1次", "3个月"),
        ("每周2次", "2次", "7日"),
        ("每日8课时", "8课时", "1日"),
        ("每次5个", "5个", "1次"),
        ("两年一次", "1次", "2年"),
        ("每人每年最多1次", "每人最多1次", "1年"),
        ("一次性", "1次", None),
    ],
)
def test_a_frequency_is_so_much_in_each_period(printed, times, every):
    """Periods are lengths of time or rounds; whom it is for stays with the number."""
    recurrence = parse_recurrence(printed)

    assert recurrence.times == (times and parse_quantity(times))
    assert recurrence.every == (every and parse_quantity(every))


@pytest.mark.parametrize(
    ("printed", "message", "position"),
    [
        ("", "缺少频次", 0),
        ("定期", "“定期”不是频次的单位", 0),
        ("每", "缺少频次", 1),
        ("每人30万元", "“每人”不是频次", 1),
        ("每2025年1次", "“2025年”是年份，不是时长", 1),
        ("1次", "频次应写成“每2年1次”“每月至少1次”“一次性”", 0),
        ("1年6个月", "频次应写成“每2年1次”“每月至少1次”“一次性”", 0),
        ("每 年 若干次", "“若干次”不是数字", 4),
    ],
)
def test_what_is_no_frequency_is_refused_with_its_place(printed, message, position):
    """The message shows how a frequency is written."""
    with pytest.raises(QuantityError) as caught:
        parse_recurrence(printed)

    assert (caught.value.message, caught.value.position) == (message, position)


@given(st.one_of(WORDS, st.text()))
def test_any_text_is_read_or_refused(text):
    """Nothing but QuantityError leaves the parser."""
    try:
        recurrence = parse_recurrence(text)
    except QuantityError as error:
        sound = 0 <= error.position <= len(text)
    else:
        sound = recurrence.times is not None or recurrence.every is not None

    assert sound
