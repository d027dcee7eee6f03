"""What the commands have in common: the folder, the source texts, the date, the exit codes (公共选项)."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from generator.disk import build_day

CLEAN, PROBLEMS, MISUSE = 0, 1, 2
"""Exit codes: nothing wrong, problems in the data, wrong usage or a bug."""

_F = TypeVar("_F", bound=Callable[..., Any])


@contextmanager
def uncollected() -> Iterator[None]:
    """Run without the garbage collector, which would search the growing library again and again (a third of the time)."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def root_option(command: _F) -> _F:
    """Add --root, the folder that holds policies/."""
    kind = click.Path(exists=True, file_okay=False, path_type=Path)
    return click.option("--root", type=kind, default=".", help="手册所在的文件夹（默认为当前文件夹）")(
        command
    )


def sources_option(command: _F) -> _F:
    """Add --sources, the folder of the source texts."""
    kind = click.Path(exists=True, file_okay=False)
    return click.option(
        "--sources",
        type=kind,
        default=None,
        help="原文所在的文件夹（默认 policies/sources 或 HANDBOOK_SOURCES）",
    )(command)


def date_option(command: _F) -> _F:
    """Add --date, the day on which the handbook is looked at; today unless told."""
    kind = click.DateTime(["%Y-%m-%d"])
    return click.option(
        "--date",
        "today",
        type=kind,
        metavar="日期",
        default=None,
        help="以哪一天为准（默认今天），例如 2026-11-21",
    )(command)


def day(given: datetime | None) -> str:
    """Return the given day, or today where the machine stands, as ISO text; SOURCE_DATE_EPOCH may say another today."""
    return given.date().isoformat() if given is not None else build_day(datetime.now().astimezone().date())
