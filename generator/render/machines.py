"""What programs ask a site for: robots.txt and llms.txt, and the description of the open data (给程序看的文件)."""

from __future__ import annotations

from generator import links
from generator.export.json_rows import as_json
from generator.library import Library
from generator.render.description import SUMMARIES, data_schemas, openapi
from generator.views.dates import newest_first
from generator.views.documents import shown_number

TITLE = "政策手册"


def machine_files(library: Library, address: str) -> dict[str, bytes]:
    """Return these files by path; *address* is where the site is published, with a slash behind it, or empty."""
    schemas = {links.schema(name): as_json(schema) for name, schema in data_schemas().items()}
    return {
        **schemas,
        links.api("openapi"): as_json(openapi(TITLE)),
        links.ROBOTS: _robots(address).encode(),
        links.LLMS: _llms(library, address).encode(),
    }


def _robots(address: str) -> str:
    """Everything may be read. A sitemap may only be named by a whole address (sitemaps.org)."""
    sitemap = f"\nSitemap: {address}{links.SITEMAP}\n" if address else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"


def _llms(library: Library, address: str) -> str:
    """Return the way in for language models, https://llmstxt.org: links lead to plain Markdown."""

    def page(url: str) -> str:
        return f"{address}{links.markdown(url)}"

    families = library.vocabulary.families.values()
    lines = [
        f"# {TITLE}",
        "",
        "> 政策文件的结构化摘录：每个数字都写明给谁、什么条件、状态如何，附能证明它的最短原文和出处。",
        "",
        "引用时请写明文件标题、文号和章节。状态为“征求意见稿”的不是现行规定，“待核”的没有写明是否有效。"
        "“文中未规定”是查过而没有，“未录入”是本站还没有这份文件。办理业务以发文机关发布的正式文本为准。",
        "",
        "## 文件",
        "",
        *(
            f"- [{d.title}]({page(links.document(d.id))}): "
            + "，".join(part for part in (d.status.value, shown_number(d)) if part)
            + f"。{d.answer}"
            for d in newest_first(tuple(library.documents.values()))
        ),
        "",
        "## 地区对比",
        "",
        *(f"- [{f.name}]({page(links.family(f.id))}): {f.definition}" for f in families),
        "",
        "## 数字",
        "",
        f"- [奖励]({page(links.AWARDS)})",
        f"- [补贴与资金]({page(links.SUBSIDIES)})",
        f"- [目标]({page(links.TARGETS)})",
        f"- [日历]({page(links.CALENDAR)})",
        "",
        "## 数据",
        "",
        *(f"- [{name}.json]({address}{links.api(name)}): {words}" for name, words in SUMMARIES.items()),
        f"- [openapi.json]({address}{links.api('openapi')}): 以上各文件的格式说明",
        "",
        "## Optional",
        "",
        f"- [我能享受什么]({page(links.FINDER)}): 按身份和地区列出待遇",
        f"- [部门]({page(links.DEPARTMENTS)}): 每个部门的职责",
        f"- [指标]({page(links.INDICATORS)}): 哪些数字可以相互比较",
    ]
    return "\n".join(lines) + "\n"
