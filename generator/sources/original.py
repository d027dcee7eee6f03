"""The source as paragraphs to read: headings as anchors, figures marked with their facts, contacts left out (原文页)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.quantities import unit_at
from generator.sources.contacts import contact_names, find_personal
from generator.sources.proof import CheckedClaim, Proof
from generator.sources.quotes import Span
from generator.sources.text import SourceText, squeeze

_COMPLETE = frozenset("。：；！？:;!?”）)〕》")
_FULL_LINE = 30
"""A line at least so long that ends without a full stop goes on in the next: the page of the source was full."""


@dataclass(frozen=True)
class Run:
    """Text of one kind: `facts` are the ids of the facts that it proves, `heading` says that it is a heading's words."""

    text: str
    facts: tuple[str, ...] = ()
    heading: bool = False


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of the source.

    `sections` are the outline ids that begin here (anchors), `level` the depth of a paragraph that is nothing but a
    heading, else 0; `line` is the line of the source file where it begins. `omitted` stands for contact lines that are
    left out; it has no runs.
    """

    line: int
    runs: tuple[Run, ...] = ()
    sections: tuple[str, ...] = ()
    level: int = 0
    omitted: bool = False


@dataclass(frozen=True)
class Original:
    """The paragraphs in order, and the index of the paragraph that first proves each fact."""

    paragraphs: tuple[Paragraph, ...]
    paragraph_of_fact: Mapping[str, int]


@dataclass(frozen=True)
class _Stretch:
    """The squeezed positions of one paragraph before it is divided."""

    start: int
    end: int


def view_original(proof: Proof) -> Original:
    """Return the source of *proof* to be shown beside its extract.

    Nothing of a contact line is in it, nor any paragraph that names a contact person or holds a personal number.
    """
    marks = _marks(proof)
    headings = _headings(proof)
    names = contact_names(proof.source.text)
    paragraphs: list[Paragraph] = []
    for stretch in _stretches(proof.source, frozenset(headings), frozenset(_titles(proof))):
        paragraph = _paragraph(proof, stretch, marks, headings, names)
        if not (paragraph.omitted and paragraphs and paragraphs[-1].omitted):
            paragraphs.append(paragraph)
    places: dict[str, int] = {}
    for index, paragraph in enumerate(paragraphs):
        for run in paragraph.runs:
            for fact in run.facts:
                places.setdefault(fact, index)
    return Original(tuple(paragraphs), places)


def _titles(proof: Proof) -> Iterator[str]:
    """The titles, each a paragraph of its own however long it is."""
    yield squeeze(proof.document.title)
    if proof.document.carrier is not None:
        yield squeeze(proof.document.carrier.title)


def _stretches(source: SourceText, headings: frozenset[int], titles: frozenset[str]) -> Iterator[_Stretch]:
    """Divide the squeezed text into its lines, and join those that a full page broke in two."""
    start = 0
    for position in range(1, len(source.squeezed) + 1):
        last = position == len(source.squeezed)
        if not last and (
            not source.starts_line(position) or _goes_on(source, start, position, headings, titles)
        ):
            continue
        yield _Stretch(start, position)
        start = position


def _goes_on(
    source: SourceText, start: int, position: int, headings: frozenset[int], titles: frozenset[str]
) -> bool:
    if source.squeezed[start:position] in titles:
        return False
    withheld = source.withheld(position) or source.withheld(start)
    full = position - start >= _FULL_LINE and source.squeezed[position - 1] not in _COMPLETE
    return full and not withheld and position not in headings


def _paragraph(
    proof: Proof,
    stretch: _Stretch,
    marks: Mapping[int, tuple[str, ...]],
    headings: Mapping[int, tuple[str, ...]],
    names: Sequence[str],
) -> Paragraph:
    source, start, end = proof.source, stretch.start, stretch.end
    line = source.line_of(start)
    shown = source.squeezed[start:end]
    private = any(name in shown for name in names) or next(find_personal(shown), None) is not None
    if private or source.withheld(start):
        return Paragraph(line, omitted=True)
    sections = tuple(name for at in range(start, end) for name in headings.get(at, ()))
    spans = [proof.sections.spans[name] for name in headings.get(start, ())]
    heading_end = max((min(span.heading_end, end) for span in spans), default=start)
    depth = max((name.count(".") + 1 for name in headings.get(start, ())), default=0)
    kinds = [(marks.get(at, ()), at < heading_end) for at in range(start, end)]
    runs: list[Run] = []
    at = start
    for (facts, heading), group in groupby(kinds):
        stop = at + len(list(group))
        runs.append(Run(_spaced(source, at, stop, end), facts, heading))
        at = stop
    nothing_else = not source.squeezed[heading_end:end].strip("。：")
    return Paragraph(line, tuple(runs), sections, depth if nothing_else else 0)


def _spaced(source: SourceText, start: int, stop: int, end: int) -> str:
    """The signs from *start* to *stop*, with one space wherever the line has white space between two of them."""
    signs: list[str] = []
    for at in range(start, stop):
        signs.append(source.squeezed[at])
        between = source.text[source.origin(at) + 1 : source.origin(at + 1)] if at + 1 < end else ""
        if "\n" not in between and any(sign.isspace() for sign in between):
            signs.append(" ")
    return "".join(signs)


def _headings(proof: Proof) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for name, span in proof.sections.spans.items():
        found[span.start] = (*found.get(span.start, ()), name)
    return found


def _marks(proof: Proof) -> dict[int, tuple[str, ...]]:
    """The ids of the facts whose figure stands at each squeezed position."""
    marks: dict[int, tuple[str, ...]] = {}
    for checked in proof.claims:
        if checked.claim.role != "fact":
            continue
        for start, end in _figure(proof.source, checked):
            for at in range(start, end):
                if checked.claim.key not in marks.get(at, ()):
                    marks[at] = (*marks.get(at, ()), checked.claim.key)
    return marks


def _figure(source: SourceText, checked: CheckedClaim) -> Iterator[Span]:
    """Where the printed value stands in its quote: as a whole, else number by number with the unit behind each."""
    if checked.place is None or checked.shown is None:
        return
    value = squeeze(checked.claim.value or "")
    for start, end in checked.place.spans:
        at = source.squeezed.find(value, start, end)
        if (
            value
            and at != -1
            and any(at < stop and first < at + len(value) for first, stop in checked.shown.spans)
        ):
            yield at, at + len(value)
            return
    for start, end in checked.shown.spans:
        unit = unit_at(source.squeezed, end)
        yield start, end + (len(unit.printed) if unit is not None else 0)
