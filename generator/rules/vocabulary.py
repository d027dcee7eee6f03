"""Entries of one vocabulary that point at another, or that two vocabularies understand differently (词表)."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.problems import Finding
from generator.rules.subject import Subject

_WHAT = {
    "line": "条线",
    "region": "地区",
    "topic": "主题",
    "audience": "对象",
    "indicator": "指标",
    "document": "文件",
}


def check_vocabulary(subject: Subject) -> Iterator[Finding]:
    """Entries of one vocabulary that point at another."""
    for kind, name, what, given, known in _links(subject):
        if given not in known:
            file = subject.library.files.get(f"{kind}/{name}", f"policies/vocabulary/{kind}.yaml")
            message = f"{name} 用了没有登记的{_WHAT[what]} “{given}”"
            yield Finding(
                file,
                subject.library.paths.get(f"{kind}/{name}", ()),
                f"unknown-{what}",
                message,
                "先登记，或改用已有的编号",
            )


def _links(subject: Subject) -> Iterator[tuple[str, str, str, str, Collection[str]]]:
    v = subject.library.vocabulary
    for department in v.departments.values():
        yield "departments", department.id, "line", department.line, v.lines
        yield "departments", department.id, "region", department.region, v.regions
    for indicator in v.indicators.values():
        yield "indicators", indicator.id, "topic", indicator.topic, v.topics
    for region in v.regions.values():
        if region.parent is not None:
            yield "regions", region.id, "region", region.parent, v.regions
    for audience in v.audiences.values():
        for part in audience.includes:
            yield "audiences", audience.id, "audience", part, v.audiences
    for family in v.families.values():
        for row in family.rows:
            yield "families", family.id, "indicator", row, v.indicators
        for topic in family.topics:
            yield "families", family.id, "topic", topic, v.topics
        for remark in family.remarks:
            yield "families", family.id, "indicator", remark.indicator, v.indicators
        for member in family.missing:
            yield "families", family.id, "region", member.region, v.regions
            if member.named_in not in subject.library.broken:
                yield "families", family.id, "document", member.named_in, subject.library.documents
