"""`handbook check`: everything that is wrong with the extracts (检查)."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import click

from generator import checking, disk
from generator.cli.options import CLEAN, PROBLEMS, date_option, day, root_option, sources_option
from generator.problems import errors


@click.command(help="检查全部摘录：写法、词表、引文、数字覆盖。")
@root_option
@sources_option
@date_option
def check(root: Path, sources: str | None, today: datetime | None) -> None:
    """Print every problem and a summary."""
    texts = disk.read_sources(disk.sources_folder(root, sources))
    result = checking.check(disk.read_policies(root), texts, day(today))
    for problem in result.problems:
        click.echo(str(problem))
    quotes = sum(len(p.claims) for p in result.proofs.values())
    bad = len(errors(result.problems))
    warnings = len(result.problems) - bad
    click.echo(
        f"{len(result.library.documents)} 份文件，核对引文 {quotes} 处，错误 {bad} 个，提醒 {warnings} 个"
    )
    sys.exit(PROBLEMS if bad else CLEAN)
