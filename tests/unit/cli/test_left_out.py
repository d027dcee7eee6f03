"""What can't be read is told before an answer that can't know of it, and no such answer ends with 0."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.main import main
from tests.case_files import BASE, TODAY
from tests.fictional import FINAL
from tests.publish.fictional import ROOT

TOLD = f"{FINAL}:5:5: error[fullwidth-colon]"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The fictional library with one extract that can't be read."""
    shutil.copytree(BASE / "policies", tmp_path / "policies")
    shutil.copytree(ROOT / "docs/assets/js/search", tmp_path / "docs/assets/js/search")
    text = (tmp_path / FINAL).read_text("utf-8")
    (tmp_path / FINAL).write_text(text.replace("type: ", "type：", 1), "utf-8")
    return tmp_path


def run(command: str, root: Path, *words: str) -> Result:
    """Run *command* on the day of the cases."""
    given = ["--root", str(root), "--sources", str(BASE / "sources"), "--date", TODAY]
    return CliRunner().invoke(main, [command, *words, *given])


@pytest.mark.parametrize(
    ("command", "words"),
    [("search", ["云州"]), ("coverage", []), ("coverage", ["yunzhou-peixun-caogao-2023", "--open"])],
)
def test_what_is_not_in_the_answer_is_told_first(root, command, words):
    """Then the answer comes all the same, and the command ends with 1."""
    result = run(command, root, *words)

    assert result.output.startswith(TOLD)
    assert "下面的结果里没有它们" in result.output
    assert result.stdout.strip()
    assert result.exit_code == 1


def test_a_document_that_cannot_be_read_is_not_unknown(root):
    """Nobody wants another one in its place."""
    result = run("coverage", root, "yunzhou-peixun-2024")

    assert result.output.startswith(TOLD)
    assert "是不是" not in result.output
    assert result.exit_code == 1


def test_a_program_reads_the_answer_alone(root):
    """The problems are on the other stream."""
    answer = json.loads(run("search", root, "云州", "--json").stdout)

    assert answer["words"]


def test_the_answer_of_whole_extracts_ends_with_zero(root):
    """Nothing is left out."""
    shutil.copytree(BASE / "policies", root / "policies", dirs_exist_ok=True)

    assert [
        run(command, root, *words).exit_code for command, words in (("search", ["云州"]), ("coverage", []))
    ] == [0, 0]


@pytest.mark.parametrize(("command", "words"), [("search", ["云州"]), ("coverage", [])])
def test_nothing_to_search_is_told(tmp_path, command, words):
    """An empty folder is no handbook in which nothing is said of it."""
    result = run(command, tmp_path, *words)

    assert "error[no-extract]" in result.output
    assert result.stdout == ""
    assert result.exit_code == 1
