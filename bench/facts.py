"""Facts of fictional documents, in the proportions in which the real extracts hold their kinds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import Any

Fact = dict[str, Any]
_NOWHERE = {"absent": "not_stated"}
_KINDS: Mapping[str, int] = {
    "unspecified": 38,
    "count": 21,
    "inherited": 21,
    "money": 16,
    "duration": 11,
    "relative": 11,
    "period": 8,
    "percent": 7,
    "recurrence": 6,
    "visits": 6,
    "deadline": 4,
    "headcount": 2,
    "multiple": 1,
    "uplift": 1,
}
"""How many facts of each kind the extracts of the handbook held when this was written."""
_BY_UNIT = {"元": "money", "%": "percent", "人次": "visits", "月": "duration", "人": "headcount"}
_OPEN = ("unspecified", "inherited")


def make_fact(
    random: Random, id_: str, words: str, indicator: Mapping[str, Any] | None, funds: Sequence[str]
) -> Fact:
    """Return a fact about *words*; one with an indicator has a kind that fits its unit, or no number."""
    if indicator is None:
        kind = random.choices(list(_KINDS), list(_KINDS.values()))[0]
    else:
        kind = _BY_UNIT.get(indicator.get("unit") or "", "unspecified")
        kind = random.choice(_OPEN) if random.random() < 0.25 else kind
    value, more = _VALUES[kind](random)
    if kind in ("money", "multiple", *_OPEN):
        fund = [random.choice(list(funds))] if random.random() < 0.4 else _NOWHERE
        more |= {
            "payee": random.choice(("企业", "职工", "培训机构", _NOWHERE)),
            "payer": _NOWHERE,
            "fund": fund,
        }
    fact = {"id": id_, "kind": kind, "label": f"{words}的标准", "value": value, "quote": f"{words}{value}"}
    return fact | more | ({"indicator": indicator["id"]} if indicator else {})


def _money(random: Random) -> tuple[str, Fact]:
    value = random.choice((f"{random.randrange(2, 99)}00元", f"{random.randrange(1, 90)}万元"))
    nature = random.choice(("奖励", "补贴", "补贴", "补助", "资金"))
    return value, {"nature": nature, "per": random.choice((["人"], ["人", "年"], ["家"]))}


def _percent(random: Random) -> tuple[str, Fact]:
    return f"{random.randrange(1, 19) * 5}%以上", {"base": "就业人员"}


_VALUES: Mapping[str, Callable[[Random], tuple[str, Fact]]] = {
    "unspecified": lambda _: ("一定的补助", {}),
    "inherited": lambda _: ("按有关规定执行", {"instrument": _NOWHERE}),
    "money": _money,
    "percent": _percent,
    "count": lambda random: (f"{random.randrange(1, 60)}家", {}),
    "duration": lambda random: (f"{random.randrange(1, 24)}个月", {}),
    "relative": lambda _: ("不低于同级人员", {"compared_with": "同级人员"}),
    "period": lambda random: (f"{random.randrange(2016, 2025)}年", {}),
    "recurrence": lambda random: (f"每{random.randrange(2, 6)}年1次", {}),
    "visits": lambda random: (f"{random.randrange(1, 80)}万人次以上", {}),
    "headcount": lambda random: (f"{random.randrange(1, 90)}万人", {}),
    "deadline": lambda random: (f"每年{random.randrange(1, 13)}月10日前", {"frequency": "每年", "inclusive": "未写明"}),
    "multiple": lambda _: ("2倍", {"standard": "当地最低工资标准"}),
    "uplift": lambda random: (f"不超过{random.randrange(1, 5) * 5}%", {"base": "补贴标准"}),
}  # fmt: skip
