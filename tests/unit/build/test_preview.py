"""Links of a preview name pages, so that a browser that has only the folder shows pages and no lists of files."""

from pathlib import Path

import pytest

from generator.build.preview import open_from_folder


def opened(tmp_path: Path, html: str) -> str:
    """What becomes of *html*, the page documents/a/ of a site that has a home page and documents/b/ besides."""
    for name in ("index.html", "documents/b/index.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("", "utf-8")
    (tmp_path / "downloads").mkdir()
    page = tmp_path / "documents/a/index.html"
    page.parent.mkdir()
    page.write_text(html, "utf-8")
    open_from_folder(tmp_path)
    return page.read_text("utf-8")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<a href="../b/">', '<a href="../b/index.html">'),
        ('<a class="x" href="../b/#f-y">', '<a class="x" href="../b/index.html#f-y">'),
        ('<a href="../b/&#35;f-y">', '<a href="../b/index.html&#35;f-y">'),
        ('<a href="../..">', '<a href="../../index.html">'),
        ('<a href="./">', '<a href="./index.html">'),
        ('<form action="../../?q=x">', '<form action="../../index.html?q=x">'),
        ('<meta http-equiv="refresh" content="0; url=../b/">', '<meta http-equiv="refresh" content="0; url=../b/index.html">'),
    ],
)  # fmt: skip
def test_a_link_to_a_folder_names_its_page(tmp_path, before, after):
    """Whatever comes behind the folder stays."""
    assert opened(tmp_path, before) == after


@pytest.mark.parametrize(
    "html",
    [
        '<a href="#f-y">',
        '<a href="../../api/v1/facts.json">',
        '<a href="../../downloads/">',
        '<a href="https://example.invalid/">',
        '<a href="/">',
        '<p>href="../b/"</p>',
    ],
)
def test_everything_else_stays(tmp_path, html):
    """Anchors, files, folders without a page, other hosts, and words that only look like a link."""
    assert opened(tmp_path, html) == html
