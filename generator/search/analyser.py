"""Cut text into search terms; the twin of analyser.mjs, proved equal by tests/search/analyser_vectors.json.

A text is first normalised character by character (NFKC, lower case, traditional → simplified, quotation marks left out).
Then the patterns of tables/analyser.json find its *marks*: document numbers (文号), dates, quantities, Latin words. What
is left of Han characters becomes bigrams. Terms are plain strings:

- `技能` a bigram, `奖` a single character that stands alone
- `=300000元` a quantity in its base unit, `=300000` the same without its unit, `≥60%` the same with its comparator
- `#2022-30` a document number by year and running number, `#-30` by running number alone
- `@2023-03-31` a date, with `@2023-03`, `@2023`, `@03-31`; `@18:00` a time of day
- `rcep`, `1+19` a word
"""

import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Any

HAN_RUN = re.compile("[㐀-䶿一-鿿々]+")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of normalised text that means one thing: `text[start:end]`; its *terms*, the most telling first."""

    kind: str
    start: int
    end: int
    terms: tuple[str, ...]


@cache
def analyser_table() -> Mapping[str, Any]:
    """Return the table that both languages share."""
    text = resources.files("generator.search").joinpath("tables/analyser.json").read_text("utf-8")
    table: Mapping[str, Any] = json.loads(text)
    return table


class Analyser:
    """The analyser over one table and one mapping of traditional to simplified characters."""

    def __init__(self, table: Mapping[str, Any], simplified: Mapping[str, str]) -> None:
        self._powers: Mapping[str, int] = table["powers"]
        self._digits: Mapping[str, int] = table["digits"]
        self._base = {printed: base for base, names in table["units"].items() for printed in names}
        self._marks, self._pattern = _compile(table)
        self._comparators = tuple(
            (sign, tuple(table[name]["before"]), tuple(table[name]["after"]))
            for sign, name in (("≥", "at_least"), ("≤", "at_most"))
        )
        self._before_ends = {word[-1] for _, before, _ in self._comparators for word in before}
        self._after_begins = {word[0] for _, _, after in self._comparators for word in after}
        self._folds = _Folds(simplified, table["invisible"])

    def normalise(self, text: str) -> str:
        """Return *text* as it is compared: folded, lower case, simplified, without quotation marks."""
        return text.translate(self._folds)

    def terms(self, text: str) -> list[str]:
        """Return the terms of *text* in order; a quantity written in Han characters gives its bigrams too."""
        plain = self.normalise(text)
        return [*(term for mark in self.marks(plain) for term in mark.terms), *bigrams(plain)]

    def marks(self, plain: str) -> list[Mark]:
        """Return the marks of the normalised text *plain*, from left to right, not overlapping."""
        found = []
        for match in self._pattern.finditer(plain):
            kind, names, first = self._marks[(match.lastindex or 1)]
            values = {name: match.group(first + 1 + i) or "" for i, name in enumerate(names)}
            terms = self._read(kind, values)
            if terms and kind in ("quantity", "percent"):
                terms += self._compared(plain, match.start(), match.end(), terms[0])
            if terms:
                found.append(Mark(kind, match.start(), match.end(), tuple(terms)))
        return found

    def _read(self, kind: str, values: Mapping[str, str]) -> list[str]:
        readers: Mapping[str, Callable[[Mapping[str, str]], list[str]]] = {
            "number": self._number, "date": self._date, "years": self._years, "clock": _clock, "range": self._range,
            "percent": lambda v: self._quantity(v["value"], "", "%"),
            "tenths": lambda v: [f"={self._digits[v['value']]}0%"],
            "half": lambda v: {"年": ["=6月", "=0.5年"], "个月": ["=15天"], "天": ["=4小时"]}[v["unit"]],
            "quantity": lambda v: self._quantity(v["value"], v["power"], v["unit"]),
            "word": lambda v: [v["word"]],
        }  # fmt: skip
        return readers[kind](values)

    def _number(self, v: Mapping[str, str]) -> list[str]:
        no = str(int(v["no"]))
        return [f"#{self._year(v['year'])}-{no}", f"#-{no}"] if v.get("year") else [f"#-{no}"]

    def _date(self, v: Mapping[str, str]) -> list[str]:
        year = self._year(v["year"]) if v.get("year") else ""
        month = self._amount(v["month"], "").zfill(2) if v.get("month") else ""
        day = self._amount(v["day"], "").zfill(2) if v.get("day") else ""
        if (month and not "01" <= month <= "12") or (day and not "01" <= day <= "31"):
            return []
        if not year:
            return [f"@{month}-{day}"]
        days = [day, *(other.zfill(2) for other in re.findall("[0-9]+", v.get("more", "")))] if day else []
        return [
            *(f"@{year}-{month}-{one}" for one in days),
            *([f"@{year}-{month}"] if month else []),
            f"@{year}",
            *(f"@{month}-{one}" for one in days),
        ]

    def _years(self, v: Mapping[str, str]) -> list[str]:
        first, last = self._year(v["from"]), self._year(v["to"])
        return [f"@{first}~{last}", f"@{first}", f"@{last}"]

    def _range(self, v: Mapping[str, str]) -> list[str]:
        low = self._amount(v["low"], v["low_power"] or (v["high_power"] if not v["low_unit"] else ""))
        high = self._amount(v["high"], v["high_power"])
        unit = self._base.get(v["unit"] or v["low_unit"], "")
        if not low or not high:
            return []
        plain = [f"={low}", f"={high}"]
        return [f"={low}~{high}{unit}", *([f"={low}{unit}", f"={high}{unit}"] if unit else []), *plain]

    def _quantity(self, value: str, power: str, unit: str) -> list[str]:
        amount, base = self._amount(value, power), self._base.get(unit, "")
        if not amount:
            return []
        if base == "%":
            return [f"={amount}%"]
        bare_year = not base and not power and re.fullmatch("(?:19|20)[0-9]{2}", value)
        return [*([f"={amount}{base}"] if base else []), f"={amount}", *([f"@{value}"] if bare_year else [])]

    def _compared(self, plain: str, start: int, end: int, term: str) -> list[str]:
        head, tail = plain[max(0, start - 5) : start].rstrip(), plain[end : end + 8].lstrip(" /每人次家个年")
        if head[-1:] not in self._before_ends and tail[:1] not in self._after_begins:
            return []
        return [
            sign + term[1:]
            for sign, before, after in self._comparators
            if any(_ends(head, word) for word in before) or tail.startswith(after)
        ]

    def _year(self, text: str) -> str:
        """Return the four digits of a year; one written as 25年 is of this century."""
        return self._figures(text) if len(text) > len("25") else f"20{self._figures(text)}"

    def _figures(self, text: str) -> str:
        return "".join(str(self._digits.get(c, c)) for c in text)

    def _amount(self, text: str, power: str) -> str:
        """Return the value as a plain decimal string without superfluous zeros; empty for a sequence (十四五)."""
        shift = sum(self._powers[c] for c in power)
        if text[:1] in "0123456789":
            return _shifted(text.replace(",", ""), shift)
        whole, _, fraction = text.partition("点")
        value = self._han(whole)
        return "" if value is None else _shifted(f"{value}.{self._figures(fraction)}", shift)

    def _han(self, text: str) -> int | None:
        """Return the number that *text* writes in Han numerals, or None for mere digits side by side."""
        total = section = digit = 0
        for c in text:
            if c in self._digits:
                if digit:
                    return None
                digit = self._digits[c]
                continue
            power = self._powers[c]
            if power >= 4:
                total, section = total + (section + digit or 1) * 10**power, 0
            else:
                section += (digit or 1) * 10**power
            digit = 0
        return total + section + digit


def bigrams(plain: str) -> list[str]:
    """Return the pairs of neighbouring Han characters in *plain*, and the characters that stand alone."""
    found: list[str] = []
    for run in HAN_RUN.findall(plain):
        found += map("".join, pairwise(run)) if len(run) > 1 else (run,)
    return found


class _Folds(dict[int, str]):
    """What each character becomes; made when it is first met."""

    def __init__(self, simplified: Mapping[str, str], invisible: str) -> None:
        super().__init__({ord(c): "" for c in invisible})
        self._simplified, self._invisible = simplified, invisible

    def __missing__(self, code: int) -> str:
        folded = unicodedata.normalize("NFKC", chr(code)).lower()
        plain = "".join(self._simplified.get(c, c) for c in folded if c not in self._invisible)
        self[code] = plain
        return plain


def _compile(
    table: Mapping[str, Any],
) -> tuple[Mapping[int, tuple[str, tuple[str, ...], int]], re.Pattern[str]]:
    """Join the patterns into one; by number of the outer group: kind, names and where its inner groups begin."""
    units = sorted(
        (name for names in table["units"].values() for name in names), key=lambda name: (-len(name), name)
    )
    parts = {**table["parts"], "UNIT": f"(?:{'|'.join(map(re.escape, units))})"}
    marks, alternatives, group = {}, [], 1
    for mark in table["marks"]:
        pattern = re.sub(r"\{([A-Z]+)\}", lambda m: parts[m.group(1)], mark["pattern"])
        marks[group] = (mark["kind"], tuple(mark["groups"]), group)
        alternatives.append(f"({pattern})")
        group += 1 + len(mark["groups"])
    # The look ahead costs one comparison where most characters would fail two dozen alternatives.
    return marks, re.compile(f"(?={table['begins']})(?:{'|'.join(alternatives)})")


def _ends(head: str, word: str) -> bool:
    """Whether *head* ends in the comparator *word* and not in its denial (超过, but not 不超过)."""
    return head.endswith(word) and not head[: -len(word)].endswith("不")


def _clock(v: Mapping[str, str]) -> list[str]:
    hour, minute = (
        int(v["hour"]) + (12 if v["half"] and int(v["hour"]) < 12 else 0),
        v["minute"] or v["minutes"] or "00",
    )
    return [f"@{hour:02d}:{minute}"] if hour <= 24 else []


def _shifted(decimal: str, shift: int) -> str:
    """Move the decimal point of *decimal* right by *shift* and drop superfluous zeros."""
    whole, _, fraction = decimal.partition(".")
    fraction = fraction.ljust(shift, "0")
    whole, fraction = (whole + fraction[:shift]).lstrip("0"), fraction[shift:].rstrip("0")
    return (whole or "0") + (f".{fraction}" if fraction else "")
