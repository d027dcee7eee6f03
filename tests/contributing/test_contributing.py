"""CONTRIBUTING.md shows what an editor will see: each command is run, each picture is there, each file exists."""

import os
import re

import pytest

from tests.contributing.script import PAGE, ROOT, Scene, agrees, steps

TEXT = PAGE.read_text("utf-8")
STEPS = list(steps(TEXT))


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """What every command of the page prints, run in the order of the page."""
    scene = Scene(tmp_path_factory.mktemp("contributing") / "handbook")
    outputs = [scene.take(step) for step in STEPS]
    if os.environ.get("HANDBOOK_WRITE_PAGE") == "1":
        write(outputs)
    return outputs


def write(outputs):
    """Put what the commands print into the page, except where it is shortened by ……."""
    text = TEXT
    for step, output in reversed(list(zip(STEPS, outputs, strict=True))):
        if step.kind == "命令" and "……\n" not in step.expected:
            text = text[: step.span[0]] + output + text[step.span[1] :]
    PAGE.write_text(text, "utf-8")


def test_the_page_has_commands():
    """The page is read as intended."""
    assert sum(step.kind == "命令" for step in STEPS) >= 6


@pytest.mark.parametrize(
    "index", [i for i, s in enumerate(STEPS) if s.kind == "命令"], ids=lambda i: STEPS[i].words
)
def test_a_command_prints_what_the_page_says(printed, index):
    """After a change of a message: HANDBOOK_WRITE_PAGE=1, then read the difference."""
    expected = list(steps(PAGE.read_text("utf-8")))[index].expected

    assert agrees(expected, printed[index]), printed[index]


@pytest.mark.parametrize("path", sorted(set(re.findall(r"\]\(([^)#:]+)\)", TEXT))))
def test_what_the_page_points_at_exists(path):
    """Pictures and files are in the repository."""
    assert (ROOT / path).exists()


def test_pictures_are_small():
    """A picture that a browser has to fetch stays under 150 KB."""
    heavy = [p.name for p in sorted((ROOT / "docs/images").glob("*.png")) if p.stat().st_size > 150_000]

    assert heavy == []
