"""`handbook export`: the tables and comparisons of the site as files, without the site (导出)."""

from __future__ import annotations

import sys
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path, PurePosixPath

import click

from generator import checking, disk, links
from generator.cli.options import PROBLEMS, date_option, day, root_option, sources_option
from generator.disclosure import published
from generator.export.exports import Exports
from generator.export.files import export_files, library_names
from generator.export.lists import PART_NAMES
from generator.library import Library
from generator.problems import forbidding

FORMATS = ("xlsx", "csv", "json", "docx")


@click.command(
    help="把整本手册、一张表、一张对比表或一份文件导出为 Excel、CSV、JSON、Word。"
    "不写名称，导出整本手册。例：handbook export compare-jineng-qiangqi --out 对比.docx"
)
@click.argument("names", nargs=-1, metavar="[名称]…")
@root_option
@sources_option
@date_option
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=None,
    help="放到哪个文件夹；以 .xlsx、.csv、.json、.docx 结尾的，写成这一个文件",
)
@click.option(
    "--format",
    "formats",
    type=click.Choice(FORMATS),
    multiple=True,
    help="只要哪种格式，可以写几次（默认都要）",
)
@click.option("--all", "everything", is_flag=True, help="网站上可以带走的全部文件")
@click.option("--list", "listing", is_flag=True, help="列出可以写的名称，不导出")
def export(
    names: tuple[str, ...],
    root: Path,
    sources: str | None,
    today: datetime | None,
    out: Path | None,
    formats: tuple[str, ...],
    everything: bool,
    listing: bool,
) -> None:
    """Write the files of *names*; exit code 1, and nothing written, while the data have errors."""
    if out is None and not listing:
        raise click.UsageError("写明放到哪里：--out 文件夹，或 --out 文件.xlsx")
    library = _library(root, sources, day(today))
    made = export_files(library, day(today))
    if listing or out is None:
        click.echo("\n".join([*sorted(_stems(made)), *sorted(library.documents)]))
        return
    asked = tuple(_page_name(library, name) for name in names)
    wanted = list(made) if everything else _wanted(library, made, asked)
    _write({path: made[path] for path in wanted if _chosen(path, formats, out)}, out)


def _page_name(library: Library, name: str) -> str:
    """A document may be named by its id alone."""
    return links.page_download(links.document(name)) if name in library.documents else name


def _library(root: Path, sources: str | None, today: str) -> Library:
    texts = disk.read_sources(disk.sources_folder(root, sources))
    checked = checking.check(disk.read_policies(root), texts, today, disk.kept_readings(root))
    wrong = forbidding(checked.problems)
    for problem in wrong:
        click.echo(str(problem))
    if wrong:
        click.echo(f"摘录里有 {len(wrong)} 个错误，没有导出任何文件")
        sys.exit(PROBLEMS)
    return published(checked.library)


def _wanted(library: Library, made: Exports, names: Sequence[str]) -> list[str]:
    """The paths of *names*; the workbook of a page brings the tables in it along. No name is the whole library."""
    stems = _stems(made)
    found: list[str] = []
    for name in names or library_names(library):
        if name not in stems:
            near = get_close_matches(name, [*stems, *library.documents], n=3, cutoff=0.4)
            hint = f"；相近的有：{'、'.join(near)}" if near else ""
            raise click.UsageError(f"没有叫“{name}”的表或文件{hint}。全部名称：handbook export --list")
        parts = (f"{name}-{part}" for part in PART_NAMES)
        found += [path for stem in (name, *parts) for path in stems.get(stem, ())]
    return found


def _stems(made: Collection[str]) -> dict[str, list[str]]:
    stems: dict[str, list[str]] = {}
    for path in made:
        stems.setdefault(PurePosixPath(path).stem, []).append(path)
    return stems


def _chosen(path: str, formats: Collection[str], out: Path) -> bool:
    ending = PurePosixPath(path).suffix[1:]
    if _one_file(out):
        return ending == out.suffix[1:].lower()
    return not formats or ending in formats


def _one_file(out: Path) -> bool:
    return out.suffix[1:].lower() in FORMATS and not out.is_dir()


def _write(files: Mapping[str, bytes], out: Path) -> None:
    """Write one file, or a folder; nothing is deleted there."""
    named = {path.removeprefix(links.DOWNLOADS): content for path, content in sorted(files.items())}
    if not named:
        raise click.UsageError("没有这种格式的文件：Word 只有对比表有，对比至少要有两份文件")
    if not _one_file(out):
        disk.write_tree(out, named)
        click.echo(f"写出 {len(named)} 个文件到 {out}")
        return
    if len(named) > 1:
        raise click.UsageError(
            f"有 {len(named)} 张表，一个文件装不下：{'、'.join(PurePosixPath(name).stem for name in named)}。"
            "写明其中一张，或改用 Excel、文件夹"
        )
    disk.write_tree(out.absolute().parent, {out.name: next(iter(named.values()))})
    click.echo(f"写出 {out}")
