"""Tables of docs/performance.md: written between two marks by the program that measured them, never by hand."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

PAGE = Path(__file__).parent.parent / "docs" / "performance.md"


def machine() -> str:
    """Return on what and when is measured."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    load = f"，开始时系统负载 {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    day = date.today().isoformat()  # noqa: DTZ011 - the day of the one who measures
    return f"{day}，{_processor()}，{cores} 核，Python {platform.python_version()}{load}"


def write_table(name: str, lines: Sequence[str], page: Path = PAGE) -> None:
    """Put *lines* between the marks of the table *name*; ValueError where the page has no such marks."""
    text = page.read_text("utf-8")
    between = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    if len(between.findall(text)) != 1:
        raise ValueError(f"{page}: <!-- {name} --> … <!-- /{name} --> must stand there once")
    content = "\n".join(lines)
    page.write_text(between.sub(lambda m: f"{m[1]}\n{content}\n\n{m[2]}", text), "utf-8")


def _processor() -> str:
    cpu = Path("/proc/cpuinfo")
    found = (
        re.search(r"^model name\s*: (.+)$", cpu.read_text("utf-8"), re.MULTILINE) if cpu.exists() else None
    )
    return found[1] if found else platform.processor() or platform.machine()
