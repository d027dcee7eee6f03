"""Every component on the pages it was drawn for, built with our theme: to look at, and for the tests of the look.

`python -m tests.look.gallery DIRECTORY` builds the pages into a directory that any web server can show.
"""

import shutil
import sys
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, FileSystemLoader, PackageLoader
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.render.environment import environment
from generator.render.stylesheet import concatenate

ROOT = Path(__file__).parents[2]
PAGES = Path(__file__).parent / "pages"
MARKDOWN_EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc"]
NAMES = tuple(sorted(path.name.removesuffix(".md.j2") for path in PAGES.glob("*.md.j2")))


def rendered_pages() -> dict[str, str]:
    """Markdown of every gallery page, by its name."""
    templates = environment()
    templates.loader = ChoiceLoader([FileSystemLoader(PAGES), PackageLoader("generator.render")])
    return {name: templates.get_template(f"{name}.md.j2").render().lstrip() for name in NAMES}


def build_gallery(directory: Path) -> Path:
    """Build the gallery under *directory* and return the folder of the finished site."""
    docs = directory / "docs"
    (docs / "assets").mkdir(parents=True, exist_ok=True)
    for name, markdown in rendered_pages().items():
        (docs / f"{name}.md").write_text(markdown, encoding="utf-8")
    shutil.copytree(ROOT / "docs/assets/js", docs / "assets/js", dirs_exist_ok=True)
    shutil.copy(ROOT / "docs/assets/mark.svg", docs / "assets")
    sheets = {
        path.name: path.read_text(encoding="utf-8") for path in (ROOT / "docs/assets/css").glob("*.css")
    }
    (docs / "assets/handbook.css").write_text(concatenate(sheets), encoding="utf-8")
    settings: dict[str, Any] = {
        "config_file_path": str(directory / "mkdocs.yml"),
        "site_name": "政策手册",
        "site_url": "http://127.0.0.1/handbook/",
        "docs_dir": str(docs),
        "site_dir": str(directory / "site"),
        "theme": {
            "name": "material",
            "custom_dir": str(ROOT / "generator/theme"),
            "language": "zh",
            "font": False,
            "features": ["navigation.tabs"],
            "favicon": "assets/mark.svg",
        },
        "plugins": [],
        "markdown_extensions": MARKDOWN_EXTENSIONS,
        "extra_css": ["assets/handbook.css"],
        "validation": {"links": {"anchors": "ignore", "unrecognized_links": "ignore"}},
        "extra": {
            "handbook": {
                "search_example": "中华技能大奖 奖励",
                "statement": "本站摘录政策文件中的数字、条件和责任单位，每条都能点回原文。办理业务以发文机关发布的正式文本为准。",
                "checked_on": "2026年11月21日",
                "links": [{"title": "开放数据", "url": "many/"}, {"title": "更正与反馈", "url": "many/"}],
            }
        },
        "nav": [
            {"首页": "index.md"},
            {"文件": [{"文件": "many.md"}, {"检索": "search.md"}]},
            {"地区对比": "compare.md"},
            {"我能享受什么": "benefits.md"},
            {"部门": "department.md"},
        ],
    }
    build(load_config(**settings))
    return directory / "site"


if __name__ == "__main__":
    print(build_gallery(Path(sys.argv[1])))  # noqa: T201
