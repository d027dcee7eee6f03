"""`handbook diff`: what changed in the policies between two states, in plain sentences (变更)."""

from __future__ import annotations

import io
import subprocess
import sys
import tarfile
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path, PurePosixPath

import click

from generator import disk, pipeline
from generator.assemble import Assembled, assemble
from generator.changes import compare
from generator.changes.comment import as_markdown
from generator.changes.report import Pages, as_json, as_text, compare_pages
from generator.cli.options import CLEAN, PROBLEMS, date_option, day, root_option
from generator.load import place

_REPORTS = {"text": as_text, "markdown": as_markdown, "json": as_json}


@click.command(
    help="两个版本之间政策内容有什么变化：BASE、HEAD 是 git 版本或文件夹；不写 HEAD，就和当前文件夹比。"
)
@click.argument("base")
@click.argument("head", required=False)
@root_option
@date_option
@click.option(
    "--format", "form", type=click.Choice(list(_REPORTS)), default="text", show_default=True, help="输出格式"
)
@click.option("--pages/--no-pages", default=True, help="是否列出会变的页面")
def diff(base: str, head: str | None, root: Path, today: datetime | None, form: str, pages: bool) -> None:
    """Print the changes; exit code 1 where one of them can't be right or a file can't be read."""
    before = _files(root, base)
    after = _files(root, head) if head else disk.read_policies(root)
    sides = [assemble(files) for files in (before, after)]
    places = {name: where for side in sides for name, where in _faulty(side)}
    comparison = compare(sides[0].library, sides[1].library, places)
    touched = _pages(before, after, day(today)) if pages else Pages()
    click.echo(_REPORTS[form](comparison, touched), nl=False)
    wrong = comparison.unreadable or any(change.fault for change in comparison.changes)
    sys.exit(PROBLEMS if wrong else CLEAN)


def _faulty(side: Assembled) -> Iterator[tuple[str, str]]:
    """Yield the documents with an error that keeps their file from being read, and the file and line of the first one."""
    problems = sorted((*side.problems, *place(side.findings, side.texts)), reverse=True)
    for location in (problem.location for problem in problems if problem.severity == "error"):
        path = PurePosixPath(location.file)
        if path.parent.name == "documents":
            yield path.stem, f"{location.file}:{location.line}"


def _pages(before: Mapping[str, bytes], after: Mapping[str, bytes], today: str) -> Pages:
    sites = [pipeline.build(files, {}, {}, today).site for files in (before, after)]
    if sites[0] is None or sites[1] is None:
        which = "改动前" if sites[0] is None else "改动后"
        return Pages(reason=f"{which}的摘录有错误，生成不了网站")
    return compare_pages(sites[0].pages, sites[1].pages)


def _files(root: Path, name: str) -> Mapping[str, bytes]:
    """Return the extracts of a folder that holds policies/, else of a revision of the repository around *root*."""
    folder = Path(name)
    if (folder / "policies").is_dir():
        return disk.read_policies(folder)
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if found is None:
        raise click.UsageError(
            f"“{name}”既不是装有 policies/ 的文件夹，也不是这个仓库的版本（分支、标签或提交号）"
        )
    archive = _git(root, "archive", "--format=tar", found.decode().strip(), "policies")
    if archive is None:
        return {}
    return dict(sorted(_members(archive)))


def _members(archive: bytes) -> list[tuple[str, bytes]]:
    """Return the YAML files of a tar archive by the same rules as a folder: no links, no names that begin with _ or a dot."""
    found: list[tuple[str, bytes]] = []
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            path = PurePosixPath(member.name)
            hidden = any(part.startswith((".", "_")) for part in path.parts)
            content = tar.extractfile(member) if member.isfile() else None
            if content is not None and path.suffix in (".yaml", ".yml") and not hidden:
                found.append((member.name, content.read()))
    return found


def _git(root: Path, *words: str) -> bytes | None:
    """Run git in *root*; None where it says no or is not there."""
    try:
        done = subprocess.run(["git", "-C", str(root), *words], capture_output=True, check=False)
    except FileNotFoundError:
        raise click.UsageError("没有找到 git；可以改为比较两个文件夹") from None
    return done.stdout if done.returncode == 0 else None
