"""What the command line says of itself is Chinese, in any locale: an editor reads it."""

from __future__ import annotations

import ast
import io
import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from click.testing import CliRunner

from generator.cli import main
from generator.cli.main import COMMANDS

WORDS = Path(sys.modules["generator.cli"].__file__ or "").parent / "words/zh_CN/LC_MESSAGES"
ENGLISH = re.compile(
    r"\b(?:Usage|Options?|Commands?|Show|Error|Try|Missing|Invalid|No such|default|does|not)\b"
)


def answer(*words: str) -> str:
    """What `handbook` prints."""
    return CliRunner().invoke(main, list(words), prog_name="handbook").output


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["chekc"], "错误：没有命令 chekc。 是不是 'check'？"),
        (["check", "--strct"], "错误：没有选项 --strct。 是不是 '--root', '--sources', '--strict'？"),
        (["search"], "错误：缺少参数 '检索词…'."),
        (["render"], "错误：缺少选项 '--out'."),
        (["check", "--root"], "错误：选项 --root 后面要写值"),
        (["check", "--root", "nirgends"], "错误：'--root' 的值不对：文件夹 nirgends 不存在"),
        (["render", "--out", __file__], f"错误：'--out' 的值不对：{__file__} 是文件，这里要写文件夹"),
        (["check", "--date", "2026/1/1"], "错误：'--date' 的值不对：“2026/1/1”不是日期，要写成 2026-11-21 这样"),
        (["check", "--format", "xml"], "错误：'--format' 的值不对：“xml”不在可选范围内，可以写 'text', 'github'"),
        (["publish", "x", "--keep", "1"], "错误：'--keep' 的值不对：1 不在范围 x>=2 内"),
        (["explain", "a", "b"], "错误：多写了参数（b）"),
    ],
)  # fmt: skip
def test_a_slip_on_the_command_line(words, told):
    """What is wrong, how the command is used, and where more is said."""
    printed = answer(*words)

    assert told in printed
    assert printed.startswith("用法：") or words == ["check", "--root"]
    assert not ENGLISH.search(printed)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_the_frame_of_the_help(command):
    """Headings, the option for help and the defaults."""
    printed = answer(*command.split(), "--help")

    assert "\n选项:\n" in printed
    assert "显示这段说明" in printed
    assert not ENGLISH.search(printed)


@pytest.mark.parametrize("locale", ["C.UTF-8", "en_US.UTF-8", "zh_CN.UTF-8"])
def test_the_locale_of_the_machine_changes_nothing(locale):
    """The rest is Chinese anyway."""
    environment = {**os.environ, "LC_ALL": locale, "LANGUAGE": "de"}
    command = [sys.executable, "-m", "generator", "check", "--nope"]
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )

    assert "错误：没有选项 --nope" in done.stderr


def test_the_compiled_words_are_those_of_the_catalogue():
    """After a change of messages.po: pybabel compile."""
    compiled = io.BytesIO()
    with (WORDS / "messages.po").open("rb") as file:
        write_mo(compiled, read_po(file, locale="zh_CN"))

    assert (WORDS / "messages.mo").read_bytes() == compiled.getvalue()


@pytest.mark.parametrize("module", ["exceptions", "formatting", "parser", "types"])
def test_everything_that_click_says_of_a_slip_has_its_words(module):
    """A new version of click may say something new."""
    source = (Path(click.__file__).parent / f"{module}.py").read_text("utf-8")
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    asked = {
        str(call.args[0].value)
        for call in calls
        if getattr(call.func, "id", "") in ("_", "ngettext") and isinstance(call.args[0], ast.Constant)
    }
    with (WORDS / "messages.po").open("rb") as file:
        known = {m.id if isinstance(m.id, str) else m.id[0] for m in read_po(file) if m.string}

    assert asked - known == set()
    assert asked
