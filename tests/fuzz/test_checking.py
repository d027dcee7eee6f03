"""Whatever an extract or a source text holds, checking ends with problems, never with a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import checking
from generator.problems import Problem
from tests.case_files import TODAY
from tests.fuzz.inputs import PIECES, base_policies, base_sources, damaged_library, retyped_library

pytestmark = pytest.mark.slow

EXAMPLES = int(os.environ.get("HANDBOOK_FUZZ", "60"))
"""How many inputs each test tries; the timed run beside the default tests sets more."""

tried = settings(
    max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def crashes(problems: tuple[Problem, ...]) -> list[str]:
    """The problems that say that a rule of ours has failed."""
    return [str(problem) for problem in problems if "crash" in problem.rule]


@tried
@given(st.one_of(st.binary(max_size=400), st.lists(PIECES, max_size=30).map(b"".join)))
def test_any_bytes_are_a_file_with_problems(content):
    """A file that is no extract says so, and its neighbours are still checked."""
    result = checking.check({**base_policies(), "policies/documents/x.yaml": content}, base_sources(), TODAY)

    assert any(problem.location.file == "policies/documents/x.yaml" for problem in result.problems)
    assert crashes(result.problems) == []


@tried
@given(damaged_library())
def test_damaged_files_are_checked(files):
    """Cut, repeated, mixed with bytes of any kind."""
    result = checking.check(files, base_sources(), TODAY)

    assert crashes(result.problems) == []


@tried
@given(retyped_library())
def test_retyped_values_are_checked(files):
    """Values of any text in well-formed files, which get further into the program."""
    result = checking.check(files, base_sources(), TODAY)

    assert crashes(result.problems) == []


@tried
@given(
    st.one_of(
        st.text(max_size=300),
        st.lists(
            st.sampled_from(
                [
                    "一、",
                    "（一）",
                    "第一条",
                    "30万元",
                    "3.5%以上",
                    "每人",
                    "不超过",
                    "\n",
                    "　",
                    "**",
                    "#",
                    "|",
                    "〔2024〕1号",
                    "十三",
                    "亿",
                    "%",
                ]
            ),
            max_size=80,
        ).map("".join),
    ),
    st.sampled_from(sorted(base_sources())),
)
def test_any_source_text_is_searched(text, name):
    """A source text is what somebody copied out of a page."""
    result = checking.check(base_policies(), {**base_sources(), name: text}, TODAY)

    assert crashes(result.problems) == []


BOMBS = {
    "lists": b"a: " + b"[" * 100_000,
    "mappings": b"{a: " * 50_000,
    "indents": b"".join(b" " * n + b"a:\n" for n in range(3_000)),
    "dashes": b"- " * 100_000,
    "aliases": b"a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
    + b"".join(b"a%d: &a%d [%s]\n" % (n, n, b",".join([b"*a%d" % (n - 1)] * 10)) for n in range(1, 12)),
    "scalar": b"a: " + b"x" * 5_000_000,
    "digits": b"schema: " + b"9" * 1_000_000,
    "quotes": b'"' * 1_000_000,
    "keys": b"".join(b"k%d: v\n" % n for n in range(50_000)),
    "numerals": ("title: " + "十" * 200_000).encode(),
}
CHILD = """
import sys, resource
resource.setrlimit(resource.RLIMIT_AS, (1_500_000_000,) * 2)
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
from generator import checking
from tests.fuzz.inputs import base_policies, base_sources
content = sys.stdin.buffer.read()
name = "policies/documents/x.yaml"
if sys.argv[1] == "document":
    result = checking.check({**base_policies(), name: content}, base_sources(), "2026-11-21")
    assert any(p.location.file == name for p in result.problems)
else:
    name = sorted(base_sources())[0]
    result = checking.check(base_policies(), {**base_sources(), name: content.decode()}, "2026-11-21")
assert max(len(str(p)) for p in result.problems) < 5_000
assert not [p for p in result.problems if "crash" in p.rule]
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, len(result.problems))
"""


def bounded(kind: str, content: bytes) -> subprocess.CompletedProcess[str]:
    """Check *content* in a process that may use 1.5 GB and a minute of one processor."""
    done = subprocess.run(
        [sys.executable, "-c", CHILD, kind],
        input=content,
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=False,
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode(), done.stderr.decode()[-2000:]
    )


@pytest.mark.parametrize("bomb", BOMBS)
def test_bombs_are_refused_within_bounds(bomb):
    """Deep nesting, exploding aliases, endless values: time and memory stay bounded, messages short."""
    done = bounded("document", BOMBS[bomb])

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "text",
    [
        "万元" * 200_000,
        "30万元。" * 60_000,
        "一、" * 60_000,
        "〔" * 300_000,
        " \n" * 500_000,
        "每" + "x" * 1_000_000,
    ],
)
def test_endless_source_texts_stay_within_bounds(text):
    """A source text of half a million characters is read once, not once for every quote."""
    done = bounded("source", text.encode())

    assert done.returncode == 0, done.stderr
