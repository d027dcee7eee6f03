"""`handbook serve`: the page follows the YAML, a mistake shows in the browser, Ctrl-C ends it."""

import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.site.conftest import ROOT

pytestmark = [pytest.mark.site, pytest.mark.slow]
PAGE = "documents/yunzhou-peixun-2024/"
EXTRACT = "policies/documents/yunzhou-peixun-2024.yaml"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    """A handbook of the fictional library: the settings and assets of the real one, other policies."""
    shutil.copytree(ROOT / "docs", tmp_path / "docs", ignore=shutil.ignore_patterns("decisions"))
    (tmp_path / "generator").symlink_to(ROOT / "generator")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    shutil.copytree(ROOT / "tests/cases/base/policies", tmp_path / "policies")
    return tmp_path


@pytest.fixture
def served(handbook: Path) -> Iterator[tuple[subprocess.Popen[str], str, Path]]:
    """The running server, its address, and the folder it serves."""
    port = _free_port()
    log = handbook / "serve.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "generator",
                "serve",
                "--root",
                str(handbook),
                "--addr",
                f"127.0.0.1:{port}",
            ],
            cwd=ROOT,
            stdout=output,
            stderr=subprocess.STDOUT,
            text=True,
        )
        yield process, f"http://127.0.0.1:{port}/", handbook
        process.kill()
        process.wait()


def _until(condition: Callable[[], bool], what: str) -> None:
    for _ in range(240):
        if condition():
            return
        time.sleep(0.25)
    pytest.fail(f"never came: {what}")


def _text(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:
            return str(answer.read().decode())
    except OSError:
        return ""


def test_saving_shows_the_change_and_a_mistake_shows_its_place(served):
    """600元 → 800元 appears by itself; a wrong id appears above the last good page with file and line; then all is well."""
    process, address, handbook = served
    extract = handbook / EXTRACT
    text = extract.read_text("utf-8")
    _until(lambda: "培训合格" in _text(address + PAGE), "the first page")

    extract.write_text(
        text.replace("answer: 培训合格的，每人可得600元补贴。", "answer: 改后的一句话，每人可得600元补贴。"),
        "utf-8",
    )
    _until(lambda: "改后的一句话" in _text(address + PAGE), "the changed sentence")

    extract.write_text(text.replace("{org: yz-hrss}", "{org: yz-hrs}"), "utf-8")
    _until(lambda: "unknown-department" in _text(address + PAGE), "the problem above the page")
    line = text[: text.index("{org: yz-hrss}")].count("\n") + 1
    assert f"{EXTRACT}:{line}:" in _text(address + PAGE)
    assert "改后的一句话" in _text(address + PAGE)

    extract.write_text(text, "utf-8")
    _until(lambda: "unknown-department" not in _text(address + PAGE), "the page without the problem")

    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=30) == 0
    log = (handbook / "serve.log").read_text("utf-8")
    assert "http://127.0.0.1:" in log
    assert "Traceback" not in log


def test_saving_shows_the_edited_page_first_and_says_what_else_changed(served):
    """The page of the extract comes before the whole site is made; then the changed pages are named and nothing else."""
    _, address, handbook = served
    extract, log = handbook / EXTRACT, handbook / "serve.log"
    _until(lambda: "培训合格" in _text(address + PAGE), "the first page")

    text = extract.read_text("utf-8").replace("answer: 培训合格的，", "answer: 改后的一句话，")
    extract.write_text(text, "utf-8")
    _until(lambda: "重新生成完毕" in log.read_text("utf-8"), "the other pages")

    lines = [line.split("-  ", 1)[-1] for line in log.read_text("utf-8").splitlines()]
    first, said, last = (
        next(n for n, line in enumerate(lines) if line.startswith(words))
        for words in ("改过的页面已经更新", "变化 ", "重新生成完毕")
    )
    assert first < said < last
    assert "documents/yunzhou-peixun-2024.md" in lines[said]
    assert "departments/" not in lines[said]
    assert "改后的一句话" in _text(address + PAGE)
