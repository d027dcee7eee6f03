"""Whatever is typed behind `handbook`: an answer in Chinese and an exit code of 0, 1 or 2, never a traceback."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.cli.main import COMMANDS
from tests.case_files import BASE
from tests.fuzz.inputs import HOSTILE, TERMINAL

pytestmark = pytest.mark.slow

EXAMPLES = int(os.environ.get("HANDBOOK_FUZZ", "60"))
RUNNING = {"serve"}
"""Commands that end only when somebody ends them."""

OPTIONS = [
    *("--root", "--sources", "--date", "--out", "--help", "--format", "--keep", "--url", "--key", "--ssh"),
    *("--json", "--limit", "--record", "-h", "--", "--no", "-x"),
]
PLACES = [
    *(".", "/dev/null", "/etc/passwd", "nowhere", "2026-02-30", "-1", "补贴", "file:///etc/passwd"),
    *("http://127.0.0.1:1/", "user@nowhere.invalid:/x"),
]
WORDS = st.one_of(
    st.sampled_from([*OPTIONS, *PLACES, *HOSTILE, *TERMINAL, "9" * 400, "a" * 10_000, ""]),
    st.text(max_size=8),
)


def unexpected(result: Result) -> str:
    """What is wrong with an answer, empty if nothing is."""
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        return repr(result.exception)
    if result.exit_code not in (0, 1, 2):
        return f"exit code {result.exit_code}"
    return ""


@pytest.fixture
def here(tmp_path, monkeypatch) -> Path:
    """A folder with the fictional library, without network or source texts."""
    shutil.copytree(BASE / "policies", tmp_path / "policies")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("HANDBOOK_SOURCES", raising=False)
    return Path(tmp_path)


@settings(
    max_examples=EXAMPLES, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.sampled_from(sorted(set(COMMANDS) - RUNNING)), st.lists(WORDS, max_size=5))
def test_any_words_get_an_answer(here, command, words):
    """Options without values, values without options, paths that are none, half a megabyte of digits."""
    result = CliRunner().invoke(main, [command, *words])

    assert unexpected(result) == ""


@settings(max_examples=EXAMPLES)
@given(st.lists(WORDS.filter(lambda word: word not in COMMANDS), max_size=4))
def test_unknown_commands_get_an_answer(words):
    """The group itself."""
    result = CliRunner().invoke(main, words)

    assert unexpected(result) == ""


@pytest.mark.parametrize("command", sorted(set(COMMANDS) - RUNNING))
def test_every_command_survives_a_broken_folder(here, command):
    """No policies at all, or a file where a folder should be."""
    shutil.rmtree(here / "policies")
    (here / "policies").write_text("x", "utf-8")

    result = CliRunner().invoke(main, [command])

    assert unexpected(result) == ""
