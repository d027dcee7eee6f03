"""What a check with the source text at hand found about one document, kept for those who lack the text (核对记录)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.model.base import IsoDate, Slug, Value

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class NumeralCounts(Value):
    """How many numerals of the source are what; open ones are none, or there would be no record."""

    held: int = Field(ge=0, title="有事实或出处的数字")
    dismissed: int = Field(ge=0, title="非事实数字")
    withheld: int = Field(ge=0, title="不公开的数字", description="联系方式里的数字。")


class Record(Value):
    """One document was held against its source, and everything agreed (核对记录)."""

    schema_version: Literal["1"] = Field(alias="schema", title="格式版本")
    document: Slug = Field(title="文件编号")
    checked_on: IsoDate = Field(title="核对日期")
    extract: Digest = Field(title="摘录校验码", description="摘录文件的 SHA-256，换行按 LF 计。")
    source: Digest = Field(title="原文校验码")
    quotes: int = Field(ge=0, title="核对的引文")
    numerals: NumeralCounts = Field(title="原文中的数字")
    duties: int = Field(ge=0, title="责任单位")
    ids: tuple[Slug, ...] = Field(
        default=(), title="发布过的编号", description="条款和事实；停用的也留着，由程序检查去向。"
    )
