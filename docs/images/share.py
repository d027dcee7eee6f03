"""Draw the picture that a shared link shows (og:image) from the mark and the words of mkdocs.yml: `python docs/images/share.py`.

Nothing among the libraries of the build turns SVG into PNG; Chromium, which the tests need anyway, does. So the picture
lies in the repository and is drawn anew when the name of the site or the mark changes.
"""

from __future__ import annotations

import html
import re
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[2]
PICTURE = ROOT / "docs" / "assets" / "share.png"
CHROMIUM = "/usr/bin/chromium"


def main() -> None:
    """Write docs/assets/share.png, 1200 × 630 pixels."""
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    name, words = (
        html.escape(re.search(rf"(?m)^{key}: *(.+)$", settings)[1])
        for key in ("site_name", "site_description")
    )
    style = "".join(
        path.read_text("utf-8")
        for path in (ROOT / "docs/assets/css/tokens.css", Path(__file__).parent / "share.css")
    )
    mark = (ROOT / "docs/assets/mark.svg").read_text("utf-8")
    body = f"<div class=head>{mark}<h1>{name}</h1></div><div class=rule></div><p>{words}</p>"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1200, "height": 630}, locale="zh-CN")
        page.set_content(f"<!doctype html><meta charset=utf-8><style>{style}</style>{body}")
        page.screenshot(path=PICTURE)
        browser.close()
    sys.stdout.write(f"{PICTURE.name}\n")


if __name__ == "__main__":
    main()
