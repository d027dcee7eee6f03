"""The answers of 我能享受什么 as values: an offer, a group of them, a page, the first page (待遇清单)."""

from __future__ import annotations

from dataclasses import dataclass

from generator.views.answers import Relation
from generator.views.benefits import Benefit
from generator.views.documents import Link
from generator.views.shelves import Way
from generator.views.terms import ClauseRow


@dataclass(frozen=True)
class Offer:
    """A benefit as it concerns the reader: what the text leaves open, and whose rule it is.

    `together` is what it adds to; `instead` pairs each exclusion with the benefits that it names.
    """

    benefit: Benefit
    relation: Relation
    question: str
    from_region: str
    together: tuple[Link, ...] = ()
    instead: tuple[tuple[str, tuple[Link, ...]], ...] = ()


@dataclass(frozen=True)
class OfferGroup:
    """The offers under one heading."""

    id: str
    title: str
    lede: str
    offers: tuple[Offer, ...]


@dataclass(frozen=True)
class Either:
    """Benefits on this page that can't be had together, with the words and the clause that say so."""

    words: str
    clause: str
    url: str
    parts: tuple[Link, ...]


@dataclass(frozen=True)
class Pick:
    """A choice of the picker: where it leads ("" where nothing is recorded), and whether it is the page at hand."""

    text: str
    url: str
    current: bool


@dataclass(frozen=True)
class FinderPage:
    """The answer for one audience in one region, `count` how many answers of each kind, in one sentence.

    `above` are the superior regions whose documents are included.

    Where there is too much for one page, superior regions are only led to (`elsewhere`), and what is still too long is
    listed in tables that lead to the documents (`detailed` is False).
    """

    url: str
    audience: str
    region: str
    picks: tuple[tuple[str, tuple[Pick, ...]], ...]
    groups: tuple[OfferGroup, ...]
    either: tuple[Either, ...]
    clauses: tuple[ClauseRow, ...]
    topics: tuple[tuple[str, str, int], ...]
    above: tuple[str, ...]
    below: tuple[Link, ...]
    drafts: tuple[Link, ...]
    draft_count: int
    elsewhere: tuple[Link, ...]
    detailed: bool
    count: str
    ways: tuple[Way, ...] = ()
    part: str = ""


@dataclass(frozen=True)
class FinderRow:
    """An audience on the first page, with the number of answers in each region and the way there."""

    audience: str
    definition: str
    cells: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Finder:
    """The first page, two tables: 单位 and 个人."""

    regions: tuple[str, ...]
    tables: tuple[tuple[str, tuple[FinderRow, ...]], ...]
