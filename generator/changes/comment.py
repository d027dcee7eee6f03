"""Changes as a comment of a merge request, in Markdown, no longer than a forge takes (合并请求的留言)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.changes.compare import Comparison
from generator.changes.report import Pages, counted, page_lines, unreadable_line
from generator.changes.values import KIND_WORDS, Change

LONGEST = 60_000
"""Characters of a comment: GitHub refuses more than 65,536, GitLab more than 1,000,000."""

_LAST = 200
_MARK = re.compile(r"[\\`*_\[\]{}<>|~&#@]")


def as_markdown(comparison: Comparison, pages: Pages, longest: int = LONGEST) -> str:
    """Return the comment: faults first, then one list a document, the pages folded.

    What goes beyond *longest* characters is left out from the end, the pages first; how many changes is told.
    """
    lines: list[str] = []
    told, room = 0, longest - _LAST
    for line, changes in _lines(comparison):
        room -= len(line) + 1
        if room < 0:
            break
        lines.append(line)
        told += changes
    left = len(comparison.changes) - told
    if left:
        lines += [
            "",
            f"留言的长度有限，还有 {left} 处变化没有列出；在本机运行 handbook diff 可以看到全部。",
        ]
        return "\n".join(lines) + "\n"
    folded = [*page_lines(pages, "- ", _safe)]
    if folded and sum(len(line) + 1 for line in folded) <= room:
        lines += ["<details><summary>哪些页面会变</summary>", "", *folded, "", "</details>", ""]
    return "\n".join(lines)


def _lines(comparison: Comparison) -> Iterator[tuple[str, int]]:
    """Yield each line, and how many changes it lists; a fault is listed with the others too."""
    yield "## 政策内容的变化", 0
    yield "", 0
    yield counted(comparison), 0
    yield "", 0
    faults = [change for change in comparison.changes if change.fault]
    if faults or comparison.unreadable:
        yield "### 请先改正", 0
        yield "", 0
        if comparison.unreadable:
            yield f"- ⚠ {_safe(unreadable_line(comparison))}", 0
        for change in faults:
            yield f"- ⚠ {_safe(change.sentence)}", 0
        yield "", 0
    title = ""
    for change in comparison.changes:
        if change.title != title:
            yield from (("", 0),) if title else ()
            title = change.title
            yield f"### {_safe(title)}\n", 0
        yield _item(change), 1
    if title:
        yield "", 0


def _item(change: Change) -> str:
    place = f"{change.place}：" if change.place else ""
    fault = f"（**{_safe(change.fault)}**）" if change.fault else ""
    kind = KIND_WORDS[change.kind]
    lead = "" if change.words.startswith(kind) else f"{kind}　"
    return f"- {lead}{_safe(place + change.words)}{fault}"


def _safe(text: str) -> str:
    """Return *text* so that a comment prints it as it is: no markup, no link, nobody is called by @."""
    return _MARK.sub(lambda m: f"&#{ord(m.group())};", " ".join(text.split()))
