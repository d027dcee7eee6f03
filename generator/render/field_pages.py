"""The reference for editors: every key of an extract and every rule of the check (字段说明、规则)."""

from __future__ import annotations

from generator import links
from generator.library import Library
from generator.render.page_set import Page, Pages, page
from generator.rules.catalogue import RULES
from generator.schema.examples import find_examples
from generator.schema.fields import document_fields, kinds_without_keys, vocabulary_fields


def add_field_pages(pages: Pages, library: Library) -> None:
    """Add both pages; the examples are taken from the documents and vocabularies of *library*."""
    pages.add(links.FIELDS, _fields, library)
    pages.add(links.RULES, _rules)


def _fields(library: Library) -> Page:
    vocabulary = library.vocabulary
    tables = (
        vocabulary.regions,
        vocabulary.lines,
        vocabulary.departments,
        vocabulary.topics,
        vocabulary.audiences,
        vocabulary.funds,
        vocabulary.indicators,
        vocabulary.families,
    )
    lists = (*vocabulary.synonyms, *vocabulary.phrases, *vocabulary.tombstones)
    entries = [*(entry for table in tables for entry in table.values()), *lists]
    return page(
        "fields.md.j2",
        title="字段说明",
        section="关于",
        crumbs=(("关于", links.ABOUT), ("字段说明", None)),
        hide=("navigation",),
        documents=document_fields(find_examples(library.documents.values())),
        bare_kinds=kinds_without_keys(),
        vocabularies=vocabulary_fields(find_examples(entries)),
    )


def _rules() -> Page:
    groups: dict[str, list[object]] = {}
    for rule in RULES:
        groups.setdefault(rule.group, []).append(rule)
    return page(
        "rules.md.j2",
        title="检查规则",
        section="关于",
        crumbs=(("关于", links.ABOUT), ("检查规则", None)),
        groups=tuple(groups.items()),
        count=len(RULES),
    )
