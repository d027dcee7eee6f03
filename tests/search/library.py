"""A small fictional library for the tests of the search, and a terminal that asks it."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from generator.search.build import search_files
from generator.search.engine import lunr_script
from generator.search.entries import Body, Entry
from generator.search.lexicon import Synonym
from generator.search.terminal import Terminal

SCRIPTS = Path(__file__).parents[2] / "docs/assets/js/search"


def document(name: str, **values: Any) -> Entry:
    """Return the head of a fictional document."""
    given: dict[str, Any] = {
        "title": f"{name}文件",
        "status": "现行",
        "regions": ("云州市", "云州"),
        "level": "市",
        "category": "办法",
    }
    return Entry(
        id=name, kind="document", document=name, section="0", url=f"documents/{name}/", **{**given, **values}
    )


def provision(name: str, section: str, title: str, **values: Any) -> Entry:
    """Return a clause of the document *name*."""
    url = f"documents/{name}/#p-{section}"
    return Entry(
        id=f"{name}/{section}",
        kind="provision",
        document=name,
        section=section,
        url=url,
        title=title,
        **values,
    )


def fact(name: str, section: str, title: str, figure: str, **values: Any) -> Entry:
    """Return a fact of the clause *section* of the document *name*."""
    return Entry(
        id=f"{name}/{section}/{title}", kind="fact", parent=f"{name}/{section}", document=name, section=section,
        url=f"documents/{name}/#f-{section}", title=title, figure=figure, **values,
    )  # fmt: skip


LIBRARY = (
    document("yun", title="云州市茶艺人才办法", numbers=("云政办〔2024〕8号",), date="2024-05-06"),
    provision("yun", "1", "茶艺大师评选", terms=("茶艺大师", "评选"), summary="每年评选一批茶艺大师并奖励。",
              bodies=(Body(name="云州市茶业局", aliases=("市茶业局",), role="牵头"),)),
    fact("yun", "1", "茶艺大师奖励", "3万元", summary="每人，一次性", quotes=("每人奖励3万元",)),
    provision("yun", "2", "采茶机补贴", terms=("采茶机", "购置补贴"), summary="购置采茶机给予补贴。",
              numbers=("国茶发〔2022〕30号",), audiences=("茶农",)),
    fact("yun", "2", "采茶机补贴比例", "30%", quotes=("按购置价的30%补贴",)),
    document("lan", title="岚州市茶艺人才办法（征求意见稿）", status="征求意见稿", regions=("岚州市", "岚州"), date="2023"),
    provision("lan", "1", "茶艺大师评选", terms=("茶艺大师", "评选"), summary="拟每年评选茶艺大师并奖励。"),
    fact("lan", "1", "茶艺大师奖励", "3万元", quotes=("每人奖励3万元",)),
    Entry(id="department/tea", kind="department", url="departments/tea/", title="云州市茶业局"),
)  # fmt: skip


def ask(entries: Iterable[Entry] = LIBRARY, synonyms: Iterable[Synonym] = ()) -> Terminal:
    """Return a terminal over the index of *entries*."""
    return Terminal(search_files(entries, synonyms).__getitem__, SCRIPTS, lunr_script())


def first(answer: dict[str, list[dict[str, object]]]) -> str:
    """Return document and section of the first hit, or 没有找到."""
    if not answer["groups"]:
        return "没有找到"
    hit = answer["groups"][0]["hits"][0]  # type: ignore[index]
    return f"{hit['document']} {hit['section']}"
