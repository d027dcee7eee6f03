"""`handbook search`: the search of the page in the terminal (检索)."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from generator import checking, disk
from generator.checking import Checked
from generator.cli.options import CLEAN, PROBLEMS, date_option, day, root_option, sources_option
from generator.cli.report import say_left_out
from generator.disclosure import published, published_proofs
from generator.links import SEARCH_INDEX
from generator.search.engine import lunr_script
from generator.search.terminal import Terminal
from generator.views.search_entries import search_index

SCRIPTS = "assets/js/search"
DOCUMENTS = 5


@click.command(help="检索手册，结果与网页相同。例：handbook search 中华技能大奖 奖励")
@click.argument("words", nargs=-1, required=True, metavar="检索词…")
@root_option
@sources_option
@date_option
@click.option(
    "--site", type=click.Path(exists=True, file_okay=False, path_type=Path), help="用已经生成的网站里的索引"
)
@click.option("--json", "as_json", is_flag=True, help="输出 JSON")
def search(
    words: tuple[str, ...],
    root: Path,
    sources: str | None,
    today: datetime | None,
    site: Path | None,
    as_json: bool,
) -> None:
    """Ask the index of a built site, or one made from the extracts as they are now."""
    incomplete = False
    if site is not None:
        read, scripts = _built(site), site / SCRIPTS
    else:
        texts = disk.read_sources(disk.sources_folder(root, sources))
        checked = checking.check(disk.read_policies(root), texts, day(today))
        incomplete = say_left_out(checked)
        read, scripts = fresh_index(checked), root / "docs" / SCRIPTS
    answer = Terminal(read, scripts, lunr_script()).answer(" ".join(words))
    click.echo(json.dumps(answer, ensure_ascii=False, indent=1) if as_json else _printed(answer))
    sys.exit(PROBLEMS if incomplete else CLEAN)


def _built(site: Path) -> Callable[[str], bytes]:
    folder = site / SEARCH_INDEX
    if not (folder / "manifest.json").is_file():
        raise click.UsageError(f"{site} 里没有检索索引，先运行 handbook build")
    return lambda name: (folder / name).read_bytes()


def fresh_index(checked: Checked) -> Callable[[str], bytes]:
    """Return how to read an index made from the extracts that were just *checked*."""
    library = published(checked.library)
    index = search_index(library, published_proofs(library, checked.proofs))
    return lambda name: index[f"{SEARCH_INDEX}{name}"]


def _printed(answer: Any) -> str:
    lines = [answer["words"]]
    lines += [f"  {_plain(offer['title'])}  {offer['url']}" for offer in answer["offers"]]
    for number, group in enumerate(answer["groups"][:DOCUMENTS], 1):
        document, hits = group["document"], group["hits"]
        status = f"[{document['status']}] " if document and document["status"] else ""
        lines.append(f"\n{number}. {status}{document['title'] if document else ''}")
        for hit in hits[:3]:
            figure = f"{'拟' if hit['draft'] else ''}{hit['figure']}  " if hit["figure"] else ""
            lines.append(f"   {hit['place']}  {figure}{_plain(hit['title'])}".rstrip())
            lines += [f"      {words}"] if (words := hit["line"] or _plain(hit["snippet"])) else []
            lines.append(f"      {hit['url']}")
        if len(hits) > 3:
            lines.append(f"   另有 {len(hits) - 3} 条")
    if len(answer["groups"]) > DOCUMENTS:
        lines.append(f"\n另有 {len(answer['groups']) - DOCUMENTS} 份文件")
    lines += [f"  去掉“{way['without']}”后有{way['count']}条：{way['text']}" for way in answer["relaxed"]]
    if answer["nearest"]:
        lines.append("  手册里最接近的内容（不一定是您要找的）：")
        lines += [f"  - {_plain(hit['title'])}（{hit['from']}）  {hit['url']}" for hit in answer["nearest"]]
    return "\n".join(lines)


def _plain(stretches: list[tuple[str, bool]]) -> str:
    return "".join(text for text, _ in stretches)
