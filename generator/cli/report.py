"""Problems as a terminal, GitHub, GitLab or a program wants to read them (问题的输出格式)."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

import click
from rich.console import Console
from rich.text import Text

from generator.checking import Checked
from generator.cli.options import PROBLEMS
from generator.evidence import count_of
from generator.problems import Problem, errors

FORMATS = ("text", "github", "gitlab", "json")


@dataclass(frozen=True)
class Summary:
    """What one run looked at and found."""

    documents: int
    quotes: int
    quotes_checked: int
    numerals: int
    numerals_open: int
    recorded: int
    unchecked: tuple[str, ...]
    errors: int
    warnings: int


def summarise(checked: Checked, problems: Sequence[Problem]) -> Summary:
    """Count what *checked* proved and how many of *problems* are errors."""
    library, proofs = checked.library, checked.proofs.values()
    bad = len(errors(problems))
    return Summary(
        documents=len(library.documents),
        quotes=sum(map(count_of, library.documents.values())),
        quotes_checked=sum(len(proof.claims) for proof in proofs),
        numerals=sum(len(proof.numerals) for proof in proofs),
        numerals_open=sum(len(proof.open_numerals) for proof in proofs),
        recorded=sum(1 for name in library.documents if library.record(name) is not None),
        unchecked=tuple(name for name in library.documents if name not in checked.proofs),
        errors=bad,
        warnings=len(problems) - bad,
    )


def write_report(problems: Sequence[Problem], summary: Summary, form: str) -> None:
    """Print *problems* and the summary in one of FORMATS."""
    match form:
        case "github":
            click.echo("".join(map(_github, problems)) + "\n".join(summary_lines(summary)))
        case "gitlab":
            click.echo(json.dumps(_gitlab(problems), ensure_ascii=False, indent=2))
        case "json":
            rows = [{**asdict(p.location), **_row(p)} for p in problems]
            click.echo(
                json.dumps({"problems": rows, "summary": asdict(summary)}, ensure_ascii=False, indent=2)
            )
        case _:
            _terminal(problems, summary)


def summary_lines(summary: Summary) -> tuple[str, ...]:
    """Say what was checked; loudly, and first, where no quote could be held against its source."""
    lines = []
    if summary.quotes and not summary.quotes_checked:
        lines.append(f"!!! 没有找到原文：{summary.quotes} 处引文一处也没有核对 !!!")
        lines.append(
            "    用 --sources 或环境变量 HANDBOOK_SOURCES 指明原文所在的文件夹，或放进 policies/sources/"
        )
        lines.append(f"    有核对记录且之后没有改动的：{summary.recorded} 份（共 {summary.documents} 份）")
    elif summary.unchecked:
        lines.append(f"!!! 没有原文，引文没有核对：{'、'.join(summary.unchecked)} !!!")
    counted = f"核对引文 {summary.quotes_checked} 处（共 {summary.quotes} 处）"
    if summary.numerals:
        counted += f"，原文数字 {summary.numerals} 个，没有着落 {summary.numerals_open} 个"
    lines.append(
        f"{summary.documents} 份文件，{counted}，错误 {summary.errors} 个，提醒 {summary.warnings} 个"
    )
    return tuple(lines)


def say_left_out(checked: Checked) -> bool:
    """Print, beside the answer of a command, what the answer can't know of; return whether there is anything.

    Without a single extract there is no answer, and the command ends here.
    """
    for problem in checked.left_out:
        click.echo(str(problem), err=True)
    if not checked.library.documents:
        sys.exit(PROBLEMS)
    if checked.left_out:
        click.echo("上面的没有读进来，下面的结果里没有它们。改好以后再运行一次。\n", err=True)
    return bool(checked.left_out)


def _terminal(problems: Iterable[Problem], summary: Summary) -> None:
    console = Console(highlight=False, soft_wrap=True)
    for problem in problems:
        colour = "bold red" if problem.severity == "error" else "yellow"
        line = Text(f"{problem.location}: ")
        line.append(f"{problem.severity}[{problem.rule}]", style=colour)
        line.append(f" {problem.message}")
        if problem.hint:
            line.append(f"\n    提示：{problem.hint}", style="dim")
        console.print(line)
    colour = "bold red" if summary.errors else "bold green"
    *loud, last = summary_lines(summary)
    for warning in loud:
        console.print(Text(warning, style="bold red"))
    console.print(Text(last, style=colour))


def _github(problem: Problem) -> str:
    at = problem.location
    place = f"file={_property(at.file)},line={at.line},col={at.column},title={_property(problem.rule)}"
    message = f"{problem.message}\n提示：{problem.hint}" if problem.hint else problem.message
    return f"::{problem.severity} {place}::{_data(message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _gitlab(problems: Sequence[Problem]) -> list[Mapping[str, object]]:
    """Rows of GitLab's Code Quality report; equal problems of one file get fingerprints of their own."""
    rows: list[Mapping[str, object]] = []
    seen: dict[str, int] = {}
    for p in problems:
        key = f"{p.location.file}\n{p.rule}\n{p.message}"
        seen[key] = seen.get(key, 0) + 1
        rows.append(
            {
                "description": f"{p.message}　提示：{p.hint}" if p.hint else p.message,
                "check_name": p.rule,
                "fingerprint": hashlib.sha256(f"{key}\n{seen[key]}".encode()).hexdigest(),
                "severity": "major" if p.severity == "error" else "minor",
                "location": {"path": p.location.file, "lines": {"begin": p.location.line}},
            }
        )
    return rows


def _row(problem: Problem) -> dict[str, str]:
    return {
        "severity": problem.severity,
        "rule": problem.rule,
        "message": problem.message,
        "hint": problem.hint,
    }
