"""Changes as text for a terminal, Markdown for a comment, JSON for programs (变更报告)."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby

from generator.changes.compare import Comparison
from generator.changes.values import KIND_WORDS, Change

NONE = "政策内容没有变化"
_MARK = re.compile(r"[\\`*_\[\]{}<>|~&#@]")
_MANY = 40


@dataclass(frozen=True)
class Pages:
    """The addresses of the pages that are new, gone or different; None where the site can't be made (see *reason*)."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    reason: str = ""


def compare_pages(before: Mapping[str, str], after: Mapping[str, str]) -> Pages:
    """Compare two sites, Markdown by path; which front matter or words differ does not matter."""
    return Pages(
        tuple(sorted(set(after) - set(before))),
        tuple(sorted(set(before) - set(after))),
        tuple(sorted(path for path in after if path in before and before[path] != after[path])),
    )


def as_text(comparison: Comparison, pages: Pages) -> str:
    """Return one line a change, then the pages."""
    lines = [change.sentence for change in comparison.changes] or [NONE]
    lines += [f"{name}：读不出来，没有比较；请先运行 handbook check" for name in comparison.unreadable]
    lines += ["", _count(comparison), *_pages_lines(pages, "  ")]
    return "\n".join(lines) + "\n"


def as_markdown(comparison: Comparison, pages: Pages) -> str:
    """Return a comment for a merge request: faults first, then one list a document, the pages folded."""
    parts = ["## 政策内容的变化", "", _count(comparison), ""]
    faults = [change for change in comparison.changes if change.fault]
    if faults or comparison.unreadable:
        parts += ["### 请先改正", ""]
        parts += [f"- ⚠ {_safe(change.sentence)}" for change in faults]
        parts += [f"- ⚠ {name}：读不出来，没有比较" for name in comparison.unreadable]
        parts.append("")
    for title, changes in groupby(comparison.changes, key=lambda change: change.title):
        parts += [f"### {_safe(title)}", "", *(_item(change) for change in changes), ""]
    lines = _pages_lines(pages, "- ")
    if lines:
        parts += ["<details><summary>哪些页面会变</summary>", "", *lines, "", "</details>", ""]
    return "\n".join(parts)


def as_json(comparison: Comparison, pages: Pages) -> str:
    """Return the changes with all their parts, the unreadable documents and the pages."""
    content = {
        "changes": [{**asdict(change), "sentence": change.sentence} for change in comparison.changes],
        "unreadable": list(comparison.unreadable),
        "pages": asdict(pages),
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _item(change: Change) -> str:
    place = f"{change.place}：" if change.place else ""
    fault = f"（**{_safe(change.fault)}**）" if change.fault else ""
    kind = KIND_WORDS[change.kind]
    lead = "" if change.words.startswith(kind) else f"{kind}　"
    return f"- {lead}{_safe(place + change.words)}{fault}"


def _count(comparison: Comparison) -> str:
    kinds = [change.kind for change in comparison.changes]
    counted = [f"{words} {kinds.count(kind)} 处" for kind, words in KIND_WORDS.items() if kind in kinds]
    faults = sum(1 for change in comparison.changes if change.fault)
    return ("、".join(counted) or NONE) + (f"；其中错误 {faults} 处" if faults else "") + "。"


def _pages_lines(pages: Pages, lead: str) -> Sequence[str]:
    if pages.reason:
        return [f"{lead}页面变化没有计算：{pages.reason}"]
    lines = []
    for words, paths in (("新增", pages.added), ("不再有", pages.removed), ("有变化", pages.changed)):
        if paths:
            rest = f"……共 {len(paths)} 页" if len(paths) > _MANY else ""
            lines.append(f"{lead}{words}的页面 {len(paths)} 个：{'、'.join(paths[:_MANY])}{rest}")
    return lines


def _safe(text: str) -> str:
    """Return *text* so that a comment prints it as it is: no markup, no link, nobody is called by @."""
    return _MARK.sub(lambda m: f"&#{ord(m.group())};", " ".join(text.split()))
