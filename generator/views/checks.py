"""Whether the figures of a document were held against its source: now, or on a recorded day (核对)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from generator.library import Library
from generator.model.document import Document
from generator.sources.proof import Proof
from generator.views.dates import chinese_date

Way = Literal["now", "recorded", "none"]


@dataclass(frozen=True)
class CheckView:
    """What was counted when *way* was last gone; zeros where nothing was ever checked.

    now: the source was at hand in this build. recorded: it was on an earlier day, and the extract is still the same.
    """

    way: Way
    quotes: int = 0
    numerals: int = 0
    duties: int = 0
    day: str = ""

    @property
    def words(self) -> str:
        """One sentence for the reader."""
        if self.way == "none":
            return "引文还没有与原文核对"
        duties = f"，责任单位 {self.duties} 处全部对应" if self.duties else ""
        when = "生成本页时核对" if self.way == "now" else f"核对于{self.day}"
        return f"{when}：引文 {self.quotes} 处全部与原文一致，原文数字 {self.numerals} 个全部有着落{duties}"


def view_check(library: Library, document: Document, proofs: Mapping[str, Proof]) -> CheckView:
    """Return how *document* was checked; a record counts only for the extract it was made from."""
    proof = proofs.get(document.id)
    if proof is not None:
        return CheckView("now", len(proof.claims), len(proof.numerals), len(proof.blocks))
    record = library.record(document.id)
    if record is None:
        return CheckView("none")
    counts = record.numerals
    total = counts.held + counts.dismissed + counts.withheld
    return CheckView("recorded", record.quotes, total, record.duties, chinese_date(record.checked_on))
