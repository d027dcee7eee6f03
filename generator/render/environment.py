"""The templates: how they are loaded, what they may call, and how their values are escaped (模板环境)."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from generator import links
from generator.render.markdown import Md, escape
from generator.render.phrases import BREAK, bound_parts, phrase_parts
from generator.views.dates import chinese_date


def environment() -> Environment:
    """Return the template environment: undefined names fail, every value is escaped unless it is `Md`."""
    made = Environment(
        loader=PackageLoader("generator.render"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_finalize,
        auto_reload=False,
    )
    made.filters["link"] = _link
    made.filters["phrases"] = phrases
    made.filters["bound"] = bound
    made.filters["day"] = chinese_date
    made.globals["urls"] = links
    return made


def _finalize(value: Any) -> Any:
    if value is None:
        return Md("")
    return value if hasattr(value, "__html__") else escape(str(value))


@pass_context
def _link(context: Context, target: str) -> str:
    """Turn an address of the site into a link from the page that is being rendered (`page`)."""
    return links.relative(str(context["page"]), target)


def phrases(title: str) -> Md:
    """Return *title* with break opportunities at the ends of phrases."""
    return Md(BREAK).join(bound(part) for part in phrase_parts(title))


def bound(text: str) -> Md:
    """Return *text* with each figure and each 文号 on one line; what is markup already stays as it is."""
    if hasattr(text, "__html__"):
        return Md(text)
    parts = ((escape(part), whole) for part, whole in bound_parts(text))
    return Md("").join(Md('<span class="hb-whole">{}</span>').format(p) if whole else p for p, whole in parts)
