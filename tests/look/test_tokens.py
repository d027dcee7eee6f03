"""Colours of tokens.css: words can be read on what they stand on, in the light and in the dark."""

import re
from pathlib import Path

import pytest

TOKENS = (Path(__file__).parents[2] / "docs/assets/css/tokens.css").read_text(encoding="utf-8")
SELECTORS = {"light": ":root {", "dark": ':root[data-scheme="dark"] {'}
TEXT, LARGE_OR_EDGE = 4.5, 3.0
PAIRS = [
    ("ink", "paper", TEXT),
    ("ink", "wash", TEXT),
    ("ink", "teal-wash", TEXT),
    ("ink", "verm-wash", TEXT),
    ("ink-2", "paper", TEXT),
    ("ink-2", "wash", TEXT),
    ("teal", "paper", TEXT),
    ("teal", "wash", TEXT),
    ("teal", "teal-wash", TEXT),
    ("teal", "verm-wash", TEXT),
    ("teal-deep", "paper", TEXT),
    ("verm", "paper", TEXT),
    ("verm", "wash", TEXT),
    ("verm", "verm-wash", TEXT),
    ("on-verm", "verm", TEXT),
    ("on-teal", "teal", TEXT),
    ("on-teal", "teal-deep", TEXT),
    ("paper", "ink-2", TEXT),
    ("line-strong", "paper", LARGE_OR_EDGE),
    ("line-strong", "wash", LARGE_OR_EDGE),
]


def colours(scheme: str) -> dict[str, str]:
    """Colour of every token in the block of *scheme*, as six hexadecimal digits."""
    block = TOKENS.split(SELECTORS[scheme])[1].split("}")[0]
    found = re.findall(r"--hb-([\w-]+): #([0-9a-f]{3,6});", block)
    return {name: value if len(value) == 6 else "".join(c * 2 for c in value) for name, value in found}


def luminance(colour: str) -> float:
    """Relative luminance of WCAG 2.2, 0 for black and 1 for white."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of WCAG 2.2, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_words_and_edges_stand_out(scheme, front, back, least):
    """Text reaches 4.5 to 1, edges that carry meaning 3 to 1 (WCAG AA)."""
    tokens = colours(scheme)

    assert contrast(tokens[front], tokens[back]) >= least


def test_dark_scheme_replaces_every_colour():
    """A colour left out in the dark would stay light there."""
    assert colours("dark").keys() == colours("light").keys()
