"""The home page: the question, the tries, the tasks, eight figures, all documents (首页)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from urllib.parse import quote

from generator import links
from generator.library import Library, PlacedFact
from generator.model.facts import Deadline, Money, Percent
from generator.views.documents import DocumentRow, Link, shown_number, view_documents
from generator.views.facts import FactView, fact_view, is_draft
from generator.views.kinds import is_award, is_target, rank

AWARDS, SUBSIDIES, TARGETS = 4, 4, 4
"""How many figures of each sort the home page shows: a row each."""
DOCUMENTS = 30
"""How many documents it lists, the newest."""


@dataclass(frozen=True)
class HomeView:
    """What the home page shows."""

    tries: tuple[Link, ...]
    figures: tuple[FactView, ...]
    documents: tuple[DocumentRow, ...]
    total: int
    topics: tuple[tuple[str, str, int], ...]
    audiences: tuple[tuple[str, str, int], ...]
    regions: tuple[tuple[str, str, int], ...]


def view_home(library: Library) -> HomeView:
    """Return the home page; its figures are the headline facts of final documents, one indicator once, in turn."""
    vocabulary = library.vocabulary
    return HomeView(
        tries=find_tries(library),
        figures=_figures(library),
        documents=view_documents(library)[:DOCUMENTS],
        total=len(library.documents),
        topics=_counted(
            [
                (t.name, links.topic(t.id), len(library.provisions_by_topic.get(t.id, ())))
                for t in vocabulary.topics.values()
            ]
        ),
        audiences=_counted(
            [
                (a.name, links.audience(a.id), len(library.provisions_by_audience.get(a.id, ())))
                for a in vocabulary.audiences.values()
            ]
        ),
        regions=_counted(
            [
                (r.short, links.region(r.id), len(library.documents_by_region.get(r.id, ())))
                for r in vocabulary.regions.values()
            ]
        ),
    )


def _counted(rows: list[tuple[str, str, int]]) -> tuple[tuple[str, str, int], ...]:
    return tuple(row for row in rows if row[2])


def _figures(library: Library) -> tuple[FactView, ...]:
    """Choose among the headline facts of final documents: the highest awards, then subsidies and targets in turn."""
    queues = [
        [library.facts[f"{d.id}/{name}"] for name in d.headline if f"{d.id}/{name}" in library.facts]
        for d in library.documents.values()
        if not is_draft(d)
    ]
    awards = sorted((p for queue in queues for p in queue if is_award(p)), key=rank)[:AWARDS]
    subsidies = _in_turn(
        [[p for p in queue if isinstance(p.fact, Money) and not is_award(p)] for queue in queues], SUBSIDIES
    )
    targets = _in_turn([[p for p in queue if is_target(p)] for queue in queues], TARGETS)
    return tuple(fact_view(library, placed) for placed in (*awards, *subsidies, *targets))


def _in_turn(queues: list[list[PlacedFact]], most: int) -> list[PlacedFact]:
    """Take one fact from each document in turn, an indicator once, until there are *most* or none are left."""
    chosen: list[PlacedFact] = []
    seen: set[str] = set()
    for round_ in zip_longest(*queues):
        for placed in round_:
            if (
                placed is not None
                and (placed.fact.indicator or placed.key) not in seen
                and len(chosen) < most
            ):
                seen.add(placed.fact.indicator or placed.key)
                chosen.append(placed)
    return chosen


def find_tries(library: Library) -> tuple[Link, ...]:
    """Return questions to try, each a link that asks it."""
    return tuple(Link(words, f"{links.SEARCH}?q={quote(words)}") for words in _tries(library))


def _tries(library: Library) -> Iterator[str]:
    """One example of each way to ask, from the real data: an amount, an indicator, a share, a number, a date."""
    finals = [p for p in library.facts.values() if not is_draft(p.document)]
    yield from next(
        ([p.fact.value] for p in finals if isinstance(p.fact, Money) and p.fact.value.endswith("/人")), []
    )
    shared = (i for i, facts in library.facts_by_indicator.items() if len({f.document.id for f in facts}) > 1)
    yield from next(
        ([library.vocabulary.indicators[i].name] for i in shared if i in library.vocabulary.indicators), []
    )
    yield from next(([f"{p.fact.base} {p.fact.value}"] for p in finals if isinstance(p.fact, Percent)), [])
    yield from next(
        ([shown_number(d)] for d in library.documents.values() if shown_number(d) and not is_draft(d)), []
    )
    yield from next(([p.fact.value] for p in finals if isinstance(p.fact, Deadline)), [])
