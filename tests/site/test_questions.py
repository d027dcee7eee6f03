"""Questions that readers ask: each is answered, with its source, within two clicks of the home page."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest
import yaml
from bs4 import BeautifulSoup, Tag

pytestmark = pytest.mark.site
QUESTIONS = yaml.safe_load((Path(__file__).parent.parent / "questions.yaml").read_text(encoding="utf-8"))
CLICKS = 2
PLACES = ["li", "tr", "section"]
"""Where an answer stands together: an entry of a list, a row of a table, a clause."""


@lru_cache(maxsize=256)
def _page(site: Path, address: str) -> Tag:
    return BeautifulSoup((site / address / "index.html").read_text(encoding="utf-8"), "html.parser")


def _targets(site: Path, address: str) -> set[str]:
    """The pages that a page leads to, by address from the root."""
    here = f"/{address}"
    found = (
        urldefrag(urljoin(here, unquote(str(a["href"]))))[0] for a in _page(site, address).select("a[href]")
    )
    return {target.removeprefix("/") for target in found if target.startswith("/")}


@pytest.fixture(scope="module")
def near(site: Path) -> set[str]:
    """Every page within two clicks of the home page."""
    reached, edge = {""}, {""}
    for _ in range(CLICKS):
        edge = {
            t for page in edge for t in _targets(site, page) if (site / t / "index.html").is_file()
        } - reached
        reached |= edge
    return reached


def test_there_are_thirty_questions():
    """A blind check asks thirty; fewer would prove little."""
    assert len(QUESTIONS) >= 30


@pytest.mark.parametrize("asked", QUESTIONS, ids=[q["question"] for q in QUESTIONS])
def test_a_question_is_answered_with_its_source(asked: dict[str, object], site: Path, near: set[str]):
    """The page is near, and one place on it holds the whole answer and the way to its source."""
    page, answer, source = str(asked["page"]), list(asked["answer"]), str(asked["source"])  # type: ignore[call-overload]

    assert page in near
    assert any(_answers(place, page, answer, source) for place in _page(site, page).select(",".join(PLACES)))


def _answers(place: Tag, page: str, answer: list[str], source: str) -> bool:
    text = place.get_text()
    if not all(words in text for words in answer):
        return False
    if source.startswith("#"):
        return place.get("id") == source[1:]
    links = (urljoin(f"/{page}", unquote(str(a["href"]))).removeprefix("/") for a in place.select("a[href]"))
    return any(link.startswith(source) if source.endswith("/") else link == source for link in links)
