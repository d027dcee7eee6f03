"""Two libraries → their changes: documents first, then the vocabularies (变更的汇总)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel

from generator import links
from generator.changes.clauses import clause_changes
from generator.changes.names import Names
from generator.changes.values import Change, Unreadable
from generator.changes.versions import Versions, renaming
from generator.changes.words import differences
from generator.library import Library
from generator.model.document import Document
from generator.views.documents import shown_number

_APART = frozenset({"id", "former_ids", "provisions", "status", "minimum"})

TABLES: Mapping[str, str] = {
    "regions": "地区",
    "lines": "条线",
    "departments": "部门",
    "topics": "主题",
    "audiences": "对象",
    "funds": "资金来源",
    "indicators": "指标",
    "families": "政策族",
}
LISTS: Mapping[str, str] = {"synonyms": "同义词", "phrases": "固定用语", "tombstones": "停用编号"}


@dataclass(frozen=True)
class Comparison:
    """The changes in the order of the documents, and the documents that one of the two sides can't read."""

    changes: tuple[Change, ...]
    unreadable: tuple[Unreadable, ...]


def compare(before: Library, after: Library, places: Mapping[str, str] | None = None) -> Comparison:
    """Return what changed from *before* to *after*; *places* says where the first problem of a broken document is.

    A document that a side holds but can't read is not compared, so that it never looks like one that was removed.
    """
    broken = before.broken | after.broken
    changes = (*_documents(before, after, broken), *_vocabulary(before, after))
    return Comparison(changes, tuple(_unreadable(before, after, places or {})))


def _unreadable(before: Library, after: Library, places: Mapping[str, str]) -> Iterator[Unreadable]:
    """Yield the broken documents; a file is called by its name, which ought to be the id, and not by a second one."""
    broken = before.broken | after.broken
    for name in sorted(broken & set(places) or broken):
        known = before.documents.get(name) or after.documents.get(name)
        side: Literal["before", "after"] = "after" if name in after.broken else "before"
        yield Unreadable(name, known.title if known else "", places.get(name, ""), side)


def _documents(before: Library, after: Library, unreadable: frozenset[str]) -> Iterator[Change]:
    now = {d.id: d for d in after.documents.values()}
    new_name = {
        old: d.id for d in now.values() for old in d.former_ids if old in before.documents and old not in now
    }
    for name, document in before.documents.items():
        if name not in now and name not in new_name and name not in unreadable:
            words = f"删去整份文件（{_size(document)}）"
            yield Change(
                "removed", name, f"《{document.title}》", "", "document", words, before=document.title
            )
    old_name = {new: old for old, new in new_name.items()}
    for name, document in now.items():
        earlier = before.documents.get(old_name.get(name, name))
        if earlier is not None:
            yield from _document(Versions(after, earlier, document))
        elif name not in unreadable:
            number = shown_number(document)
            words = f"新增文件{f'（{number}）' if number else ''}，{document.status.value}，{_size(document)}"
            title = f"《{document.title}》"
            yield Change(
                "added", name, title, "", "document", words, after=document.title, url=links.document(name)
            )


def _document(versions: Versions) -> Iterator[Change]:
    old, new = versions.before, versions.after
    url = links.document(new.id)
    if old.id != new.id:
        yield versions.change(
            "renamed",
            "",
            "document",
            f"文件编号{renaming(old.id, new)}",
            before=old.id,
            after=new.id,
            url=url,
        )
    for name in (n for n in new.former_ids if n not in (*old.former_ids, old.id)):
        words = f"登记曾用编号 {name}，旧网址转到这份文件"
        yield versions.change("changed", "", "former_ids", words, after=name, url=url)
    for name in (n for n in old.former_ids if n not in (*new.former_ids, new.id)):
        words = f"不再登记曾用编号 {name}，旧网址失效"
        yield versions.change("changed", "", "former_ids", words, before=name, url=url)
    if old.status.value != new.status.value:
        words = f"状态由“{old.status.value}”改为“{new.status.value}”，依据：{new.status.basis}"
        yield versions.change(
            "status", "", "status", words, before=old.status.value, after=new.status.value, url=url
        )
    elif old.status != new.status:
        for one in differences(versions.names, old.status, new.status):
            words = f"状态的{one.words}"
            yield versions.change("changed", "", "status", words, before=one.before, after=one.after, url=url)
    for one in differences(versions.names, old, new, _APART):
        yield versions.change(
            "changed", "", "document", one.words, before=one.before, after=one.after, url=url
        )
    yield from clause_changes(versions)


def _size(document: Document) -> str:
    return f"{len(document.provisions)} 个条款、{sum(len(p.facts) for p in document.provisions)} 个数字"


def _vocabulary(before: Library, after: Library) -> Iterator[Change]:
    for key, title in TABLES.items():
        name = f"词表“{title}”"
        yield from _entries(after, key, name, getattr(before.vocabulary, key), getattr(after.vocabulary, key))
    for key, title in LISTS.items():
        old, new = (_by_first(getattr(side.vocabulary, key)) for side in (before, after))
        yield from _entries(after, key, f"词表“{title}”", old, new)


def _entries(
    library: Library, key: str, name: str, old: Mapping[str, Any], new: Mapping[str, Any]
) -> Iterator[Change]:
    for id_, entry in old.items():
        if id_ not in new:
            yield Change(
                "removed", key, name, "", "vocabulary", f"删去{_called(entry, id_)}", before=_first(entry)
            )
    for id_, entry in new.items():
        if id_ not in old:
            yield Change(
                "added", key, name, "", "vocabulary", f"新增{_called(entry, id_)}", after=_first(entry)
            )
        elif entry != old[id_]:
            for one in differences(Names(library), old[id_], entry):
                words = f"{_called(entry, '')}的{one.words}"
                yield Change(
                    "changed", key, name, "", "vocabulary", words, before=one.before, after=one.after
                )


def _by_first(entries: Iterable[BaseModel]) -> Mapping[str, BaseModel]:
    """Entries without an id by their first field and, where that comes again, its how-many-eth time."""
    found: dict[str, BaseModel] = {}
    times: Counter[str] = Counter()
    for entry in entries:
        word = _first(entry)
        times[word] += 1
        found[f"{word} {times[word]}"] = entry
    return found


def _called(entry: BaseModel, id_: str) -> str:
    name = getattr(entry, "name", None)
    if name is None:
        return f"“{_first(entry)}”"
    return f"“{name}”（{id_}）" if id_ else f"“{name}”"


def _first(entry: BaseModel) -> str:
    return str(getattr(entry, "name", None) or next(iter(dict(entry).values())))
