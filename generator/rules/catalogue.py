"""Every rule with its reason and an example, for `handbook explain` and the site's reference page (规则目录)."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from typing import cast, get_args

import yaml

from generator.problems import Severity


@dataclass(frozen=True)
class RuleDoc:
    """What an editor should know about one rule; `wrong` and `right` are fragments of YAML or lines of a source."""

    name: str
    group: str
    severity: Severity
    title: str
    why: str
    wrong: str
    right: str


def _read() -> tuple[RuleDoc, ...]:
    text = files("generator.rules").joinpath("catalogue.yaml").read_text(encoding="utf-8")
    groups: dict[str, dict[str, dict[str, str]]] = yaml.load(text, Loader=yaml.CBaseLoader)
    return tuple(_rule(name, group, doc) for group, rules in groups.items() for name, doc in rules.items())


def _rule(name: str, group: str, doc: dict[str, str]) -> RuleDoc:
    severity = doc.get("severity", "error")
    if severity not in get_args(Severity):
        raise ValueError(f"{name}: unknown severity {severity}")
    wrong, right = doc["wrong"].rstrip("\n"), doc["right"].rstrip("\n")
    return RuleDoc(name, group, cast("Severity", severity), doc["title"], doc["why"], wrong, right)


RULES: tuple[RuleDoc, ...] = _read()
"""Every rule that any stage can report, grouped, in the order in which a document meets them."""

BY_NAME = {rule.name: rule for rule in RULES}
