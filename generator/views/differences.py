"""How regional versions differ, in words: a verdict and a sentence for each row (差异)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import assert_never

from generator.views.comparison_cells import Cell, Column
from generator.views.facts import CellState, FactView

MANY = 12
"""From so many versions on a difference is put into numbers of documents, no longer into their names."""


_STATE_WORDS: Mapping[CellState, str] = {
    "value": "写明",
    "unstated": "没有写",
    "open": "金额未定",
    "parent": "沿用上级规定",
    "missing": "未录入",
}


def find_difference(columns: Sequence[Column], cells: Sequence[Cell]) -> tuple[str, str, bool]:
    """Put the difference of a row into words: a verdict, a sentence, and whether the stated values are equal.

    Only columns that the library holds are compared; a version that is 未录入 is neither equal nor different, and a draft
    is no version of today.
    """
    known = [(c, cell) for c, cell in zip(columns, cells, strict=True) if cell.state != "missing"]
    held = [(c.spoken, cell) for c, cell in known if not c.draft]
    if not held and any(cell.state != "unstated" for _, cell in known):
        return "只见于征求意见稿", "", False
    if len(held) < 2:
        return ("只有一地录入", "", False) if held else ("尚未录入", "", False)
    by_state: dict[CellState, list[str]] = {}
    for name, cell in held:
        by_state.setdefault(cell.state, []).append(name)
    values = [(name, cell) for name, cell in held if cell.state == "value"]
    if len(held) > MANY:
        return _counted(by_state, [cell for _, cell in values])
    said = "；".join(f"{name}{_words(cell)}" for name, cell in held)
    if set(by_state) == {"value"}:
        if _equal([cell for _, cell in values]):
            printed = dict.fromkeys("、".join(f.figure.words for f in cell.facts) for _, cell in values)
            return (
                ("相同", f"都是{next(iter(printed))}。", True)
                if len(printed) == 1
                else ("数额相同", f"{said}。", True)
            )
        return "写法不同" if _unlike([cell for _, cell in values]) else "数额不同", f"{said}。", False
    if set(by_state) == {"unstated"}:
        return "都没写", "", True
    if "value" in by_state and "unstated" in by_state and len(by_state) == 2:
        return f"{'、'.join(by_state['value'])}有，{'、'.join(by_state['unstated'])}没写", f"{said}。", False
    if set(by_state) == {"open", "unstated"}:
        return f"{'、'.join(by_state['open'])}有，未定数", f"{said}。", False
    return "写法不同", f"{said}。", False


def _counted(by_state: Mapping[CellState, Sequence[str]], values: Sequence[Cell]) -> tuple[str, str, bool]:
    """The difference between so many versions that only their numbers say anything."""
    parts = [f"{_STATE_WORDS[state]}的 {len(names)} 份" for state, names in by_state.items()]
    same = len(values) == sum(map(len, by_state.values())) and _equal(values)
    return "相同" if same else "写法不同", f"{'，'.join(parts)}。", same


def _words(cell: Cell) -> str:
    match cell.state:
        case "value":
            return "写明" + "、".join(_figure(f) for f in cell.facts)
        case "unstated":
            return cell.text or "没有写"
        case "open":
            return f"只写{cell.text}，没有写多少"
        case "parent":
            named = all(f.parent for f in cell.facts)
            return f"按{cell.text}执行" if named else f"只写{cell.text}"
        case "missing":
            return "未录入"
        case _:
            assert_never(cell.state)


def _figure(fact: FactView) -> str:
    """The printed number with what it counts by and for when: 1000万元（每个园区，每年，2025—2026年）."""
    around = "，".join(part for part in (fact.per, fact.period) if part and part not in fact.figure.words)
    return f"{fact.figure.words}（{around}）" if around else fact.figure.words


def _equal(cells: Sequence[Cell]) -> bool:
    values = [tuple(f.amount for f in cell.facts) for cell in cells]
    return all(v == values[0] for v in values)


def _unlike(cells: Sequence[Cell]) -> bool:
    return len({tuple(f.kind for f in cell.facts) for cell in cells}) > 1
