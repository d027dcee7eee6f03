"""A text as the proof of values sees it: numerals with their units, and the words that govern each of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.quantities.comparators import AFTER_PATTERN, BEFORE, RANGE_SIGN, one_of
from generator.quantities.numerals import Numeral, find_numerals
from generator.quantities.units import NO_UNIT, PER_WORDS, unit_at

# Words behind a number that are no unit of a quantity, but belong to a date.
DATE_UNITS = frozenset({"月", "号", "时", "点", "分", "日", "个月"})

_PER = "|".join(sorted(PER_WORDS, key=lambda word: (-len(word), word)))
_FIRST_SIGNS = "".join(sorted({word[0] for word in BEFORE} | {"每"}))
_WITHIN_WORD = "(?<=[期时年权界局])限"  # 期限 and 时限 bound nothing
WORD_BEFORE = re.compile(
    f"(?=[{_FIRST_SIGNS}])(?!{_WITHIN_WORD})(?:(?P<word>{one_of(BEFORE)})|每(?P<per>{_PER}))"
)
_LIST_SIGN = re.compile(f"[、和及与或/／]|以及|{RANGE_SIGN.pattern}")
_SENTENCE_END = re.compile("[。；;！!？?…]")
_CLAUSE_END = re.compile("[，,：:（(）)]")
_DATE_EDGE = re.compile("[初末底]?[前后起止]|[初末底]")
_LONGEST_WORD = max(map(len, BEFORE))
_COLON = frozenset(":：")
_YEAR_LENGTH = 4
_BRACKETS = (("（", "）"), ("(", ")"))


@dataclass(frozen=True, slots=True)
class Figure:
    """A numeral, the unit printed behind it ("" for none), and where the two end."""

    numeral: Numeral
    unit: str
    end: int


@dataclass(frozen=True, slots=True)
class QuoteText:
    """A text without white space; ``places[i]`` is the offset of its character *i* in the text as given."""

    text: str
    places: Sequence[int]
    figures: tuple[Figure, ...]

    def words_before(self, index: int) -> tuple[str, ...]:
        """The comparator words that govern figure *index*, from the nearest to the farthest.

        A word governs up to the next figure with a unit and to the end of its sentence; figures in a list (5万元、2万元)
        share their words; figures in brackets in between do not count. A near word (最高, 约) must touch the figure.
        """
        return tuple(word for word, _ in self._governing(index))

    def bounds_before(self, index: int) -> tuple[str, ...]:
        """Those of ``words_before`` that bound the figure (not 力争) and stand in its own clause, no comma between."""
        start = self.figures[index].numeral.start
        return tuple(
            word
            for word, place in self._governing(index)
            if BEFORE[word].comparator != "eq" and not _CLAUSE_END.search(self.text, place, start)
        )

    def word_after(self, index: int, position: int) -> str:
        """What at *position* bounds or goes on with figure *index* (以上, 底前, — of a range, 8月 of a date), or ""."""
        if match := AFTER_PATTERN.match(self.text, position):
            return match["word"]
        following = self.figures[index + 1] if index + 1 < len(self.figures) else None
        if self._is_date(index):
            if match := _DATE_EDGE.match(self.text, position):
                return match[0]
            if following and following.numeral.start == position and self._is_date(index + 1):
                return self.text[position : following.end]
        sign = RANGE_SIGN.match(self.text, position)
        return sign[0] if sign and following and sign.end() == following.numeral.start else ""

    def _governing(self, index: int) -> list[tuple[str, int]]:
        window = self._window(index)
        boundary = self.figures[index].numeral.start
        words = []
        for match in reversed(tuple(WORD_BEFORE.finditer(self.text, window, boundary))):
            touching = match.end() == boundary
            bound = BEFORE[match["word"]] if match["word"] else None
            if bound and (touching or bound.far or bound.comparator == "eq"):
                words.append((match["word"], match.start()))
                boundary = match.start()
            elif touching:
                boundary = match.start()
        return words

    def _is_date(self, index: int) -> bool:
        figure = self.figures[index]
        match figure.unit:
            case "年":
                return len(figure.numeral.text) == _YEAR_LENGTH
            case "日":
                return self.text.endswith("月", 0, figure.numeral.start)
            case "":
                return (
                    self.text[figure.end : figure.end + 1] in _COLON
                    or self.text[figure.numeral.start - 1 : figure.numeral.start] in _COLON
                )
            case unit:
                return unit in {"月", "号", "时", "点"}

    def has_each(self, word: str, position: int) -> bool:
        """Whether 每*word* stands somewhere before *position*: 每人, not 每人次."""
        return any(match["per"] == word for match in WORD_BEFORE.finditer(self.text, 0, position))

    def cuts_word(self, position: int) -> bool:
        """Whether *position* is inside a comparator word, as before the 超过 of 不超过."""
        return any(
            (match := WORD_BEFORE.match(self.text, start)) and match.end() > position
            for start in range(max(0, position - _LONGEST_WORD), position)
        )

    def _window(self, index: int) -> int:
        """Where the words that may govern figure *index* begin."""
        start = self.figures[index].numeral.start
        reach = start
        for other in reversed(self.figures[:index]):
            if not other.unit or self._in_closed_brackets(other.numeral.start, start):
                continue
            after = AFTER_PATTERN.match(self.text, other.end)
            end = after.end() if after else other.end
            if not _LIST_SIGN.fullmatch(self.text, end, reach):
                return self._sentence_start(end, start)
            reach = other.numeral.start
        return self._sentence_start(0, start)

    def _in_closed_brackets(self, inner: int, outer: int) -> bool:
        """Whether a bracket around *inner* closes before *outer*."""
        count = self.text.count
        return any(count(shut, inner, outer) > count(opening, inner, outer) for opening, shut in _BRACKETS)

    def _sentence_start(self, position: int, end: int) -> int:
        for match in _SENTENCE_END.finditer(self.text, position, end):
            position = match.end()
        return position


@lru_cache(maxsize=4096)
def quote_text(given: str) -> QuoteText:
    """*given* without white space, its figures found."""
    text = "".join(given.split())
    places = (
        range(len(given))
        if len(text) == len(given)
        else tuple(place for place, sign in enumerate(given) if not sign.isspace())
    )
    figures = []
    for numeral in find_numerals(text):
        unit = unit_word(text, numeral.end)
        figures.append(Figure(numeral, unit, numeral.end + len(unit)))
    return QuoteText(text, places, tuple(figures))


def unit_word(text: str, position: int) -> str:
    """The longest unit at *position* as it is printed, words of dates included, or ""."""
    unit = unit_at(text, position)
    if unit:
        return unit.printed
    sign = text[position : position + 1]
    return sign if sign in DATE_UNITS and not NO_UNIT.match(text, position) else ""
