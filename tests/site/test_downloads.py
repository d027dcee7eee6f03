"""What the pages offer to take along: every link leads to a file, and office programs' libraries open it."""

import csv
import io
import json
from pathlib import Path
from urllib.parse import unquote, urljoin

import docx
import openpyxl
import pytest
from bs4 import BeautifulSoup

pytestmark = pytest.mark.site


def _offered(site: Path) -> set[str]:
    """The addresses of every download that some page offers."""
    found: set[str] = set()
    for page in site.rglob("index.html"):
        here = f"/{page.parent.relative_to(site).as_posix()}/".replace("/./", "/")
        soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
        found |= {
            urljoin(here, unquote(str(a["href"]))).removeprefix("/") for a in soup.select("a[download]")
        }
    return found


def test_every_download_on_a_page_is_there_and_every_file_is_offered(site: Path):
    """No dead link, and no file that nobody can find."""
    made = {path.relative_to(site).as_posix() for path in (site / "downloads").iterdir()}

    assert _offered(site) == made


def test_every_workbook_opens_with_rows(site: Path):
    """Each has a head and something below it."""
    for path in sorted((site / "downloads").glob("*.xlsx")):
        sheet = openpyxl.load_workbook(io.BytesIO(path.read_bytes())).worksheets[0]
        rows = list(sheet.iter_rows(values_only=True))
        assert len(rows) > 1, path.name


def test_csv_and_json_hold_the_same_rows(site: Path):
    """A table is the same table in every format."""
    for path in sorted((site / "downloads").glob("*.csv")):
        rows = list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))
        records = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        assert len(rows) - 1 == len(records), path.name


def test_every_word_document_opens_with_its_table_and_sources(site: Path):
    """Each comparison has its table, and says where it is from."""
    for path in sorted((site / "downloads").glob("*.docx")):
        word = docx.Document(str(path))
        assert len(word.tables[0].rows) > 1, path.name
        assert any("来源与状态" in paragraph.text for paragraph in word.paragraphs), path.name


def test_the_grand_award_can_be_summed(site: Path):
    """300,000 yuan is a number in the workbook of the whole library."""
    book = openpyxl.load_workbook(io.BytesIO((site / "downloads/handbook.xlsx").read_bytes()))
    heads, *rows = book["数字"].iter_rows(values_only=True)

    award = next(
        dict(zip(heads, row, strict=True))
        for row in rows
        if row[-1] == "guangxi-jineng-qiangqi-2025/award-zhonghua"
    )
    assert (award["下限"], award["单位"], award["状态"]) == (300000, "元", "现行")
