"""How a place in a document is called, and by which date documents are ordered."""

import pytest

from generator.model.document import Document, Section
from generator.views.dates import chinese_date, newest_first, older_than_a_year
from generator.views.places import clause_label, heading, printed_headings
from tests.fictional import library

OUTLINE = (
    ("0", "", "文首", "否"),
    ("2", "二、", "主要任务", "是"),
    ("2.4", "（四）", "建设平台", "是"),
    ("2.4.10", "10.", "评选基地", "是"),
    ("8", "八、", "激励保障", "是"),
    ("8.1", "第1段", "评选表彰", "否"),
    ("a2", "附件2", "起草说明", "是"),
    ("a2.4", "四、", "主要内容", "是"),
    ("a2.4.13", "（十三）", "评选表彰", "是"),
)


@pytest.fixture
def document() -> Document:
    """The fictional plan with an outline of every shape."""
    plan = library().documents["yunzhou-peixun-2024"]
    keys = ("id", "label", "title", "printed")
    outline = tuple(Section.model_validate(dict(zip(keys, row, strict=True))) for row in OUTLINE)
    return plan.model_copy(update={"outline": outline})


@pytest.mark.parametrize(
    ("section", "label"),
    [
        ("0", "文首"),
        ("2", "第二部分"),
        ("2.4", "二（四）"),
        ("2.4.10", "二（四）10"),
        ("8.1", "第八部分第1段"),
        ("a2.4.13", "附件2 四（十三）"),
    ],
)
def test_a_clause_is_called_by_its_printed_labels(document: Document, section: str, label: str):
    """As an official would cite it: 二（四）10, 第八部分第1段, 附件2 四（十三）."""
    assert clause_label(document, section) == label


def test_headings_that_are_not_printed_are_not_among_the_printed_ones(document: Document):
    """第1段 is our name for a paragraph; open data lists what the document prints."""
    assert printed_headings(document, "8.1") == ("八、激励保障",)
    assert printed_headings(document, "2.4.10") == ("二、主要任务", "（四）建设平台", "10. 评选基地")


def test_an_annex_is_set_off_from_its_title():
    """附件2 起草说明, not 附件2起草说明."""
    assert heading("附件2", "起草说明") == "附件2 起草说明"


def test_dates_are_written_as_exactly_as_they_are_known():
    """No month or day is added."""
    assert [chinese_date(d) for d in ("2025-08-13", "2025-08", "2025")] == [
        "2025年8月13日",
        "2025年8月",
        "2025年",
    ]


def test_the_newest_document_comes_first():
    """The plan of 2024 stands before the draft, whose year is not printed."""
    found = newest_first(tuple(library().documents.values()))

    assert [d.id for d in found] == ["yunzhou-peixun-2024", "yunzhou-peixun-caogao-2023"]


@pytest.mark.parametrize(
    ("day", "stale"), [("2025-11-20", True), ("2025-11-21", False), ("2026-11-21", False)]
)
def test_a_status_looked_at_more_than_a_year_ago_is_stale(day: str, stale: bool):
    """A year to the day is still fresh."""
    assert older_than_a_year(day, "2026-11-21") is stale
