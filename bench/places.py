"""Fictional provinces with their cities, counties and bodies, for corpora of any size.

Seventy documents bring a city with seven counties, fourteen cities make a province: about a thousand documents. The
number of regions and of bodies therefore grows with the number of documents, as it does when offices join one by one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bench.corpus import PLACE_FIRST, PLACE_LAST

Level = Literal["国家", "省", "市", "县"]
DOCUMENTS_PER_CITY, COUNTIES, CITIES = 70, 7, 14
BODIES = {"国家": 30, "省": 50, "市": 42, "县": 24}
"""How many lines of work have a body of their own at each level."""
_OFFICE = {"国家": "部", "省": "厅", "市": "局", "县": "局"}
_LEVEL_WORD = {"国家": "国家", "省": "省", "市": "市", "县": "县"}


@dataclass(frozen=True)
class Place:
    """A region: its code, names, level and superior."""

    id: str
    name: str
    short: str
    level: Level
    parent: str | None

    @property
    def slug(self) -> str:
        """The beginning of the ids of its documents and bodies."""
        return self.id.removeprefix("x-") if self.level != "国家" else "nation"


NATION = Place("000000", "全国", "国家", "国家", None)


def places_of(city: int) -> tuple[Place, Place, tuple[Place, ...]]:
    """Return the province, the city and the counties of the *city*-th seventy documents."""
    number = city // CITIES
    province = _place(f"x-p{number:02}", 900 + number, "省", NATION.id)
    seat = _place(f"x-p{number:02}-c{city % CITIES:02}", city, "市", province.id)
    counties = tuple(
        _place(f"{seat.id}-d{index}", 300 + city * COUNTIES + index, "县", seat.id)
        for index in range(COUNTIES)
    )
    return province, seat, counties


def places(documents: int) -> tuple[Place, ...]:
    """Return every region of a corpus of *documents*, superiors first."""
    found = {NATION.id: NATION}
    for city in range(-(-documents // DOCUMENTS_PER_CITY)):
        province, seat, counties = places_of(city)
        found |= {place.id: place for place in (province, seat, *counties)}
    return tuple(found.values())


def bodies(place: Place, lines: list[dict[str, str]]) -> Iterator[dict[str, str | list[str]]]:
    """Yield the entries of the bodies of *place*, one a line of work, as the vocabulary holds them."""
    for line in lines[: BODIES[place.level]]:
        title = line["name"] + _OFFICE[place.level]
        yield {
            "id": body_id(place, line["id"]),
            "line": line["id"],
            "region": place.id,
            "name": place.name + title,
            "short": place.short + title,
            "aliases": [_LEVEL_WORD[place.level] + title],
            "name_printed": "否",
        }


def body_id(place: Place, line: str) -> str:
    """Return the id of the body of *line* in *place*."""
    return f"{place.slug}-{line}"


def _place(id_: str, number: int, level: Level, parent: str) -> Place:
    first, last = PLACE_FIRST[number % len(PLACE_FIRST)], number // len(PLACE_FIRST)
    short = first + PLACE_LAST[last % len(PLACE_LAST)]
    if last >= len(PLACE_LAST):
        short += PLACE_FIRST[(number * 7 + last) % len(PLACE_FIRST)]
    return Place(id_, short + _LEVEL_WORD[level], short, level, parent)
