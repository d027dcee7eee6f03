"""The catalogue of rules is complete, and every rule in it can really be reported."""

import ast
import re
from pathlib import Path

import pytest
import yaml

from generator import checking
from generator.load import MAX_BYTES, load_yaml
from generator.rules.all import TOGETHER, check_together
from generator.rules.catalogue import BY_NAME, RULES
from generator.rules.subject import Subject
from tests.case_files import TODAY, case_paths, read_case
from tests.fictional import library

SOURCE = Path(checking.__file__).parent
POSITIONS = {"Finding": 2, "Problem": 1}
HEAD = re.compile(r"^\S+:\d+:\d+: (error|warning)\[([a-z0-9-]+)\]", re.MULTILINE)


def crash(_subject):
    """A rule with a bug."""
    raise RuntimeError("kaputt")


def reported() -> dict[str, str]:
    """Every rule that a case expects, with its severity; and the two that no case can hold."""
    found = {
        rule: severity for path in case_paths() for severity, rule in HEAD.findall(read_case(path).expected)
    }
    large = load_yaml("x.yaml", b" " * (MAX_BYTES + 1)).problems
    crashed = check_together(Subject(library(), TODAY), [crash])
    return found | {p.rule: p.severity for p in large} | {f.rule: f.severity for f in crashed}


def named_in(source: str) -> set[str]:
    """The rules that *source* (Python) names where it makes a finding or a problem."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    places = [
        call.args[position]
        for call in calls
        for position in [POSITIONS.get(getattr(call.func, "id", ""), len(call.args))]
        if position < len(call.args)
    ]
    return {str(place.value) for place in places if isinstance(place, ast.Constant)}


def test_every_rule_of_the_program_is_documented():
    """One without a case, too: it is looked for where it is written."""
    named = {rule for file in SOURCE.rglob("*.py") for rule in named_in(file.read_text("utf-8"))}

    assert named - BY_NAME.keys() == set()
    assert len(named) > len(BY_NAME) / 2


def test_a_rule_is_found_where_it_is_written():
    """Third of a finding, second of a problem."""
    source = (
        'Finding(file, ("a-b",), "no-rule", "c-d")\nProblem(where, "nor-this", "e-f")\nother(1, 2, "g-h")\n'
    )

    assert named_in(source) == {"no-rule", "nor-this"}


def test_every_reported_rule_is_documented():
    """What check can print, explain can explain."""
    missing = reported().keys() - BY_NAME.keys()

    assert missing == set()


def test_every_documented_rule_can_be_reported():
    """The catalogue holds no rule of the past; each has a case."""
    unused = BY_NAME.keys() - reported().keys()

    assert unused == set()


def test_severity_is_the_reported_one():
    """The reference page says error where check says error."""
    found = reported()

    assert {name: rule.severity for name, rule in BY_NAME.items()} == {name: found[name] for name in BY_NAME}


def test_names_are_unique():
    """A rule is documented once."""
    assert len(RULES) == len(BY_NAME)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_says_why_and_how(rule):
    """Title, reason and both examples are there, and the examples differ where there is anything to type."""
    texts = (rule.title, rule.why, rule.wrong, rule.right)

    assert all(texts)
    assert rule.wrong != rule.right or rule.name == "rule-crashed"


RIGHT = [
    rule for rule in RULES if not re.match("（|handbook |用编辑器|复制|只放|分项|施行|signed", rule.right)
]


@pytest.mark.parametrize("rule", RIGHT, ids=lambda rule: rule.name)
def test_right_example_is_yaml(rule):
    """What an editor copies from the right example can be read; a comment alone says what to do instead."""
    node = yaml.compose(rule.right, Loader=yaml.CBaseLoader)

    assert node is not None or rule.right.startswith("#")


def test_a_crashing_rule_does_not_stop_the_others():
    """The bug is reported with the name of the rule; what the others find is there too."""
    findings = check_together(Subject(library(), "2028-01-01"), [crash, *TOGETHER])

    assert {"rule-crashed", "stale-status"} <= {finding.rule for finding in findings}


def test_order_of_files_changes_nothing():
    """The same files in another order give the same problems."""
    case = read_case(next(path for path in case_paths() if path.parent.name == "sum-mismatch"))
    turned = dict(reversed(case.files.items()))

    first = checking.check(case.files, case.sources, case.today)
    second = checking.check(turned, dict(reversed(case.sources.items())), case.today)

    assert first.problems == second.problems
    assert list(first.library.documents) == list(second.library.documents)
