"""A table of a page says what it has nothing of: no blank cell, no column of zeros."""

import lxml.html
import pytest

from generator import pipeline
from generator.render.environment import environment
from tests.case_files import TODAY
from tests.fictional import policy_files, source_texts


def rows(markdown: str) -> list[list[str]]:
    """The words of every cell of the tables of a page, row by row."""
    html = lxml.html.fromstring(f"<div>{markdown}</div>")
    return [[cell.text_content().strip() for cell in row] for row in html.iter("tr")]


@pytest.mark.parametrize(
    "page", ["compare/index.md", "departments/index.md", "calendar.md", "overview.md", "references.md"]
)
def test_no_cell_of_a_list_is_blank(page):
    """A blank may mean nothing, not known or not looked for."""
    site = pipeline.build(policy_files(), source_texts(), {}, TODAY).site
    assert site is not None

    found = rows(dict(site.pages)[page].split("---", 2)[2])

    assert found
    assert [row for row in found if "" in row] == []


def test_a_policy_with_nothing_but_a_draft_says_so():
    """Instead of nothing at all, and 0 things to compare."""
    family = {"id": "a", "title": "甲", "columns": [], "rows": [], "drafts": ["甲（征求意见稿）"]}

    page = environment().get_template("comparisons.md.j2")
    found = rows(page.render(page="compare/index.md", families=[family], indicators=[], ways=[]))

    assert ["甲", "只有征求意见稿 1 份", "没有", "看征求意见稿"] in found


@pytest.mark.parametrize(
    ("issued", "heads"), [(0, ["部门", "性质", "职责"]), (2, ["部门", "性质", "职责", "印发文件"])]
)
def test_a_column_of_zeros_is_left_out(issued, heads):
    """Where no body of a region has issued a document, nobody needs the column."""
    body = {"name": "甲局", "url": "departments/a/", "form": "机构", "duties": 1, "issued": issued}

    page = environment().get_template("departments.md.j2")
    found = rows(
        page.render(page="departments/index.md", groups=[{"region": "甲", "rows": [body]}], part="1", ways=[])
    )

    assert found[0] == heads
