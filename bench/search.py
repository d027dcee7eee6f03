"""What a search costs the reader, in Chromium: bytes, time and memory of the first query and of later ones."""

import gzip
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

from playwright.sync_api import Browser, Page, Request, sync_playwright

from bench.corpus import corpus
from generator.publish.compress import TEXTUAL
from generator.search.build import search_files
from generator.search.entries import Entry
from generator.search.packed import PACKED
from tests.publish.nginx import Server, serving

SCRIPTS = Path(__file__).parents[1] / "docs/assets/js"
INDEX, MODULES = "index-00000000", "js-00000000"
"""The folders are named as published ones are, so that the browser keeps what lies in them."""
LEVEL = 6
"""How hard files are packed (gzip)."""
PAGE = f"""<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>检索</title>
<div id="search" data-index="{INDEX}/" data-root="../" data-title="检索">
<form id="search-form"><input type="search" name="q"></form><ul id="search-suggestions"></ul>
<form id="search-facets"><details></details><div id="search-boxes"></div></form>
<p role="status"></p><div id="search-offers"></div><ol id="search-results"></ol><div id="search-aside"></div>
<div id="search-ways"></div></div><script type="module" src="../assets/{MODULES}/search/page.mjs"></script></html>"""
"""The parts of the page that the scripts need; the rest of the page is no part of the search."""
QUERIES = 60
TYPED = 30
NUMBERS = 20
WORD = 2
"""So many characters an input method gives at once."""
READING, TYPING = 600, 150
"""So many milliseconds a reader looks at an answer at least, and takes for a word at least."""

ASK = """(query) => new Promise((resolve) => {
  const input = document.querySelector('[name=q]'), status = document.querySelector('[role=status]');
  status.textContent = '';
  new MutationObserver((_, observer) => {
    if (!status.textContent) return;
    observer.disconnect();
    resolve(performance.now() - begin);
  }).observe(status, {childList: true, characterData: true, subtree: true});
  const begin = performance.now();
  input.value = query;
  input.dispatchEvent(new InputEvent('input', {bubbles: true}));
})"""
FIRST = "() => document.querySelector('#search-results > li')?.dataset.document ?? ''"


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one size: kilobytes as sent (gzip), seconds of building, milliseconds and megabytes in the browser."""

    documents: int
    build_seconds: float
    files: int
    index_kb: float
    first_kb: float
    first_ms: float
    later_p95_ms: float
    typed_p95_ms: float
    renderer_mb: float
    numbers_first: int


def search_costs(sizes: Sequence[int], seed: int = 1) -> Iterator[Cost]:
    """Yield the costs at each of *sizes*, a number of documents."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for size in sizes:
            with TemporaryDirectory() as folder:
                yield _cost(size, seed, Path(folder), browser)
        browser.close()


def _cost(size: int, seed: int, folder: Path, browser: Browser) -> Cost:
    entries = tuple(corpus(size, seed))
    begin = perf_counter()
    files = search_files(entries)
    seconds = perf_counter() - begin
    _write(folder, files)
    queries = _queries(entries, Random(seed))
    with _served(folder) as server:
        page = browser.new_context().new_page()
        first, sent = _first(page, f"{server.address}/search/", queries[0])
        later = [_ask(page, query, READING) for query in queries[1:]]
        heads = [entry for entry in entries if entry.kind == "document"]
        asked = Random(seed).sample(heads, min(NUMBERS, len(heads)))
        right = sum(_finds_first(page, entry.numbers[0], entry.document) for entry in asked)
        memory = _renderer_memory(browser)
        typed = [
            _ask(page, query[:end], READING if end == len(query) else TYPING)
            for query in queries[-TYPED:]
            for end in _keys(query)
        ]
        page.context.close()
    index = sum(len(content if name == PACKED else gzip.compress(content)) for name, content in files.items())
    return Cost(
        size, seconds, len(files), index / 1000, sent / 1000, first, _p95(later), _p95(typed), memory,
        right * 100 // len(asked),
    )  # fmt: skip


def _first(page: Page, address: str, query: str) -> tuple[float, int]:
    """Open the page, ask *query*, and return the milliseconds it took and the bytes of all that was sent, page and scripts included."""
    asked: list[Request] = []
    note = lambda request: asked.append(request)  # noqa: E731 - the library marks what listens
    page.on("requestfinished", note)
    page.goto(address, wait_until="networkidle")
    taken = _ask(page, query)
    page.wait_for_load_state("networkidle")
    sent = sum(request.sizes()["responseBodySize"] for request in asked)
    page.remove_listener("requestfinished", note)
    return taken, sent


def _p95(values: Sequence[float]) -> float:
    return quantiles(values, n=20)[-1]


def _keys(query: str) -> list[int]:
    """Return how much of *query* stands in the box after each word that is typed."""
    return [*range(WORD, len(query), WORD), len(query)]


def _queries(entries: Sequence[Entry], random: Random) -> list[str]:
    """Return queries as readers put them: key words, amounts with their matter, a region with a key word, numbers."""
    clauses = [entry for entry in entries if entry.kind == "provision"]
    facts = [entry for entry in entries if entry.kind == "fact"]
    heads = {entry.document: entry for entry in entries if entry.kind == "document"}
    queries = []
    for turn in range(QUERIES):
        clause, fact = random.choice(clauses), random.choice(facts)
        queries.append(
            (
                f"{clause.terms[0]}怎么申请",
                f"{fact.title}{fact.figure}",
                f"{heads[clause.document].regions[1]}{clause.terms[1]}",
                clause.title,
            )[turn % 4]
        )
    return queries


def _ask(page: Page, query: str, pause: int = 0) -> float:
    """Type *query* at once and return the milliseconds until its answer stands; then wait for *pause* milliseconds."""
    taken = float(page.evaluate(ASK, query))
    page.wait_for_timeout(pause)
    return taken


def _finds_first(page: Page, number: str, document: str) -> bool:
    _ask(page, number)
    return bool(page.evaluate(FIRST) == document)


def _renderer_memory(browser: Browser) -> float:
    """Return the megabytes (resident) of the largest renderer process of *browser*."""
    processes = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    renderers = (
        Path(f"/proc/{process['id']}/status") for process in processes if process["type"] == "renderer"
    )
    return max(int(status.read_text().split("VmRSS:")[1].split()[0]) for status in renderers) / 1000


def _write(folder: Path, files: dict[str, bytes]) -> None:
    (folder / "search" / INDEX).mkdir(parents=True)
    (folder / "search/index.html").write_text(PAGE, "utf-8")
    shutil.copytree(SCRIPTS, folder / "assets" / MODULES)
    for name, content in files.items():
        (folder / "search" / INDEX / name).write_bytes(content)
    for path in [path for path in folder.rglob("*") if path.suffix in TEXTUAL]:
        path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(path.read_bytes(), LEVEL, mtime=0))


@contextmanager
def _served(folder: Path) -> Iterator[Server]:
    """Serve *folder* with Debian's nginx as shipped, every file packed beforehand."""
    with TemporaryDirectory() as place:
        destination = Path(place) / "site"
        destination.mkdir()
        (destination / "current").symlink_to(folder)
        (destination / "headers.conf").touch()
        with serving(destination, Path(place) / "nginx") as server:
            yield server


def print_costs(costs: Iterator[Cost]) -> None:
    """Print the table of docs/search-quality.md."""
    print(
        "| 文件 | 建索引（秒） | 文件数 | 索引（kB） | 首次检索（kB） | 首次（毫秒） | 整句换掉 p95（毫秒） | 逐词输入 p95（毫秒） "
        "| 内存（MB） | 文号居首（%） |"
    )
    print("|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
    for c in costs:
        print(
            f"| {c.documents} | {c.build_seconds:.1f} | {c.files} | {c.index_kb:.0f} | {c.first_kb:.0f} | {c.first_ms:.0f} "
            f"| {c.later_p95_ms:.0f} | {c.typed_p95_ms:.0f} | {c.renderer_mb:.0f} | {c.numbers_first} |",
            flush=True,
        )
