"""The examples for GitHub and GitLab run commands the handbook has, by the rules that the two forges set."""

import re
import shlex

import click
import pytest
import yaml

from generator.cli import main
from generator.cli.main import COMMANDS
from tests.contributing.script import ROOT

FILES = (".github/workflows/policies.yml", ".gitlab-ci.yml")
_COMMAND = re.compile(r"\.venv/bin/handbook ([^\n|>;]*?)(?= *(?:>|\|\||$))", re.MULTILINE)


def commands():
    """Every call of the handbook in the examples, as words."""
    return sorted(
        {match.strip() for name in FILES for match in _COMMAND.findall((ROOT / name).read_text("utf-8"))}
    )


def read(name):
    """The pipeline as the forge reads it; every scalar is text."""
    return yaml.load((ROOT / name).read_text("utf-8"), yaml.CBaseLoader)


def github_steps():
    """The steps of the one job, by their names or by what they use."""
    (job,) = read(FILES[0])["jobs"].values()
    return {step.get("name") or step.get("uses") or step["run"]: step for step in job["steps"]}


def gitlab_jobs():
    """The jobs with what they inherit."""
    content = read(FILES[1])
    jobs = {name: job for name, job in content.items() if isinstance(job, dict) and "script" in job}
    return {name: {**content[job["extends"]], **job} for name, job in jobs.items()}


@pytest.mark.parametrize("name", FILES)
def test_the_texts_reach_the_check(name):
    """Without them no quote is checked; a check that is not strict would then let invented figures through."""
    text = (ROOT / name).read_text("utf-8")
    checks = [line for line in _COMMAND.findall(text) if line.startswith("check")]

    assert "HANDBOOK_SOURCES" in text
    assert checks
    assert [line for line in checks if "--strict" not in line] == []


def test_the_texts_of_github_come_before_the_check():
    """The folder that the variable names is the one the texts are put into."""
    (job,) = read(FILES[0])["jobs"].values()
    names = list(github_steps())

    assert names.index("原文") < names.index("检查")
    assert github_steps()["原文"]["with"]["path"] in job["env"]["HANDBOOK_SOURCES"]


def test_a_comment_that_may_not_be_written_fails_nothing():
    """The token of Dependabot and of forks can only read."""
    assert github_steps()["留言"]["continue-on-error"] == "true"


def test_changes_and_preview_are_there_when_the_check_fails():
    """What is wrong is easier to see in the page."""
    steps = github_steps()
    later = ("政策内容的变化", "留言", "预览", "actions/upload-artifact@v4")

    assert [name for name in later if not steps[name]["if"].startswith("!cancelled()")] == []
    assert {name: job["needs"] for name, job in gitlab_jobs().items()} == {
        "check": [],
        "changes": [],
        "preview": [],
    }


def test_gitlab_takes_the_names_of_the_attachments():
    """GitLab allows ASCII letters, digits, - and _ and spaces in expose_as, and refuses the whole file otherwise."""
    names = [job["artifacts"].get("expose_as") for job in gitlab_jobs().values()]

    assert any(names)
    assert [name for name in names if name and not re.fullmatch(r"[A-Za-z0-9_ -]{1,100}", name)] == []


def test_the_project_is_the_one_of_the_merge_request():
    """CI_PROJECT_ID is the fork's, where there is no such merge request."""
    texts = (ROOT / FILES[1]).read_text("utf-8"), (ROOT / ".gitlab/note.py").read_text("utf-8")

    assert [text for text in texts if "CI_PROJECT_ID" in text] == []


@pytest.mark.parametrize("name", FILES)
def test_a_comment_can_be_found_again(name):
    """One mark in its first line: each push edits the comment of the push before."""
    assert "echo '<!-- handbook-diff -->' > changes.md" in (ROOT / name).read_text("utf-8")


@pytest.mark.parametrize("name", FILES)
def test_a_bug_of_the_comparison_is_not_a_comment(name):
    """Exit code 1 means that a change can't be right; anything else ends the job."""
    assert "changes.md || [ $? -eq 1 ]" in (ROOT / name).read_text("utf-8")


def test_the_examples_check_compare_and_build():
    """All three things that a merge request needs."""
    assert {line.split()[0] for line in commands()} == {"check", "diff", "build"}


@pytest.mark.parametrize("line", commands())
def test_a_call_uses_options_that_exist(line):
    """The words of the call are options and arguments of the command."""
    name, *words = shlex.split(line)
    command = main.get_command(click.Context(main), name)
    assert command is not None

    context = command.make_context(name, words, resilient_parsing=False)

    assert context.params


@pytest.mark.parametrize("name", FILES)
def test_the_example_names_no_registry_and_no_secret(name):
    """Packages come from wherever the office has them; a token is a variable."""
    text = (ROOT / name).read_text("utf-8")

    assert not re.search(r"https?://|pypi|glpat-|ghp_", text)


def test_both_forges_ask_the_same_questions():
    """One template, two places."""
    ours = (ROOT / ".github/pull_request_template.md").read_text("utf-8")

    assert ours == (ROOT / ".gitlab/merge_request_templates/Default.md").read_text("utf-8")


def test_every_command_is_listed():
    """What an editor reads about is in the list of commands."""
    assert {"check", "diff", "import", "new", "schema"} <= set(COMMANDS)
