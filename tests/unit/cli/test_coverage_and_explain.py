"""The commands `handbook coverage` and `handbook explain`."""

from click.testing import CliRunner, Result

from generator.cli.main import main
from generator.rules.catalogue import RULES
from tests.case_files import BASE, TODAY

DOCUMENT = "yunzhou-peixun-2024"


def run(*words: str) -> Result:
    """Run `handbook` without what the environment says."""
    return CliRunner(env={"HANDBOOK_SOURCES": None}).invoke(main, list(words))


def coverage(*words: str, sources: str = str(BASE / "sources")) -> Result:
    """Run `handbook coverage` on the fictional library."""
    return run("coverage", "--root", str(BASE), "--sources", sources, "--date", TODAY, *words)


def test_every_numeral_says_who_holds_it():
    """A fact, the label of a section, or the reason why it is no fact."""
    lines = coverage(DOCUMENT).output.split("\n")

    assert "  第23行  章节 2.1  600  有出处：butie-e" in lines
    assert "  第21行  章节 2  二  有出处：章节序号 二、" in lines
    assert "  第25行  章节 2.2  四  非事实：固定用语" in lines


def test_contact_numbers_are_counted_but_not_shown():
    """The telephone of the source stays in the source."""
    output = coverage(DOCUMENT).output

    assert "1234567" not in output
    assert "（不显示）  不公开：联系方式" in output


def test_each_document_has_its_share():
    """Everything is accounted for."""
    result = coverage()

    assert result.exit_code == 0
    assert result.output.count("（100%）：有出处") == 2


def test_an_open_numeral_is_shown_with_its_line(tmp_path):
    """The share drops, the line of the source is printed, and the command fails."""
    name = f"{DOCUMENT}.txt"
    text = (BASE / "sources" / name).read_text("utf-8")
    (tmp_path / name).write_text(text.replace("统一标准", "统一标准，共7项"), "utf-8")
    result = coverage(DOCUMENT, "--open", sources=str(tmp_path))

    assert result.exit_code == 1
    assert "  第25行  章节 2.2  7  没有着落" in result.output
    assert "共7项，坚持四轮驱动" in result.output


def test_without_texts_there_is_nothing_to_cover():
    """A wrong usage, not a share of zero."""
    result = run("coverage", "--root", str(BASE), "--date", TODAY)

    assert result.exit_code == 2


def test_an_unknown_document_has_a_near_one():
    """The hint names it."""
    result = coverage("yunzhou-peixun-2023")

    assert result.exit_code == 2
    assert f"是不是 {DOCUMENT}？" in result.output


def test_explain_prints_reason_and_examples():
    """Why, wrong and right."""
    output = run("explain", "sum-mismatch").output

    assert all(words in output for words in ("为什么：", "错误的写法：", "正确的写法：", "21万人次"))


def test_explain_lists_all_rules():
    """Without a name."""
    output = run("explain").output

    assert [rule.name for rule in RULES if rule.name not in output] == []


def test_explain_an_unknown_rule():
    """A slip of the hand has a near rule."""
    result = run("explain", "sum-mismach")

    assert result.exit_code == 2
    assert "是不是 sum-mismatch？" in result.output
