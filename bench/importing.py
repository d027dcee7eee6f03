"""How many of our facts an import would have proposed, and how many of its candidates we kept: `python -m bench.importing`.

Every extract whose source text is at hand is imported as if it were new, and the draft is held against the extract
that people made. The result replaces the table in docs/import.md (`--write`).
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.today import last_checked
from generator import checking, disk
from generator.importing.draft import draft
from generator.library import Library, Vocabulary, section_path
from generator.model.document import Document
from generator.sources.proof import CheckedClaim, Proof, prove
from generator.sources.text import squeeze

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "import.md"
DAY = last_checked()
WORDS_ONLY = frozenset({"unspecified", "inherited", "relative"})
_TABLE = re.compile(r"(?<=<!-- bench:begin -->\n).*?(?=<!-- bench:end -->)", re.DOTALL)

Key = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Score:
    """Counts for one document; *placed* also asks for the same printed heading, *exact* for the same words."""

    title: str
    quantities: int
    found: int
    placed: int
    exact: int
    kinds: int
    promises: int
    promises_found: int
    candidates: int
    kept: int
    sections: int
    sections_found: int


def scores(library: Library, sources: dict[str, str], vocabulary: Vocabulary) -> Iterator[Score]:
    """Score every document of *library* whose text is in *sources*."""
    for document in library.documents.values():
        if document.source.file in sources:
            yield score(document, sources[document.source.file], vocabulary, library)


def score(document: Document, text: str, vocabulary: Vocabulary, library: Library) -> Score:
    """Import *text* with *vocabulary* and compare what came out with *document*."""
    from generator.sources.text import SourceText

    proposal = Document.model_validate(draft(document.id, text, vocabulary, DAY).content)
    source = SourceText(document.source.file, text)
    ours = prove(document, source, library.vocabulary.phrases)
    theirs = prove(proposal, source, vocabulary.phrases)
    kinds = {f.id: f.kind for p in document.provisions for f in p.facts}
    their_kinds = {f.id: f.kind for p in proposal.provisions for f in p.facts}
    proposed = [c for c in theirs.claims if c.claim.role == "fact" and c.shown is not None]
    held = [c for c in ours.claims if c.claim.role == "fact" and not c.claim.repeats and c.shown is not None]
    numbers = [c for c in held if kinds[c.claim.key] not in WORDS_ONLY]
    promises = [c for c in held if kinds[c.claim.key] in WORDS_ONLY]
    matches = {c.claim.key: [p for p in proposed if _holds(p, c)] for c in numbers}
    placed = [
        c
        for c in numbers
        if any(
            _heading(theirs, p.claim.section) == _heading(ours, c.claim.section) for p in matches[c.claim.key]
        )
    ]
    all_ours = [c for c in ours.claims if c.claim.role == "fact" and c.shown is not None]
    kept = [p for p in proposed if any(_meet(_spans(p), _spans(c)) for c in all_ours)]
    our_sections = {s.start for i, s in ours.sections.spans.items() if _printed(document, i)}
    return Score(
        document.short_title,
        len(numbers),
        sum(1 for c in numbers if matches[c.claim.key]),
        len(placed),
        sum(
            1
            for c in numbers
            if any(squeeze(p.claim.value or "") == squeeze(c.claim.value or "") for p in matches[c.claim.key])
        ),
        sum(
            1
            for c in numbers
            if any(their_kinds[p.claim.key] == kinds[c.claim.key] for p in matches[c.claim.key])
        ),
        len(promises),
        sum(1 for c in promises if any(_meet(_spans(p), _spans(c)) for p in proposed)),
        len(proposed),
        len(kept),
        len(our_sections),
        len(our_sections & {s.start for s in theirs.sections.spans.values()}),
    )


def _spans(checked: CheckedClaim) -> Key:
    return checked.shown.spans if checked.shown is not None else ()


def _holds(candidate: CheckedClaim, fact: CheckedClaim) -> bool:
    """Whether the candidate shows every numeral of the fact at its very place."""
    return all(any(a <= start and end <= b for a, b in _spans(candidate)) for start, end in _spans(fact))


def _meet(one: Key, other: Key) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)


def _printed(document: Document, section: str) -> bool:
    entry = next(e for e in document.outline if e.id == section)
    return entry.printed == "是"


def _heading(proof: Proof, section: str) -> int:
    """Where the printed heading over a section begins; the head of the text begins at 0."""
    path = section_path(proof.document, section)
    printed = [e.id for e in path if e.printed == "是" and e.id in proof.sections.spans]
    return proof.sections.spans[printed[-1]].start if printed else 0


def table(rows: list[Score]) -> str:
    """Return the scores as a Markdown table with a line of sums."""
    heads = (
        "文件",
        "我们的数字",
        "找到",
        "且在同一标题下",
        "照录全同",
        "类型相同",
        "没写数的承诺",
        "找到",
        "候选",
        "留用",
        "标题",
        "找到",
    )
    body = [
        (
            r.title,
            r.quantities,
            r.found,
            r.placed,
            r.exact,
            r.kinds,
            r.promises,
            r.promises_found,
            r.candidates,
            r.kept,
            r.sections,
            r.sections_found,
        )
        for r in rows
    ]
    sums = ("合计", *(sum(int(line[i]) for line in body) for i in range(1, len(heads))))
    share = ["占比", "", *(f"{100 * int(sums[i]) / int(sums[1]):.1f}%" for i in range(2, 6)), ""]
    share += [
        f"{100 * int(sums[7]) / max(1, int(sums[6])):.1f}%",
        "",
        f"{100 * int(sums[9]) / int(sums[8]):.1f}%",
        "",
    ]
    share += [f"{100 * int(sums[11]) / int(sums[10]):.1f}%"]
    lines = [heads, ("---", *("---:" for _ in heads[1:])), *body, sums, share]
    return "".join(f"| {' | '.join(map(str, line))} |\n" for line in lines)


def main() -> None:
    """Print the table, or write it into docs/import.md."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the table into docs/import.md")
    parser.add_argument("--sources", default=None)
    given = parser.parse_args()
    sources = disk.read_sources(disk.sources_folder(ROOT, given.sources))
    library = checking.check(disk.read_policies(ROOT), {}, DAY).library
    bare = Vocabulary(
        regions=library.vocabulary.regions, lines=library.vocabulary.lines, topics=library.vocabulary.topics
    )
    full = table(list(scores(library, sources, library.vocabulary)))
    new = table(list(scores(library, sources, bare)))
    text = f"词表照现在的样子：\n\n{full}\n词表里没有部门、没有固定用语，如同第一次遇到这些文件：\n\n{new}\n"
    print(text)
    if given.write:
        PAGE.write_text(_TABLE.sub(lambda _: text, PAGE.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
