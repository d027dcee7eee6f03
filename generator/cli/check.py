"""`handbook check`: everything that is wrong with the extracts, repaired where that is safe, recorded where proved (检查)."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from generator import checking, disk
from generator.build.cores import on_all_cores
from generator.build.reading_ahead import read_ahead
from generator.cli.options import (
    CLEAN,
    MISUSE,
    PROBLEMS,
    date_option,
    day,
    root_option,
    sources_option,
    uncollected,
)
from generator.cli.report import FORMATS, summarise, write_report
from generator.problems import CRASHED, Problem, forbidding
from generator.records import updated_records
from generator.repair import repaired


@click.command(help="检查摘录：写法、编号、引文、数字覆盖、责任单位、算术、状态。不写 FILE 就报告全部文件。")
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path(path_type=Path))
@root_option
@sources_option
@date_option
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="输出格式"
)
@click.option(
    "--strict", is_flag=True, help="一处引文也没有核对，或有文件既没有原文也没有核对记录，都算不通过"
)
@click.option("--fix", is_flag=True, help="先修好可以放心修的：全角冒号、引文里的空格、键的次序、最低数量")
@click.option("--record", is_flag=True, help="没有错误时，写核对记录 policies/records/")
@uncollected()
def check(
    files: tuple[Path, ...],
    root: Path,
    sources: str | None,
    today: datetime | None,
    form: str,
    strict: bool,
    fix: bool,
    record: bool,
) -> None:
    """Print the problems of *files*, or of all, and a summary that says how many quotes were checked."""
    raw: Mapping[str, bytes] = disk.read_policies(root)
    texts, on = disk.read_sources(disk.sources_folder(root, sources)), day(today)
    wanted = _names(files, root, raw)
    if fix:
        raw = _fix(root, raw, texts, wanted)
    readings = read_ahead(raw, disk.kept_readings(root))
    checked = checking.check(raw, texts, on, readings, on_all_cores)
    if record:
        checked = _record(root, raw, texts, on, checked)
    problems = _strictly(checked.problems) if strict else checked.problems
    shown = [p for p in problems if not wanted or p.location.file in wanted]
    summary = summarise(checked, shown)
    write_report(shown, summary, form)
    if not texts and (missing := disk.missing_sources()):
        click.echo(f"HANDBOOK_SOURCES 指的不是文件夹：{missing}", err=True)
    if any(problem.rule == CRASHED for problem in shown):
        sys.exit(MISUSE)
    unproved = strict and not summary.quotes_checked
    if unproved:
        click.echo("一处引文也没有核对，按 --strict 不通过", err=True)
    sys.exit(PROBLEMS if summary.errors or unproved else CLEAN)


def _names(files: Sequence[Path], root: Path, raw: Mapping[str, bytes]) -> frozenset[str]:
    """The names of *files* as problems print them; a path that is no file of the handbook is a usage error."""
    names = []
    for file in files:
        path = file.resolve()
        name = (
            path.relative_to(root.resolve()).as_posix() if path.is_relative_to(root.resolve()) else str(file)
        )
        if name not in raw:
            raise click.UsageError(f"手册里没有这个文件：{file}")
        names.append(name)
    return frozenset(names)


def _strictly(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """A document that nobody has ever held against its source is an error for those who take in changes."""
    return tuple(replace(p, severity="error") if p.rule == "record-missing" else p for p in problems)


def _fix(
    root: Path, raw: Mapping[str, bytes], texts: dict[str, str], wanted: frozenset[str]
) -> Mapping[str, bytes]:
    """Write the repaired files and show what changed."""
    better = repaired(raw, texts)
    changed = {n: b for n, b in better.items() if b != raw[n] and (not wanted or n in wanted)}
    for name, content in changed.items():
        lines = difflib.unified_diff(
            raw[name].decode("utf-8").splitlines(keepends=True),
            content.decode("utf-8").splitlines(keepends=True),
            name,
            f"{name}（修好后）",
        )
        click.echo("".join(lines), nl=False, err=True)
    disk.write_tree(root, changed)
    click.echo(f"修好 {len(changed)} 个文件", err=True)
    return {**raw, **changed}


def _record(
    root: Path, raw: Mapping[str, bytes], texts: dict[str, str], today: str, checked: checking.Checked
) -> checking.Checked:
    """Write the records of everything that was proved, unless something is wrong; then check once more with them."""
    if not checked.proofs:
        raise click.UsageError("没有原文，无从核对；用 --sources 指明原文所在的文件夹")
    if any(problem.rule != "record-edited" for problem in forbidding(checked.problems)):
        click.echo("还有错误，没有写核对记录", err=True)
        return checked
    new, stale = updated_records(checked.library, checked.proofs, today)
    disk.write_tree(root, new)
    disk.remove_files(root, stale)
    click.echo(f"写好 {len(new)} 份核对记录" if new else "核对记录都是新的，没有改写", err=True)
    kept = {name: content for name, content in raw.items() if name not in stale}
    return checking.check({**kept, **new}, texts, today)
