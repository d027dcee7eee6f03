"""What the built site says to machines: schemas, site map, feeds, plain pages, structured data."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup
from icalendar import Calendar
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from tests.site.conftest import build_site

pytestmark = pytest.mark.site
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ADDRESS = "https://handbook.invalid/zc/"


def test_the_published_data_are_as_their_schemas_say(site: Path):
    """Every data file of the real handbook against the schema published beside it."""
    wrong: list[str] = []
    for path in sorted((site / "api/v1/schemas").glob("*.json")):
        rows = json.loads((site / "api/v1" / path.name).read_text("utf-8"))
        wrong += [
            f"{path.name}: {error.json_path} {error.message[:80]}"
            for error in Draft202012Validator(json.loads(path.read_text("utf-8"))).iter_errors(rows)
        ]

    assert wrong == []


def test_every_data_file_has_a_schema_and_a_path(site: Path):
    """Nothing is exported without a description."""
    described = json.loads((site / "api/v1/openapi.json").read_text("utf-8"))
    files = {p.name for p in (site / "api/v1").glob("*.json")} - {"openapi.json"}

    validate(described)
    assert {path.removeprefix("/") for path in described["paths"]} == files
    assert {p.name for p in (site / "api/v1/schemas").glob("*.json")} == files


def test_every_page_lies_beside_itself_as_markdown(site: Path):
    """A heading first, or the banner of a draft; no HTML."""
    wrong: list[str] = []
    for page in sorted(site.rglob("index.html")):
        text = page.with_suffix(".md").read_text("utf-8")
        if not text.startswith(("# ", "> ")) or "<div" in text or "<span" in text:
            wrong.append(page.relative_to(site).as_posix())

    assert wrong == []


def test_a_plain_page_keeps_every_figure_of_its_document(site: Path):
    """What the HTML prints large, the Markdown prints too."""
    facts = json.loads((site / "api/v1/facts.json").read_text("utf-8"))
    pages = {
        f["document"]: (site / "documents" / f["document"] / "index.md").read_text("utf-8") for f in facts
    }

    lost = [
        f["id"]
        for f in facts
        if f["kind"] not in ("unspecified", "inherited") and f["printed"] not in pages[f["document"]]
    ]
    assert lost == []


def test_the_site_map_names_every_page_once_and_no_day(site: Path):
    """A day of the build would make two builds differ."""
    found = [e.text or "" for e in ET.parse(site / "sitemap.xml").getroot().iter(f"{SITEMAP}loc")]
    pages = {p.parent.relative_to(site).as_posix() + "/" for p in site.rglob("index.html")}

    assert {name if name != "./" else "./" for name in found} == pages
    assert len(found) == len(set(found))
    assert "lastmod" not in (site / "sitemap.xml").read_text("utf-8")
    assert not (site / "sitemap.xml.gz").exists()


def test_a_document_describes_itself_as_legislation(site: Path):
    """JSON-LD in the head, readable as JSON, only on documents."""
    documents = json.loads((site / "api/v1/documents.json").read_text("utf-8"))
    for document in documents:
        page = BeautifulSoup((site / document["url"] / "index.html").read_text("utf-8"), "html.parser")
        script = page.find("script", type="application/ld+json")

        assert script is not None
        assert json.loads(script.text)["name"] == document["title"]
    assert "ld+json" not in (site / "about/index.html").read_text("utf-8")


def test_calendars_and_feeds_can_be_read(site: Path):
    """Every one of the real handbook, by programs that did not write them."""
    calendars, feeds = sorted(site.rglob("*.ics")), sorted(site.rglob("*.atom"))

    assert len(calendars) > 1
    assert len(feeds) > 1
    assert all(Calendar.from_ical(p.read_bytes()).walk("VEVENT") for p in calendars)
    assert all(ET.parse(p).getroot().findall(f"{ATOM}entry") for p in feeds)


@pytest.fixture(scope="module")
def placed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same handbook, built for a known address."""
    out = tmp_path_factory.mktemp("placed")
    done = build_site(out, HANDBOOK_SITE_URL=ADDRESS)
    assert done.returncode == 0, done.stderr[-2000:]
    return out


@pytest.mark.slow
def test_a_known_address_stands_wherever_whole_addresses_are_asked_for(placed: Path):
    """Site map, robots.txt, canonical link, Open Graph, feed, calendar, and the code on paper."""
    url = f"{ADDRESS}documents/qinzhou-jineng-guangxi-2023/"
    html = (placed / "documents/qinzhou-jineng-guangxi-2023/index.html").read_text("utf-8")
    page = BeautifulSoup(html, "html.parser")

    assert f"<loc>{url}</loc>" in (placed / "sitemap.xml").read_text("utf-8")
    assert f"{ADDRESS}sitemap.xml" in (placed / "robots.txt").read_text("utf-8")
    assert page.find("link", rel="canonical")["href"] == url  # type: ignore[index]
    assert page.find("meta", property="og:url")["content"] == url  # type: ignore[index]
    assert url in (placed / "feed.atom").read_text("utf-8")
    assert url in (placed / "calendar.ics").read_bytes().replace(b"\r\n ", b"").decode()
    assert page.select_one(".hb-paper svg.hb-code title") is not None
    assert url in page.select_one(".hb-paper").get_text()  # type: ignore[union-attr]


@pytest.mark.slow
def test_the_code_on_paper_leads_back_to_the_page(placed: Path):
    """The squares are those that segno draws for the whole address."""
    from generator.views.paper import code

    html = (placed / "documents/qinzhou-jineng-guangxi-2023/index.html").read_text("utf-8")

    assert code(f"{ADDRESS}documents/qinzhou-jineng-guangxi-2023/") in html
