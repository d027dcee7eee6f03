"""Whatever a file to import holds, the answer is a draft or a sentence, within bounds of time and memory."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.assemble import assemble
from generator.importing.draft import draft
from generator.importing.formats import UnreadableFile, read_text
from generator.importing.yaml_text import draft_yaml
from tests.case_files import TODAY
from tests.fuzz.imported import SEEDS, damaged_file, pdf_file, web_page
from tests.fuzz.inputs import HOSTILE, PIECES, TERMINAL, base_policies

pytestmark = pytest.mark.slow
EXAMPLES = int(os.environ.get("HANDBOOK_FUZZ", "60"))
SECONDS = 20
"""No damaged file of a few kilobytes may take longer."""

VOCABULARY = assemble(base_policies()).library.vocabulary
tried = settings(
    max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@contextmanager
def in_time() -> Iterator[None]:
    """Raise TimeoutError when the block takes longer than SECONDS."""

    def late(_number: int, _frame: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def imported(name: str, content: bytes) -> str:
    """The draft of a file as its YAML, or the sentence that says why there is none."""
    with in_time():
        try:
            text = read_text(name, content).text
        except UnreadableFile as error:
            return str(error)
        return draft_yaml(draft("x", text, VOCABULARY, TODAY).content)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("kind", sorted(SEEDS))
def test_damaged_files_get_an_answer(kind):
    """Word, PDF and web pages, cut, repeated and mixed with what their readers act on."""

    @tried
    @given(damaged_file(kind))
    def each(file: tuple[str, bytes]) -> None:
        assert imported(*file)

    each()


@pytest.mark.filterwarnings("ignore")
@tried
@given(
    st.sampled_from([".txt", ".md", ".html", ".docx", ".pdf", ".exe", ""]),
    st.one_of(st.binary(max_size=400), st.lists(PIECES, max_size=30).map(b"".join)),
)
def test_any_bytes_under_any_name_get_an_answer(suffix, content):
    """A file that is not what its name says."""
    assert imported(f"x{suffix}", content)


@tried
@given(
    st.lists(
        st.sampled_from(
            [*HOSTILE, *TERMINAL, "一、", "（一）", "600元", "《", "》", "（责任单位：", "）", "\n"]
        ),
        max_size=40,
    )
)
def test_draft_of_any_text_is_yaml_that_says_it(pieces):
    """Nothing in a text ends a value of the extract early."""
    text = "".join(["云州市方案\n", *pieces])

    made = draft("x", read_text("x.txt", text.encode()).text, VOCABULARY, TODAY).content

    assert yaml.load(draft_yaml(made), yaml.CBaseLoader)["title"] == str(made["title"])


def _zip(size: int, part: str = "word/document.xml") -> bytes:
    """A Word file whose *part* unfolds to *size* megabytes."""
    with zipfile.ZipFile(io.BytesIO(SEEDS[".docx"])) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    document = parts[part]
    head, tail = document[: document.index(b"<w:p>")], document[document.rindex(b"</w:p>") + 6 :]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            if name != part:
                made.writestr(name, content)
        with made.open(part, "w", force_zip64=True) as stream:
            stream.write(head)
            for _ in range(size):
                stream.write(b"<w:p/>" * (1_000_000 // 6))
            stream.write(tail)
    return out.getvalue()


def _entities() -> bytes:
    """A Word file with the entities of a billion laughs."""
    names = "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
    with zipfile.ZipFile(io.BytesIO(SEEDS[".docx"])) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    xml = parts["word/document.xml"]
    at = xml.index(b"<w:document")
    parts["word/document.xml"] = (
        xml[:at] + f"<!DOCTYPE x [<!ENTITY a0 'lol'>{names}]>".encode() + xml[at:].replace(b"600", b"&a9;", 1)
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return out.getvalue()


BOMBS = {
    "unfolding.docx": lambda: _zip(3_000),
    "entities.docx": _entities,
    "deep.html": lambda: b"<div>" * 29_000,
    "unclosed.html": lambda: b"<p>x" * 29_000,
    "attributes.html": lambda: b"<p " + b"a=b " * 500_000,
    "comments.html": lambda: b"<!--" * 29_000,
    "tags.html": lambda: b"<br>" * 1_000_000,
    "long.html": lambda: web_page() * 500,
    "unfolding.pdf": lambda: pdf_file(b"x" * 400_000_000),
    "circle.pdf": lambda: pdf_file().replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]"),
    "long.txt": lambda: ("一次性给予每人600元补贴。\n" * 100_000).encode(),
    "headings.txt": lambda: "".join(f"（{n}）甲\n" for n in range(20_000)).encode(),
    "line.txt": lambda: ("一、" * 300_000).encode(),
}


CHILD = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (1_500_000_000,) * 2)
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
from tests.fuzz.test_imports import imported
import tests.fuzz.test_imports as here
here.SECONDS = 100
print(imported(sys.argv[1], sys.stdin.buffer.read())[:200])
"""


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_are_answered_within_bounds(name):
    """Files that unfold, nest or repeat without end: a minute of one processor and 1.5 GB are enough."""
    done = subprocess.run(
        [sys.executable, "-c", CHILD, name],
        input=BOMBS[name](), cwd=Path(__file__).parents[2], capture_output=True, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr.decode()[-1500:]
