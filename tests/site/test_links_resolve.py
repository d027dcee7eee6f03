"""Every link and every anchor of the built site leads somewhere; nothing leads to another host."""

import itertools
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlparse

import pytest

pytestmark = pytest.mark.site
HERE = "http://handbook.invalid/"


class Page(HTMLParser):
    """The ids of a page, and what it links to or loads."""

    def __init__(self, text: str) -> None:
        """Read *text*."""
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.headings: list[tuple[str, bool]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect ids, links, loaded files and headings."""
        values = dict(attrs)
        if values.get("id"):
            self.ids.append(str(values["id"]))
        if tag in ("h1", "h2", "h3", "h4"):
            self.headings.append((tag, True))
        if tag == "link" and values.get("rel") == "canonical":
            return
        for name in ("href", "src", "action"):
            if values.get(name) is not None and tag in ("a", "link", "script", "img", "form", "iframe"):
                self.links.append(str(values[name]))


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Page]:
    """Every page of the site by its address."""
    found: dict[str, Page] = {}
    for path in sorted(site.rglob("*.html")):
        relative = path.relative_to(site).as_posix()
        address = relative.removesuffix("index.html") if relative.endswith("index.html") else relative
        found[address] = Page(path.read_text("utf-8"))
    return found


def test_every_link_and_anchor_resolves(site: Path, pages: dict[str, Page]):
    """A link leads to a page or a file of the site, an anchor to an id of that page."""
    broken: list[str] = []
    for address, page in pages.items():
        if address == "404.html":
            continue
        for link in page.links:
            target = urlparse(urljoin(HERE + address, link))
            if target.scheme not in ("http", "https") or target.netloc != "handbook.invalid":
                continue
            path = unquote(target.path).lstrip("/")
            known = path in pages or (site / path).is_file()
            anchor = unquote(target.fragment)
            if not known or (
                anchor and path in pages and anchor not in pages[path].ids and not anchor.startswith("__")
            ):
                broken.append(f"{address or '/'} → {link}")

    assert broken == []


def test_no_page_loads_or_links_to_another_host(pages: dict[str, Page]):
    """The site works inside an office without the internet."""
    foreign = {link for page in pages.values() for link in page.links if urlparse(link).netloc}

    assert foreign == set()


def test_ids_are_unique_in_each_page(pages: dict[str, Page]):
    """A permanent anchor means one thing."""
    repeated = {
        f"{address}#{name}"
        for address, page in pages.items()
        for name in page.ids
        if page.ids.count(name) > 1
    }

    assert repeated == set()


def test_every_heading_level_follows_the_one_above(pages: dict[str, Page]):
    """One h1 a page, and no level is skipped on the way down."""
    wrong: list[str] = []
    for address, page in pages.items():
        levels = [int(tag[1]) for tag, _ in page.headings]
        if levels.count(1) != 1 or any(b > a + 1 for a, b in itertools.pairwise(levels)):
            wrong.append(f"{address or '/'}: {levels}")

    assert wrong == []
