"""Every case under tests/cases causes exactly the problems it lists."""

import os

import pytest

from generator import checking
from tests.case_files import TODAY, Case, base_files, case_paths, read_case, write_expected

WRITING = os.environ.get("HANDBOOK_WRITE_CASES") == "1"


def found(case: Case) -> str:
    """The problems of *case* as they are printed."""
    checked = checking.check(case.files, case.sources, case.today)
    return "".join(f"{problem}\n" for problem in checked.problems)


def test_the_clean_library_has_no_problem():
    """The ground on which every case stands reports nothing, so that each problem is the doing of its case."""
    texts = base_files()
    files = {name: text.encode() for name, text in texts.items() if name.startswith("policies/")}
    sources = {n.removeprefix("sources/"): t for n, t in texts.items() if n.startswith("sources/")}

    problems = checking.check(files, sources, TODAY).problems

    assert [str(problem) for problem in problems] == []


@pytest.mark.parametrize("path", case_paths(), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_case_causes_its_problems(path):
    """The problems of a case are the listed ones, word for word and in this order."""
    case = read_case(path)
    problems = found(case)
    if WRITING:
        write_expected(case, problems)

    assert problems == read_case(path).expected


@pytest.mark.parametrize("path", case_paths(), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_case_shows_its_rule(path):
    """A case in the folder of a rule reports that rule, unless it stands in the folder of what is allowed."""
    case = read_case(path)

    assert path.parent.name == "allowed" or f"[{path.parent.name}]" in case.expected
