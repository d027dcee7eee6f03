"""What can go wrong in an extract by a slip of the hand, made to happen in a real one."""

from __future__ import annotations

import copy
import itertools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

Content = dict[str, Any]


@dataclass(frozen=True)
class Mutant:
    """One extract with one slip: the place it was made, and the content; *phrases* were added to the shared ones."""

    place: str
    content: Content
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Place:
    """A fact in its clause, by position."""

    clause: int
    fact: int
    value: Mapping[str, Any]

    def of(self, content: Content) -> Content:
        """The same fact in a copy of the extract."""
        fact: Content = content["provisions"][self.clause]["facts"][self.fact]
        return fact


def places(content: Content) -> Iterator[Place]:
    """Every fact of *content*."""
    for p, provision in enumerate(content["provisions"]):
        for f, fact in enumerate(provision.get("facts", [])):
            yield Place(p, f, fact)


def changed_facts(content: Content, change: Callable[[Content], bool]) -> Iterator[Mutant]:
    """One mutant for each fact that *change* could change in place."""
    for place in places(content):
        twin = copy.deepcopy(content)
        if change(place.of(twin)):
            yield Mutant(place.value["id"], twin)


def bumped(words: str) -> str:
    """*words* with the first Arabic digit one higher: 30万元 → 40万元."""
    return re.sub("[0-9]", lambda digit: str((int(digit[0]) + 1) % 10 or 1), words, count=1)


def value_digit(content: Content) -> Iterator[Mutant]:
    """A digit of a value."""
    return changed_facts(content, lambda fact: _change(fact, "value", bumped))


def quote_digit(content: Content) -> Iterator[Mutant]:
    """A digit of a quote."""
    return changed_facts(content, lambda fact: _change(fact, "quote", bumped))


def both_digits(content: Content) -> Iterator[Mutant]:
    """The same digit of a value and of its quote."""

    def both(fact: Content) -> bool:
        number = re.search("[0-9.]+", fact["value"])
        if number is None or number[0] not in fact["quote"]:
            return False
        for key in ("value", "quote"):
            fact[key] = fact[key].replace(number[0], bumped(number[0]), 1)
        return True

    return changed_facts(content, both)


def lost_point(content: Content) -> Iterator[Mutant]:
    """A decimal point left out: 3.5% → 35%."""
    return changed_facts(content, lambda fact: _change(fact, "value", lambda v: v.replace(".", "")))


def lost_comparator(content: Content) -> Iterator[Mutant]:
    """以上, 不超过, 左右 left out."""
    words = re.compile("以上|最高不超过|不超过|不少于|不低于|左右|以内|最多|至少|前$")
    return changed_facts(content, lambda fact: _change(fact, "value", lambda v: words.sub("", v, count=1)))


UNITS = {
    "万元": "元",
    "亿元": "万元",
    "元": "万元",
    "人次": "人",
    "课时": "天",
    "个月": "年",
    "年": "个月",
    "%": "倍",
    "家": "个",
    "个": "家",
    "次": "个",
}


def swapped_unit(content: Content) -> Iterator[Mutant]:
    """Another unit behind the same number."""
    units = re.compile("|".join(UNITS))
    numeric = {
        "money",
        "percent",
        "headcount",
        "visits",
        "count",
        "multiple",
        "cap",
        "uplift",
        "duration",
        "ratio",
    }

    def swap(fact: Content) -> bool:
        if fact["kind"] not in numeric:
            return False
        return _change(fact, "value", lambda v: units.sub(lambda u: UNITS[u[0]], v, count=1))

    return changed_facts(content, swap)


def persons_for_visits(content: Content) -> Iterator[Mutant]:
    """人 for 人次, with the kind that fits the wrong word."""

    def swap(fact: Content) -> bool:
        fact["kind"] = "headcount"
        return _change(fact, "value", lambda v: v.replace("人次", "人"))

    return changed_facts(content, swap)


_CUT_BEHIND = ("以上", "左右", "以内", "前", "后", "次", "/人")
_CUT_BEFORE = ("不少于", "不低于", "不超过", "最高", "最多", "累计", "至少")


def cut_with_quote(content: Content) -> Iterator[Mutant]:
    """以上, 不少于, the 次 of 人次, /人 cut off the value and off its quote alike; the kind follows the unit."""
    for word in (*_CUT_BEHIND, *_CUT_BEFORE):

        def cut(fact: Content, word: str = word) -> bool:
            value, quote = fact["value"], fact["quote"]
            at = quote.find(value)
            if word in _CUT_BEHIND and value.endswith(word) and at != -1 and len(value) > len(word) + 1:
                fact["value"] = value.removesuffix(word)
                fact["quote"] = quote[: at + len(fact["value"])]
                fact["kind"] = "headcount" if value.endswith("人次") else fact["kind"]
                return True
            if word in _CUT_BEFORE and value.startswith(word) and word in quote:
                fact["value"] = value.removeprefix(word)
                fact["quote"] = quote[quote.index(word) + len(word) :]
                return True
            return False

        yield from changed_facts(content, cut)


def deleted_fact(content: Content) -> Iterator[Mutant]:
    """A fact deleted, with every reference to it."""
    for place in places(content):
        twin = copy.deepcopy(content)
        del twin["provisions"][place.clause]["facts"][place.fact]
        _forget(twin, place.value["id"])
        yield Mutant(place.value["id"], twin)


def deleted_figure(content: Content) -> Iterator[Mutant]:
    """A fact with a number deleted and the minimum lowered, so that the source alone can tell."""
    return (mutant for mutant, _ in _without_figure(content))


def dismissed_fact(content: Content) -> Iterator[Mutant]:
    """A fact deleted and its quote dismissed instead."""
    quotes = {place.value["id"]: place.value["quote"].split("…")[0] for place in places(content)}
    for mutant in deleted_figure(content):
        mutant.content.setdefault("dismissed", []).append(
            {"quote": quotes[mutant.place], "reason": "引述背景"}
        )
        yield mutant


def dismissed_name(content: Content) -> Iterator[Mutant]:
    """A fact deleted and its value dismissed as a name."""
    for mutant, value in _without_figure(content):
        mutant.content.setdefault("dismissed", []).append({"quote": value, "reason": "名称"})
        yield mutant


def dismissed_phrase(content: Content) -> Iterator[Mutant]:
    """A fact deleted and its value entered among the phrases of all documents."""
    for mutant, value in _without_figure(content):
        yield replace(mutant, phrases=(value,))


def figure_in_relation(content: Content) -> Iterator[Mutant]:
    """A fact deleted, and a relation of the same section whose quote covers the sentence instead."""
    for place, (mutant, _) in zip(_figures(content), _without_figure(content), strict=True):
        if content["relations"]:
            section = content["provisions"][place.clause]["section"]
            target = {"title": content["title"], "doc_number": {"absent": "not_in_source"}}
            evidence = {"section": section, "quote": place.value["quote"]}
            if "occurrence" in place.value:
                evidence["occurrence"] = place.value["occurrence"]
            relation = {"id": "smuggled", "type": "引用", "target": target, **evidence}
            mutant.content["relations"].append(relation)
            yield mutant


def _figures(content: Content) -> Iterator[Place]:
    """The facts with an Arabic number, or a Chinese one with a unit."""
    pattern = re.compile("[0-9]|[一二两三四五六七八九十半]个?[年月元人]")
    return (place for place in places(content) if pattern.search(place.value["value"]))


def _without_figure(content: Content) -> Iterator[tuple[Mutant, str]]:
    """Every extract without one of its figures, the minimum lowered; and the value of the figure."""
    wanted = {place.value["id"]: place.value["value"] for place in _figures(content)}
    for mutant in deleted_fact(content):
        if mutant.place in wanted:
            minimum = mutant.content["minimum"]
            minimum["facts"] = str(int(minimum["facts"]) - 1)
            yield mutant, wanted[mutant.place]


def deleted_clause(content: Content) -> Iterator[Mutant]:
    """A clause deleted with its facts."""
    for p, provision in enumerate(content["provisions"]):
        twin = copy.deepcopy(content)
        gone = twin["provisions"].pop(p)
        for fact in gone.get("facts", []):
            _forget(twin, fact["id"])
        yield Mutant(provision["id"], twin)


def swapped_values(content: Content) -> Iterator[Mutant]:
    """The values of two facts exchanged that share a quote, with all that goes with them but the names."""
    for first, second in _pairs(content):
        if first.value["quote"] == second.value["quote"] and first.value["label"].count("“"):
            yield _exchanged(content, first, second, ("value",))


def swapped_names(content: Content) -> Iterator[Mutant]:
    """Label, conditions and indicator of two awards exchanged."""
    for first, second in _pairs(content):
        if "“" in first.value["label"] and "“" in second.value["label"]:
            yield _exchanged(content, first, second, ("label", "conditions", "indicator"))


def swapped_indicators(content: Content) -> Iterator[Mutant]:
    """The indicators of two awards exchanged."""
    for first, second in _pairs(content):
        if "“" in first.value["label"] and first.value.get("indicator") and second.value.get("indicator"):
            yield _exchanged(content, first, second, ("indicator",))


def swapped_by_ellipsis(content: Content) -> Iterator[Mutant]:
    """Two amounts exchanged, each quote reaching the other amount over an ellipsis."""
    for first, second in _pairs(content):
        quotes = [place.value["quote"] for place in (first, second)]
        values = [place.value["value"] for place in (first, second)]
        if quotes[0] != quotes[1] and all(v in q for v, q in zip(values, quotes, strict=True)):
            mutant = _exchanged(content, first, second, ("value",))
            head, tail = (q[: q.index(v)] for v, q in zip(values, quotes, strict=True))
            first.of(mutant.content)["quote"] = f"{head}…{values[1]}"
            second.of(mutant.content)["quote"] = f"{values[0]}…{tail}"
            yield mutant


def _pairs(content: Content) -> Iterator[tuple[Place, Place]]:
    """Two amounts of money of one clause that differ, the one after the other."""
    money = [place for place in places(content) if place.value["kind"] == "money"]
    for first, second in itertools.pairwise(money):
        if first.clause == second.clause and first.value["value"] != second.value["value"]:
            yield first, second


def _exchanged(content: Content, first: Place, second: Place, keys: Sequence[str]) -> Mutant:
    twin = copy.deepcopy(content)
    one, other = first.of(twin), second.of(twin)
    for key in keys:
        kept = {name: fact.pop(key) for name, fact in (("one", one), ("other", other)) if key in fact}
        one.update({key: kept["other"]} if "other" in kept else {})
        other.update({key: kept["one"]} if "one" in kept else {})
    return Mutant(f"{first.value['id']} ↔ {second.value['id']}", twin)


def not_stated_but_held(content: Content) -> Iterator[Mutant]:
    """An indicator that the extract holds, entered as looked for and not there."""
    for indicator in sorted(
        {place.value["indicator"] for place in places(content) if "indicator" in place.value}
    ):
        twin = copy.deepcopy(content)
        twin.setdefault("not_stated", []).append({"indicator": indicator})
        yield Mutant(indicator, twin)


def dropped_per(content: Content) -> Iterator[Mutant]:
    """What an amount is counted by left out."""
    return changed_facts(content, lambda fact: fact["kind"] == "money" and fact.pop("per", None) is not None)


def dropped_frequency(content: Content) -> Iterator[Mutant]:
    """How often an amount is paid left out, where nothing else says it (按年计 says 每年)."""

    def drop(fact: Content) -> bool:
        said = fact["kind"] != "money" or "年" in fact.get("per", [])
        return not said and fact.pop("frequency", None) is not None

    return changed_facts(content, drop)


def wrong_unit_of_indicator(content: Content, indicators: Mapping[str, str | None]) -> Iterator[Mutant]:
    """An indicator exchanged for one that counts in another unit."""
    numeric = {"money", "percent", "headcount", "visits"}
    for place in places(content):
        unit = indicators.get(place.value.get("indicator", ""))
        if place.value["kind"] in numeric and unit is not None:
            twin = copy.deepcopy(content)
            other = next(name for name, counted in indicators.items() if counted not in (None, unit))
            place.of(twin)["indicator"] = other
            yield Mutant(place.value["id"], twin)


def weaker_words_dropped(content: Content) -> Iterator[Mutant]:
    """力争 and 原则上 cut off the quote, the clause or the fact said to be binding."""
    for place in places(content):
        provision = content["provisions"][place.clause]
        word = place.value.get("strength", provision["strength"])
        numeric = place.value["kind"] != "deadline" and re.search("[0-9]", place.value["value"])
        if word in ("力争", "原则上") and numeric:
            twin = copy.deepcopy(content)
            fact = place.of(twin)
            fact["strength"] = "应当"
            quote, value = fact["quote"], fact["value"].removeprefix(word)
            fact["quote"] = quote.split(word)[-1] if value in quote.split(word)[-1] else quote
            fact["value"] = value
            yield Mutant(place.value["id"], twin)


def wrong_head(content: Content) -> Iterator[Mutant]:
    """Another level, another region with it, a date of review before the document, a status without grounds."""
    edits: list[tuple[str, Callable[[Content], object]]] = [
        ("level", lambda twin: twin.update(level="县")),
        ("废止", lambda twin: twin["status"].update(value="废止")),
    ]
    if "value" in content["dates"]["signed"]:
        edits.append(("as_of", lambda twin: twin["status"].update(as_of="2020-01-01")))
    if "absent" in content["period"] and content["status"]["value"] == "待核":
        edits.append(("现行", lambda twin: twin["status"].update(value="现行")))
    for name, edit in edits:
        twin = copy.deepcopy(content)
        edit(twin)
        yield Mutant(name, twin)


def dropped_issuer(content: Content) -> Iterator[Mutant]:
    """A body that signs left out of the issuers."""
    for index, issuer in enumerate(content["issuers"]):
        if len(content["issuers"]) > 1:
            twin = copy.deepcopy(content)
            del twin["issuers"][index]
            yield Mutant(issuer["org"], twin)


def number_in_note(content: Content) -> Iterator[Mutant]:
    """A number that nobody printed, in the note of a fact, of an absence, in the grounds of the status."""
    for place in places(content):
        twin = copy.deepcopy(content)
        place.of(twin)["note"] = "实际为7654321元。"
        yield Mutant(place.value["id"], twin)
    for index, _ in enumerate(content.get("not_stated", [])):
        twin = copy.deepcopy(content)
        twin["not_stated"][index]["note"] = "预计7654321人。"
        yield Mutant(f"not_stated {index}", twin)
    twin = copy.deepcopy(content)
    twin["status"]["basis"] += "共7654321条。"
    yield Mutant("status basis", twin)


def exclusion_turned(content: Content) -> Iterator[Mutant]:
    """不得 read as 可, of a clause and of its facts."""
    for p, provision in enumerate(content["provisions"]):
        for part in range(-1, len(provision.get("facts", []))):
            holder = provision if part < 0 else provision["facts"][part]
            for index, words in enumerate(holder.get("exclusions", [])):
                if words.startswith("不得"):
                    twin = copy.deepcopy(content)
                    turned = twin["provisions"][p] if part < 0 else twin["provisions"][p]["facts"][part]
                    turned["exclusions"][index] = words.replace("不得", "可", 1)
                    yield Mutant(f"{holder['id']} exclusions {index}", twin)


def doubled_figure(content: Content) -> Iterator[Mutant]:
    """The same figure of the source as a second fact."""
    for place in places(content):
        if re.search("[0-9]", place.value["value"]):
            twin = copy.deepcopy(content)
            again = {**copy.deepcopy(place.value), "id": "doubled"}
            again.pop("part_of", None)
            twin["provisions"][place.clause]["facts"].append(again)
            yield Mutant(place.value["id"], twin)


def wrong_department(content: Content, departments: Sequence[str]) -> Iterator[Mutant]:
    """One body of a duty exchanged for another."""
    for p, provision in enumerate(content["provisions"]):
        for d, duty in enumerate(provision.get("duties", [])):
            other = next(name for name in departments if name not in duty["orgs"])
            twin = copy.deepcopy(content)
            twin["provisions"][p]["duties"][d]["orgs"][0] = other
            yield Mutant(f"{provision['id']} {duty['role']}", twin)


def wrong_section(content: Content) -> Iterator[Mutant]:
    """A clause filed under the next section."""
    ids = [entry["id"] for entry in content["outline"]]
    for p, provision in enumerate(content["provisions"]):
        at = ids.index(provision["section"])
        twin = copy.deepcopy(content)
        twin["provisions"][p]["section"] = ids[at + 1] if at + 1 < len(ids) else ids[at - 1]
        yield Mutant(provision["id"], twin)


def draft_in_force(content: Content) -> Iterator[Mutant]:
    """A draft marked as in force, and its title stripped of the word as well."""
    if content["status"]["value"] == "征求意见稿":
        twin = copy.deepcopy(content)
        twin["status"]["value"] = "现行"
        yield Mutant("status", twin)
        bare = copy.deepcopy(twin)
        bare["title"] = bare["title"].replace("（征求意见稿）", "")
        yield Mutant("status and title", bare)


def wrong_occurrence(content: Content) -> Iterator[Mutant]:
    """Another standing of a quote that occurs several times."""

    def other(fact: Content) -> bool:
        if "occurrence" not in fact:
            return False
        fact["occurrence"] = "1" if fact["occurrence"] != "1" else "2"
        return True

    return changed_facts(content, other)


def wrong_date(content: Content) -> Iterator[Mutant]:
    """A digit of a date of the document."""
    for name, date in content["dates"].items():
        if "value" in date:
            twin = copy.deepcopy(content)
            twin["dates"][name]["value"] = date["value"][:-1] + str((int(date["value"][-1]) + 1) % 10)
            yield Mutant(f"dates {name}", twin)


def wrong_number(content: Content) -> Iterator[Mutant]:
    """A digit of a document number, of the document or of what it cites."""
    numbers = [("doc_number", content["doc_number"])]
    numbers += [
        (f"relations {r}", relation["target"].get("doc_number", {}))
        for r, relation in enumerate(content["relations"])
    ]
    for index, (place, number) in enumerate(numbers):
        if "value" in number:
            twin = copy.deepcopy(content)
            owner = twin["doc_number"] if index == 0 else twin["relations"][index - 1]["target"]["doc_number"]
            owner["value"] = re.sub("[0-9]+(?=号)", lambda n: bumped(n[0]), owner["value"])
            yield Mutant(place, twin)


def invented_number(content: Content) -> Iterator[Mutant]:
    """A number in a summary that nobody printed."""
    for p, provision in enumerate(content["provisions"]):
        twin = copy.deepcopy(content)
        twin["provisions"][p]["summary"] += "预计惠及7654321人。"
        yield Mutant(provision["id"], twin)


def _change(fact: Content, key: str, edit: Callable[[str], str]) -> bool:
    before = fact[key]
    fact[key] = edit(before)
    return bool(fact[key] != before)


def _forget(content: Content, name: str) -> None:
    content["headline"] = [shown for shown in content.get("headline", []) if shown != name]
    content["structure"] = [s for s in content.get("structure", []) if s["fact"] != name]
    for place in places(content):
        fact = place.of(content)
        for key in ("part_of", "adds_to"):
            if fact.get(key) == name:
                del fact[key]
        if name in fact.get("limits", []):
            fact["limits"] = [limited for limited in fact["limits"] if limited != name]
        share = fact.get("of")
        if isinstance(share, dict) and name in share.values():
            del fact["of"]
