"""Where a quote stands in its section, and what white space it may have."""

from generator.sources.quotes import find_quote, nearest_line
from generator.sources.sections import SectionSpan
from generator.sources.spacing import respaced
from generator.sources.text import SourceText

SOURCE = SourceText("x.txt", "甲给予每人30万元奖励，\n乙给予每人30 万元补助。丙3.5%以上。")
WHOLE = SectionSpan(0, len(SOURCE.squeezed), 0)


def test_elided_parts_follow_each_other():
    """The second part is looked for behind the first."""
    place = find_quote(SOURCE, WHOLE, "给予…补助", 1)

    assert place is not None
    assert [SOURCE.squeezed[a:b] for a, b in place.spans] == ["给予", "补助"]


def test_parts_in_the_wrong_order_are_not_found():
    """补助 stands behind 奖励."""
    assert find_quote(SOURCE, WHOLE, "补助…奖励", 1) is None


def test_occurrences_are_counted():
    """The second standing is another place than the first, and both are told."""
    first, second = (find_quote(SOURCE, WHOLE, "给予每人30万元", n) for n in (1, 2))

    assert first is not None
    assert second is not None
    assert first.occurrences == 2
    assert first.spans < second.spans


def test_a_quote_outside_its_section_is_not_found():
    """Only the section that is named counts."""
    assert find_quote(SOURCE, SectionSpan(0, 5, 0), "奖励", 1) is None


def test_a_quote_of_ellipses_is_not_found():
    """Nothing is no evidence."""
    assert find_quote(SOURCE, WHOLE, "……", 1) is None


def test_nearest_line_shares_the_longest_run():
    """The hint shows the line in which the editor went wrong."""
    assert nearest_line(SOURCE, "乙给予每人35万元补助") == (2, "乙给予每人30 万元补助。丙3.5%以上。")


def test_nearest_line_never_shows_contacts():
    """Even where a contact line is the most alike."""
    source = SourceText("x.txt", "每人600元\n联系人：张三，电话5551234")

    assert nearest_line(source, "联系人：张三")[0] == 1


def test_surplus_space_is_removed():
    """A space that the source does not print goes, the one that it prints stays."""
    place = find_quote(SOURCE, WHOLE, "乙给予每人 30 万元", 1)

    assert place is not None
    assert respaced("乙给予每人 30 万元", place, SOURCE) == "乙给予每人30 万元"


def test_a_line_break_is_no_space():
    """Where the source merely breaks its line, a quote has no space."""
    place = find_quote(SOURCE, WHOLE, "奖励， 乙", 1)

    assert place is not None
    assert respaced("奖励， 乙", place, SOURCE) == "奖励，乙"
