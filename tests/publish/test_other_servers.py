"""The configurations for Apache and Caddy in the real servers: what nginx is held to holds for them."""

from __future__ import annotations

import gzip
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import brotli
import pytest

from generator.publish.headers import security_headers
from generator.publish.policy import Inline
from generator.publish.verify import verify_server
from tests.publish.nginx import DEPLOY, Server, pieces_in
from tests.publish.other_servers import APACHE, CADDY, serving
from tests.publish.small import publish_small

pytestmark = pytest.mark.machine
MISSING = "没有 {}：apt-get install {}"


@dataclass(frozen=True)
class Site:
    """A published site and the server in front of it."""

    server: Server
    folder: Path


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(
            "apache", marks=pytest.mark.skipif(not APACHE, reason=MISSING.format("Apache", "apache2"))
        ),
        pytest.param("caddy", marks=pytest.mark.skipif(not CADDY, reason=MISSING.format("Caddy", "caddy"))),
    ],
)
def site(request) -> Iterator[Site]:
    """The second release of a small site."""
    with TemporaryDirectory(prefix="handbook-") as folder:
        place = Path(folder)
        place.chmod(0o755)  # Apache reads as nobody
        for number in (1, 2):
            publish_small(number, place / str(number), place / "site")
        (place / "site" / "current" / ".secret").write_text("secret", "utf-8")
        with serving(request.param, place / "site", place / "server") as server:
            yield Site(server, place / "site")


def asset(site: Site, release: str) -> str:
    """The path of the style sheet of a release."""
    return "/assets/" + next(path.name for path in (site.folder / release / "assets").glob("handbook.*.css"))


def test_every_file_arrives_as_published(site):
    """`handbook verify` finds nothing wrong, plain and compressed."""
    number, found = verify_server(f"{site.server.address}/")

    assert number > 20
    assert not found, found


def test_page_is_html_in_utf8_and_asked_for_each_time(site):
    """A page may change with the next release."""
    answer = site.server.ask("/documents/p1/")

    assert answer.status == 200
    assert answer.headers["content-type"].lower() == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-cache"


def test_fingerprinted_file_is_kept_for_ever(site):
    """Its content never changes under its name."""
    answer = site.server.ask(asset(site, "current"))

    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"


def test_module_has_a_type_that_runs(site):
    """A browser runs no module of another type."""
    folder = next(path.name for path in (site.folder / "current" / "assets").glob("js-*"))

    answer = site.server.ask(f"/assets/{folder}/page.mjs")

    assert answer.headers["content-type"].split(";")[0] in ("application/javascript", "text/javascript")


def test_reader_of_the_page_before_still_gets_its_style_sheet(site):
    """A page that was opened before the switch asks for a name that the new release no longer has."""
    answer = site.server.ask(asset(site, "previous"))

    assert answer.body == (site.folder / "previous" / asset(site, "previous")[1:]).read_bytes()


def test_pages_never_come_from_the_release_before(site):
    """Only fingerprinted files do."""
    (site.folder / "previous" / "gone.html").write_text("gone", "utf-8")

    answer = site.server.ask("/gone.html")

    assert answer.status == 404


@pytest.mark.parametrize(("coding", "unpack"), [("gzip", gzip.decompress), ("br", brotli.decompress)])
def test_packed_copy_is_served(site, coding, unpack):
    """The copy made when publishing, under the type of the page."""
    answer = site.server.ask("/documents/p1/", Accept_Encoding=coding)

    assert (answer.status, answer.headers["content-encoding"]) == (200, coding)
    assert answer.headers["content-type"].lower() == "text/html; charset=utf-8"
    assert unpack(answer.body) == (site.folder / "current" / "documents" / "p1" / "index.html").read_bytes()
    assert "accept-encoding" in answer.headers["vary"].lower()


def test_pieces_of_a_file_come_in_one_answer(site):
    """The search takes what a question needs out of one file, after the server has said that it can."""
    path = asset(site, "current")
    content = site.server.ask(path).body

    told, answer = site.server.ask(path, "HEAD"), site.server.ask(path, Range="bytes=0-3,8-11")

    assert told.headers["accept-ranges"] == "bytes"
    assert pieces_in(answer) == {(0, len(content)): content[:4], (8, len(content)): content[8:12]}


@pytest.mark.parametrize("path", ["/nowhere", "/documents/nowhere/", "/assets/", "/api/"])
def test_unknown_addresses_and_folders_get_our_page(site, path):
    """No directory is listed."""
    answer = site.server.ask(path)

    assert answer.status == 404
    assert b"release-2-" in answer.body


@pytest.mark.parametrize(
    "path",
    ["/.secret", "/.lock", "/assets/../.secret", "/%2esecret", "/%2e%2e/headers.conf", "/../headers.conf"],
)
def test_dot_files_and_what_lies_outside_are_refused(site, path):
    """Nothing whose name begins with a dot, nothing beside the release."""
    answer = site.server.ask(path)

    assert answer.status in (400, 403, 404)
    assert b"secret" not in answer.body
    assert b"add_header" not in answer.body


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])
def test_other_methods_are_refused(site, method):
    """A site of files is read, nothing else."""
    answer = site.server.ask("/", method)

    assert answer.status == 405


def test_head_answers_without_a_body(site):
    """Monitoring asks this way."""
    answer = site.server.ask("/", "HEAD")

    assert (answer.status, answer.body) == (200, b"")


@pytest.mark.parametrize(
    ("header", "value"), [("If_None_Match", "etag"), ("If_Modified_Since", "last-modified")]
)
def test_unchanged_page_is_not_sent_again(site, header, value):
    """Revalidation costs a few bytes."""
    first = site.server.ask("/")

    answer = site.server.ask("/", **{header: first.headers[value]})

    assert (answer.status, answer.body) == (304, b"")


@pytest.mark.parametrize("path", ["/", "/nowhere", "/manifest.sha256"])
def test_security_headers_come_with_everything(site, path):
    """Error pages included."""
    answer = site.server.ask(path)

    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert {"referrer-policy", "permissions-policy", "cross-origin-opener-policy"} <= answer.headers.keys()


def test_folder_without_slash_leads_into_it(site):
    """Where a link ends without one."""
    answer = site.server.ask("/documents/p1")

    assert answer.status in (301, 308)
    assert answer.headers["location"].endswith("/documents/p1/")


@pytest.mark.parametrize("name", ["Caddyfile", "apache.conf", "web.config"])
def test_configuration_sets_every_security_header(name):
    """IIS is not at hand: its file is read only."""
    text = (DEPLOY / name).read_text("utf-8")

    missing = {header for header, value in security_headers(Inline()).items() if header not in text}
    fixed = {h: v for h, v in security_headers(Inline()).items() if h != "Content-Security-Policy"}
    assert missing == set()
    assert {header for header, value in fixed.items() if value not in text} == set()


def test_configuration_for_iis_is_well_formed():
    """The least that can be said of it here."""
    names = {element.tag for element in ET.parse(DEPLOY / "web.config").iter()}

    assert {"requestFiltering", "customHeaders", "httpErrors", "staticContent"} <= names
