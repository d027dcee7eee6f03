"""The ground the model stands on: frozen values, names of things, absence with a reason, evidence."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, StringConstraints, Tag

SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
SECTION_PATTERN = r"^[a-z]?[0-9]+(\.[0-9]+)*$"
REGION_PATTERN = r"^([0-9]{6}|x-[a-z0-9-]+)$"
DATE_PATTERN = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"

Slug = Annotated[str, StringConstraints(pattern=SLUG_PATTERN, max_length=80)]
SectionId = Annotated[str, StringConstraints(pattern=SECTION_PATTERN)]
RegionId = Annotated[str, StringConstraints(pattern=REGION_PATTERN)]
IsoDate = Annotated[str, StringConstraints(pattern=DATE_PATTERN)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
YesNo = Literal["是", "否"]
Unconfirmed = Literal["待确认"]
"""The mark of a candidate that the import proposed and nobody has read yet."""
UNDECIDED, UNDECIDED_REGION = "dai-queren", "x-dai-queren"
"""Ids that no vocabulary holds: the import did not recognize the thing, and an editor has to choose one."""

Level = Literal["国家", "自治区", "省", "市", "县"]
Strength = Literal["应当", "目标", "力争", "原则上", "可以", "鼓励", "说明"]
"""How binding a clause is: must, target, strive for, in principle, may, encouraged; 说明 tells and orders nothing."""


_GIVEN: dict[frozenset[str], set[str]] = {}


class Value(BaseModel):
    """A frozen value; a key that the model does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def model_post_init(self, context: Any, /) -> None:
        """Share with the other values of its kind what is the same in all of them: half of a library's memory.

        These are the set of the keys that were given, and the names of the fields: pydantic fills a dict of its own,
        while attributes set one by one share their names in the class (PEP 412).
        """
        given = self.__pydantic_fields_set__
        values = self.__dict__
        object.__delattr__(self, "__dict__")
        for name, value in values.items():
            object.__setattr__(self, name, value)
        object.__setattr__(self, "__pydantic_fields_set__", _GIVEN.setdefault(frozenset(given), given))


class Absent(Value):
    """Something looked for and not there, with the reason (缺项)."""

    absent: Literal["not_in_source", "not_stated"] = Field(
        title="缺项原因",
        description="not_in_source：文中未载明（日期、文号等）；not_stated：文中未规定（发放单位、资金来源等）。",
    )

    @property
    def words(self) -> str:
        """What the reader sees instead of a value."""
        return "文中未载明" if self.absent == "not_in_source" else "文中未规定"


class Printed(Value):
    """A value as the document prints it (照录)."""

    value: Text = Field(title="照录", description="按原文印出的写法填写。")


class Evidence(Value):
    """One place in the source that proves something (证据)."""

    section: SectionId = Field(title="所在章节", description="outline 中的 id。")
    quote: Text = Field(
        title="引文",
        description="能证明数字的最短原文，一字不改；中间略去的用“…”隔开，前后须在同一章节、按先后顺序。",
    )
    occurrence: int = Field(default=1, ge=1, title="第几处", description="同一章节里出现多次时，写明第几处。")


def _branch(value: object) -> str:
    """Tell pydantic which side of a `… | Absent` union *value* is meant for, so that errors name one side only."""
    return (
        "absent" if isinstance(value, Absent) or (isinstance(value, dict) and "absent" in value) else "value"
    )


OR_ABSENT = Discriminator(_branch)
ReasonedAbsence = Annotated[Absent, Tag("absent")]
TextOrAbsent = Annotated[Annotated[Text, Tag("value")] | ReasonedAbsence, OR_ABSENT]
PrintedOrAbsent = Annotated[Annotated[Printed, Tag("value")] | ReasonedAbsence, OR_ABSENT]
SlugOrAbsent = Annotated[Annotated[Slug, Tag("value")] | ReasonedAbsence, OR_ABSENT]
SlugsOrAbsent = Annotated[Annotated[tuple[Slug, ...], Tag("value")] | ReasonedAbsence, OR_ABSENT]
DateOrAbsent = Annotated[Annotated[IsoDate, Tag("value")] | ReasonedAbsence, OR_ABSENT]


def known(value: Text | Absent | None) -> str | None:
    """Return the printed words of *value*, or None where it is absent."""
    return value if isinstance(value, str) else None
