"""Extracts of fictional documents that look like the real ones: YAML files that pass `handbook check` without sources.

The shape is measured on the extracts of the handbook: 27 to 84 clauses (41 on average) in 10 to 60 headings, 32 facts
of which half have an indicator, 10 key words a clause, summaries of 60 to 110 characters, 26 duties with 100 bodies, 6
relations, 25 indicators looked for and not there. A family has 5 to 20 members: a superior policy and versions of cities and
counties. Topics, audiences, funds and lines of work are those of the handbook, of its indicators each family compares some.
A larger corpus begins with the smaller one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from bench.corpus import DOMAIN, Words, make_words, phrase, sentence
from bench.facts import make_fact
from bench.places import DOCUMENTS_PER_CITY, NATION, Place, bodies, body_id, places, places_of
from generator.evidence import count_of
from generator.load import digest_of
from generator.model.document import Document
from generator.model.record import NumeralCounts, Record
from generator.records import record_yaml

ROOT = Path(__file__).parent.parent
FAMILY_BLOCK, FAMILIES = 280, 23
"""So many families share the documents of four cities: about twelve members each."""
OWN_ROWS, SHARED_ROWS = 12, 13
TYPES = ("实施方案", "工作方案", "行动计划", "实施意见", "若干措施", "办法", "通知")
STATUSES = ("现行",) * 11 + ("待核",) * 5 + ("征求意见稿", "失效", "废止", "部分失效")
CLAUSES, MANY = (27, 30, 31, 33, 84), 60
FACTS = (23, 28, 34, 37, 39)
RELATIONS = (1, 3, 3, 4, 17)
LAWS = 300
AS_OF = "2026-11-21"
_SHARED = ("topics", "audiences", "funds", "lines", "indicators", "phrases", "synonyms")

Entry = dict[str, Any]


@dataclass(frozen=True)
class Shelf:
    """What every document draws on: common words and the shared vocabularies."""

    common: Words
    lists: Mapping[str, Sequence[Entry]]

    def ids(self, name: str) -> list[str]:
        """Return the ids of a vocabulary."""
        return [entry["id"] for entry in self.lists[name]]


def policy_files(documents: int, seed: int = 1) -> dict[str, bytes]:
    """Return the files of a corpus by path from the root of a handbook: extracts and vocabularies."""
    shelf = _shelf(seed)
    files = {f"policies/vocabulary/{name}.yaml": _vocabulary(name, shelf.lists[name]) for name in _SHARED[:4]}
    files |= {
        f"policies/vocabulary/{name}.yaml": _vocabulary(name, shelf.lists[name]) for name in _SHARED[5:]
    }
    regions = places(documents)
    files["policies/vocabulary/regions.yaml"] = _vocabulary("regions", [_region(place) for place in regions])
    for place in regions:
        if place.level != "县":
            near = [place, *(p for p in regions if p.parent == place.id and p.level == "县")]
            entries = [body for each in near for body in bodies(each, list(shelf.lists["lines"]))]
            files[f"policies/vocabulary/departments-{place.slug}.yaml"] = _vocabulary("departments", entries)
    families = [_family(number, seed) for number in range(-(-documents // FAMILY_BLOCK) * FAMILIES)]
    files["policies/vocabulary/families.yaml"] = _vocabulary("families", [entry for entry, _ in families])
    own = [indicator for _, indicators in families for indicator in indicators]
    files["policies/vocabulary/indicators.yaml"] = _vocabulary(
        "indicators", [*shelf.lists["indicators"], *own]
    )
    for number in range(documents):
        extract = _extract(number, documents, shelf, seed)
        text = _dump(extract)
        files[f"policies/documents/{extract['id']}.yaml"] = text
        files[f"policies/records/{extract['id']}.yaml"] = _record(extract, text)
    return files


def write_handbook(folder: Path, documents: int, seed: int = 1) -> None:
    """Make *folder* a handbook of *documents*: its policies, and the settings and hand-written pages of this one."""
    for name, content in policy_files(documents, seed).items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    for name in ("docs", "generator"):
        if not (folder / name).exists():
            (folder / name).symlink_to(ROOT / name, target_is_directory=True)
    (folder / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())


@lru_cache(maxsize=2)
def _shelf(seed: int) -> Shelf:
    folder = ROOT / "policies" / "vocabulary"
    lists = {name: yaml.safe_load((folder / f"{name}.yaml").read_bytes())["entries"] for name in _SHARED}
    return Shelf(make_words(Random(seed), 4000, DOMAIN), lists)


def _region(place: Place) -> Entry:
    entry: Entry = {"id": place.id, "name": place.name, "short": place.short, "level": place.level}
    return entry if place.parent is None else {**entry, "parent": place.parent}


@lru_cache(maxsize=4 * FAMILIES)
def _family(number: int, seed: int) -> tuple[Entry, list[Entry]]:
    shelf = _shelf(seed)
    random = Random(f"family {seed} {number}")
    name = "".join(dict.fromkeys(shelf.common.pick(random) for _ in range(3)))
    own = [
        {
            "id": f"f{number:04}-i{index}",
            "name": f"{name}{phrase(random, shelf.common, shelf.common)}标准",
            "definition": sentence(random, shelf.common, shelf.common, 18).rstrip("。"),
            "topic": random.choice(shelf.ids("topics")),
            "unit": random.choice(("元", "元", "%", "人次", "月", "人")),
        }
        for index in range(OWN_ROWS)
    ]
    shared = random.sample(shelf.ids("indicators"), SHARED_ROWS)
    entry = {
        "id": f"f{number:04}",
        "name": name,
        "short": name[:8],
        "definition": f"关于{name}的上级政策及各地的落实文件",
        "rows": [indicator["id"] for indicator in own] + shared,
        "topics": random.sample(shelf.ids("topics"), 4),
    }
    return entry, own


def _extract(number: int, documents: int, shelf: Shelf, seed: int) -> Entry:
    random = Random(f"document {seed} {number}")
    own = make_words(random, 40)
    place = _place(number, random)
    family_number = number // FAMILY_BLOCK * FAMILIES + random.randrange(FAMILIES)
    family, _ = _family(family_number, seed)
    indicators = _indicators(family_number, seed)
    kind = random.choice(TYPES)
    status = random.choice(STATUSES)
    year = random.randrange(2016, 2026)
    clauses = random.choice(CLAUSES)
    outline, leaves = _outline(random, shelf, own, clauses)
    relations = _relations(random, shelf, number, documents)
    writer = _Writer(random, shelf, own, place, leaves, [r["id"] for r in relations])
    provisions = writer.provisions(indicators, clauses)
    facts = [fact for provision in provisions for fact in provision.get("facts", [])]
    stated = {fact.get("indicator") for fact in facts}
    looked_for = [row for row in family["rows"] if row not in stated]
    title = f"{place.name if place.level != '国家' else '关于'}{family['name']}{kind}"
    lead = body_id(place, shelf.ids("lines")[number % 12])
    quote = f"{place.short}发〔{year}〕{number % 400 + 1}号"
    return {
        "schema": "1",
        "id": _id(number),
        "title": f"{title}（{_id(number)}）",
        "short_title": f"{place.short}{family['short'][:4]}",
        "type": kind,
        "families": [family["id"]],
        "level": place.level,
        "region": place.id,
        "answer": sentence(random, shelf.common, own, 80) + f"其中{facts[0]['quote']}。",
        "headline": [fact["id"] for fact in facts[:8]],
        "doc_number": {"value": quote, "section": "0", "quote": quote},
        "issuers": [{"org": lead, "role": "单独"}],
        "dates": _dates(random, year, status),
        "period": {"absent": "not_stated"},
        "status": {
            "value": status,
            "basis": sentence(random, shelf.common, own, 40),
            "as_of": AS_OF,
        },
        "disclosure": {"value": "公开", "basis": "文中没有印公开属性标识。"},
        "relations": relations,
        "source": {"file": f"{_id(number)}.txt", "sha256": "0" * 64, "url": {"absent": "not_in_source"}},
        "outline": outline,
        "provisions": provisions,
        "not_stated": [
            {"indicator": row, "note": sentence(random, shelf.common, own, 14), "section": random.choice(leaves)}
            for row in looked_for
        ],
        "minimum": {"provisions": len(provisions), "facts": len(facts), "relations": len(relations)},
        "review": {"checked_on": AS_OF},
    }  # fmt: skip


def _id(number: int) -> str:
    return f"d{number:05}"


def _place(number: int, random: Random) -> Place:
    province, city, counties = places_of(number // DOCUMENTS_PER_CITY)
    share = random.random()
    if share < 0.03:
        return NATION
    if share < 0.28:
        return province
    return city if share < 0.75 else random.choice(counties)


@lru_cache(maxsize=4 * FAMILIES)
def _indicators(number: int, seed: int) -> list[Entry]:
    """Return the indicators that family *number* compares."""
    family, own = _family(number, seed)
    known = {entry["id"]: entry for entry in (*_shelf(seed).lists["indicators"], *own)}
    return [known[row] for row in family["rows"]]


def _dates(random: Random, year: int, status: str) -> Entry:
    """The day of signing, and the day that *status* stands on."""
    signed = _dated(random, year)
    ended = {"value": "2026-01-01", "section": "0", "quote": "2026年1月1日"}
    grounds = {"现行": {"effective": signed}, "失效": {"expires": ended}, "废止": {"repealed": ended}}
    absent = {name: {"absent": "not_in_source"} for name in ("issued", "effective", "expires", "repealed")}
    return {"signed": signed, **absent, **grounds.get(status, {})}


def _dated(random: Random, year: int) -> Entry:
    month, day = random.randrange(1, 13), random.randrange(1, 29)
    return {
        "value": f"{year}-{month:02}-{day:02}",
        "section": "0",
        "quote": f"{year}年{month}月{day}日",
    }


def _outline(random: Random, shelf: Shelf, own: Words, clauses: int) -> tuple[list[Entry], list[str]]:
    """Return the headings, and the ids of those without another heading below: fewer than *clauses*, each gets one."""
    outline: list[Entry] = [{"id": "0", "title": "文首", "printed": "否"}]
    leaves: list[str] = []
    for chapter in range(1, random.randrange(4, 9)):
        label = f"第{'一二三四五六七八九'[chapter - 1]}部分"
        outline.append({"id": str(chapter), "label": label, "title": phrase(random, shelf.common, own)})
        sections = random.randrange(0, 4) if clauses < MANY else random.randrange(4, 9)
        for section in range(1, sections + 1):
            title = phrase(random, shelf.common, own)
            label = f"（{'一二三四五六七八九'[section - 1]}）"
            outline.append({"id": f"{chapter}.{section}", "label": label, "title": title})
            leaves.append(f"{chapter}.{section}")
        if not sections:
            leaves.append(str(chapter))
    return outline, leaves


def _relations(random: Random, shelf: Shelf, number: int, documents: int) -> list[Entry]:
    """The superior policy, laws that many cite and a few documents of the corpus that are older."""
    relations: list[Entry] = []
    for index in range(random.choice(RELATIONS)):
        target: Entry
        if index == 1 and number:
            held = _id(random.randrange(max(0, number - FAMILY_BLOCK), number))
            target = {"document": held, "title": f"方案{held}", "doc_number": {"absent": "not_in_source"}}
        else:
            law = int(LAWS ** random.random())
            title = "".join(shelf.common.pick(Random(f"law {law} {part}")) for part in range(4))
            target = {"title": f"{title}办法", "doc_number": {"value": f"令〔2019〕{law}号"}}
        quote = f"《{target['title']}》"
        kind = "贯彻落实" if index == 0 else "引用"
        relations.append(
            {"id": f"r{index}", "type": kind, "target": target, "section": "0", "quote": quote}
        )  # fmt: skip
    return relations


class _Writer:
    """Writes the clauses of one document."""

    def __init__(
        self, random: Random, shelf: Shelf, own: Words, place: Place, leaves: list[str], relations: list[str]
    ) -> None:
        self.random, self.shelf, self.own, self.place = random, shelf, own, place
        self.leaves, self.relations = leaves, relations
        self.lines = shelf.ids("lines")

    def provisions(self, indicators: Sequence[Entry], clauses: int) -> list[Entry]:
        """Return the clauses; the facts are spread over them, half with an indicator of the family."""
        random = self.random
        facts = random.choice(FACTS)
        order = sorted(random.randrange(clauses) for _ in range(facts))
        made = [self._provision(number, clauses) for number in range(clauses)]
        stated = random.sample(list(indicators), min(len(indicators), facts // 2))
        for number, clause in enumerate(order):
            indicator = stated[number // 2] if number % 2 == 0 and number // 2 < len(stated) else None
            words = phrase(random, self.shelf.common, self.own)
            fact = make_fact(random, f"p{clause}-f{number}", words, indicator, self.shelf.ids("funds"))
            if random.random() < 0.6:
                fact["audiences"] = random.sample(self.shelf.ids("audiences"), random.choice((1, 1, 2)))
            if random.random() < 0.4:
                fact["conditions"] = [sentence(random, self.shelf.common, self.own, 16)]
            made[clause].setdefault("facts", []).append(fact)
        return made

    def _provision(self, number: int, clauses: int) -> Entry:
        random, common, own = self.random, self.shelf.common, self.own
        leaf = self.leaves[number * len(self.leaves) // clauses]
        made: Entry = {
            "id": f"p{number}",
            "section": leaf,
            "title": phrase(random, common, own) + phrase(random, common, own),
            "summary": sentence(random, common, own, random.randrange(60, 110)),
            "terms": list(dict.fromkeys(phrase(random, common, own) for _ in range(random.randrange(6, 14)))),
            "topics": random.sample(self.shelf.ids("topics"), random.choice((1, 2, 2))),
            "audiences": random.sample(self.shelf.ids("audiences"), random.choice((1, 2, 3))),
            "strength": random.choice(("应当", "应当", "应当", "鼓励", "可以", "力争")),
        }
        if random.random() < 0.25:
            made["conditions"] = [sentence(random, common, own, 20)]
        if random.random() < 0.5:
            made["duties"] = [self._duty() for _ in range(random.choice((1, 1, 2)))]
        if self.relations and random.random() < 0.15:
            made["refers_to"] = [random.choice(self.relations)]
        return made

    def _duty(self) -> Entry:
        count = self.random.choice((1, 2, 3, 8))
        chosen = self.random.sample(self.lines[:24], count)
        duty: Entry = {
            "role": self.random.choice(("责任", "责任", "牵头", "配合", "实施")),
            "orgs": [body_id(self.place, line) for line in chosen],
        }
        if self.random.random() < 0.4:
            duty["matter"] = phrase(self.random, self.shelf.common, self.own)
        return duty


def _record(extract: Entry, text: bytes) -> bytes:
    """Return the record that a check with the source would have left."""
    ids = [name for p in extract["provisions"] for name in (p["id"], *(f["id"] for f in p.get("facts", [])))]
    record = Record(
        schema="1",
        document=extract["id"],
        checked_on=AS_OF,
        extract=digest_of(text),
        source=extract["source"]["sha256"],
        quotes=count_of(Document.model_validate(extract)),
        numerals=NumeralCounts(held=len(ids), dismissed=0, withheld=0),
        duties=0,
        ids=tuple(sorted(ids)),
    )
    return record_yaml(record).encode()


class _Dumper(yaml.CSafeDumper):
    """Writes everything out: extracts know no aliases."""

    def ignore_aliases(self, data: object) -> bool:
        """Return True for all."""
        return True


def _vocabulary(name: str, entries: Sequence[Entry]) -> bytes:
    return _dump({"schema": "1", "vocabulary": name, "entries": list(entries)})


def _dump(content: Entry) -> bytes:
    return yaml.dump(content, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100).encode()
