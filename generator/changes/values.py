"""A change of the extracts as a value (一处变更)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

ChangeKind = Literal["added", "removed", "renamed", "moved", "status", "corrected", "changed"]
"""corrected: the source text is the same, so the extract was wrong before or is wrong now; changed: anything else."""

KIND_WORDS: Mapping[ChangeKind, str] = {
    "added": "新增",
    "removed": "删去",
    "renamed": "改编号",
    "moved": "移动",
    "status": "状态变化",
    "corrected": "更正",
    "changed": "修改",
}
"""The Chinese name of each kind, in the order in which a report counts them."""


@dataclass(frozen=True)
class Unreadable:
    """A document that one side holds but can't read: its title where the other side has one, and its first problem."""

    document: str
    title: str
    place: str
    side: Literal["before", "after"] = "after"

    @property
    def words(self) -> str:
        """The title and where to look: 《…》（policies/documents/x.yaml:12:7）."""
        name = f"《{self.title}》" if self.title else self.document
        side = "改动前的" if self.side == "before" else ""
        return f"{side}{name}（{self.place}）" if self.place else f"{side}{name}"


@dataclass(frozen=True)
class Change:
    """One change. *sentence* says it whole; the other fields hold its parts for programs.

    *title* names the document or the vocabulary, *place* the clause (empty for the whole), *subject* what changed,
    *fault* is why this can't be right, empty where nothing speaks against it. *url* leads to the place on the site.
    """

    kind: ChangeKind
    document: str
    title: str
    place: str
    subject: str
    words: str
    before: str | None = None
    after: str | None = None
    fault: str = ""
    url: str = ""

    @property
    def sentence(self) -> str:
        """The change in one sentence: 《…》二（七）2：全国技术能手奖励 15万元 → 12万元，引文未变（错误）."""
        return f"{self.title}{self.place}：{self.words}{f'（{self.fault}）' if self.fault else ''}"
