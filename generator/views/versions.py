"""Two versions of one policy side by side, clause by clause (前后版本)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from generator import links
from generator.library import Library, PlacedFact
from generator.model.document import Provision
from generator.model.facts import Fact
from generator.views.dates import order_key
from generator.views.documents import DocumentRow, view_row
from generator.views.facts import is_draft
from generator.views.pairs import Pair
from generator.views.places import clause_label
from generator.wording import Piece, alike, compare_words, side

Change = Literal["未变", "有改动", "新增", "删去"]

_ALIKE = 0.45


@dataclass(frozen=True)
class FigureLine:
    """One figure in both versions; a side without it has no pieces."""

    label: str
    old: tuple[Piece, ...]
    new: tuple[Piece, ...]
    change: Change


@dataclass(frozen=True)
class ClauseLine:
    """A clause in both versions: number, title and words of each side, and its figures."""

    anchor: str
    change: Change
    old_number: str
    new_number: str
    old_url: str
    new_url: str
    old_title: tuple[Piece, ...]
    new_title: tuple[Piece, ...]
    old_words: tuple[Piece, ...]
    new_words: tuple[Piece, ...]
    figures: tuple[FigureLine, ...]


@dataclass(frozen=True)
class VersionView:
    """A page: both documents, what changed in numbers of clauses and figures, and every clause."""

    relation: str
    older: DocumentRow
    newer: DocumentRow
    counts: tuple[tuple[Change, int], ...]
    figure_changes: tuple[tuple[str, FigureLine], ...]
    clauses: tuple[ClauseLine, ...]


def view_version(library: Library, pair: Pair) -> VersionView:
    """Return the two documents of *pair* side by side, in the order of the newer one."""
    clauses = tuple(
        _clause(pair, old, new) for old, new in align(pair.older.provisions, pair.newer.provisions)
    )
    changes = [clause.change for clause in clauses]
    words: tuple[Change, ...] = ("有改动", "新增", "删去", "未变")
    return VersionView(
        pair.relation,
        view_row(library, pair.older),
        view_row(library, pair.newer),
        tuple((word, changes.count(word)) for word in words if word in changes),
        tuple((c.new_number or c.old_number, f) for c in clauses for f in c.figures if f.change != "未变"),
        clauses,
    )


def align(
    older: Sequence[Provision], newer: Sequence[Provision]
) -> tuple[tuple[Provision | None, Provision | None], ...]:
    """Pair clauses that deal with the same thing: those that share indicators first, then those alike in title and words.

    The order is that of *newer*; a clause that is gone stands behind the one it stood behind before.
    """
    scored = sorted(
        (
            (score, -i, -j)
            for i, old in enumerate(older)
            for j, new in enumerate(newer)
            if (score := _kinship(old, new)) >= _ALIKE
        ),
        reverse=True,
    )
    new_of: dict[int, int] = {}
    for _, i, j in scored:
        if -i not in new_of and -j not in new_of.values():
            new_of[-i] = -j
    old_of = {j: i for i, j in new_of.items()}
    rows: list[tuple[Provision | None, Provision | None]] = []
    behind: dict[int, list[Provision]] = {}
    place = -1
    for i, old in enumerate(older):
        place = new_of.get(i, place)
        if i not in new_of:
            behind.setdefault(place, []).append(old)
    rows += [(old, None) for old in behind.get(-1, [])]
    for j, new in enumerate(newer):
        rows.append((older[old_of[j]] if j in old_of else None, new))
        rows += [(old, None) for old in behind.get(j, [])]
    return tuple(rows)


def _kinship(old: Provision, new: Provision) -> float:
    """How much two clauses deal with the same thing: 1 for the same words, more for every indicator they share."""
    ours, theirs = _indicators(old), _indicators(new)
    return len(ours & theirs) + max(alike(old.title, new.title), alike(old.summary, new.summary))


def _indicators(provision: Provision) -> frozenset[str]:
    return frozenset(fact.indicator for fact in provision.facts if fact.indicator is not None)


def _clause(pair: Pair, old: Provision | None, new: Provision | None) -> ClauseLine:
    titles = compare_words(old.title if old else "", new.title if new else "")
    words = compare_words(_said(old), _said(new))
    figures = tuple(_figures(old.facts if old else (), new.facts if new else ()))
    if old is None or new is None:
        change: Change = "新增" if old is None else "删去"
    else:
        same = all(p.state == "same" for p in (*titles, *words)) and all(f.change == "未变" for f in figures)
        change = "未变" if same else "有改动"
    return ClauseLine(
        f"c-{new.id if new else old.id if old else ''}{'' if new else '-old'}",
        change,
        clause_label(pair.older, old.section) if old else "",
        clause_label(pair.newer, new.section) if new else "",
        links.provision(pair.older.id, old.id) if old else "",
        links.provision(pair.newer.id, new.id) if new else "",
        side(titles, "old"),
        side(titles, "new"),
        side(words, "old"),
        side(words, "new"),
        figures,
    )


def _said(provision: Provision | None) -> str:
    """The words of a clause: what it says, on what condition, what it forbids."""
    if provision is None:
        return ""
    notes = [f"条件：{'；'.join(provision.conditions)}。"] if provision.conditions else []
    notes += [f"限制：{'；'.join(provision.exclusions)}。"] if provision.exclusions else []
    return "".join([provision.summary, *notes])


def _figures(older: Iterable[Fact], newer: Iterable[Fact]) -> Iterator[FigureLine]:
    left = list(older)
    for new in newer:
        old = next((o for o in left if _same_figure(o, new)), None)
        if old is not None:
            left.remove(old)
        yield _figure(old, new)
    for old in left:
        yield _figure(old, None)


def _same_figure(old: Fact, new: Fact) -> bool:
    if old.indicator is not None or new.indicator is not None:
        return old.indicator == new.indicator
    return old.kind == new.kind and (old.id == new.id or old.label == new.label)


def _figure(old: Fact | None, new: Fact | None) -> FigureLine:
    before, after = _printed(old), _printed(new)
    pieces = compare_words(before, after)
    change: Change = (
        "新增" if old is None else "删去" if new is None else "未变" if before == after else "有改动"
    )
    label = new.label if new is not None else old.label if old is not None else ""
    return FigureLine(label, side(pieces, "old"), side(pieces, "new"), change)


def _printed(fact: Fact | None) -> str:
    """The printed value with its conditions, so that a new condition is a change too."""
    if fact is None:
        return ""
    notes = "；".join([*fact.conditions, *(f"限制：{words}" for words in fact.exclusions)])
    return f"{fact.value}（{notes}）" if notes else fact.value


@dataclass(frozen=True)
class LaterFigure:
    """An indicator that a draft (its address is `draft`) and a later document of the same region both state, though they are no pair."""

    draft: str
    indicator: str
    url: str
    older: str
    newer: str
    value_before: str
    value_after: str


def later_figures(library: Library, pairs: Sequence[Pair]) -> tuple[LaterFigure, ...]:
    """Return what drafts proposed and later documents of their region state, where nothing says that one became the other."""
    paired = {(pair.older.id, pair.newer.id) for pair in pairs}
    found = (
        LaterFigure(
            links.document(draft.document.id),
            indicator.name,
            links.indicator(name),
            draft.document.short_title,
            later.document.short_title,
            draft.fact.value,
            later.fact.value,
        )
        for name, indicator in library.vocabulary.indicators.items()
        for drafts, finals in _by_region(library.facts_by_indicator.get(name, ()))
        for draft in drafts
        for later in finals
        if order_key(later.document) > order_key(draft.document)
        and (draft.document.id, later.document.id) not in paired
    )
    return tuple(dict.fromkeys(found))


def _by_region(facts: Iterable[PlacedFact]) -> Iterator[tuple[list[PlacedFact], list[PlacedFact]]]:
    """Yield for each region of *facts* those of drafts and those of final documents."""
    regions: dict[str, tuple[list[PlacedFact], list[PlacedFact]]] = {}
    for placed in facts:
        drafts, finals = regions.setdefault(placed.document.region, ([], []))
        (drafts if is_draft(placed.document) else finals).append(placed)
    yield from regions.values()
