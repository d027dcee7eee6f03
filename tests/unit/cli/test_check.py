"""The command `handbook check`: what it prints in each format, and with which exit code it ends."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.main import main
from tests.case_files import BASE, TODAY
from tests.fictional import FINAL, policy_files

SOURCES = str(BASE / "sources")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with the fictional library."""
    for name, content in policy_files().items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    return tmp_path


def run(root: Path, *words: str, sources: str | None = SOURCES) -> Result:
    """Run `handbook check` on the day of the cases, without what the environment says."""
    given = ["--sources", sources] if sources else []
    arguments = ["check", "--root", str(root), "--date", TODAY, *given, *words]
    return CliRunner(env={"HANDBOOK_SOURCES": None}).invoke(main, arguments)


def change(root: Path, old: str, new: str) -> None:
    """Edit the final's file."""
    text = (root / FINAL).read_text("utf-8")
    (root / FINAL).write_text(text.replace(old, new), "utf-8")


def test_clean_files_end_with_zero(root):
    """The summary says how many quotes were checked."""
    result = run(root)

    assert result.exit_code == 0
    assert "核对引文 26 处（共 26 处）" in result.output


def test_a_problem_ends_with_one(root):
    """It prints place, severity and rule, and below what to type."""
    change(root, "value: 600元", "value: 660元")
    result = run(root)

    assert result.exit_code == 1
    assert f"{FINAL}:94:16: error[value-not-in-quote]" in result.output
    assert "\n    提示：" in result.output


def test_no_escape_codes_without_a_terminal(root):
    """Colour is for terminals only."""
    change(root, "value: 600元", "value: 660元")

    assert "\x1b" not in run(root).output


def test_long_lines_are_not_wrapped(root):
    """A line that is cut in two can't be searched for."""
    change(
        root, "summary: 县区政府年底前交总结。", "summary: 县区政府年底前交总结。" + "很长" * 100 + "999元。"
    )

    assert max(map(len, run(root).output.split("\n"))) < 200
    assert "error[number-not-printed]" in run(root).output


def test_without_texts_it_says_so_loudly(root):
    """Not a single quote was checked, and nobody may think otherwise; that alone is no failure."""
    result = run(root, sources=None)

    assert result.exit_code == 0
    assert "!!! 没有找到原文：26 处引文一处也没有核对 !!!" in result.output


def test_strict_fails_without_texts(root):
    """For those who publish."""
    assert run(root, "--strict", sources=None).exit_code == 1
    assert run(root, "--strict").exit_code == 0


def test_strict_says_why_it_fails(root):
    """No error is counted, and the run fails all the same."""
    run(root, "--record")
    result = run(root, "--strict", sources=None)

    assert "错误 0 个" in result.output
    assert "一处引文也没有核对，按 --strict 不通过" in result.output


def test_strict_refuses_a_document_that_nobody_ever_checked(root, tmp_path):
    """The text of one document is there, that of the new one is not: its figures may be invented."""
    texts = tmp_path / "texts"
    texts.mkdir()
    name = "yunzhou-peixun-2024.txt"
    (texts / name).write_bytes((BASE / "sources" / name).read_bytes())

    assert run(root, sources=str(texts)).exit_code == 0
    result = run(root, "--strict", sources=str(texts))

    assert result.exit_code == 1
    assert "error[record-missing] yunzhou-peixun-caogao-2023" in result.output


def test_documents_without_their_text_are_named(root, tmp_path):
    """Some texts are there, one is not."""
    texts = tmp_path / "texts"
    texts.mkdir()
    name = "yunzhou-peixun-2024.txt"
    (texts / name).write_bytes((BASE / "sources" / name).read_bytes())

    assert (
        "!!! 没有原文，引文没有核对：yunzhou-peixun-caogao-2023 !!!" in run(root, sources=str(texts)).output
    )


def test_files_limit_what_is_reported(root):
    """The whole library is checked, the problems of the named files are shown."""
    change(root, "value: 600元", "value: 660元")
    other = root / "policies/vocabulary/topics.yaml"

    assert run(root, str(other)).exit_code == 0
    assert run(root, str(root / FINAL)).exit_code == 1


@pytest.mark.parametrize("words", [("--format", "xml"), ("--nope",), ("nix.yaml",)])
def test_wrong_usage_ends_with_two(root, words):
    """An unknown option, format or file is no problem in the data."""
    assert run(root, *words).exit_code == 2


def test_an_empty_folder_is_a_problem(tmp_path):
    """Nothing was checked, so nothing may look checked."""
    result = run(tmp_path)

    assert result.exit_code == 1
    assert "policies/documents:1:1: error[no-extract]" in result.output
    assert "--root" in result.output


def test_a_bug_ends_with_two(root, monkeypatch):
    """Exit 1 would blame the data."""
    monkeypatch.setattr("generator.checking.assemble", lambda _files: 1 / 0)
    result = run(root)

    assert result.exit_code == 2
    assert "程序的错误" in result.output


def test_json_says_all(root):
    """Problems with place, severity, rule, message and hint, and the summary."""
    change(root, "value: 600元", "value: 660元")
    told = json.loads(run(root, "--format", "json").output)

    assert told["problems"][0] | {"message": "", "hint": ""} == {
        "file": FINAL, "line": 94, "column": 16, "severity": "error", "rule": "value-not-in-quote", "message": "", "hint": ""
    }  # fmt: skip
    assert (told["summary"]["quotes_checked"], told["summary"]["errors"]) == (26, 1)


def test_github_annotations(root):
    """One line a problem, with line ends and percent signs escaped."""
    change(root, "value: 10%以内", "value: 10%")
    first = run(root, "--format", "github").output.split("\n")[0]

    assert first.startswith(f"::error file={FINAL},line=129,col=")
    assert "title=comparator-dropped::" in first
    assert "“10%25”" in first
    assert "%0A提示：" in first


def test_gitlab_report(root):
    """A list of issues, each with a fingerprint of its own."""
    change(root, "terms: [不得重复享受]", "terms: [没有甲, 没有甲]")
    rows = json.loads(run(root, "--format", "gitlab").output)

    assert {(row["check_name"], row["severity"], row["location"]["path"]) for row in rows} == {
        ("term-not-in-section", "major", FINAL)
    }
    assert len({row["fingerprint"] for row in rows}) == len(rows) == 2


def test_fix_repairs_and_shows_the_difference(root):
    """The file is clean afterwards."""
    change(root, "type: 实施方案", "type：实施方案")
    result = run(root, "--fix")

    assert result.exit_code == 0
    assert "-type：实施方案\n+type: 实施方案\n" in result.output
    assert (root / FINAL).read_bytes() == policy_files()[FINAL]


def test_record_is_written_and_kept(root):
    """With the texts a record is written, without them it is shown."""
    result = run(root, "--record")
    later = run(root, sources=None)

    assert result.exit_code == 0
    assert (root / "policies/records/yunzhou-peixun-2024.yaml").is_file()
    assert "有核对记录且之后没有改动的：2 份（共 2 份）" in later.output


def test_no_record_of_what_is_wrong(root):
    """A record says that everything agreed."""
    change(root, "value: 600元", "value: 660元")
    result = run(root, "--record")

    assert result.exit_code == 1
    assert not (root / "policies/records").exists()


def test_record_needs_texts(root):
    """Without them there is nothing to record."""
    assert run(root, "--record", sources=None).exit_code == 2


def test_record_renews_one_that_was_edited_by_hand(root):
    """What a hand wrote into a record forbids publishing, and the next check with the texts mends it."""
    run(root, "--record")
    record = root / "policies/records/yunzhou-peixun-2024.yaml"
    written = record.read_text("utf-8")
    record.write_text(written.replace("held: 35", "held: 36"), "utf-8")

    assert "record-edited" in run(root).output
    assert run(root, "--record").exit_code == 0
    assert record.read_text("utf-8") == written


def test_record_renews_an_outdated_record(root):
    """After a change that agrees with the source, the new record replaces the old one."""
    run(root, "--record")
    change(root, "县区政府年底前交总结", "县区政府年底以前交总结")

    assert run(root, sources=None).exit_code == 1
    assert "写好 1 份核对记录" in run(root, "--record").output
    assert run(root, sources=None).exit_code == 0


def test_a_second_record_writes_nothing(root):
    """What was recorded and did not change keeps its day."""
    run(root, "--record")

    assert "核对记录都是新的，没有改写" in run(root, "--record").output


def test_a_change_is_let_through_where_the_texts_are(root):
    """The reminder says who has to do what before the texts are out of reach."""
    run(root, "--record")
    change(root, "县区政府年底前交总结", "县区政府年底以前交总结")
    result = run(root)

    assert result.exit_code == 0
    assert "warning[record-to-renew]" in result.output
    assert "handbook check --record" in result.output


def test_a_variable_that_names_no_folder_is_said(root):
    """Without the word nobody would look for the slip there."""
    words = ["check", "--root", str(root), "--date", TODAY]
    result = CliRunner(env={"HANDBOOK_SOURCES": str(root / "nowhere")}).invoke(main, words)

    assert f"HANDBOOK_SOURCES 指的不是文件夹：{root / 'nowhere'}" in result.output
