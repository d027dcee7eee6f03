"""Where the time of a full build goes, step by step in one process, and what of it no program could save."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

from markdown import Markdown
from mkdocs.utils.meta import get_data

from bench.builders import EXTENSIONS
from generator import checking, disk
from generator.build.whole_blocks import WholeBlocks
from generator.disclosure import published
from generator.export.files import export_files
from generator.library import Library
from generator.load import load_yaml
from generator.render.files import render_files
from generator.render.machines import TITLE, machine_files
from generator.render.pages import render_pages
from generator.render.plain import plain_markdown
from generator.render.subscriptions import subscription_files
from generator.search.index import promised_index
from generator.settings import Settings
from generator.views.search_entries import search_index, search_parts

DAY = "2026-11-21"
MB = 1_000_000
T = TypeVar("T")


class Steps:
    """Processor seconds of named steps, in their order; *needed* are those that any program has to take."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.needed: set[str] = set()

    def take(self, name: str, work: Callable[[], T], *, needed: bool = False) -> T:
        """Return what *work* returns, and add what it takes to the step *name*."""
        start = time.process_time()
        result = work()
        self.seconds[name] = self.seconds.get(name, 0.0) + time.process_time() - start
        if needed:
            self.needed.add(name)
        return result


def table(root: Path, out: Path) -> Iterator[str]:
    """Yield the table of the steps of a build of *root*; *out* is a folder to write to."""
    steps = Steps()
    files = steps.take("读取文件", lambda: disk.read_policies(root), needed=True)
    checked = steps.take("检查（含解析 YAML）", lambda: checking.check(files, {}, DAY))
    library = published(checked.library)
    entries = steps.take("检索条目", lambda: [*search_parts(library)])
    pages = steps.take("各页的网址", lambda: render_pages(library, {}, DAY, Settings(), {}))
    made = steps.take(
        "检索索引", lambda: dict(promised_index(lambda: entries, search_index(library, {}).synonyms))
    )
    made |= steps.take("开放数据", lambda: dict(render_files(library, disk.read_stylesheets(root))))
    made |= steps.take("站点地图、日历、订阅", lambda: _others(library))
    downloads = steps.take("下载的表（安排）", lambda: export_files(library, DAY))
    for arrange in downloads.parts():
        part = steps.take("下载的表（安排）", arrange)
        for path in part:
            made[path] = steps.take(f"下载：{path.rsplit('.', 1)[-1]}", partial(part.__getitem__, path))
    markdown = Markdown(extensions=[*(e for e in EXTENSIONS if isinstance(e, str)), "toc", WholeBlocks()])
    size = 0
    for path in pages:
        text = steps.take("各页的内容，写成 Markdown", lambda path=path: pages[path])  # type: ignore[misc]
        body, _ = get_data(text)
        html = steps.take("Markdown 转成 HTML", lambda body=body: markdown.reset().convert(body), needed=True)  # type: ignore[misc]
        plain = steps.take("另写纯文本", lambda html=html: plain_markdown(html, ""))  # type: ignore[misc]
        made[path], made[f"{path}.html"] = plain.encode(), html.encode()
        size += len(text.encode())
    shutil.rmtree(out, ignore_errors=True)
    steps.take("写到磁盘", lambda: disk.write_tree(out, made), needed=True)
    steps.take("（只解析 YAML）", lambda: [load_yaml(name, raw) for name, raw in files.items()], needed=True)
    yield from _rows(steps)
    written = sum(map(len, made.values())) / MB
    read = sum(map(len, files.values())) / MB
    yield from ("", f"读 {read:.1f} MB，{len(pages)} 页共 {size / MB:.1f} MB Markdown，写 {written:.1f} MB。")


def _others(library: Library) -> dict[str, bytes]:
    return {**machine_files(library, ""), **subscription_files(library, TITLE, "")}


def _rows(steps: Steps) -> Iterator[str]:
    within = {"（只解析 YAML）"}
    whole = sum(seconds for name, seconds in steps.seconds.items() if name not in within)
    yield from ("| 步骤 | 处理器秒 | 占 |", "|---|---:|---:|")
    for name, seconds in steps.seconds.items():
        yield f"| {name} | {seconds:.1f} | {100 * seconds / whole:.0f}% |"
    limit = sum(steps.seconds[name] for name in steps.needed)
    yield f"| 合计（不含排版） | {whole:.1f} | 100% |"
    yield f"| 其中省不掉的：读、解析、转换、写 | {limit:.1f} | {100 * limit / whole:.0f}% |"
