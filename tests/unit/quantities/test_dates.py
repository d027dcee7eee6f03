"""Printed dates and periods as ISO text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.quantities import DatePoint, DateValue, QuantityError, parse_date_words

SIGNS = "0123456789十二〇年月日前后起至到、—底末从自每18:"
PIECES = "2025年 12月 31日 每年 每月 （含） “十四五”期间"
WORDS = st.lists(st.sampled_from([*SIGNS, *PIECES.split()])).map("".join)


@pytest.mark.parametrize(
    ("printed", "iso", "precision"),
    [
        ("2023年3月31日18:00", "2023-03-31T18:00", "minute"),
        ("2023年3月31日18时30分", "2023-03-31T18:30", "minute"),
        ("2025年8月13日", "2025-08-13", "day"),
        ("2022 年 10 月", "2022-10", "month"),
        ("2025年", "2025", "year"),
        ("二〇二五年八月十三日", "2025-08-13", "day"),
        ("12月10日", "--12-10", "day"),
        ("18:00", "T18:00", "minute"),
        ("2024年2月29日", "2024-02-29", "day"),
    ],
)
def test_a_date_is_as_exact_as_it_is_printed(printed, iso, precision):
    """Nothing is added that is not printed."""
    assert parse_date_words(printed) == DateValue("on", (DatePoint(iso, precision),))


@pytest.mark.parametrize(
    ("printed", "relation", "points"),
    [
        ("到2025年末", "until", [("2025", "end")]),
        ("2025年底前", "before", [("2025", "end")]),
        ("2023年3月31日18:00前", "before", [("2023-03-31T18:00", None)]),
        ("2025年1月1日后", "after", [("2025-01-01", None)]),
        ("2025年起", "from", [("2025", None)]),
        ("自2025年1月1日起", "from", [("2025-01-01", None)]),
        ("2025年12月31日止", "until", [("2025-12-31", None)]),
        ("从2025年起到2027年底", "range", [("2025", None), ("2027", "end")]),
        ("从2025年起至2027年底", "range", [("2025", None), ("2027", "end")]),
        ("2025年起至2027年底", "range", [("2025", None), ("2027", "end")]),
        ("2025—2026年", "range", [("2025", None), ("2026", None)]),
        ("2025—2026年期间", "range", [("2025", None), ("2026", None)]),
        ("2019—2021 年", "range", [("2019", None), ("2021", None)]),
        ("2022年12月—2023年1月", "range", [("2022-12", None), ("2023-01", None)]),
        ("2023年1—3月", "range", [("2023-01", None), ("2023-03", None)]),
        ("“十四五”期间", "range", [("2021", None), ("2025", None)]),
        (
            "2023年2月2日、9日、16日",
            "several",
            [("2023-02-02", None), ("2023-02-09", None), ("2023-02-16", None)],
        ),
    ],
)
def test_words_around_a_date_say_how_it_is_meant(printed, relation, points):
    """What a part leaves out comes from its neighbour."""
    value = parse_date_words(printed)

    assert (value.relation, [(point.iso, point.edge) for point in value.points]) == (relation, points)


@pytest.mark.parametrize(
    ("printed", "iso", "repeats"),
    [
        ("每年12月10日前", "--12-10", "year"),
        ("每年12月底前", "--12", "year"),
        ("每月10日前", "---10", "month"),
    ],
)
def test_a_deadline_comes_back_every_year_or_month(printed, iso, repeats):
    """每年 and 每月 leave the year, or year and month, open."""
    value = parse_date_words(printed)

    assert (value.relation, value.points[0].iso, value.repeats) == ("before", iso, repeats)


@pytest.mark.parametrize(
    ("printed", "inclusive"),
    [("2025年12月31日前", None), ("2025年12月31日前（含）", True), ("2025年12月31日前（不含当日）", False)],
)
def test_whether_the_day_itself_counts_is_known_only_when_printed(printed, inclusive):
    """No law settles 前, so it stays open."""
    assert parse_date_words(printed).inclusive is inclusive


@pytest.mark.parametrize(
    ("printed", "days"),
    [
        ("2025年", (date(2025, 1, 1), date(2025, 12, 31))),
        ("2024年2月", (date(2024, 2, 1), date(2024, 2, 29))),
        ("2025年底", (date(2025, 12, 31), date(2025, 12, 31))),
        ("2025年初", (date(2025, 1, 1), date(2025, 1, 1))),
        ("2023年3月31日18:00", (date(2023, 3, 31), date(2023, 3, 31))),
        ("每年12月10日前", None),
        ("18:00", None),
    ],
)
def test_a_date_can_be_laid_on_the_calendar(printed, days):
    """First and last day for comparing periods; none without a year."""
    assert parse_date_words(printed).points[0].days == days


@pytest.mark.parametrize(
    ("printed", "message", "position"),
    [
        ("2023年2月30日", "2023年2月没有30日", 0),
        ("2023 年 13 月", "没有13月", 0),
        ("23年", "年份应写四位数字，不是“23”", 0),
        ("2月30日", "2月没有30日", 0),
        ("2025年3日", "“3日”前面缺少月份", 0),
        ("2023年3月31日25:00", "没有25:00这个时刻", 10),
        ("2025年18:00", "时刻前面缺少日", 0),
        ("2025", "“2025”后面缺少年、月、日", 4),
        ("2025—2023年", "起点晚于终点", 5),
        ("从2025年", "“从”后面缺少“起”或截止时间", 6),
        ("2023年2月2日、9日前", "几个时间后面不能用“前”", 12),
        ("2025年—2026年—2027年", "一个时间里只能有一段起止", 11),
        ("每年2025年前", "“每年”后面的日期多了年份或月份", 2),
        ("2025年8月13日底", "“底”只能跟在年、月之后", 10),
        ("2025年8月13日印发", "多出“印发”", 10),
        ("十四五月", "“十四五”不是一个确定的数", 0),
        ("每年", "缺少日期", 2),
        ("近期", "“近期”不是日期", 0),
    ],
)
def test_an_impossible_date_is_refused_with_its_place(printed, message, position):
    """The message says what no calendar has or what is missing."""
    with pytest.raises(QuantityError) as caught:
        parse_date_words(printed)

    assert (caught.value.message, caught.value.position) == (message, position)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)))
def test_a_printed_date_is_read_back(day):
    """Every day of the calendar survives printing."""
    value = parse_date_words(f"{day.year}年{day.month}月{day.day}日")

    assert value.points == (DatePoint(day.isoformat(), "day"),)
    assert value.points[0].days == (day, day)


@given(st.one_of(WORDS, st.text()))
def test_any_text_is_read_or_refused(text):
    """Nothing but QuantityError leaves the parser, and every point that has a year is on the calendar."""
    try:
        value = parse_date_words(text)
    except QuantityError as error:
        sound = 0 <= error.position <= len(text)
    else:
        sound = all(point.days is None or point.days[0] <= point.days[1] for point in value.points)

    assert sound


@pytest.mark.parametrize(
    ("printed", "edge"),
    [
        ("每季度首月10日前", "start"),
        ("每季度第一个月10日前", "start"),
        ("每季度末月10日前", "end"),
        ("每季度最后一个月10日前", "end"),
        ("每季度10日前", None),
    ],
)
def test_a_day_of_every_quarter_says_in_which_month(printed, edge):
    """首月 is the first month of each quarter, 末月 the last."""
    assert parse_date_words(printed) == DateValue("before", (DatePoint("---10", "day", edge),), "quarter")
