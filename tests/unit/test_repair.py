"""Repairs change how an extract is written, never what it says."""

import pytest

from generator.key_order import in_model_order
from generator.load import load_text
from generator.repair import repaired
from tests.fictional import FINAL, policy_files, source_texts


def mended(old: str, new: str) -> str:
    """The final's text after *old* became *new* and the repairs were made."""
    return repaired(policy_files((FINAL, old, new)), source_texts())[FINAL].decode()


def original() -> str:
    """The final's text as it stands."""
    return policy_files()[FINAL].decode()


def test_nothing_to_repair_changes_nothing():
    """Clean files keep their bytes."""
    files = policy_files()

    assert repaired(files, source_texts()) == files


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("type：实施方案", "type: 实施方案"),
        ("type：　实施方案", "type: 实施方案"),
        ("type：", "type: 实施方案"),
    ],
)
def test_fullwidth_colon(wrong, right):
    """The colon becomes a half-width one with one space."""
    text = mended("type: 实施方案", wrong)

    assert right.split(" ", maxsplit=1)[0] in text.split("\n")[4]
    assert "：" not in text.split("\n")[4]


def test_surplus_space_in_a_quote():
    """The quote reads as the source prints it; the rest of the file keeps its bytes."""
    assert mended("quote: 一次性给予每人600元补贴", "quote: 一次性给予每人 600 元补贴") == original()


def test_minimum_follows_what_was_added():
    """A higher count is protected from now on."""
    assert mended("facts: 19", "facts: 17") == original()


def test_minimum_is_never_lowered():
    """A loss stays visible."""
    assert "facts: 25" in mended("facts: 19", "facts: 25")


def test_keys_of_a_block_come_into_order():
    """id first, then the order of the model."""
    wrong = '  - section: "2.1"\n    id: butie\n'

    assert mended('  - id: butie\n    section: "2.1"\n', wrong) == original()


def test_keys_in_braces_come_into_order():
    """The same for a mapping on one line."""
    assert mended("{quote: 四轮驱动, reason: 固定用语}", "{reason: 固定用语, quote: 四轮驱动}") == original()


def test_a_commented_mapping_stays():
    """A comment belongs to the line it stands above, and nobody knows which that would be afterwards."""
    text = "short_title: 乙\n# 题目照录\ntitle: 甲\n"

    assert in_model_order(text) == text


def test_order_keeps_the_content():
    """Whatever is moved, the same is read."""
    text = original().replace(
        '  - id: jidi\n    section: "2.2"\n    title: 培训基地\n',
        '  - title: 培训基地\n    section: "2.2"\n    id: jidi\n',
    )

    assert load_text("", in_model_order(text)).content == load_text("", text).content
    assert in_model_order(text) == original()


def test_byte_order_mark_and_line_ends_stay():
    """A file from Windows stays a file from Windows."""
    files = policy_files((FINAL, "facts: 19", "facts: 17"))
    files[FINAL] = b"\xef\xbb\xbf" + files[FINAL].replace(b"\n", b"\r\n")

    text = repaired(files, source_texts())[FINAL]

    assert text == b"\xef\xbb\xbf" + original().replace("\n", "\r\n").encode()


def test_a_broken_file_is_left_alone():
    """What can't be read is not touched, and the others are repaired all the same."""
    files = {**policy_files((FINAL, "facts: 19", "facts: 17")), "policies/documents/x.yaml": b"a: [\n"}

    better = repaired(files, source_texts())

    assert better["policies/documents/x.yaml"] == b"a: [\n"
    assert b"facts: 19" in better[FINAL]


ENDS = ("\n", "\r\n", "\r", "\x85", "\u2028")


@pytest.mark.parametrize("end", ENDS, ids=ascii)
@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("type: 实施方案", "type：实施方案"),
        ('  - id: butie\n    section: "2.1"\n', '  - section: "2.1"\n    id: butie\n'),
        ("facts: 19", "facts: 17"),
        ("quote: 一次性给予每人600元补贴", "quote: 一次性给予每人 600 元补贴"),
    ],
)
def test_every_end_of_a_line_is_one(right, wrong, end):
    """Whatever the parser takes for the end of a line, places are counted by it, and it stays."""
    files = {**policy_files(), FINAL: original().replace(right, wrong).replace("\n", end).encode()}

    assert repaired(files, source_texts())[FINAL].decode() == original().replace("\n", end)


def test_a_line_separator_in_a_value_stays():
    """It came along from another program; the order is mended around it, and the content is the same."""
    wrong = '  - section: "2.1"\n    id: butie\n    title: 培训\u2028     补贴\n'
    files = policy_files((FINAL, '  - id: butie\n    section: "2.1"\n    title: 培训补贴\n', wrong))

    text = repaired(files, {})[FINAL].decode()

    assert '  - id: butie\n    section: "2.1"\n    title: 培训\u2028     补贴\n' in text


def test_a_mapping_in_braces_over_two_lines_stays():
    """The line may end as on an old Macintosh."""
    text = "{title: 甲,\r  id: x}\n"

    assert in_model_order(text) == text
