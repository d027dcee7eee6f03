"""The commands of `handbook` and what they have in common."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from generator import disk, pipeline
from generator.problems import errors

ROOT = click.option("--root", type=click.Path(file_okay=False, path_type=Path), default=Path("."), help="手册所在的文件夹")
SOURCES = click.option("--sources", default=None, help="原文所在的文件夹（默认 policies/sources 或 HANDBOOK_SOURCES）")


@click.group()
def main() -> None:
    """政策手册：检查、生成、发布。"""


@main.command()
@ROOT
@SOURCES
def check(root: Path, sources: str | None) -> None:
    """检查全部摘录：写法、词表、引文、数字覆盖。"""
    result = pipeline.check(
        disk.read_policies(root), disk.read_sources(disk.sources_folder(root, sources)), date.today().isoformat()
    )
    for problem in result.problems:
        click.echo(str(problem))
    quotes = sum(len(p.claims) for p in result.proofs.values())
    bad = len(errors(result.problems))
    click.echo(f"{len(result.library.documents)} 份文件，核对引文 {quotes} 处，错误 {bad} 个，提醒 {len(result.problems) - bad} 个")
    sys.exit(1 if bad else 0)
