"""How the figures of one region went on from a draft, or from an old version to a new one (前后变化)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator import links
from generator.library import Library, PlacedFact
from generator.model.document import Document
from generator.quantities import Quantity
from generator.views.dates import order_key
from generator.views.facts import FactView, fact_view, is_draft
from generator.views.pairs import pairs_of


@dataclass(frozen=True)
class Stage:
    """A document as a point in time of its region."""

    kind: str
    title: str
    url: str
    status: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class History:
    """How the figures of one region went on from a draft: the stages, and each indicator's value in each document.

    A stage of the kind `missing` is a final that the library lacks; it has no column in `rows`.
    """

    region: str
    stages: tuple[Stage, ...]
    documents: tuple[str, ...]
    rows: tuple[tuple[str, str, tuple[FactView | None, ...], str], ...]


def histories(
    library: Library, indicators: Sequence[str], members: Sequence[Document] | None = None
) -> tuple[History, ...]:
    """Return, for each region where a draft and a later document, or two versions, state *indicators*, the way between.

    With *members*, the documents of one policy, only the ways that one of them belongs to: members, the drafts of their
    regions and their other versions. What other policies of a region say is no point in time of this one.
    """
    stated = {indicator: _first_facts(library, indicator) for indicator in indicators}
    own = None if members is None else {d.id for d in members}
    versions = {
        id_ for d in members or () for pair in pairs_of(library, d) for id_ in (pair.older.id, pair.newer.id)
    }
    regions = {d.region for d in members or ()}
    by_region: dict[str, dict[str, Document]] = {}
    for document in (placed.document for facts in stated.values() for placed in facts.values()):
        belongs = document.id in versions or (document.region in regions and is_draft(document))
        if own is None or document.id in own or belongs:
            by_region.setdefault(document.region, {})[document.id] = document
    found: list[History] = []
    for region, held in sorted(by_region.items()):
        documents = sorted(held.values(), key=order_key)
        strange = own is not None and own.isdisjoint(held)
        if len(documents) < 2 or strange or not _successive(library, documents):
            continue
        rows = tuple(
            row for i in indicators if (row := _history_row(library, i, stated[i], documents)) is not None
        )
        shown = [n for n, d in enumerate(documents) if any(row[2][n] is not None for row in rows)]
        if len(shown) < 2 or not _successive(library, [documents[n] for n in shown]):
            continue
        found.append(
            History(
                library.vocabulary.regions[region].short if region in library.vocabulary.regions else region,
                tuple(
                    stage
                    for n in shown
                    for stage in (_stage(documents[n]), *_lost_finals(library, documents[n]))
                ),
                tuple(documents[n].short_title for n in shown),
                tuple(
                    (name, url, tuple(values[n] for n in shown), change) for name, url, values, change in rows
                ),
            )
        )
    return tuple(found)


def _first_facts(library: Library, indicator: str) -> Mapping[str, PlacedFact]:
    """What each document (id) says first on *indicator*."""
    found: dict[str, PlacedFact] = {}
    for placed in library.facts_by_indicator.get(indicator, ()):
        found.setdefault(placed.document.id, placed)
    return found


def _successive(library: Library, documents: Sequence[Document]) -> bool:
    """Whether one of *documents* is a draft, or two of them are versions of one policy."""
    ids = {d.id for d in documents}
    return any(is_draft(d) for d in documents) or any(
        {pair.older.id, pair.newer.id} <= ids for d in documents for pair in pairs_of(library, d)
    )


def _stage(document: Document) -> Stage:
    when = order_key(document)[0]
    lines = (f"{when[:4]}年" if when else "日期：文中未载明",)
    return Stage(
        "draft" if is_draft(document) else "final",
        document.title,
        links.document(document.id),
        document.status.value,
        lines,
    )


def _lost_finals(library: Library, draft: Document) -> Iterable[Stage]:
    """The finals of a draft that other documents name and the library lacks: a gap in the history, said as one."""
    if not is_draft(draft):
        return
    for family in draft.families:
        for member in (
            library.vocabulary.families[family].missing if family in library.vocabulary.families else ()
        ):
            if member.region == draft.region:
                yield Stage("missing", f"定稿：{member.title}", "", "", ("本站未收录，金额以定稿为准",))


def _history_row(
    library: Library, indicator: str, facts: Mapping[str, PlacedFact], documents: Sequence[Document]
) -> tuple[str, str, tuple[FactView | None, ...], str] | None:
    entry = library.vocabulary.indicators.get(indicator)
    placed = [facts.get(d.id) for d in documents]
    stated = [p for p in placed if p is not None]
    if entry is None or len(stated) < 2 or not _successive(library, [p.document for p in stated]):
        return None
    measures = [p.measure for p in stated]
    change = "金额未变" if all(m == measures[0] for m in measures) else "有变化"
    if not isinstance(measures[0], Quantity) or measures[0].unit != "元":
        change = change.replace("金额", "")
    values = tuple(fact_view(library, p) if p is not None else None for p in placed)
    return entry.name, links.indicator(indicator), values, change
