"""`handbook schema`: write the JSON Schemas that editors use (编辑器格式)."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator import disk
from generator.assemble import assemble
from generator.cli.options import CLEAN, PROBLEMS, root_option
from generator.schema.write import schema_files

TEMPLATE = "policies/documents/_template.yaml"


@click.command(help="由模型和词表生成 schemas/ 里的 JSON Schema，编辑器据此提示和检查。")
@root_option
@click.option("--check", "only_check", is_flag=True, help="只看是不是最新，不写文件")
def schema(root: Path, only_check: bool) -> None:
    """Write the schemas, or say which of them is stale."""
    made = schema_files(assemble(disk.read_policies(root)).library.vocabulary, (root / TEMPLATE).read_bytes())
    stale = [n for n, c in made.items() if not (root / n).is_file() or (root / n).read_bytes() != c]
    if only_check:
        for name in stale:
            click.echo(f"{name} 不是最新的，请运行 handbook schema")
        sys.exit(PROBLEMS if stale else CLEAN)
    disk.write_tree(root, made)
    click.echo(f"写出 {'、'.join(made)}（{len(stale)} 个有变化）")
