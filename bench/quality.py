"""How often the right section comes first: the queries of tests/search/queries.yaml, by class, for both parts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Protocol

import yaml
from playwright.sync_api import Page

QUERIES = Path(__file__).parents[1] / "tests/search/queries.yaml"
Part = Literal["seen", "unseen", "colloquial"]
PARTS: Mapping[Part, str] = {"seen": "题数", "unseen": "未见", "colloquial": "大白话"}
"""The parts of the queries by what the table calls their number: those tuned for, those kept unseen, and hard ones."""
NAMES = {
    "amount": "数额", "award": "奖项", "target": "目标", "department": "部门", "number": "文号", "topic": "主题",
    "synonym": "日常说法", "question": "整句提问", "fragment": "词语片段", "typo": "错别字、拼音",
    "form": "全角、繁体", "date": "日期", "region": "地区", "none": "没有答案",
}  # fmt: skip
"""The classes of queries as the table calls them."""
NESTED = 3
"""How many hits of a document are open on the page; those folded away do not count."""


class Asked(Protocol):
    """Whatever answers a query: the terminal, or the page in a browser."""

    def answer(self, text: str) -> Mapping[str, Any]:
        """Return `status` and `groups`, each with its `hits` (`document`, `section`)."""


READ = """() => ({
  status: document.querySelector('[role=status]').textContent.includes('没有找到') ? 'none' : 'found',
  groups: [...document.querySelectorAll('#search-results > li')].map((item) => ({
    hits: [item, ...item.querySelectorAll('li[data-section]')]
      .map(({dataset}) => ({document: dataset.document, section: dataset.section})),
  })),
})"""


class SearchPage:
    """The search page in a browser, asked as a reader asks it: the words are typed into the box."""

    def __init__(self, page: Page, address: str) -> None:
        self._page = page
        page.goto(f"{address}/search/")

    def answer(self, text: str) -> Mapping[str, Any]:
        """Type *text* and read what the page shows."""
        self._page.evaluate("document.querySelector('[role=status]').textContent = ''")
        self._page.locator("#search-form input").fill(text)
        self._page.wait_for_function("document.querySelector('[role=status]').textContent")
        answer: Mapping[str, Any] = self._page.evaluate(READ)
        return answer


@dataclass(frozen=True, slots=True)
class Query:
    """A query, its class, and the right answers as (document, section); none for an unanswerable one."""

    text: str
    kind: str
    right: frozenset[tuple[str, str]]

    @property
    def unanswerable(self) -> bool:
        """Whether 没有找到 is the right answer."""
        return not self.right


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were asked, how many right first, how many right in five, how many answered with nothing."""

    asked: int = 0
    first: int = 0
    five: int = 0
    silent: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.asked + other.asked,
            self.first + other.first,
            self.five + other.five,
            self.silent + other.silent,
        )


def queries(part: Part) -> tuple[Query, ...]:
    """Return the queries of *part*."""
    written = yaml.safe_load(QUERIES.read_text("utf-8"))
    return tuple(
        Query(
            str(row["q"]),
            kind,
            frozenset(_place(written["documents"], place) for place in row.get("right", ())),
        )
        for kind, rows in written[part].items()
        for row in rows
    )


def _place(documents: Mapping[str, str], place: str) -> tuple[str, str]:
    document, section = place.split()
    return documents[document], section


def tally(whom: Asked, asked: Iterable[Query]) -> Tally:
    """Ask every query and count."""
    return sum((judge(whom.answer(query.text), query) for query in asked), Tally())


def judge(answer: Mapping[str, Any], query: Query) -> Tally:
    """Judge one answer: the first hit, and the open hits of the first five documents."""
    found = [
        [(hit["document"], hit["section"]) for hit in group["hits"][:NESTED]] for group in answer["groups"]
    ]
    if query.unanswerable:
        honest = answer["status"] == "none" and not found
        return Tally(1, honest, honest, 0)
    first = bool(found) and found[0][0] in query.right
    five = any(place in query.right for places in found[:5] for place in places)
    return Tally(1, first, five, answer["status"] == "none")


def quality_table(whom: Asked) -> str:
    """Return the table of docs/search-quality.md: a row per class, the parts side by side."""
    lines = [
        f"| 类别 | {' | '.join(f'{asked} | 首位 | 前五 | 无答案' for asked in PARTS.values())} |",
        f"|---|{'--:|' * 4 * len(PARTS)}",
    ]
    totals = {part: Tally() for part in PARTS}
    kinds = dict.fromkeys(query.kind for part in PARTS for query in queries(part))
    for kind in kinds:
        row = {part: tally(whom, [q for q in queries(part) if q.kind == kind]) for part in PARTS}
        totals = {part: totals[part] + row[part] for part in PARTS}
        lines.append(f"| {NAMES[kind]} | {' | '.join(_cells(row[part]) for part in PARTS)} |")
    lines.append(f"| 合计 | {' | '.join(_cells(totals[part]) for part in PARTS)} |")
    return "\n".join(lines)


def _cells(tally: Tally) -> str:
    return f"{tally.asked} | {tally.first} | {tally.five} | {tally.silent}"
