"""Entries in, files of the search out: what the page fetches piece by piece and the terminal reads whole."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.search.analyser import Analyser, analyser_table, bigrams
from generator.search.characters import common_characters, reading_table, simplified_characters
from generator.search.counts import count_rows
from generator.search.engine import lunr_module
from generator.search.entries import Entry
from generator.search.lexicon import Synonym, lexicon
from generator.search.packed import PACKED, Packed
from generator.search.phrases import pair_rows, phrase_rows, phrases_in, suggested
from generator.search.scores import Postings
from generator.search.shards import COUNTS_BYTES, Cards, dumped, posting_row, spread
from generator.search.units import FIELDS, Group, groups_of

MOST_UNITS = 300
"""How many units a term is remembered for; of a commoner term those that score best."""
FEW = "counts"
"""Files that every question needs: each is fetched once, and the browser keeps it (a range of a file it does not keep)."""


def search_files(entries: Iterable[Entry], synonyms: Iterable[Synonym] = ()) -> dict[str, bytes]:
    """Return the files of the search by name, `manifest.json` among them; the same entries give the same bytes."""
    files = index_files([tuple(entries)], synonyms)
    return dict(sorted((name, b"".join(pieces)) for name, pieces in files))


def index_files(
    parts: Iterable[Sequence[Entry]], synonyms: Iterable[Synonym] = ()
) -> Iterator[tuple[str, Sequence[bytes]]]:
    """Yield the files of the search by name, each as pieces, made of *parts* one after the other.

    The parts are what belongs to no document, then documents by id. No part is held after the next has come, and no file
    after it was yielded.

    lunr itself lies beside them as `lunr.mjs`. Every file of the index carries the version of the manifest it belongs
    to, so that a reader who holds an old manifest notices.
    """
    analyser = Analyser(analyser_table(), simplified_characters())
    found, cards, phrases = Postings(FIELDS), Cards(), Counter[str]()
    starts: list[int] = []
    regions: set[str] = set()
    for group in _groups(parts):
        for terms in _terms(analyser, group):
            found.add(terms)
        cards.add(group)
        for unit in group.units:
            phrases.update(phrases_in(unit))
        starts.append(group.first)
        regions.update(group.head.regions if group.head else ())
    kept = suggested(phrases)
    phrases.clear()
    times = found.found_in()
    characters = {c for term in times for c in term if "㐀" <= c <= "鿿"}
    bodies = {
        "terms": _term_shards(found),
        "counts": spread(count_rows(times).items(), COUNTS_BYTES),
        "pairs": spread(pair_rows(times).items()),
        "phrases": spread(phrase_rows(kept).items()),
        "cards": cards.packed(),
    }
    shards = {kind: len(bodies[kind]) for kind in ("terms", "counts", "pairs", "phrases")}
    version = _version(lines for pieces in bodies.values() for lines in pieces)
    packed = Packed()
    for kind, pieces in bodies.items():
        pieces.reverse()
        for number in range(len(pieces)):
            content = b"%s\n%s\n" % (dumped(version), pieces.pop())
            yield f"{kind}-{number}.txt", (content,)
            if kind != FEW:
                packed.add(kind, content)
    yield PACKED, packed.pieces
    yield "characters.json", (dumped({"version": version, **_tables(characters)}),)
    yield "lunr.mjs", (lunr_module(),)
    manifest = dumped(
        {
            "version": version,
            "units": found.units,
            "fields": list(FIELDS),
            "shards": shards,
            "packed": packed.lengths,
            "groups": {"starts": starts, "cards": cards.firsts},
            "regions": sorted(map(analyser.normalise, regions)),
            "characters": "".join(sorted(characters)),
            "analyser": {name: value for name, value in analyser_table().items() if name != "about"},
            "lexicon": lexicon(synonyms, regions, analyser.normalise),
        }
    )
    yield "manifest.json", (manifest,)


def _groups(parts: Iterable[Sequence[Entry]]) -> Iterator[Group]:
    first = 0
    for part in parts:
        for group in groups_of(part, first):
            yield group
            first += len(group.units)


def _terms(analyser: Analyser, group: Group) -> Iterator[Mapping[str, list[str]]]:
    """Yield by field the terms of each unit of *group*; the head of a document holds the words of all its units."""
    words = [analyser.normalise("\n".join(filter(None, unit.words))) for unit in group.units]
    marks = [analyser.marks(plain) for plain in words]
    pairs = [bigrams(plain) for plain in words]
    whole = [term for own in pairs for term in own]
    for number, unit in enumerate(group.units):
        yield {
            "name": analyser.terms("\n".join(filter(None, unit.names))),
            "figures": [term for mark in marks[number] for term in mark.terms],
            "body": pairs[number] if not group.document else whole if number == 0 else [],
        }


def _term_shards(found: Postings) -> list[bytes]:
    return spread((term, posting_row(count, rows)) for term, count, rows in found.scored(MOST_UNITS))


def _version(bodies: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for body in bodies:
        digest.update(body)
    return digest.hexdigest()[:12]


def _tables(characters: set[str]) -> Mapping[str, Any]:
    """Return what a query with unknown characters needs: traditional forms of the library's, readings of common ones."""
    simplified = {old: new for old, new in simplified_characters().items() if new in characters}
    return {"simplified": simplified, "readings": reading_table(characters | common_characters())}
