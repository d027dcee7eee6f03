"""The columns and the cells of a comparison; a cell has one of five states (对比格)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import assert_never

from generator import links
from generator.library import Library, PlacedFact
from generator.model.document import Document
from generator.model.vocabulary import Family
from generator.views.facts import DRAFT, CellState, FactView, fact_view, is_draft, listed
from generator.views.places import clause_label

UNSEARCHED = "这份文件里还没有查这一项"
"""What a cell says of an indicator that nobody has looked for in a document that the library holds."""
MOST_CLAUSES = 3
"""So many clauses are named in a cell."""


@dataclass(frozen=True)
class Column:
    """A regional version; one that the library lacks is narrow and has no document."""

    document: str
    name: str
    level: str
    status: str
    url: str = ""
    title: str = ""
    spoken: str = ""
    """What a sentence calls the version: its region, or its short title where the region has several."""

    @property
    def narrow(self) -> bool:
        """Whether the whole column is 未录入."""
        return not self.document

    @property
    def draft(self) -> bool:
        """Whether the column is a draft: it is looked at, never compared."""
        return self.status == DRAFT

    @property
    def label(self) -> str:
        """The name by which a single cell says whose it is."""
        return f"{self.name}（{self.status}）" if self.draft else self.name


@dataclass(frozen=True)
class Cell:
    """One of the five states; `text` says per whom, the printed words, or how far the text goes."""

    state: CellState
    facts: tuple[FactView, ...] = ()
    text: str = ""
    clause: str = ""
    url: str = ""


def in_order(library: Library, documents: Iterable[Document], drafts: bool) -> list[Document]:
    """The documents that have a column: the highest level first, in a region the final ones before drafts."""
    return sorted(
        (d for d in documents if drafts or not is_draft(d)),
        key=lambda d: (_depth(library, d.region), d.region, is_draft(d), d.id),
    )


def _depth(library: Library, region: str) -> int:
    return len(library.vocabulary.region_path(region))


def find_columns(
    library: Library, documents: Sequence[Document], family: Family | None
) -> tuple[Column, ...]:
    """Return a column for each of *documents* and for each version of *family* that the library lacks, highest level first."""
    regions = library.vocabulary.regions
    several = Counter(d.region for d in documents)
    final = Counter(d.region for d in documents if not is_draft(d))
    held = [
        (
            (_depth(library, d.region), d.region, 0),
            Column(
                d.id,
                regions[d.region].short if d.region in regions else d.region,
                d.level if several[d.region] == 1 else d.short_title,
                d.status.value,
                links.document(d.id),
                d.title,
                d.short_title if final[d.region] > 1 or d.region not in regions else regions[d.region].short,
            ),
        )
        for d in documents
    ]
    lacking = [
        (
            (_depth(library, m.region), m.region, 1),
            Column("", regions[m.region].short if m.region in regions else m.region, m.level, ""),
        )
        for m in (family.missing if family else ())
    ]
    return tuple(column for _, column in sorted([*held, *lacking], key=lambda pair: pair[0]))


def find_cell(library: Library, indicator: str, column: Column) -> Cell:
    """Return what the document of *column* says on an indicator; 未录入 where there is no document or nobody looked."""
    if not column.document:
        return Cell("missing")
    placed = library.facts_on.get((indicator, column.document), ())
    document = library.documents[column.document]
    if placed:
        return _stated(library, placed)
    looked_for = library.looked_for.get(indicator, {}).get(document.id)
    if looked_for is None:
        return Cell("missing", (), UNSEARCHED)
    section = looked_for.section
    return Cell(
        "unstated",
        (),
        looked_for.note or "",
        clause_label(document, section) if section else "",
        links.section(document.id, section) if section else "",
    )


def _stated(library: Library, placed: Sequence[PlacedFact]) -> Cell:
    views = tuple(fact_view(library, p) for p in placed)
    first = next((v for v in views if v.state == "value"), views[0])
    match first.state:
        case "value":
            shown = tuple(v for v in views if v.state == "value")
            several = (
                tuple(f"{v.figure.words}（{v.basis}）" for v in shown if v.basis)
                if len(shown) > 1
                else (first.basis,)
            )
            text = listed((first.per, *several, first.condition))
            return Cell("value", shown, text, _clauses(shown), first.url)
        case "open" | "parent":
            said = (f"《{v.parent}》" if v.parent else f"“{v.figure.words}”" for v in views)
            return Cell(first.state, views, "、".join(dict.fromkeys(said)), _clauses(views), first.url)
        case "unstated" | "missing":
            raise ValueError(f"a fact can't be {first.state}")
        case _:
            assert_never(first.state)


def _clauses(views: Sequence[FactView]) -> str:
    return clause_list(view.clause for view in views)


def clause_list(labels: Iterable[str]) -> str:
    """Name the clauses of a cell, each once: 二（一）、二（四）1; of more than three the first ones."""
    several = list(dict.fromkeys(labels))
    return "、".join(several[:MOST_CLAUSES]) + ("等" if len(several) > MOST_CLAUSES else "")
