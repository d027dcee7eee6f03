"""What is drawn: lengths, places, who stands under whom."""

from generator.views.amounts import amounts
from generator.views.overviews import Node, document_spans, duties_by_topic, family_tree
from generator.views.paper import view_paper
from generator.views.pictures import COLUMN_FOOT, COLUMN_TOP, awards, targets_by_year
from tests.fictional import FINAL, library

ADDRESS = "https://handbook.invalid/"


def test_the_parts_of_a_total_are_columns_by_year():
    """Three years, in order, and the total in words."""
    (picture,) = targets_by_year(library())

    assert [mark.name for mark in picture.marks] == ["2024年", "2025年", "2026年"]
    assert "合计30万人次以上" in picture.description


def test_the_longest_column_fills_the_height_and_half_as_much_fills_half():
    """Lengths are in proportion, or the picture lies."""
    edit = (
        FINAL,
        "value: 10万人次, quote: 2024年10万人次, period: 2024年",
        "value: 5万人次, quote: 2024年10万人次, period: 2024年",
    )
    (picture,) = targets_by_year(library(edit))

    heights = [mark.height for mark in picture.marks]
    assert heights == [(COLUMN_FOOT - COLUMN_TOP) / 2, COLUMN_FOOT - COLUMN_TOP, COLUMN_FOOT - COLUMN_TOP]


def test_a_total_with_a_part_without_a_year_is_not_drawn():
    """Half a picture would mislead."""
    edit = (FINAL, "quote: 2024年10万人次, period: 2024年,", "quote: 2024年10万人次,")

    assert targets_by_year(library(edit)) == ()


def test_without_prizes_there_is_no_picture_of_prizes():
    """The fictional city pays subsidies only."""
    assert awards(library()) is None


def test_amounts_stand_on_powers_of_ten():
    """600 yuan stand between 100 and 1000, at the decimal logarithm of six."""
    shown = amounts(library())
    assert shown is not None

    assert [tick.words for tick in shown.ticks] == ["100元", "1000元"]
    assert [mark.start for mark in shown.groups[0].marks] == [77.8]


def test_the_tree_hangs_a_city_under_its_province():
    """The province's document is known by name alone: it stands above, without an address."""
    vocabulary = library().vocabulary
    (root,) = family_tree(library(), vocabulary.families["peixun"]).roots

    assert (root.region, root.url, root.status) == ("海西", "", "")
    assert _titles(root.children)[0] == library().documents["yunzhou-peixun-2024"].title


def test_a_draft_comes_after_the_final_of_its_region():
    """Both are shown; the one in force first."""
    (root,) = family_tree(library(), library().vocabulary.families["peixun"]).roots

    assert [node.status for node in root.children] == ["现行", "征求意见稿"]


def _titles(nodes: tuple[Node, ...]) -> list[str]:
    return [node.title for node in nodes]


def test_a_document_without_date_and_period_has_an_empty_row_that_says_so():
    """Nothing is guessed for the draft."""
    spans = document_spans(library())
    draft = next(row for row in spans.rows if row.row.draft)

    assert {(covered, dated) for _, covered, dated in draft.cells} == {(False, "")}
    assert draft.period.startswith("文中未")


def test_a_period_covers_its_years():
    """From 2024 to the end of 2026."""
    final = next(row for row in document_spans(library()).rows if not row.row.draft)

    assert [year for year, covered, _ in final.cells if covered] == ["2024", "2025", "2026"]
    assert [dated for _, _, dated in final.cells if dated] == ["2024年3月5日成文"]


def test_duties_of_a_draft_are_not_counted():
    """What is only proposed is nobody's task yet."""
    final = duties_by_topic(library())
    drafted = duties_by_topic(library((FINAL, "status: {value: 现行", "status: {value: 征求意见稿")))

    assert [row.total for row in final.rows] == [1, 1, 1]
    assert drafted.rows == ()


def test_paper_prints_a_code_only_where_the_address_is_known():
    """A code of half an address would lead nowhere."""
    document = library().documents["yunzhou-peixun-2024"]
    alone, placed = view_paper(library(), document, ""), view_paper(library(), document, ADDRESS)

    assert (alone.code, alone.lines[-1]) == ("", ("本站路径", "documents/yunzhou-peixun-2024/"))
    assert placed.code.startswith("<svg")
    assert placed.lines[-1] == ("网址", f"{ADDRESS}documents/yunzhou-peixun-2024/")
