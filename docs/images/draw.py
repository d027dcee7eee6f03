"""Draw the pictures of CONTRIBUTING.md from what its commands really print: `python docs/images/draw.py`.

A picture named check-… shows the output of the command before it; one named comment-… shows the comment that a merge
request gets at that point, as the forge renders it. Needs Chromium; asks nothing of the network.
"""

from __future__ import annotations

import html
import re
import sys
import tempfile
from pathlib import Path

from markdown_it import MarkdownIt
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.contributing.script import PAGE, Scene, Step, steps  # noqa: E402 — the root has to be known first

CHROMIUM = "/usr/bin/chromium"
LONGEST = 14
_PICTURE = re.compile(r"\(docs/images/((?:check|comment)-[a-z-]+\.png)\)")
_STYLE = (Path(__file__).parent / "frame.css").read_text("utf-8")


def main() -> None:
    """Walk through the page and draw each picture after the step before it."""
    text = PAGE.read_text("utf-8")
    wanted = [(match.start(), match[1]) for match in _PICTURE.finditer(text)]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        scene = Scene(Path(folder) / "handbook")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(
            viewport={"width": 888, "height": 200}, device_scale_factor=1.25, locale="zh-CN"
        )
        walked = list(steps(text))
        commands = [step for step in walked if step.kind == "命令"]
        for step in walked:
            printed = scene.take(step)
            if step.kind != "命令":
                continue
            following = next((s.span[0] for s in commands if s.span[0] > step.span[0]), len(text))
            for _, name in [(at, name) for at, name in wanted if step.span[0] < at < following]:
                page.set_content(
                    _page(_comment(scene) if name.startswith("comment-") else _terminal(step, printed))
                )
                page.locator(".frame").screenshot(path=ROOT / "docs" / "images" / name)
                sys.stdout.write(f"{name}\n")
        browser.close()


def _page(frame: str) -> str:
    return f"<!doctype html><meta charset=utf-8><style>{_STYLE}</style>{frame}"


def _terminal(step: Step, printed: str) -> str:
    lines = printed.rstrip("\n").split("\n")
    if len(lines) > LONGEST:
        lines = [*lines[: LONGEST - 2], "……", lines[-1]]
    shown = "\n".join(_line(line) for line in lines)
    command = html.escape(f"$ {step.words}")
    return f"<div class=frame><div class=head>检查报告</div><pre><span class=command>{command}</span>\n{shown}</pre></div>"


def _line(line: str) -> str:
    escaped = html.escape(line)
    if line.startswith("    提示"):
        return f"<span class=hint>{escaped}</span>"
    return re.sub(r"(error\[[a-z-]+\])", r"<span class=error>\1</span>", escaped)


def _comment(scene: Scene) -> str:
    printed = scene.take(Step("命令", "handbook diff main --format markdown --no-pages"))
    body = MarkdownIt("commonmark", {"html": True}).render(printed)
    return f"<div class=frame><div class=head>政策手册　留言</div><div class=body>{body}</div></div>"


if __name__ == "__main__":
    main()
