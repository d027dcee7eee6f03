"""`handbook diff` between folders and between revisions."""

import json
import subprocess

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.fictional import FINAL, policy_files

pytestmark = pytest.mark.slow


def write(folder, *edits):
    """Write the fictional library, with *edits*, under *folder*."""
    for name, content in policy_files(*edits).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def git(folder, *words):
    """Run git in *folder* as somebody without settings of their own."""
    names = ["-c", "user.name=x", "-c", "user.email=x@example.invalid", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *names, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path):
    """A repository whose first commit holds the clean library and whose folder holds a wrong amount."""
    write(tmp_path)
    git(tmp_path, "init")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "first")
    write(tmp_path, (FINAL, "value: 600元", "value: 500元"))
    return tmp_path


def run(*words):
    """Run `handbook diff`."""
    return CliRunner().invoke(main, ["diff", *map(str, words), "--date", "2026-11-21"])


def test_a_revision_is_compared_with_the_folder(repository):
    """Without HEAD the working folder is the newer side; a mistake gives exit code 1."""
    result = run("HEAD", "--root", repository, "--no-pages")

    assert result.output.startswith(
        "《云州市技能培训实施方案》二（一）：培训补贴 600元 → 500元，引文未变（错误）\n"
    )
    assert result.exit_code == 1


def test_two_revisions_are_compared(repository):
    """The same revision twice has no changes."""
    result = run("HEAD", "HEAD", "--root", repository)

    assert (result.output.split("\n")[0], result.exit_code) == ("政策内容没有变化。", 0)


def test_two_folders_are_compared(tmp_path):
    """Folders work without git; the pages that change are listed."""
    write(tmp_path / "old")
    write(tmp_path / "new", (FINAL, "title: 培训基地", "title: 公共培训基地"))

    result = run(tmp_path / "old", tmp_path / "new", "--format", "json")

    pages = json.loads(result.output)["pages"]["changed"]
    assert {"title": "云州市技能培训实施方案", "url": "documents/yunzhou-peixun-2024/"} in pages


def test_a_file_that_cannot_be_read_is_told_with_its_line(repository):
    """First thing, with the title that it had before."""
    write(repository, (FINAL, "schema: 1", "schema 1"))

    result = run("HEAD", "--root", repository, "--no-pages")

    assert result.output.startswith(f"1 份文件读不出来，没有比较：《云州市技能培训实施方案》（{FINAL}:")
    assert result.exit_code == 1


def test_an_unknown_revision_is_wrong_usage(repository):
    """A name that is neither folder nor revision says so and ends with 2."""
    result = run("no-such-branch", "--root", repository)

    assert result.exit_code == 2
    assert "既不是装有 policies/ 的文件夹" in result.output


def test_a_revision_cannot_be_an_option_of_git(repository):
    """A name that begins with a dash never reaches git as an option."""
    result = run("--root", repository, "--", "--output=/tmp/x")

    assert result.exit_code == 2
