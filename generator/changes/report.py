"""Changes as text for a terminal and JSON for programs, with the pages that change (变更报告)."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from generator.changes.compare import Comparison
from generator.changes.values import KIND_WORDS
from generator.links import shown_at

NONE = "政策内容没有变化"
REST = "其余文件的政策内容没有变化"
_MANY = 40
_TITLE = re.compile(r'^title: (".*")$', re.MULTILINE)


@dataclass(frozen=True)
class PageName:
    """A page by its title, and its address from the root of the site."""

    title: str
    url: str


@dataclass(frozen=True)
class Pages:
    """The pages that are new, gone or different; none of them where the site can't be made (see *reason*)."""

    added: tuple[PageName, ...] = ()
    removed: tuple[PageName, ...] = ()
    changed: tuple[PageName, ...] = ()
    reason: str = ""


def compare_pages(before: Mapping[str, str], after: Mapping[str, str]) -> Pages:
    """Compare two sites, Markdown by path; which front matter or words differ does not matter."""
    return Pages(
        _named(after, set(after) - set(before)),
        _named(before, set(before) - set(after)),
        _named(after, {path for path in after if path in before and before[path] != after[path]}),
    )


def _named(site: Mapping[str, str], paths: set[str]) -> tuple[PageName, ...]:
    names = []
    for path in sorted(paths):
        title, url = _TITLE.search(site[path]), shown_at(path)
        names.append(PageName(json.loads(title[1]) if title else url, url))
    return tuple(names)


def as_text(comparison: Comparison, pages: Pages) -> str:
    """Return what could not be read, then one line a change, then the pages."""
    lines = [unreadable_line(comparison)] if comparison.unreadable else []
    lines += [change.sentence for change in comparison.changes]
    lines += ["", counted(comparison)] if lines else [counted(comparison)]
    return "\n".join([*lines, *page_lines(pages, "  ")]) + "\n"


def as_json(comparison: Comparison, pages: Pages) -> str:
    """Return the changes with all their parts, the unreadable documents and the pages."""
    content = {
        "changes": [{**asdict(change), "sentence": change.sentence} for change in comparison.changes],
        "unreadable": [asdict(one) for one in comparison.unreadable],
        "pages": asdict(pages),
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def unreadable_line(comparison: Comparison) -> str:
    """Say which files were not compared, and where to look; there are some."""
    names = "、".join(one.words for one in comparison.unreadable)
    return (
        f"{len(comparison.unreadable)} 份文件读不出来，没有比较：{names}。请先运行 handbook check，照提示改正"
    )


def counted(comparison: Comparison) -> str:
    """Say how many changes of each kind there are, and how many can't be right."""
    kinds = [change.kind for change in comparison.changes]
    numbers = [f"{words} {kinds.count(kind)} 处" for kind, words in KIND_WORDS.items() if kind in kinds]
    faults = sum(1 for change in comparison.changes if change.fault)
    none = REST if comparison.unreadable else NONE
    return ("、".join(numbers) or none) + (f"；其中错误 {faults} 处" if faults else "") + "。"


def page_lines(pages: Pages, lead: str, safe: Callable[[str], str] = str) -> Sequence[str]:
    """Return one line for the new, the gone and the different pages each, their titles made *safe*."""
    if pages.reason:
        return [f"{lead}页面变化没有计算：{pages.reason}"]
    return [f"{lead}{line}" for line in _page_lines(pages, safe)]


def _page_lines(pages: Pages, safe: Callable[[str], str]) -> Iterator[str]:
    for words, found in (("新增", pages.added), ("不再有", pages.removed), ("有变化", pages.changed)):
        if found:
            titles = "、".join(f"“{safe(page.title)}”" for page in found[:_MANY])
            rest = f"……共 {len(found)} 页" if len(found) > _MANY else ""
            yield f"{words}的页面 {len(found)} 个：{titles}{rest}"
