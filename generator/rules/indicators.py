"""Facts and the indicators under which they are compared: the unit fits, and what is held is not looked for in vain (指标)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.measures import measure
from generator.problems import Finding
from generator.quantities import Quantity
from generator.rules.subject import Subject, facts


def check_indicators(subject: Subject) -> Iterator[Finding]:
    """Find indicators that a document both holds and says it doesn't state, and values in another unit than theirs."""
    indicators = subject.library.vocabulary.indicators
    for document in subject.library.documents.values():
        file = subject.file(document.id)
        held: dict[str, str] = {}
        for path, _, fact in facts(document):
            indicator = indicators.get(fact.indicator or "")
            if indicator is None:
                continue
            held.setdefault(indicator.id, fact.id)
            value = measure(fact)
            if isinstance(value, Quantity) and indicator.unit not in (None, value.unit):
                yield Finding(
                    file,
                    (*path, "indicator"),
                    "indicator-unit",
                    f"{fact.value} 的单位是{value.unit}，指标 {indicator.id}（{indicator.name}）按{indicator.unit}比较",
                    "改用单位相同的指标；没有合适的，去掉 indicator 或登记新指标",
                )
        for index, missing in enumerate(document.not_stated):
            if missing.indicator in held:
                yield Finding(
                    file,
                    ("not_stated", index),
                    "stated-after-all",
                    f"事实 {held[missing.indicator]} 已经是 {missing.indicator}，不能又说文中没有",
                    "删去这一条，或改正事实的 indicator",
                )
