"""What the search knows of the handbook: the values that a view makes and the index is built from.

A library becomes a flat tuple of entries. *Roots* are found by themselves: the head of a document (`document`), its
clauses (`provision`), the works that it cites (`citation`) and pages that answer a whole question (`comparison`,
`department`, `topic`, `page`). A `fact` hangs on its root by `parent` and is shown inside it. What holds for a whole
document (region, issuer, status …) is said once, on its `document` entry; its other entries inherit it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Kind = Literal["document", "provision", "citation", "fact", "comparison", "department", "topic", "page"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Body:
    """A body (部门) named in an entry: its official name, its other names, and its part (牵头, 责任, 配合 …)."""

    name: str
    aliases: tuple[str, ...] = ()
    role: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One thing that can be found. Strings are plain text as printed; what is unknown is empty."""

    id: str
    """Unique and permanent; sorts the index, so that the same library gives the same bytes."""
    kind: Kind
    url: str
    """Address relative to the site with its anchor: `documents/gx-2025/#award`."""
    title: str
    """What it is, in one line: title of the document, of the clause, label of the fact."""
    document: str = ""
    """Id of the document; empty for pages. Hits are grouped by it."""
    section: str = ""
    """Outline id (`2.7.2`) of the clause; of a document's own entry, the id of its head section."""
    parent: str = ""
    """For a fact: the id of the provision (or document) entry it is printed under."""

    path: tuple[str, ...] = ()
    """Printed headings that lead to the clause, outermost first."""
    terms: tuple[str, ...] = ()
    """Printed key words of the clause: the strongest evidence after the title, and the source of suggestions."""
    summary: str = ""
    """Our own words, one to three sentences; for a fact, whom and how often."""
    conditions: tuple[str, ...] = ()
    """Conditions and exclusions, a line each."""
    quotes: tuple[str, ...] = ()
    """Shortest proving spans."""
    text: str = ""
    """The whole printed clause if the source is at hand; searched with low weight, never needed."""
    figure: str = ""
    """The printed value of a fact: 30万元, 6000—8000元, 每年12月10日前."""
    instead: str = ""
    """What stands in place of the number of a fact without one: 金额未定, 沿用上级规定; shown, not searched."""
    numbers: tuple[str, ...] = ()
    """Document numbers (文号): the document's own, or those that a clause or citation names."""
    bodies: tuple[Body, ...] = ()
    """For a document its issuers; for a clause the bodies with a duty; for a department page the department."""
    topics: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    """Other words by which people look for it; searched like terms, never shown."""

    # Of a document only:
    regions: tuple[str, ...] = ()
    """Names of its region, narrowest first, then what it lies in, each printed form: 钦州市, 钦州, 广西."""
    level: str = ""
    status: str = ""
    category: str = ""
    """文种: 实施方案, 通知, 意见 …"""
    date: str = ""
    """ISO date, as far as known (`2025-08-13`, `2025`)."""


def problems_of(entries: Iterable[Entry]) -> tuple[str, ...]:
    """What is wrong with *entries* as a whole, a line each: repeated ids, facts without root, orphans of a document."""
    known: dict[str, Entry] = {}
    found = []
    for entry in entries:
        if entry.id in known:
            found.append(f"repeated id {entry.id}")
        known[entry.id] = entry
    heads = {entry.document for entry in known.values() if entry.kind == "document"}
    for entry in known.values():
        if (entry.kind == "fact") != bool(entry.parent):
            found.append(f"{entry.id}: a fact, and nothing else, has a parent")
        if entry.parent and entry.parent not in known:
            found.append(f"{entry.id}: parent {entry.parent} is missing")
        if entry.document and entry.document not in heads:
            found.append(f"{entry.id}: document {entry.document} has no entry of its own")
    return tuple(found)
