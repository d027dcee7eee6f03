"""Which words of a relation's quote name the cited document: its title, its number, its issuer (引用的文件)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from generator.model.base import Printed
from generator.model.document import Target
from generator.quantities import find_numerals, unit_at
from generator.sources.quotes import Span
from generator.sources.text import squeeze

_LEAST = 4
"""The fewest characters of a title that are recognised as a part of it."""
_MARKS = re.compile("[《》〈〉“”]")


def target_spans(target: Target, text: str, quote: Span) -> Iterator[Span]:
    """Yield the spans of *text* (squeezed) within *quote* that name *target*; title marks and quotation marks don't count.

    A quote may print a part of the title only. The issuer may hold no number of things: 等8部门 is a fact.
    """
    places = [at for at in range(*quote) if not _MARKS.match(text[at])]
    bare = "".join(text[at] for at in places)
    number = target.doc_number.value if isinstance(target.doc_number, Printed) else ""
    issuer = _bare(target.issuer or "")
    if any(unit_at(issuer, numeral.end) for numeral in find_numerals(issuer)):
        issuer = ""
    for words, least in ((_bare(target.title), _LEAST), (_bare(number), len(number)), (issuer, len(issuer))):
        for block in SequenceMatcher(None, bare, words, autojunk=False).get_matching_blocks():
            if block.size and block.size >= min(least, len(words)):
                yield places[block.a], places[block.a + block.size - 1] + 1


def _bare(words: str) -> str:
    return _MARKS.sub("", squeeze(words))
