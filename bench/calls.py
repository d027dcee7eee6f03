"""How much work a page takes as the library grows, in calls of functions: the same figure on every machine, however busy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from cProfile import Profile
from dataclasses import dataclass

from bench.documents import policy_files
from generator.assemble import assemble
from generator.render.page_set import Pages
from generator.render.pages import render_pages
from generator.settings import Settings

SAMPLE = 24
"""So many pages of each kind are made, its list and others evenly spread; what they share has been found before they are counted."""
NAMES = {
    "documents": "文件",
    "finder": "我能享受什么",
    "compare": "政策对比",
    "indicators": "指标对比",
    "departments": "部门",
    "topics": "主题",
    "audiences": "对象",
    "regions": "地区",
    "references": "被引文件",
    "versions": "前后版本",
    "calendar": "日历",
    "as-of": "某日有效",
    "about": "关于",
}
"""The kinds of pages by the first part of their address; all others are counted together."""
OTHERS = "其余"
THOUSAND, KB = 1000, 1000


@dataclass(frozen=True)
class Work:
    """What the pages of one kind take: how many there are, calls for all of them, bytes of the longest looked at."""

    pages: int
    calls: float
    longest: int


def table(sizes: Sequence[int], day: str) -> Iterator[str]:
    """Yield the table: for each kind of page thousands of calls a page at each of *sizes*, and the longest page (kB)."""
    found = {size: count(size, day) for size in sizes}
    heads = [f"{size} 份：每页（千次） | 最长（kB）" for size in sizes]
    yield f"| 页 | {' | '.join(heads)} |"
    yield f"|---|{'---:|---:|' * len(sizes)}"
    for name in (*NAMES.values(), OTHERS):
        if any(name in kinds for kinds in found.values()):
            cells = (_cells(kinds.get(name, Work(0, 0, 0))) for kinds in found.values())
            yield f"| {name} | {' | '.join(cells)} |"
    whole = [
        f"{sum(w.calls for w in kinds.values()) / size / THOUSAND:.0f} | {max(w.longest for w in kinds.values()) / KB:.0f}"
        for size, kinds in found.items()
    ]
    yield f"| 合计，每份文件 | {' | '.join(whole)} |"


def count(documents: int, day: str) -> Mapping[str, Work]:
    """Return what the pages of each kind take in a corpus of *documents*."""
    pages = render_pages(assemble(policy_files(documents)).library, {}, day, Settings(), {})
    kinds: dict[str, list[str]] = {}
    for path in sorted(pages, key=lambda path: (not path.endswith("index.md"), path)):
        kinds.setdefault(NAMES.get(path.removesuffix(".md").split("/")[0], OTHERS), []).append(path)
    return {name: _work(pages, paths) for name, paths in kinds.items()}


def _work(pages: Pages, paths: Sequence[str]) -> Work:
    """The first of *paths*, a list of the others as often as not, counts once; those looked at stand for the others."""
    rest = paths[1 :: max(1, len(paths) // SAMPLE)]
    longest = max(len(pages[path].encode()) for path in (paths[0], *rest))
    others = _calls(pages, rest) * (len(paths) - 1) / len(rest) if rest else 0.0
    return Work(len(paths), _calls(pages, paths[:1]) + others, longest)


def _calls(pages: Pages, paths: Sequence[str]) -> int:
    profile = Profile()
    profile.runcall(lambda: [pages[path] for path in paths])
    return sum(row.callcount for row in profile.getstats())


def _cells(work: Work) -> str:
    return f"{work.calls / THOUSAND / max(1, work.pages):.1f} | {work.longest / KB:.0f}"
