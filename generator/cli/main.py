"""The group `handbook`: which module holds which command, and nothing else (命令一览)."""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from importlib import import_module
from keyword import iskeyword

import click

from generator.cli.faults import refusal
from generator.cli.options import MISUSE
from generator.problems import visible

COMMANDS: Mapping[str, str] = {
    "check": "generator.cli.check",
    "coverage": "generator.cli.coverage",
    "explain": "generator.cli.explain",
    "build": "generator.cli.build",
    "serve": "generator.cli.build",
    "render": "generator.cli.build",
    "search": "generator.cli.search",
    "diff": "generator.cli.diff",
    "export": "generator.cli.export",
    "import": "generator.cli.importing",
    "new": "generator.cli.importing",
    "schema": "generator.cli.schema",
    "publish": "generator.cli.publish",
    "rollback": "generator.cli.publish",
    "verify": "generator.cli.publish",
}
"""Each command and the module that defines a function of that name; imported only when it is asked for.

A name that Python keeps for itself (import) has an underscore behind it there.
"""


class Commands(click.Group):
    """A group that imports a command when it is used, so that `check` needs nothing of the site."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return every command in the order of COMMANDS."""
        return list(COMMANDS)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; an unknown name is answered with those like it, of which click knows only imported ones."""
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as error:
            raise click.exceptions.NoSuchCommand(
                error.command_name, possibilities=COMMANDS, ctx=ctx
            ) from None

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; what the disk refuses and what nobody foresaw leave with the code that is not for problems in the data."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except OSError as error:
            refused = refusal(error)
            if refused is None:
                self._report_bug()
            else:
                click.echo(visible(refused), err=True)
            raise click.exceptions.Exit(MISUSE) from None
        except Exception:  # noqa: BLE001 — whatever it is, exit 1 would say that the data is wrong
            self._report_bug()
            raise click.exceptions.Exit(MISUSE) from None

    @staticmethod
    def _report_bug() -> None:
        traceback.print_exc()
        click.echo("这是程序的错误，请把上面的内容报给开发者", err=True)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return the command, None for an unknown name."""
        module = COMMANDS.get(cmd_name)
        if module is None:
            return None
        command: click.Command = getattr(
            import_module(module), f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        )
        command.options_metavar = "[选项]"
        return command


@click.group(
    cls=Commands,
    help="政策手册：检查、生成、发布。",
    options_metavar="[选项]",
    subcommand_metavar="命令 …",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="policy-handbook", prog_name="handbook")
def main() -> None:
    """Hand over to the command."""
