"""Entries in, files of the search out: what the page fetches piece by piece and the terminal reads whole."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.search.analyser import Analyser, analyser_table
from generator.search.characters import common_characters, reading_table, simplified_characters
from generator.search.engine import lunr_module
from generator.search.entries import Entry
from generator.search.lexicon import Synonym, lexicon
from generator.search.phrases import pair_rows, phrase_rows, phrases_of
from generator.search.scores import Posting, champions, postings
from generator.search.shards import chunks, dumped, posting_row, spread
from generator.search.units import FIELDS, Group, groups_of

MOST_UNITS = 400
"""How many units a term is remembered for; of a commoner term those that score best."""


def search_files(entries: Iterable[Entry], synonyms: Iterable[Synonym] = ()) -> dict[str, bytes]:
    """Return the files of the search by name, `manifest.json` among them; the same entries give the same bytes.

    lunr itself lies beside them as `lunr.mjs`. Every file of the index carries the version of the manifest it belongs
    to, so that a reader who holds an old manifest notices.
    """
    analyser = Analyser(analyser_table(), simplified_characters())
    groups = groups_of(entries)
    units = [
        {name: _terms(analyser, texts) for name, texts in unit.texts().items()} for group in groups for unit in group.units
    ]
    found = postings(units, FIELDS)
    pieces = _pieces(groups, found)
    version = hashlib.sha256(b"".join(dumped(piece) for _, piece in pieces)).hexdigest()[:12]
    counts: dict[str, int] = {}
    files = {}
    for kind, piece in pieces:
        number = counts.get(kind, 0)
        counts[kind] = number + 1
        files[f"{kind}-{number}.json"] = dumped({"version": version, **piece})
    characters = _characters(found)
    files["characters.json"] = dumped({"version": version, **_tables(characters)})
    files["manifest.json"] = dumped(
        {
            "version": version,
            "units": len(units),
            "fields": list(FIELDS),
            "shards": {kind: counts.get(kind, 0) for kind in ("terms", "pairs", "phrases")},
            "groups": {
                "starts": [group.first for group in groups],
                "cards": [piece["parts"][0]["first"] for kind, piece in pieces if kind == "cards"],
            },
            "regions": sorted({analyser.normalise(name) for group in groups if group.head for name in group.head.regions}),
            "characters": "".join(sorted(characters)),
            "analyser": _without_about(analyser_table()),
            "lexicon": lexicon(synonyms, (name for g in groups if g.head for name in g.head.regions), analyser.normalise),
        }
    )
    files["lunr.mjs"] = lunr_module()
    return dict(sorted(files.items()))


def _terms(analyser: Analyser, texts: Iterable[str]) -> list[str]:
    """Return the terms of *texts*; single characters only of what has a name."""
    return [term for text in texts if text for term in analyser.terms(text)]


def _pieces(groups: Sequence[Group], found: Mapping[str, Posting]) -> list[tuple[str, dict[str, Any]]]:
    phrases = phrases_of(groups)
    rows = {term: posting_row(champions(posting, MOST_UNITS)) for term, posting in found.items()}
    pairs = pair_rows({term: posting.found_in for term, posting in found.items()})
    return [
        *(("terms", {"rows": shard}) for shard in spread(rows)),
        *(("pairs", {"rows": shard}) for shard in spread(pairs)),
        *(("phrases", {"rows": shard}) for shard in spread(phrase_rows(phrases))),
        *(("cards", {"parts": parts}) for parts in chunks(groups)),
    ]


def _characters(found: Mapping[str, Posting]) -> set[str]:
    return {c for term in found for c in term if "㐀" <= c <= "鿿"}


def _tables(characters: set[str]) -> Mapping[str, Any]:
    """Return what a query with unknown characters needs: traditional forms of the library's, readings of common ones."""
    simplified = {old: new for old, new in simplified_characters().items() if new in characters}
    return {"simplified": simplified, "readings": reading_table(characters | common_characters())}


def _without_about(table: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in table.items() if name != "about"}


