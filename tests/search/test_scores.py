"""The postings written here are those that lunr.py would build, and an index cut into files answers like the whole."""

import json
import re
from typing import Any

import quickjs
from lunr.builder import Builder
from lunr.index import Index

from generator.search.build import search_files
from generator.search.counts import count_rows
from generator.search.engine import lunr_script
from generator.search.scores import Postings
from generator.search.shards import COUNTS_BYTES, spread
from generator.search.terminal import MODULES, joined
from generator.search.units import FIELDS
from tests.search.library import LIBRARY, SCRIPTS

UNITS = [
    {
        "name": ["茶艺", "艺大", "大师"],
        "figures": ["=30000元", "=30000"],
        "body": ["每年", "年评", "评选", "每年"],
    },
    {"name": ["采茶", "茶机", "机补", "补贴"], "figures": ["=30%"], "body": []},
    {"name": ["茶艺"], "figures": [], "body": ["评选", "补贴", "茶艺"]},
    {"name": [], "figures": [], "body": ["年评"]},
]


def _lunr_index() -> Index:
    builder = Builder()
    builder.ref("id")
    for name, boost in FIELDS.items():
        builder.field(name, boost)
    for number, unit in enumerate(UNITS):
        builder.add({"id": str(number), **unit})
    index: Index = builder.build()
    return index


def _postings() -> Postings:
    found = Postings(FIELDS)
    for unit in UNITS:
        found.add(unit)
    return found


def test_scores_are_those_of_lunr_py():
    """Every field vector of lunr.py's builder holds the same numbers, and no other."""
    index = _lunr_index()
    expected = {
        (ref.split("/", 1)[0], int(ref.split("/", 1)[1]), term): score
        for ref, vector in index.field_vectors.items()
        for term, posting in index.inverted_index.items()
        for score in [
            dict(zip(vector.elements[::2], vector.elements[1::2], strict=True)).get(posting["_index"])
        ]
        if score is not None
    }

    scored = {
        (name, number, term): score
        for term, _, fields in _postings().scored()
        for name, rows in fields.items()
        for number, score in rows
    }

    assert scored == expected


def test_a_common_term_keeps_the_units_that_it_names():
    """Of a term in more units than are kept, those stay that have it in their name."""
    rows = {term: (found, fields) for term, found, fields in _postings().scored(most=1)}

    assert rows["评选"][0] == 2
    assert [number for number, _ in rows["茶艺"][1]["name"]] == [2]
    assert "body" in rows["茶艺"][1]


def test_an_index_of_shards_answers_like_the_whole():
    """lunr.js over the rows of a query gives the order and, up to its own scale, the scores of lunr.py over everything."""
    rows = {term: [found, *_flat(fields)] for term, found, fields in _postings().scored()}
    context = quickjs.Context()
    context.eval(lunr_script())
    context.eval(joined([(SCRIPTS / f"{name}.mjs").read_text("utf-8") for name in MODULES]))
    context.eval(
        "globalThis.ask = (rows, clauses) => { rows = JSON.parse(rows); return JSON.stringify("
        f"retrieve(lunr, {{fields: {json.dumps(list(FIELDS))}}}, JSON.parse(clauses), (term) => rows[term])); }}"
    )
    terms = ["茶艺", "评选", "=30000元", "不在"]

    answer = context.get("ask")(json.dumps(rows), json.dumps([{"term": term, "boost": 1} for term in terms]))

    index = _lunr_index()
    query = index.create_query()
    for term in terms:
        query.term(term, use_pipeline=False)
    expected = [(int(hit["ref"]), round(hit["score"], 9)) for hit in index.query(query)]
    assert [(hit["unit"], round(hit["score"], 9)) for hit in json.loads(answer)] == expected


def _flat(fields: Any) -> list[list[float]]:
    flat = []
    for name in FIELDS:
        numbers = [0, *(number for number, _ in fields.get(name, []))]
        flat.append(
            [v for (n, s), last in zip(fields.get(name, []), numbers, strict=False) for v in (n - last, s)]
        )
    return flat


def test_every_term_lies_in_the_shard_that_its_hash_names():
    """The page finds a term by its hash alone; each file tells which edition it belongs to."""
    files = search_files(LIBRARY)
    manifest = json.loads(files["manifest.json"])
    context = quickjs.Context()
    context.eval(joined([(SCRIPTS / "shards.mjs").read_text("utf-8")]) + ";globalThis.hash = hashed;")
    shards = [
        [json.loads(line) for line in files[f"terms-{n}.txt"].splitlines()]
        for n in range(manifest["shards"]["terms"])
    ]

    misplaced = [
        t for n, (_, *rows) in enumerate(shards) for t, _ in rows if context.get("hash")(t) % len(shards) != n
    ]

    assert misplaced == []
    assert {version for version, *_ in shards} == {manifest["version"]}


def test_the_page_reads_counts_as_they_were_written():
    """A count is exact up to nine and within half a step beyond; a pair that does not stand there counts nothing."""
    counts = (*range(1, 300), 4_000, 70_000)
    times = {f"技{chr(0x4E00 + place)}": count for place, count in enumerate(counts)} | {"=30000元": 5}
    (shard,) = spread(count_rows(times).items(), COUNTS_BYTES)
    context = quickjs.Context()
    context.eval(joined([(SCRIPTS / "shards.mjs").read_text("utf-8")]))
    context.eval("globalThis.file = (text) => { globalThis.counts = readFile('counts-0.txt', text); }")
    context.eval("globalThis.count = (pair) => countIn(counts, pair)")
    context.get("file")(f'"version"\n{shard.decode()}\n')

    read = {term: context.get("count")(term) for term in times}
    wrong = [
        n
        for term, n in times.items()
        if term[0] == "技" and abs(read[term] - n) > (0.072 * n + 0.5 if n > 9 else 0)
    ]

    assert wrong == []
    assert context.get("count")("能力") == 0


def test_no_two_modules_of_a_session_use_one_name():
    """Joined into one script for the terminal, the second would take the place of the first."""
    declared = re.compile(r"^(?:export )?(?:async )?(?:function|class|const|let) (\w+)", re.MULTILINE)
    names = [
        name
        for module in MODULES
        for name in declared.findall((SCRIPTS / f"{module}.mjs").read_text("utf-8"))
    ]

    assert sorted(name for name in set(names) if names.count(name) > 1) == []
