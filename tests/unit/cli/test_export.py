"""The command `handbook export`: whole library, one table, one document; every file is opened again."""

import csv
import io
import json
from pathlib import Path

import docx
import openpyxl
import pytest
from click.testing import CliRunner, Result

from generator.cli.main import main
from tests.case_files import TODAY
from tests.fictional import FINAL, policy_files

SECOND = "policies/documents/haizhou-peixun-2024.yaml"
DOCUMENT = "yunzhou-peixun-2024"
REGIONS, DEPARTMENTS = "policies/vocabulary/regions.yaml", "policies/vocabulary/departments.yaml"
HAIZHOU = '  - {id: "990200", name: 海州市, short: 海州, level: 市, parent: "990000"}\n'
HAIZHOU_HRSS = (
    '  - {id: hz-hrss, line: hrss, region: "990200", name: 海州市人力资源和社会保障局, short: 海州市人社局}\n'
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with the fictional library and a second region's copy of the plan, without its source text."""
    files = policy_files()
    text = files[FINAL].decode().replace("id: yunzhou-peixun-2024\n", "id: haizhou-peixun-2024\n")
    text = text.replace('region: "990100"', 'region: "990200"').replace("org: yz-hrss}", "org: hz-hrss}", 1)
    files[REGIONS] += HAIZHOU.encode()
    files[DEPARTMENTS] += HAIZHOU_HRSS.encode()
    for name, content in {**files, SECOND: text.encode()}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    return tmp_path


def run(root: Path, *words: str) -> Result:
    """Run `handbook export` on the day of the cases, without source texts."""
    arguments = ["export", "--root", str(root), "--date", TODAY, *words]
    return CliRunner(env={"HANDBOOK_SOURCES": None}).invoke(main, arguments)


def test_without_a_name_the_whole_library_is_written(root: Path):
    """One workbook, and each of its sheets as CSV and JSON with as many rows."""
    result = run(root, "--out", str(root / "带走"))

    assert result.exit_code == 0, result.output
    book = openpyxl.load_workbook(root / "带走" / "handbook.xlsx")
    text = (root / "带走" / "facts.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert len(rows) == book["数字"].max_row > 1
    assert len(json.loads((root / "带走" / "facts.json").read_text("utf-8"))) == len(rows) - 1


def test_a_comparison_becomes_one_word_document(root: Path):
    """The name of the file says the format."""
    result = run(root, "compare-peixun", "--out", str(root / "对比.docx"))

    assert result.exit_code == 0, result.output
    table = docx.Document(str(root / "对比.docx")).tables[0]
    assert table.rows[0].cells[0].text == "比什么"


def test_a_document_is_named_by_its_id(root: Path):
    """Its facts, clauses and duties, with the source; nothing of another document."""
    result = run(root, DOCUMENT, "--out", str(root / "云州.xlsx"))

    assert result.exit_code == 0, result.output
    book = openpyxl.load_workbook(root / "云州.xlsx")
    assert book.sheetnames == ["数字", "条款", "职责", "来源与状态"]
    ids = [row[-1] for row in book["数字"].iter_rows(min_row=2, values_only=True)]
    assert ids
    assert {str(name).split("/")[0] for name in ids} == {DOCUMENT}


def test_one_table_of_a_document_fits_into_one_file(root: Path):
    """What the message about several tables names can be typed."""
    refused = run(root, DOCUMENT, "--out", str(root / "云州.csv"))
    result = run(root, f"documents-{DOCUMENT}-facts", "--out", str(root / "云州.csv"))

    assert refused.exit_code == 2
    assert f"documents-{DOCUMENT}-facts" in refused.output
    assert result.exit_code == 0, result.output
    assert (root / "云州.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_formats_can_be_chosen(root: Path):
    """Only what is asked for is written."""
    result = run(root, "subsidies", "--format", "csv", "--out", str(root / "带走"))

    assert result.exit_code == 0, result.output
    assert [path.name for path in (root / "带走").iterdir()] == ["subsidies.csv"]


def test_an_unknown_name_is_answered_with_the_nearest(root: Path):
    """A slip of the finger needs no look into a list."""
    result = run(root, "compare-peixn", "--out", str(root / "带走"))

    assert result.exit_code == 2
    assert "compare-peixun" in result.output


def test_names_can_be_listed(root: Path):
    """Tables, comparisons and documents; nothing is written."""
    result = run(root, "--list")

    assert result.exit_code == 0
    assert {"handbook", "facts", "compare-peixun", "topics-subsidies", DOCUMENT} <= set(result.output.split())


def test_a_place_must_be_said(root: Path):
    """Nothing lands where nobody looks for it."""
    result = run(root)

    assert result.exit_code == 2
    assert "--out" in result.output


def test_nothing_is_exported_while_there_is_an_error(root: Path):
    """What can't be published can't be taken along."""
    text = (root / FINAL).read_text("utf-8")
    (root / FINAL).write_text(text.replace("status: {value: 现行", "status: {value: 有效", 1), "utf-8")
    result = run(root, "--out", str(root / "带走"))

    assert result.exit_code == 1
    assert "没有导出任何文件" in result.output
    assert not (root / "带走").exists()
