"""Take docs/images/pages-*.png: six types of page side by side, wide and narrow, light and dark.

Use: python -m tests.look.screenshots SITE_FOLDER (a built site), from the root of the repository.
"""

from __future__ import annotations

import base64
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from tests.conftest import CHROMIUM, QUIET_AND_OFFLINE

OUT = Path("docs/images")
PAGES = {
    "首页": "",
    "文件": "documents/guangxi-jineng-qiangqi-2025/",
    "征求意见稿": "documents/guangxi-gaojineng-rencai-2023/",
    "地区对比": "compare/jineng-qiangqi/",
    "我能享受什么": "finder/enterprises/450000/",
    "图览": "overview/",
}
Scheme = Literal["light", "dark"]
SIZES = {"wide": (1280, 960, 420), "phone": (375, 812, 205)}
"""Width and height of the screen, and the width at which it is shown in the picture, in pixels."""


class Quiet(SimpleHTTPRequestHandler):
    """A file server that writes no log."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def sheet(browser: Browser, address: str, size: str, scheme: Scheme) -> bytes:
    """Return the first screens of all pages on one PNG, each with its name above."""
    width, height, shown = SIZES[size]
    context = browser.new_context(
        locale="zh-CN",
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        reduced_motion="reduce",
    )
    page = context.new_page()
    cells: list[str] = []
    for name, path in PAGES.items():
        page.goto(f"{address}/{path}", wait_until="networkidle")
        picture = base64.b64encode(page.screenshot()).decode()
        cells.append(
            f"<figure><figcaption>{name}</figcaption><img src='data:image/png;base64,{picture}'></figure>"
        )
    columns = 3 if size == "wide" else len(PAGES)
    page.set_viewport_size({"width": columns * (shown + 12) + 12, "height": 100})
    page.set_content(
        "<style>body{margin:12px;background:#8a9492;display:grid;gap:12px;font:13px 'Noto Sans CJK SC';"
        f"grid-template-columns:repeat({columns},{shown}px)}}figure{{margin:0}}figcaption{{color:#fff;padding:0 0 4px}}"
        f"img{{display:block;width:{shown}px}}</style>{''.join(cells)}"
    )
    made = page.screenshot(full_page=True)
    context.close()
    return made


def main(site: str) -> None:
    """Write the four pictures."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    OUT.mkdir(parents=True, exist_ok=True)
    schemes: tuple[Scheme, ...] = ("light", "dark")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET_AND_OFFLINE)
        for size in SIZES:
            for scheme in schemes:
                address = f"http://127.0.0.1:{server.server_port}"
                (OUT / f"pages-{size}-{scheme}.png").write_bytes(sheet(browser, address, size, scheme))
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main(sys.argv[1])
