"""YAML text is read with its places, and nothing that is put before it raises."""

from codecs import BOM_UTF8

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.load import MAX_DEPTH, Loaded, digest_of, load_text, load_yaml, locate
from generator.problems import Location


@given(st.binary(max_size=300))
def test_any_bytes_load(raw):
    """Bytes are content or problems."""
    loaded = load_yaml("x.yaml", raw)

    assert (loaded.content is None) == bool(loaded.problems)


@given(st.text(alphabet=st.sampled_from("ab:： \n-[]{}'\"&*#|>?%@`\t,、“”!~0"), max_size=80))
def test_any_text_of_yaml_signs_loads(text):
    """Signs that mean something to YAML, in any order, are content or problems."""
    loaded = load_text("x.yaml", text)

    assert (loaded.content is None) == bool(loaded.problems)


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_endless_nesting_is_a_problem(opening):
    """A million levels would overflow the stack of the parser; they are counted before."""
    loaded = load_text("x.yaml", opening * 1_000_000)

    assert [problem.rule for problem in loaded.problems] == ["too-deep"]


def test_deep_but_allowed_nesting_loads():
    """As many levels as allowed are no problem."""
    loaded = load_text("x.yaml", "a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1))

    assert loaded.problems == ()


def test_scalars_stay_text():
    """18:00 is no number of seconds, 0771 no octal number, no is not False."""
    loaded = load_text("x.yaml", "a: 18:00\nb: 0771\nc: no\nd: 2023-03-05\ne: '~'\nf:\n")

    assert loaded.content == {"a": "18:00", "b": "0771", "c": "no", "d": "2023-03-05", "e": "~", "f": ""}


@pytest.mark.parametrize("word", ["null", "~", "NULL", ""])
def test_nothing_is_nothing(word):
    """A word that says to every program that there is no value is no text; in quotes it is."""
    loaded = load_text("x.yaml", f"a: {word}\nb: '{word}'\n")

    assert loaded.content == {"a": "", "b": word}


@pytest.mark.parametrize("sign", ["\u200b", "\u202e", "\ufeff", "\u2066"], ids=ascii)
def test_what_nobody_sees_is_a_problem(sign):
    """Two labels that look the same would differ, or be read from the right; written as an escape it is no better."""
    found = [
        load_text("x.yaml", text).problems for text in (f"a: 甲{sign}乙\n", f'a: "甲\\u{ord(sign):04x}乙"\n')
    ]

    assert [p.rule for problems in found for p in problems] == ["control-character"] * 2


@pytest.mark.parametrize(
    "text", ["a: &x 1\n", "a: [&x b]\n", "&x a: b\n", "a: !!int 1\n", "a: !t b\n", "a: !!map {}\n"]
)
def test_what_yaml_offers_besides_texts_is_a_problem(text):
    """Anchors that nobody uses and tags would be dropped in silence."""
    assert [problem.rule for problem in load_text("x.yaml", text).problems] == ["yaml-alias"]


@pytest.mark.parametrize("text", ["a: 甲&乙\n", "a: '& x'\n", "a: R &D\n", "a: 甲!乙\n"])
def test_the_signs_of_anchors_and_tags_may_stand_in_a_text(text):
    """They mean something only where a value begins."""
    assert load_text("x.yaml", text).problems == ()


@pytest.mark.parametrize("text", ["标题: 甲\n编号: 乙\n", "标题: 甲\r\n编号: 乙\r\n"])
def test_location_counts_characters_from_one(text):
    """The value behind a Chinese key stands in the column that an editor shows, whatever ends the lines."""
    assert locate("x.yaml", text, ("编号",)) == Location("x.yaml", 2, 5)


def test_location_of_a_key():
    """The last step <key> means the key instead of its value."""
    assert locate("x.yaml", "a:\n  bc: d\n", ("a", "bc", "<key>")) == Location("x.yaml", 2, 3)


def test_location_of_what_is_not_there():
    """A missing part is placed at the nearest thing above it."""
    assert locate("x.yaml", "a:\n  b: c\n", ("a", "z", "y")) == Location("x.yaml", 2, 3)


def test_byte_order_mark_is_no_character():
    """Columns count as if the mark were not there."""
    loaded = load_yaml("x.yaml", b"\xef\xbb\xbfa: [1\n")

    assert str(loaded.problems[0].location) == "x.yaml:1:4"


def test_wrong_encoding_points_at_the_byte():
    """The first sign that is not UTF-8 is shown in characters, not in bytes."""
    loaded = load_yaml("x.yaml", "甲: ".encode() + "乙".encode("gb18030"))

    assert loaded == Loaded("x.yaml", "", None, loaded.problems)
    assert loaded.problems[0].location == Location("x.yaml", 1, 4)


def test_digest_ignores_line_ends():
    """A checkout on Windows, saved by its editor with a byte order mark, has the digest that the record holds."""
    assert digest_of(b"\xef\xbb\xbfa: 1\r\n") == digest_of(b"a: 1\n")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028"], ids=ascii)
def test_places_are_counted_by_every_end_of_a_line(end):
    """A control character and a wrong byte stand where the parser would say they stand; a byte order mark is no character."""
    lines = f"甲: 乙{end}丙: ".encode()

    found = [
        load_yaml("x.yaml", mark + lines + last).problems[0]
        for mark in (b"", BOM_UTF8)
        for last in (b"\x07", b"\xff")
    ]

    assert [str(problem.location) for problem in found] == ["x.yaml:2:4"] * 4
