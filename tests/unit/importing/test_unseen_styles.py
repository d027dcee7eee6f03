"""How much of texts in other styles the import proposes: value, unit and section, with a floor for each.

The texts are fictional. A line that begins with # is a heading; [[30万=300000元]] is a quantity as printed and as it has to
be read: number and base unit, ISO date, or .. between the ends of a range; nothing behind = asks for no value.
"""

import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from generator.importing.own_dates import OwnDate
from generator.importing.text_parts import read_parts
from generator.quantities import DateValue, Quantity, Recurrence
from generator.sources.text import SourceText, squeeze
from tests.fictional import library

TEXTS = Path(__file__).parent / "texts"
STYLES = ("articles", "decimal", "chapters")
_MARK = re.compile(r"\[\[(?P<printed>[^=\]]+)=(?P<value>[^\]]*)\]\]")


def expected(marked):
    """The plain text, and each marked quantity: its squeezed span, its value, the heading it stands under."""
    plain, quantities, heading, at = [], [], "", 0
    for line in marked.split("\n"):
        words = line.removeprefix("#")
        if line.startswith("#"):
            heading = squeeze(_MARK.sub(r"\g<printed>", words))
        position = at
        for between, printed, value in re.findall(r"(.*?)(?:\[\[([^=\]]+)=([^\]]*)\]\]|$)", words):
            start = position + len(squeeze(between))
            position = start + len(squeeze(printed))
            if printed:
                quantities.append(((start, position), printed, value, heading))
        plain.append(_MARK.sub(r"\g<printed>", words))
        at += len(squeeze(plain[-1]))
    return "\n".join(plain), quantities


def said(value):
    """What a figure means, in the notation of the marks."""
    match value:
        case OwnDate(iso=iso):
            return {iso}
        case Quantity(min=low, max=high, unit=unit):
            ends = [f"{end:f}" for end in (low, high) if end is not None]
            return {f"{'..'.join(dict.fromkeys(ends))}{unit}"}
        case DateValue(points=points):
            return {"..".join(point.iso for point in points), *(point.iso for point in points)}
        case Recurrence(times=times, every=every):
            return {word for part in (times, every) if part is not None for word in said(part)}
        case _:
            return set()


def measured(style):
    """How many quantities of *style* there are, are proposed, read right, in their section; and idle candidates."""
    text, quantities = expected((TEXTS / f"{style}.txt").read_text("utf-8"))
    read = read_parts(SourceText("a.txt", text), library().vocabulary)
    shown = [(f.span, f.value) for f in read.figures] + [(d.held, d) for d in read.dates.values()]
    titles = {e.id: squeeze(e.label + e.title.rstrip("…")) for e in read.outline}
    count = Counter(candidates=len(shown))
    count["useful"] = sum(any(a < d and c < b for (c, d), _, _, _ in quantities) for (a, b), _ in shown)
    missed = []
    for (start, end), printed, value, heading in quantities:
        holding = [v for (a, b), v in shown if a < end and start < b]
        right = any(not value or value in said(v) for v in holding)
        section = read.sections.innermost(start) or "0"
        placed = heading.startswith(titles[section]) if heading else section == "0"
        count.update(all=1, found=bool(holding), value=right, placed=right and placed)
        if not (right and placed):
            missed.append((printed, [said(v) for v in holding], titles[section]))
    return count, missed


@pytest.mark.parametrize("style", STYLES)
def test_quantities_of_another_style_are_proposed(style):
    """Nine of ten are read with value and unit and stand under their heading; few candidates are idle."""
    count, missed = measured(style)
    share = {key: Decimal(count[key]) / count["all"] for key in ("found", "value", "placed")}

    assert min(share.values()) >= Decimal("0.9"), missed
    assert Decimal(count["useful"]) / count["candidates"] >= Decimal("0.8")


def test_the_texts_hold_enough_to_measure():
    """Each style has at least twenty quantities."""
    assert min(measured(style)[0]["all"] for style in STYLES) >= 20
