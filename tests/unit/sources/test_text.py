"""A source text without white space and marks, and the way back."""

from hypothesis import given
from hypothesis import strategies as st

from generator.sources.text import SourceText, find_spans, first_bad_byte, squeeze


def test_white_space_and_marks_are_dropped():
    """Spaces, line ends, bold marks and the signs of a heading are no text."""
    source = SourceText("x.txt", "# **一、 目标**\n\n每人 600\u3000元")

    assert source.squeezed == "一、目标每人600元"


def test_a_number_sign_inside_a_line_is_text():
    """Only at the start of a line does # mark a heading."""
    assert squeeze("3#楼") == "3#楼"


def test_lines_are_found_again():
    """A squeezed position knows the line it came from."""
    source = SourceText("x.txt", "甲乙\n\n 丙丁\n")

    assert [source.line_of(at) for at in range(4)] == [1, 1, 3, 3]
    assert source.starts_line(2)


def test_a_byte_of_another_encoding_is_found():
    """Line and character of the first one, so that an editor can go there; a clean text has none."""
    text = ("甲乙\n丙".encode() + "丁".encode("gb18030")).decode("utf-8", "surrogateescape")

    assert first_bad_byte(text) == (2, 2)
    assert first_bad_byte("甲乙\n丙丁") is None


def test_a_number_is_not_cut():
    """5万元 is not in 15万元, 3 not in 3.5."""
    assert find_spans("给予15万元和5万元", "5万元", 0, 99) == ((7, 10),)
    assert find_spans("占3.5%", "3", 0, 99) == ()


def test_excerpt_stays_in_its_line():
    """What is shown around a place never reaches into the next line, where a telephone number may stand."""
    source = SourceText("x.txt", "上限为10%\n联系人：某某\n")

    assert source.excerpt(3, 5, 20) == "上限为10%"


def test_contact_lines_are_withheld():
    """The signs of a contact line are known by their place."""
    source = SourceText("x.txt", "上限10%\n联系电话：5551234")

    assert [source.withheld(at) for at in (0, 5)] == [False, True]


@given(st.text(alphabet=st.sampled_from("一二 3.%\n#*\ufeff\u3000甲"), max_size=40))
def test_squeezing_words_is_squeezing_a_text(words):
    """The quick way for short words agrees with the way that keeps the places."""
    assert squeeze(words) == SourceText("", words).squeezed
