"""Which region a text is about, and of which level it is (地区与层级的推断)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.library import Vocabulary
from generator.model.base import UNDECIDED_REGION, Level

_COUNTRY = "000000"
_DEPTH: dict[Level, int] = {"国家": 0, "自治区": 1, "省": 1, "市": 2, "县": 3}
_CAPITALS = "北京市|天津市|上海市|重庆市"
_PATH = re.compile(
    rf"^(?:(?P<region>[\u4e00-\u9fff]{{2,7}}?自治区)|(?P<province>{_CAPITALS}|[\u4e00-\u9fff]{{2,3}}?省(?![级属直])))?"
    r"(?P<city>[^省市县区于关]{2,8}?(?:市(?![场民级区政属域])|自治州|州|盟|地区))?"
    r"(?P<county>[^省市县区于关]{1,8}?(?:自治县|县(?![域级])|市(?![场民级区政属域])|区(?![域别块级分])|旗))?"
)
_OURS: tuple[tuple[str, Level], ...] = (
    ("[本我全]省", "省"),
    ("[本我全]自治区", "自治区"),
    ("[本我全]市", "市"),
    ("[本我全]县", "县"),
)
_CENTRAL = re.compile("国务院|中共中央|全国|国家|人力资源社会保障部|教育部|财政部|国发|人社部")


@dataclass(frozen=True)
class Place:
    """The id of a region, UNDECIDED_REGION where the vocabulary lacks it, and the level of the document."""

    region: str
    level: Level


def guess_place(title: str, head: str, vocabulary: Vocabulary) -> Place:
    """Return the smallest region of the vocabulary that *head* prints, unless *title* names a smaller one.

    A text that names no region is the country's where it names a central body, undecided elsewhere.
    """
    named = [
        r for r in vocabulary.regions.values() if r.parent is not None and (r.name in head or r.short in head)
    ]
    deepest = max(named, key=lambda r: (len(vocabulary.region_path(r.id)), head.count(r.short)), default=None)
    printed = _level_of(title)
    if deepest is not None and (printed is None or _DEPTH[printed] <= _DEPTH[deepest.level]):
        return Place(deepest.id, deepest.level)
    if printed is not None:
        return Place(UNDECIDED_REGION, printed)
    if _CENTRAL.search(head):
        return Place(_COUNTRY, "国家")
    ours = next((level for words, level in _OURS if re.search(words, head)), None)
    return Place(UNDECIDED_REGION, ours or "市")


def _level_of(title: str) -> Level | None:
    """The level of the region that begins *title*: 青羊区 of 成都市青羊区 is a county, 上海市 a province."""
    match = _PATH.match(title)
    if match is None or not match[0]:
        return None
    if match["county"]:
        return (
            "县"
            if match["city"] or match["county"][-1] in "县旗"
            else "市"
            if match["county"][-1] == "市"
            else "县"
        )
    if match["city"]:
        return "市"
    return "自治区" if match["region"] else "省"
