"""The group `handbook`; each module of this package adds its commands to it."""

from __future__ import annotations

import click

from generator.cli.check import check


@click.group(help="政策手册：检查、生成、发布。", context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="policy-handbook", prog_name="handbook")
def main() -> None:
    """Collect the commands."""


for command in (check,):
    main.add_command(command)
