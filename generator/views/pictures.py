"""What is drawn rather than listed: places and lengths in percent, ready for a template (图).

Every picture says in words what it shows, and the same figures stand in a table beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.library import Library, PlacedFact
from generator.quantities import Quantity, QuantityError, parse_date_words
from generator.views.facts import FactView, fact_view, is_draft
from generator.views.kinds import is_award, rank


@dataclass(frozen=True)
class Mark:
    """A figure and where it is drawn: from `start` to `end` percent of the width."""

    fact: FactView
    name: str
    start: float
    end: float


@dataclass(frozen=True)
class Column:
    """A figure drawn as a column: `left`, `width` and `middle` in percent of the width, `top` and `height` in rem."""

    fact: FactView
    name: str
    left: float
    width: float
    middle: float
    top: float
    height: float


MOST_BARS, MOST_REGIONS = 40, 12
"""How many bars, and how many regions, the highest levels first, one picture has."""


COLUMN_TOP, COLUMN_FOOT = 1.5, 8.0
"""Between which heights, in rem, the longest column stands; above it is room for its figure."""


@dataclass(frozen=True)
class Picture:
    """Bars in their order, and in words what is to be seen."""

    id: str
    title: str
    description: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Columns:
    """Columns in their order, standing on `foot` (rem), and in words what is to be seen."""

    id: str
    title: str
    description: str
    marks: tuple[Column, ...]
    foot: float = COLUMN_FOOT


def targets_by_year(library: Library) -> tuple[Columns, ...]:
    """Return a picture for each total whose parts are targets of single years: 18, 21, 21 万人次."""
    pictures: list[Columns] = []
    by_total: dict[str, list[PlacedFact]] = {}
    for placed in library.facts.values():
        if placed.fact.part_of is not None:
            by_total.setdefault(f"{placed.document.id}/{placed.fact.part_of}", []).append(placed)
    for total in library.facts.values():
        parts = by_total.get(total.key, [])
        by_year = sorted((year, p) for p in parts if (year := _year(p.fact.period)) is not None)
        if len(by_year) < len(parts) or len(parts) <= 1 or is_draft(total.document):
            continue
        marks = _columns(library, by_year)
        listed = "、".join(f"{mark.name}{mark.fact.figure.words}" for mark in marks)
        pictures.append(
            Columns(
                f"parts-{total.document.id}-{total.fact.id}",
                f"{total.document.short_title}：{total.fact.label}",
                f"{listed}；合计{total.fact.value}。",
                marks,
            )
        )
    return tuple(pictures)


def _columns(library: Library, by_year: Sequence[tuple[str, PlacedFact]]) -> tuple[Column, ...]:
    """One column a year: each takes three fifths of its share of the width."""
    longest = max(largest(p) for _, p in by_year)
    share = 100 / len(by_year)
    columns: list[Column] = []
    for index, (year, placed) in enumerate(by_year):
        height = round((COLUMN_FOOT - COLUMN_TOP) * largest(placed) / longest, 2)
        columns.append(
            Column(
                fact_view(library, placed),
                f"{year}年",
                round(share * (index + 0.2), 2),
                round(share * 0.6, 2),
                round(share * (index + 0.5), 2),
                round(COLUMN_FOOT - height, 2),
                height,
            )
        )
    return tuple(columns)


def awards(library: Library) -> Picture | None:
    """Return the prizes of final documents, the highest first, as bars of one scale; None where there is none."""
    found = sorted((p for p in library.facts.values() if is_award(p) and not is_draft(p.document)), key=rank)
    chosen = found[:MOST_BARS]
    amounts = [largest(p) for p in chosen]
    if not amounts:
        return None
    marks = tuple(
        Mark(fact_view(library, p), region_name(library, p), 0.0, percent(amount, amounts[0]))
        for p, amount in zip(chosen, amounts, strict=True)
    )
    most, least = marks[0].fact, marks[-1].fact
    words = f"最高的是{most.label}，{most.figure.words}；最低的是{least.label}，{least.figure.words}。"
    title = "奖励金额" if len(chosen) == len(found) else f"奖励金额（最高的 {len(chosen)} 项）"
    return Picture("awards", title, words, marks)


def region_name(library: Library, placed: PlacedFact) -> str:
    """Return the short name of the region whose document states the figure."""
    region = library.vocabulary.regions.get(placed.document.region)
    return region.short if region else placed.document.region


def _year(period: str | None) -> str | None:
    """Return the one year that *period* names."""
    try:
        value = parse_date_words(period or "")
    except QuantityError:
        return None
    point = value.points[0]
    single = value.relation == "on" and point.precision == "year"
    return point.iso if single else None


def extent(placed: PlacedFact) -> tuple[float, float]:
    """Return the least and the most that a figure states, in base units; 1 and 1 where it states no number."""
    measure = placed.measure
    ends: Iterable[float] = ()
    if isinstance(measure, Quantity):
        ends = [float(end) for end in (measure.min, measure.max) if end is not None]
    found = sorted(end for end in ends if end > 0)
    return (found[0], found[-1]) if found else (1.0, 1.0)


def largest(placed: PlacedFact) -> float:
    """Return the most that a figure states, in base units."""
    return extent(placed)[1]


def percent(amount: float, longest: float) -> float:
    """Return the length of a bar in percent of the longest, to a tenth."""
    return round(100 * amount / longest, 1)
