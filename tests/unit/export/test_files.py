"""Which files there are, what is in those of one page, and that a file is made only when its values changed."""

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest

from generator.build.files import put_downloads, put_files
from generator.disk import read_tree
from generator.export.exports import Exports
from generator.export.files import export_files
from generator.site import Promised, Site
from generator.views.shelves import MOST
from tests.fictional import DRAFT, FINAL, library

DAY = "2026-11-21"
TOPIC = "downloads/topics-subsidies"


@pytest.fixture(scope="module")
def files() -> Exports:
    """The files of the fictional library."""
    return export_files(library(), DAY)


def _rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_a_topic_has_a_workbook_with_its_tables_and_their_sources(files: Exports):
    """One file to take along; each table also by itself."""
    book = openpyxl.load_workbook(io.BytesIO(files[f"{TOPIC}.xlsx"]))

    assert book.sheetnames == ["数字", "条款", "来源与状态"]
    for name, sheet in (("facts", "数字"), ("clauses", "条款")):
        rows = _rows(files[f"{TOPIC}-{name}.csv"])
        assert len(rows) == book[sheet].max_row > 1
        assert len(json.loads(files[f"{TOPIC}-{name}.json"])) == len(rows) - 1


def test_a_body_takes_its_own_duties_along(files: Exports):
    """And nobody else's."""
    rows = _rows(files["downloads/departments-yz-hrss-duties.csv"])

    assert len(rows) > 1
    assert {row[rows[0].index("部门编号")] for row in rows[1:]} == {"yz-hrss"}


def test_a_region_takes_its_documents_along(files: Exports):
    """The table of the page, with status."""
    rows = _rows(files["downloads/regions-990100-documents.csv"])

    assert {row[rows[0].index("状态")] for row in rows[1:]} == {"现行", "征求意见稿"}


def test_a_cell_that_begins_like_a_formula_does_nothing_in_any_file():
    """An extract may begin with a sign; the spreadsheet shows it."""
    made = export_files(library((FINAL, "label: 培训补贴\n", "label: =1+1 培训补贴\n")), DAY)
    rows = _rows(made[f"{TOPIC}-facts.csv"])
    sheet = openpyxl.load_workbook(io.BytesIO(made[f"{TOPIC}.xlsx"]))["数字"]

    assert "'=1+1 培训补贴" in [row[0] for row in rows]
    cells = [row[0] for row in sheet.iter_rows() if row[0].value == "=1+1 培训补贴"]
    assert [cell.data_type for cell in cells] == ["s"]


def test_a_list_too_long_for_a_page_is_in_the_workbook_only(monkeypatch: pytest.MonkeyPatch):
    """The rows of the library are not written out again in every topic and audience."""
    assert MOST > 1
    monkeypatch.setattr("generator.export.lists.MOST", 1)
    made = export_files(library(), DAY)

    assert f"{TOPIC}.xlsx" in made
    assert f"{TOPIC}-clauses.csv" not in made


def test_a_change_of_one_document_changes_only_files_that_hold_it(files: Exports):
    """What an edit does not touch need not be made again."""
    edited = export_files(library((DRAFT, "label: 反馈意见的时限", "label: 反馈时限")), DAY)

    changed = {path for path in files if files.digest(path) != edited.digest(path)}
    assert "downloads/facts.csv" in changed
    assert "downloads/departments-yz-hrss-duties.csv" not in changed


@pytest.fixture
def few() -> Exports:
    """Three promised files, one of them in a part of its own."""
    promised, part = Exports(), Exports()
    for name in ("a", "b"):
        promised.add(f"downloads/{name}.csv", str.encode, name)
    part.add("downloads/c.csv", iter, (b"c",))
    promised.later(lambda: part)
    return promised


def test_parts_are_all_files_each_once(files: Exports):
    """Workers arrange a part each: what no part held would be missing, what two held would be made twice."""
    held = [path for arrange in files.parts() for path in arrange()]

    assert sorted(held) == sorted(files)
    assert len(set(held)) == len(held)


def test_a_file_promised_later_is_that_promised_at_once():
    """The same content, the same digest; unknown paths are unknown."""
    once, later = Exports(), Exports()
    once.add("downloads/a.csv", str.encode, "a")
    later.later(lambda: once)

    assert dict(later) == dict(once) == {"downloads/a.csv": b"a"}
    assert later.digest("downloads/a.csv") == once.digest("downloads/a.csv")
    assert "downloads/b.csv" not in later
    assert len(once | later) == len(once) + len(later)


def test_a_kept_file_is_not_made_again(few: Exports, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The second build copies what the first one made."""
    kept, expected = tmp_path / "kept", dict(few)
    first = put_downloads(few, kept, tmp_path / "first")
    monkeypatch.setattr(Exports, "pieces", None)
    second = put_downloads(few, kept, tmp_path / "second")

    assert first == second
    assert read_tree(tmp_path / "first") == read_tree(tmp_path / "second") == expected


def test_what_a_build_does_not_use_is_swept(few: Exports, tmp_path: Path):
    """The folder holds the files of the last build and no others."""
    kept = tmp_path / "kept"
    put_downloads(few, kept, tmp_path / "first")
    one = Exports()
    one.add("downloads/x.csv", str.encode, "x")
    put_downloads(one, kept, tmp_path / "second")

    assert [path.read_bytes() for path in kept.rglob("*") if path.is_file()] == [b"x"]


def test_a_site_holds_its_files_where_they_are_served(few: Exports, tmp_path: Path):
    """Files and downloads lie below the site, each under its path, and each has a name of its own content."""
    site = Site(files=Promised(lambda: {"api/v1/facts.json": b"[]"}), downloads=Promised(lambda: few))

    found = put_files(site, tmp_path / "kept", tmp_path / "site")

    assert read_tree(tmp_path / "site") == {"api/v1/facts.json": b"[]", **few}
    assert found.keys() == {"api/v1/facts.json", *few}
    assert len(set(found.values())) == len(found)
