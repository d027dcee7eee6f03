"""Text typed by an editor comes out of Python-Markdown as it went in."""

import html
import re

import markdown
from hypothesis import given
from hypothesis import strategies as st

from generator.render.markdown import escape

EXTENSIONS = ["attr_list", "def_list", "md_in_html", "tables", "toc"]
TYPED = st.text(
    st.one_of(
        st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]),
        st.sampled_from("*_`[](){}<>&#+-.!|~^=:$\\\"'1 \n"),
    ),
    max_size=60,
)


def _shown(rendered: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", rendered))


def _squeezed(text: str) -> str:
    return "".join(text.split())


@given(TYPED)
def test_a_paragraph_prints_what_was_typed(text: str):
    """No character of the text acts as Markdown or as HTML."""
    rendered = markdown.markdown(f"前{escape(text)}后", extensions=EXTENSIONS)

    assert _squeezed(_shown(rendered)) == _squeezed(f"前{_printable(text)}后")
    assert rendered.startswith("<p>")
    assert rendered.count("<") == 2


@given(TYPED)
def test_a_paragraph_that_begins_with_it_stays_a_paragraph(text: str):
    """“1.” or “- ” at the start of a line makes no list."""
    rendered = markdown.markdown(str(escape(text.strip())), extensions=EXTENSIONS)

    assert re.findall(r"<(\w+)", rendered) in (["p"], [])


@given(TYPED)
def test_a_heading_keeps_its_id(text: str):
    """Text in a heading can't break out of it or take its id."""
    rendered = markdown.markdown(f"## 前{escape(text)}后 {{#own}}", extensions=EXTENSIONS)

    assert rendered.startswith('<h2 id="own">')
    assert _squeezed(_shown(rendered)) == _squeezed(f"前{_printable(text)}后")


@given(TYPED)
def test_an_html_element_prints_what_was_typed(text: str):
    """Pages hold HTML inside Markdown; the same escape serves both."""
    rendered = markdown.markdown(f'<div title="{escape(text)}">{escape(text)}</div>', extensions=EXTENSIONS)

    assert _squeezed(_shown(rendered)) == _squeezed(_printable(text))


def test_marks_that_turn_the_direction_of_writing_are_dropped():
    """A name can't be made to read backwards."""
    assert escape("30\u202e万元\u200b") == "30万元"


def _printable(text: str) -> str:
    return str(html.unescape(str(escape(text))))
