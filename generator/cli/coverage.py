"""`handbook coverage`: every numeral of the sources, and who accounts for it (数字覆盖)."""

from __future__ import annotations

import sys
from collections import Counter
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path

import click

from generator import checking, disk
from generator.cli.options import (
    CLEAN,
    PROBLEMS,
    date_option,
    day,
    root_option,
    sources_option,
    uncollected,
)
from generator.cli.report import say_left_out
from generator.sources.coverage import CoveredNumeral, State
from generator.sources.proof import Proof

_STATES: dict[State, str] = {
    "held": "有出处",
    "dismissed": "非事实",
    "withheld": "不公开",
    "open": "没有着落",
}


@click.command(help="逐个列出原文的数字：哪条事实、为什么不是事实，还是没有着落。不写 DOC 就列出全部文件。")
@click.argument("document", required=False, metavar="[DOC]")
@root_option
@sources_option
@date_option
@click.option("--open", "only_open", is_flag=True, help="只列没有着落的")
@uncollected()
def coverage(
    document: str | None, root: Path, sources: str | None, today: datetime | None, only_open: bool
) -> None:
    """Print one line a numeral and the share that is accounted for, document by document."""
    texts = disk.read_sources(disk.sources_folder(root, sources))
    checked = checking.check(disk.read_policies(root), texts, day(today))
    incomplete = say_left_out(checked)
    if document in checked.library.broken:
        sys.exit(PROBLEMS)
    if document is not None and document not in checked.library.documents:
        near = get_close_matches(document, list(checked.library.documents), n=1)
        raise click.UsageError(f"没有文件 {document}" + (f"，是不是 {near[0]}？" if near else ""))
    proofs = {n: p for n, p in checked.proofs.items() if document in (None, n)}
    if not proofs:
        raise click.UsageError("没有原文；用 --sources 或 HANDBOOK_SOURCES 指明原文所在的文件夹")
    for name, proof in proofs.items():
        _print(name, proof, only_open)
    missing = [name for name in checked.library.documents if name not in checked.proofs and document is None]
    if missing:
        click.echo(f"没有原文，未列：{'、'.join(missing)}")
    sys.exit(PROBLEMS if incomplete or any(proof.open_numerals for proof in proofs.values()) else CLEAN)


def _print(name: str, proof: Proof, only_open: bool) -> None:
    click.echo(f"{name}（{proof.source.name}）")
    for numeral in proof.numerals:
        if numeral.state == "open" or not only_open:
            click.echo(_line(proof, numeral))
        if numeral.state == "open":
            click.echo(f"        {proof.source.line(numeral.line)}")
    states = Counter(numeral.state for numeral in proof.numerals)
    total = len(proof.numerals)
    settled = total - states["open"]
    parts = "，".join(f"{_STATES[s]} {states[s]}（{_share(states[s], total)}）" for s in _STATES)
    click.echo(f"  共 {total} 个数字，已有着落 {settled}（{_share(settled, total)}）：{parts}\n")


def _line(proof: Proof, numeral: CoveredNumeral) -> str:
    section = proof.sections.innermost(numeral.span[0]) or "0"
    text = "（不显示）" if numeral.state == "withheld" else numeral.text
    by = f"：{'、'.join(numeral.by)}" if numeral.by else ""
    return f"  第{numeral.line}行  章节 {section}  {text}  {_STATES[numeral.state]}{by}"


def _share(part: int, total: int) -> str:
    return "100%" if part == total else f"{part / total * 100:.1f}%"
