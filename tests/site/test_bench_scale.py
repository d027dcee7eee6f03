"""What is measured at a thousand documents runs at a few, so that it can't rot; what it says of time is never judged."""

from pathlib import Path

import pytest

from bench import page, scale

pytestmark = [pytest.mark.site, pytest.mark.slow, pytest.mark.xdist_group("builders")]
FEW = 4


@pytest.mark.parametrize("name", [*scale.tables(FEW, FEW)])
def test_each_table_can_be_made(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Every row has as many cells as the head, and every figure is one."""
    monkeypatch.setattr(scale, "SCRATCH", tmp_path)

    lines = list(scale.tables(FEW, FEW)[name]())

    head, rule, *rows = [line.strip("|").split("|") for line in lines if line.startswith("|")]
    figures = [cell.strip().rstrip("%") for row in rows for cell in row[1:]]
    assert {len(row) for row in rows} == {len(head)} == {len(rule)}
    assert rows
    assert [cell for cell in figures if not cell.replace(".", "", 1).isdigit()] == []


def test_a_table_takes_its_place_in_the_page(tmp_path: Path):
    """Only what stands between the marks is replaced."""
    file = tmp_path / "performance.md"
    file.write_text("前\n<!-- full -->\n旧\n<!-- /full -->\n后\n", "utf-8")

    page.write_table("full", ["| 新 |"], file)

    assert file.read_text("utf-8") == "前\n<!-- full -->\n\n| 新 |\n\n<!-- /full -->\n后\n"


def test_the_page_has_a_place_for_each_table():
    """What is measured is kept."""
    text = page.PAGE.read_text("utf-8")

    assert [name for name in scale.tables(FEW, FEW) if text.count(f"<!-- {name} -->") != 1] == []
