"""The examples for GitHub and GitLab are YAML that runs commands the handbook has."""

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


@pytest.mark.parametrize("name", FILES)
def test_the_example_is_yaml(name):
    """A pipeline file that can't be read runs nothing."""
    content = yaml.load((ROOT / name).read_text("utf-8"), yaml.CBaseLoader)

    assert "check" in str(content)


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
