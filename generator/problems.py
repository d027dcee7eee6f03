"""Problems found in the data, as values, and how they are printed (问题)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]
Path = tuple[str | int, ...]
"""Where in a YAML file: keys and list positions from the root, such as ("provisions", 3, "facts", 0, "value")."""

CRASHED = "rule-crashed"
"""The rule of a bug of the program, as which a check that raised is reported."""


@dataclass(frozen=True, order=True)
class Location:
    """A character of a file; line and column count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong, where it is, and what to type instead."""

    location: Location
    rule: str
    message: str
    hint: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        first = f"{self.location}: {self.severity}[{self.rule}] {self.message}"
        return f"{first}\n    提示：{self.hint}" if self.hint else first


@dataclass(frozen=True, order=True)
class Finding:
    """A problem at a path of a YAML file, before the path is turned into a line and a column."""

    file: str
    path: Path
    rule: str
    message: str
    hint: str = ""
    severity: Severity = "error"


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems that make a check fail, in their order."""
    return tuple(problem for problem in problems if problem.severity == "error")


def forbidding(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the errors while which nothing is published.

    An outdated record is none of them: the page then says that the extract was not checked, and an editor without the
    source texts can look at the change.
    """
    return tuple(problem for problem in errors(problems) if problem.rule != "record-outdated")


def visible(text: str) -> str:
    """Return *text* with control characters spelled out, safe to print on a terminal."""
    return "".join(c if c.isprintable() or c in "\n\t\u3000" else f"\\u{ord(c):04x}" for c in text)
