"""Numerals in Chinese text: where they are and what they are worth."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.quantities import find_numerals, parse_numeral

ANY_TEXT = st.text(
    alphabet=st.one_of(
        st.sampled_from("0123456789０９,.．、百千万亿一二两三十零〇○半壹佰万年①ⅠⅤ分之点"), st.characters()
    )
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("30", "30"),
        ("０３０", "30"),
        ("3.5", "3.5"),
        ("３．５", "3.5"),
        ("3.50", "3.5"),
        ("1,000", "1000"),
        ("1,234,567.8", "1234567.8"),
        ("30万", "300000"),
        ("1.5亿", "150000000"),
        ("2千亿", "200000000000"),
        ("1亿2000万", "120000000"),
        ("3万5千", "35000"),
        ("3万5000", "35000"),
        ("零", "0"),
        ("两", "2"),
        ("十", "10"),
        ("十二", "12"),
        ("二十", "20"),
        ("三十万", "300000"),
        ("一百零五", "105"),
        ("一百一十", "110"),
        ("二百五", "250"),
        ("一千零五十", "1050"),
        ("三万五", "35000"),
        ("三万零五", "30005"),
        ("两千", "2000"),
        ("一百二十三万四千五百六十七", "1234567"),
        ("千亿", "100000000000"),
        ("千万", "10000000"),
        ("万亿", "1000000000000"),
        ("二〇二五", "2025"),
        ("二○二五", "2025"),
        ("一二三四", "1234"),
        ("半", "0.5"),
        ("一半", "0.5"),
        ("壹佰万", "1000000"),
        ("①", "1"),
        ("⒊", "3"),
        ("㈩", "10"),
        ("Ⅲ", "3"),
        ("ⅩⅣ", "14"),
    ],
)
def test_a_numeral_has_its_exact_value(text, value):
    """Arabic, Chinese and mixed numerals are read without rounding."""
    assert parse_numeral(text) == Decimal(value)


@pytest.mark.parametrize(
    "text", ["十四五", "七八十", "二三万", "万一", "百千万", "亿万", "一百零", "1.2.3", "3万20万", "1" * 16]
)
def test_a_mere_sequence_is_a_numeral_without_a_value(text):
    """What the rules of reading do not allow gets no invented number."""
    (numeral,) = find_numerals(text)

    assert (numeral.text, numeral.value) == (text, None)


@pytest.mark.parametrize("text", ["", "元", "30元", "、", "3、4"])
def test_only_a_whole_numeral_is_parsed(text):
    """parse_numeral reads nothing but one numeral."""
    assert parse_numeral(text) is None


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("每人30万元奖励、15万元", ["30万", "15万"]),
        ("3万人次以上", ["3万"]),
        ("给予30万一次性奖励", ["30万", "一"]),
        ("2、9、16", ["2", "9", "16"]),
        ("1，000", ["1", "000"]),
        ("1,0000", ["1", "0000"]),
        ("18:00", ["18", "00"]),
        ("“1+19”19个千亿级", ["1", "19", "19", "千亿"]),
        ("第三方", ["三"]),
        ("“十四五”", ["十四五"]),
        ("用两年时间", ["两"]),
        ("半年以上", ["半"]),
        ("一年半", ["一", "半"]),
        ("四位一体", ["四", "一"]),
        ("百分之三十", ["三十"]),
        ("5个百分点", ["5"]),
        ("三十多万", ["三十", "万"]),
        ("1．30万元", ["1", "30万"]),
        ("2.2025年底", ["2", "2025"]),
        ("投入5万2026年", ["5万", "2026"]),
        ("队伍、大陆、登陆", []),
        ("伍万元", ["伍万"]),
        ("（十三）", ["十三"]),
        ("①②", ["①", "②"]),
    ],
)
def test_tokens_are_as_long_as_they_can_be(text, tokens):
    """A numeral ends where the next sign is no part of it, and 、 never joins."""
    assert [numeral.text for numeral in find_numerals(text)] == tokens


@pytest.mark.parametrize(
    ("text", "script"), [("30", "arabic"), ("30万", "mixed"), ("三十", "chinese"), ("③", "symbol")]
)
def test_a_numeral_knows_its_script(text, script):
    """A value printed in one script is not proved by another."""
    assert find_numerals(text)[0].script == script


@given(ANY_TEXT)
def test_spans_are_inside_the_text_in_order_and_apart(text):
    """Whatever the text, the tokens cut it cleanly."""
    numerals = find_numerals(text)

    assert all(
        0 <= one.start < one.end <= len(text) and text[one.start : one.end] == one.text for one in numerals
    )
    assert all(one.end <= other.start for one, other in pairwise(numerals))


@given(ANY_TEXT)
def test_no_arabic_digit_is_left_out(text):
    """Coverage counts on it: every digit belongs to a numeral."""
    inside = {place for one in find_numerals(text) for place in range(one.start, one.end)}

    assert all(place in inside for place, sign in enumerate(text) if sign in "0123456789０９")


@given(st.integers(0, 10**15 - 1))
def test_an_integer_survives_printing(number):
    """Plain and with thousands commas."""
    assert parse_numeral(str(number)) == parse_numeral(f"{number:,}") == number


@given(st.integers(1, 99_999_999))
def test_a_chinese_integer_survives_printing(number):
    """The numerals that a program writes by the ordinary rules are read back."""
    assert parse_numeral(chinese(number)) == number


def chinese(number: int) -> str:
    """*number* below 10^8 in Chinese numerals."""
    high, low = divmod(number, 10_000)
    if high:
        gap = "零" if 0 < low < 1000 else ""
        return section(high) + "万" + gap + (section(low) if low else "")
    return section(low)


def section(number: int) -> str:
    """*number* below 10^4 in Chinese numerals, 十 always with 一 before it."""
    signs = (
        ("零一二三四五六七八九"[int(digit)], unit)
        for digit, unit in zip(f"{number:04}", [*"千百十", ""], strict=True)
    )
    text = "".join(sign if sign == "零" else sign + unit for sign, unit in signs)
    while "零零" in text:
        text = text.replace("零零", "零")
    return text.strip("零")
