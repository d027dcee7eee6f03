"""A text → a draft extract: outline, candidate clauses, duties and facts, each marked 待确认 (导入稿)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.importing.candidates import UNCONFIRMED, Fresh, candidate
from generator.importing.figures import Found
from generator.importing.heads import (
    Heads,
    guess_family,
    guess_topic,
    own_number,
    read_heads,
    short_title,
)
from generator.importing.own_dates import iso_date
from generator.importing.text_parts import TextParts, read_parts
from generator.library import Vocabulary
from generator.model.base import UNDECIDED
from generator.model.document import Dates, Document
from generator.names import DepartmentNames
from generator.quantities import DateValue
from generator.sources.blocks import DutyBlock
from generator.sources.text import SourceText, find_spans, squeeze

GUESSED = (
    "title",
    "short_title",
    "type",
    "families",
    "level",
    "region",
    "answer",
    "issuers",
    "status",
    "disclosure",
    "period",
)
"""What the program only guesses about the document as a whole."""

_ABSENT = {"absent": "not_in_source"}


@dataclass(frozen=True)
class Draft:
    """The extract as its YAML file will hold it, and the bodies in duty blocks that no vocabulary knows."""

    content: Mapping[str, Any]
    unknown_bodies: tuple[str, ...]


def draft(document_id: str, text: str, vocabulary: Vocabulary, today: str) -> Draft:
    """Return the draft of *text* under *document_id*; it satisfies the model and waits for an editor.

    *vocabulary* gives the names of bodies and regions and the fixed phrases that are no figures; *today* is ISO.
    """
    read = read_parts(SourceText(f"{document_id}.txt", text), vocabulary)
    heads = read_heads(read.source, vocabulary)
    unknown: list[str] = []
    provisions = list(_provisions(read, heads, vocabulary, unknown))
    content = _document(document_id, read, heads, provisions, vocabulary, today)
    Document.model_validate(content)
    return Draft(content, tuple(dict.fromkeys(unknown)))


def _provisions(
    read: TextParts, heads: Heads, vocabulary: Vocabulary, unknown: list[str]
) -> Iterator[dict[str, Any]]:
    """One candidate clause for the head and for each section with words of its own, in the order of the outline."""
    fresh = Fresh()
    names = DepartmentNames(vocabulary)
    inside: dict[str, list[Found]] = {}
    for figure in read.figures:
        inside.setdefault(read.sections.innermost(figure.span[0]) or "0", []).append(figure)
    for entry in read.outline:
        span = read.sections.spans.get(entry.id)
        if span is None:
            continue
        facts = [candidate(f, read.source, span, fresh) for f in inside.get(entry.id, ())]
        duties = [
            d
            for b in read.blocks
            if b.section == entry.id
            for d in _duties(b, names, heads.place.region, unknown)
        ]
        first_child = min(
            (s.start for i, s in read.sections.spans.items() if i.startswith(entry.id + ".")),
            default=span.end,
        )
        if entry.id != "0" and not facts and not duties and first_child - span.heading_end < 2:
            continue
        yield {
            "id": fresh.id(entry.title),
            "section": entry.id,
            "title": entry.title,
            "summary": f"{UNCONFIRMED}：用自己的话概括这一条。",
            "topics": [guess_topic(read.source.squeezed[span.start : first_child], vocabulary)],
            "strength": "应当",
            "confirm": UNCONFIRMED,
            **({"duties": duties} if duties else {}),
            **({"facts": facts} if facts else {}),
        }


def _duties(
    block: DutyBlock, names: DepartmentNames, region: str, unknown: list[str]
) -> Iterator[dict[str, Any]]:
    found = names.resolve_list(tuple((n.name, n.elided) for n in block.names), region)
    if orgs := [id_ for id_ in found if id_ is not None]:
        yield {"role": block.role, "orgs": orgs, "confirm": UNCONFIRMED}
    if lacking := [n.name for n, id_ in zip(block.names, found, strict=True) if id_ is None]:
        unknown.extend(lacking)
        matter = f"{UNCONFIRMED}：原文写“{'、'.join(lacking)}”，词表里没有"
        yield {"role": block.role, "orgs": [UNDECIDED], "matter": matter, "confirm": UNCONFIRMED}


def _document(
    document_id: str,
    read: TextParts,
    heads: Heads,
    provisions: list[dict[str, Any]],
    vocabulary: Vocabulary,
    today: str,
) -> dict[str, Any]:
    number = own_number(read.source)
    relations = list(_relations(read, heads.title))
    status = (
        ("征求意见稿", "文首印有“征求意见稿”。") if heads.draft else ("待核", "刚导入，还没有对照原文判断。")
    )
    disclosure = (
        ("公开", "文中印有“此件公开发布”。") if heads.public else ("公开", "文中没有印公开属性，待确认。")
    )
    content: dict[str, Any] = {
        "schema": "1",
        "id": document_id,
        "confirm": list(GUESSED),
        "title": heads.title,
        "short_title": short_title(heads.title),
        "type": heads.type,
        "families": [guess_family(heads.title, vocabulary)],
        "level": heads.place.level,
        "region": heads.place.region,
        "answer": f"{UNCONFIRMED}：一两句话，写读者最想知道的。",
    }
    if heads.carrier is not None:
        content["carrier"] = heads.carrier
    content |= {
        "doc_number": _ABSENT if heads.carrier is not None else number,
        "issuers": [{"org": org} for org in heads.issuers],
        **_signed_by(heads),
        "dates": _dates(read, heads),
        "period": _period(read),
        "status": {"value": status[0], "basis": status[1], "as_of": today},
        "disclosure": {"value": disclosure[0], "basis": disclosure[1]},
        "relations": relations,
        "source": {"file": read.source.name, "sha256": read.source.sha256, "url": _ABSENT},
        "outline": [
            entry.model_dump(exclude_defaults=True)
            for entry in read.outline
            if entry.id in read.sections.spans
        ],
        "provisions": provisions,
        "minimum": {
            "provisions": len(provisions),
            "facts": sum(len(p.get("facts", ())) for p in provisions),
            "relations": len(relations),
        },
        "review": {"checked_on": today},
    }
    return content


def _signed_by(heads: Heads) -> dict[str, Any]:
    """The printed names of issuers that the vocabulary lacks, so that an editor can register them."""
    if heads.issuers != (UNDECIDED,) or not heads.signing:
        return {}
    return {"issuers_note": f"{UNCONFIRMED}：文末印“{'、'.join(heads.signing)}”，词表里没有。"}


def _dates(read: TextParts, heads: Heads) -> dict[str, Any]:
    """The five dates: those that the text prints with their quotes, the others absent."""
    found: dict[str, Any] = dict.fromkeys(Dates.model_fields, _ABSENT)
    if heads.signed and (signed := iso_date(heads.signed)):
        found["signed"] = {"value": signed, "section": _section_of(read, heads.signed), "quote": heads.signed}
    for name, date in read.dates.items():
        section = read.sections.innermost(date.span[0]) or "0"
        span = read.sections.spans[section]
        standings = find_spans(read.source.squeezed, date.quote, span.start, span.end)
        found[name] = {"value": date.iso, "section": section, "quote": date.quote}
        if len(standings) > 1 and date.span in standings:
            found[name]["occurrence"] = 1 + standings.index(date.span)
    return found


def _section_of(read: TextParts, words: str | None) -> str:
    at = read.source.squeezed.find(squeeze(words or ""))
    return read.sections.innermost(at) or "0"


def _period(read: TextParts) -> dict[str, Any]:
    """The first printed span between two years or dates."""
    for figure in read.figures:
        value = figure.value
        if isinstance(value, DateValue) and value.relation == "range" and value.points[0].iso[:1].isdigit():
            start, end = (point.iso.partition("T")[0] for point in value.points)
            section = read.sections.innermost(figure.span[0]) or "0"
            return {"start": start, "end": end, "printed": figure.words, "section": section}
    return dict(_ABSENT)


def _relations(read: TextParts, own_title: str) -> Iterator[dict[str, Any]]:
    """The other documents that the text names, each once, as 引用."""
    fresh = Fresh()
    seen = {own_title, own_title.removesuffix("（征求意见稿）")}
    for cited in read.cited:
        if cited.title in seen:
            continue
        seen.add(cited.title)
        section = read.sections.innermost(cited.span[0]) or "0"
        span = read.sections.spans[section]
        quote = read.source.squeezed[slice(*cited.span)]
        standings = find_spans(read.source.squeezed, quote, span.start, span.end)
        yield {
            "id": fresh.id(cited.title),
            "type": "引用",
            "target": {
                "title": cited.title,
                "doc_number": {"value": cited.number} if cited.number else dict(_ABSENT),
            },
            "section": section,
            "quote": quote,
            **({"occurrence": 1} if len(standings) > 1 else {}),
            "confirm": UNCONFIRMED,
        }
