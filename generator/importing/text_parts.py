"""A new text taken apart: headings, figures, cited documents, duty blocks, days of its own (文本的各部分)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.importing.figures import Found, Span, find_figures
from generator.importing.heads import Cited, cited_documents
from generator.importing.outline import find_outline
from generator.importing.own_dates import OwnDate, lone_dates, own_dates
from generator.library import Vocabulary
from generator.model.document import Section
from generator.sources.blocks import DutyBlock, find_duty_blocks
from generator.sources.sections import Sections, find_sections
from generator.sources.text import SourceText, find_spans, squeeze


@dataclass(frozen=True)
class TextParts:
    """What was found in a text, each at its squeezed span."""

    source: SourceText
    outline: tuple[Section, ...]
    sections: Sections
    figures: tuple[Found, ...]
    cited: tuple[Cited, ...]
    blocks: tuple[DutyBlock, ...]
    dates: Mapping[str, OwnDate]


def read_parts(source: SourceText, vocabulary: Vocabulary) -> TextParts:
    """Return the parts of *source*; fixed phrases of *vocabulary*, labels, citations, blocks and own days hold no figure."""
    outline = find_outline(source.text)
    sections = find_sections(source, outline)
    cited = tuple(cited_documents(source))
    blocks = find_duty_blocks(source, sections)
    held = [*_labels(outline, sections), *(c.span for c in cited), *(b.span for b in blocks)]
    dates = own_dates(source)
    held += [*lone_dates(source), *(date.held for date in dates.values())]
    for phrase in vocabulary.phrases:
        held += find_spans(source.squeezed, squeeze(phrase.phrase), 0, len(source.squeezed))
    lines = [i for i in range(len(source.squeezed)) if source.starts_line(i)] or [0]
    figures = tuple(f for f in find_figures(source.squeezed, held, lines) if not source.withheld(f.span[0]))
    return TextParts(source, outline, sections, figures, cited, blocks, dates)


def _labels(outline: tuple[Section, ...], sections: Sections) -> Iterator[Span]:
    for entry in outline:
        span = sections.spans.get(entry.id)
        if span is not None and entry.label:
            yield span.start, span.start + len(squeeze(entry.label))
