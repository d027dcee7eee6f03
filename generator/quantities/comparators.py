"""The words that turn a number into a bound (不超过, 以上, 左右), and whether the number itself is included.

民法典第一千二百五十九条: “以上”“以下”“以内”“届满” include the number, “不满”“超过”“以外” exclude it. The other words
are read by their plain meaning: 不少于 is ≥, 少于 is <, 最高 is ≤. 余 and 多 (30余家) mean more than the round number.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Comparator = Literal["eq", "ge", "gt", "le", "lt", "approx", "range"]


@dataclass(frozen=True, slots=True)
class Bound:
    """What one word says: ``far`` when other words may stand between it and the number (不少于在校生人数的50%)."""

    comparator: Comparator
    far: bool = False


def _bounds(comparator: Comparator, far: str, near: str = "") -> dict[str, Bound]:
    return {
        **{word: Bound(comparator, far=True) for word in far.split()},
        **{word: Bound(comparator) for word in near.split()},
    }


# Words such as 最低 stand near: 最低工资标准的2倍 is no lower bound.
BEFORE: Mapping[str, Bound] = MappingProxyType(
    {
        **_bounds(
            "le",
            "不超过 不得超过 不能超过 未超过 不高于 不得高于 不多于 不得多于 不大于 不长于 最多 至多",
            "最高 最大 最长 上限 限 ≤ ≦",
        ),
        **_bounds(
            "ge", "不少于 不得少于 不低于 不得低于 不小于 不短于 至少", "最低 最少 最小 最短 下限 满 ≥ ≧"
        ),
        **_bounds("gt", "超过 高于 多于 大于 超出 突破", "超 逾 > ＞"),
        **_bounds("lt", "低于 少于 小于", "不足 不满 未满 不到 未达到 < ＜"),
        **_bounds("approx", "", "约 大约 近 将近 接近"),
        # an aim or a sum, no bound
        **_bounds("eq", "力争 达到", "达 为 累计 共 共计 合计 总计 原则上 控制在"),
    }
)
AFTER: Mapping[str, Bound] = MappingProxyType(
    {
        **_bounds("ge", "", "以上 及以上"),
        **_bounds("le", "", "以下 及以下 以内 之内 内 封顶 为限"),
        **_bounds("gt", "", "以外"),
        **_bounds("approx", "", "左右 上下"),
    }
)


def one_of(words: Mapping[str, Bound]) -> str:
    """A regular expression for the longest of *words*."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


_WITH_NUMBER = "[（(]含(?:本数)?[）)]"
AFTER_PATTERN = re.compile(
    f"(?:{_WITH_NUMBER})?(?P<word>{one_of(AFTER)})(?:(?P<without>[（(]不含(?:本数)?[）)])|{_WITH_NUMBER})?"
)
RANGE_SIGN = re.compile("[—–‒−~～〜－-]+|至|到")


def bound_after(match: re.Match[str]) -> Comparator:
    """What a match of AFTER_PATTERN says: 以上 ge, 以上（不含） gt."""
    comparator = AFTER[match["word"]].comparator
    if match["without"]:
        return "gt" if comparator == "ge" else "lt"
    return comparator
