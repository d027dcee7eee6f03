"""`handbook import` and `handbook new`: begin an extract from a file, or from the annotated template (起草)."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import click

from generator import disk
from generator.assemble import assemble
from generator.cli.options import CLEAN, PROBLEMS, date_option, day, root_option, sources_option
from generator.importing.draft import Draft, draft
from generator.importing.formats import UnreadableFile, read_text
from generator.importing.yaml_text import draft_yaml
from generator.model.base import SLUG_PATTERN

TEMPLATE = "policies/documents/_template.yaml"


@click.command(
    name="import", help="导入一份文件（txt、md、html、docx、有文字层的 pdf），写出原文和待确认的候选稿。"
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--id", "document_id", default=None, help="编号，例如 nanning-jineng-2025；不写就用文件名")
@root_option
@sources_option
@date_option
@click.option("--force", is_flag=True, help="已有同名文件时覆盖")
def import_(
    file: Path, document_id: str | None, root: Path, sources: str | None, today: datetime | None, force: bool
) -> None:
    """Write the source text and the draft extract; nothing is written where either exists already."""
    name = _checked_id(document_id or file.stem, "--id")
    extract = root / "policies" / "documents" / f"{name}.yaml"
    text_file = (disk.sources_folder(root, sources) or root / "policies" / "sources") / f"{name}.txt"
    try:
        read = read_text(file.name, file.read_bytes())
    except UnreadableFile as error:
        click.echo(f"{file.name}：{error}")
        sys.exit(PROBLEMS)
    text = read.text
    same_text = text_file.is_file() and text_file.read_bytes() == text.encode()
    _refuse((extract, *([] if same_text else [text_file])), force)
    made = draft(name, text, assemble(disk.read_policies(root)).library.vocabulary, day(today))
    disk.write_tree(text_file.parent, {text_file.name: text.encode()})
    disk.write_tree(extract.parent, {extract.name: draft_yaml(made.content).encode()})
    _report(made, extract, text_file, root)
    for remark in read.remarks:
        click.echo(f"注意：{remark}")
    sys.exit(CLEAN)


@click.command(name="new", help="复制带注释的样例，开始一份新摘录。")
@click.argument("document_id", metavar="编号")
@root_option
@click.option("--force", is_flag=True, help="已有同名文件时覆盖")
def new(document_id: str, root: Path, force: bool) -> None:
    """Copy the template under its new id."""
    name = _checked_id(document_id, "编号")
    target = root / "policies" / "documents" / f"{name}.yaml"
    _refuse((target,), force)
    template = (root / TEMPLATE).read_text("utf-8")
    text = re.sub(r"^id: \S+", f"id: {name}", template, count=1, flags=re.MULTILINE)
    text = re.sub(r"^  file: \S+", f"  file: {name}.txt", text, count=1, flags=re.MULTILINE)
    disk.write_tree(target.parent, {target.name: text.encode()})
    click.echo(f"已写出 {target}\n照注释逐项换成真文件的内容，再运行 handbook check")


def _checked_id(name: str, option: str) -> str:
    if not re.match(SLUG_PATTERN, name):
        raise click.UsageError(
            f"“{name}”不能作编号：只用小写字母、数字和连字符，例如 nanning-jineng-2025（{option}）"
        )
    return name


def _refuse(files: Iterable[Path], force: bool) -> None:
    existing = [file for file in files if file.exists()]
    if existing and not force:
        raise click.UsageError(f"已经有 {'、'.join(map(str, existing))}；换一个编号，或加 --force 覆盖")


def _report(made: Draft, extract: Path, text_file: Path, root: Path) -> None:
    provisions = made.content["provisions"]
    facts = sum(len(p.get("facts", ())) for p in provisions)
    duties = sum(len(p.get("duties", ())) for p in provisions)
    relations = len(made.content["relations"])
    outside = not text_file.resolve().is_relative_to(root.resolve())
    click.echo(f"原文　{text_file}" + ("　（--sources 或 HANDBOOK_SOURCES 指明的文件夹）" if outside else ""))
    click.echo(f"摘录　{extract}")
    click.echo(
        f"候选：条款 {len(provisions)} 个、数字 {facts} 个、责任分工 {duties} 处、引用文件 {relations} 份，都标着“待确认”"
    )
    if made.unknown_bodies:
        click.echo(
            f"词表里没有的部门：{'、'.join(made.unknown_bodies)}；请先在 vocabulary/departments-*.yaml 登记"
        )
    click.echo("下一步：打开摘录，照文首的说明逐条确认，再运行 handbook check")
