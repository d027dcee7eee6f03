"""The group `handbook`: which module holds which command, and nothing else (命令一览)."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

import click

COMMANDS: Mapping[str, str] = {
    "check": "generator.cli.check",
    "build": "generator.cli.build",
    "serve": "generator.cli.build",
    "render": "generator.cli.build",
    "diff": "generator.cli.diff",
}
"""Each command and the module that defines a function of that name; imported only when it is asked for."""


class Commands(click.Group):
    """A group that imports a command when it is used, so that `check` needs nothing of the site."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return every command in the order of COMMANDS."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return the command, None for an unknown name."""
        module = COMMANDS.get(cmd_name)
        if module is None:
            return None
        command: click.Command = getattr(import_module(module), cmd_name)
        return command


@click.group(
    cls=Commands,
    help="政策手册：检查、生成、发布。",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="policy-handbook", prog_name="handbook")
def main() -> None:
    """Hand over to the command."""
