"""What the handbook costs as it grows: full build, growth, one edit, check, beside other builders and beside the limit.

`python -m bench scale` prints the tables of docs/performance.md, `python -m bench scale check --documents 300` one of them, with
`--write` they take their place in the page. Each measurement is a process of its own; wall clock and processor seconds are those of
the process and its workers.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import calls, phases, serving
from bench.builders import BUILDERS, Builder, installed, write_project
from bench.documents import write_handbook
from bench.page import machine, write_table
from generator import disk, pipeline
from generator.links import lying_at
from generator.site import NavItem

ROOT = Path(__file__).parent.parent
SCRATCH = ROOT / ".cache" / "bench"
DAY = "2026-11-21"
EPOCH = "1795219200"
SIZES = (100, 300, 1000, 3000, 10_000)
LARGEST = 3000
"""Growth is measured up to here unless more is asked for."""
EDITED = "d00003"
KIB_PER_MIB = 1024
QUIET = {"SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1", "HANDBOOK_SOURCES": ""}
"""What every measured program finds in its environment: one day, no source texts."""


@dataclass(frozen=True)
class Cost:
    """What a command took: seconds on the clock, seconds of all processors, and the memory of its largest process."""

    name: str
    wall: float
    processor: float
    memory: float

    def row(self, beside: Cost | None = None) -> str:
        """Return the cells of a table row; with *beside* the ratio of both kinds of seconds as well."""
        cells = [self.name, f"{self.wall:.1f}", f"{self.processor:.1f}", f"{self.memory:.0f}"]
        if beside is not None:
            cells += [f"{self.wall / beside.wall:.2f}", f"{self.processor / beside.processor:.2f}"]
        return f"| {' | '.join(cells)} |"


HEAD = "| | 秒 | 处理器秒 | 内存（MiB） |"
HEAD_BESIDE = f"{HEAD} 时间之比 | 处理器之比 |"


def run(name: str, command: Sequence[str | Path], folder: Path) -> Cost:
    """Run *command* in *folder* and return its cost; what it prints is only shown when it fails."""
    SCRATCH.mkdir(parents=True, exist_ok=True)
    log = SCRATCH / "command.log"
    start = time.monotonic()
    with log.open("w") as output:
        process = subprocess.Popen(
            [str(word) for word in command],
            cwd=folder,
            env={**os.environ, **QUIET},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{name}: {log.read_text()[-2000:]}")
    return Cost(name, wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / KIB_PER_MIB)


def handbook(documents: int) -> Path:
    """Return a handbook of *documents* without anything kept from earlier builds."""
    folder = SCRATCH / f"handbook-{documents}"
    shutil.rmtree(folder, ignore_errors=True)
    write_handbook(folder, documents)
    return folder


def full_build(documents: int, builders: Sequence[Builder] = BUILDERS) -> Iterator[str]:
    """Yield the table of a full build beside other *builders* on the same pages."""
    root = handbook(documents)
    ours = run("handbook build", [*_handbook("build", root), "--out", SCRATCH / "site"], root)
    programs = installed()
    if programs is None:
        yield from (
            f"{documents} 份文件（别的生成器装不上，没有比较）",
            "",
            HEAD,
            "|---|---:|---:|---:|",
            ours.row(),
        )
        return
    pages, navigation = _pages(root)
    others = [_other(builder, programs, pages, navigation) for builder in builders]
    plain = others[0]
    yield from (f"{documents} 份文件，{len(pages)} 页", "", HEAD_BESIDE, "|---|---:|---:|---:|---:|---:|")
    yield from (cost.row(plain) for cost in (ours, *others))


def growth(sizes: Sequence[int]) -> Iterator[str]:
    """Yield the table of what a document costs at each size."""
    yield from (
        "| 文件 | 秒 | 每份（毫秒） | 处理器秒 | 每份（毫秒） | 内存（MiB） |",
        "|---:|---:|---:|---:|---:|---:|",
    )
    for documents in sizes:
        root = handbook(documents)
        cost = run("build", [*_handbook("build", root), "--out", SCRATCH / "site"], root)
        each = [1000 * seconds / documents for seconds in (cost.wall, cost.processor)]
        yield (
            f"| {documents} | {cost.wall:.1f} | {each[0]:.0f} | {cost.processor:.1f} | {each[1]:.0f} | {cost.memory:.0f} |"
        )


def one_edit(documents: int) -> Iterator[str]:
    """Yield the table of one edited extract: in a build after the full one, and in `handbook serve`."""
    root = handbook(documents)
    full = run("全部生成", [*_handbook("build", root), "--out", SCRATCH / "site"], root)
    before = _digests(SCRATCH / "site")
    edit(root)
    again = run("改一份以后再生成", [*_handbook("build", root), "--out", SCRATCH / "site"], root)
    after = _digests(SCRATCH / "site")
    changed = sorted(name for name in {*before, *after} if before.get(name) != after.get(name))
    pages = [name for name in changed if name.endswith(".html")]
    command = [str(word) for word in _handbook("serve", root)]
    log = SCRATCH / "serve.log"
    seen = serving.measure(command, {**os.environ, **QUIET}, log, lambda: edit(root))
    yield from (HEAD_BESIDE, "|---|---:|---:|---:|---:|---:|", full.row(full), again.row(full))
    for name, spent in (
        ("`handbook serve`：改过的一页出现", seen.shown),
        ("`handbook serve`：其余页面更新", seen.rest),
    ):
        yield Cost(name, spent.wall, spent.processor, seen.memory).row(full)
    yield from ("", f"变了 {len(pages)} 页、{len(changed) - len(pages)} 个文件，共 {len(after)} 个。")


def _digests(folder: Path) -> dict[str, str]:
    """Return what tells the files below *folder* from any others; a process that is started counts what its parent holds."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def checking(documents: int) -> Iterator[str]:
    """Yield the table of `handbook check`, the first time, the second time, after an edit, and for one file."""
    root = handbook(documents)
    command = _handbook("check", root)
    file = root / "policies" / "documents" / f"{EDITED}.yaml"
    yield from (HEAD, "|---|---:|---:|---:|")
    yield run("第一次", command, root).row()
    yield run("第二次", command, root).row()
    edit(root)
    yield run("只查改过的一份", [*command, file], root).row()


def edit(root: Path) -> None:
    """Change the sentence that opens one extract of *root*, as an editor would who has no source text at hand."""
    file = root / "policies" / "documents" / f"{EDITED}.yaml"
    text = file.read_text("utf-8")
    (root / "policies" / "records" / f"{EDITED}.yaml").unlink(missing_ok=True)
    file.write_text(text.replace("answer: ", "answer: 改过的话，", 1), "utf-8")


def _handbook(command: str, root: Path) -> list[str | Path]:
    return [sys.executable, "-m", "generator", command, "--root", root]


def _pages(root: Path) -> tuple[dict[str, str], list[object]]:
    built = pipeline.build(disk.read_policies(root), {}, {}, DAY).site
    if built is None:
        raise RuntimeError("the fictional extracts have errors")
    pages = {lying_at(path): text for path, text in built.pages.items()}
    return pages, [_nav(item) for item in built.navigation]


def _nav(item: NavItem) -> dict[str, object]:
    return {
        item.title: [_nav(child) for child in item.children] if item.children else lying_at(item.path or "")
    }


def _other(builder: Builder, programs: Path, pages: Mapping[str, str], navigation: list[object]) -> Cost:
    folder = SCRATCH / "project" / builder.name
    shutil.rmtree(folder, ignore_errors=True)
    write_project(folder, pages, navigation, builder)
    return run(builder.name, [programs / builder.command[0], *builder.command[1:]], folder)


def tables(documents: int, largest: int) -> dict[str, Callable[[], Iterator[str]]]:
    """Return what makes each table, by name; growth and calls go up to *largest*."""
    sizes = [size for size in SIZES if size <= largest] or [largest]
    return {
        "full": lambda: full_build(documents),
        "beside": lambda: full_build(documents, BUILDERS[:1]),
        "growth": lambda: growth(sizes),
        "calls": lambda: calls.table(sizes, DAY),
        "edit": lambda: one_edit(documents),
        "check": lambda: checking(documents),
        "profile": lambda: phases.table(handbook(documents), SCRATCH / "limit"),
    }


def main(arguments: Sequence[str]) -> None:
    """Print all tables, or the one that is named; with --write put them into docs/performance.md as well."""
    parser = argparse.ArgumentParser(prog="python -m bench scale")
    parser.add_argument("table", nargs="?", choices=[*tables(0, 0)])
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--largest", type=int, default=LARGEST, help="growth goes up to so many documents")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/performance.md")
    wanted = parser.parse_args(arguments)
    for name, table in tables(wanted.documents, wanted.largest).items():
        if wanted.table in (None, name):
            print(f"\n## {name}\n", flush=True)
            lines = []
            for line in table():
                print(line, flush=True)
                lines.append(line)
            if wanted.write:
                said = "" if name in ("growth", "calls") else f"，{wanted.documents} 份文件"
                write_table(name, [f"{machine()}{said}。", "", *lines])
