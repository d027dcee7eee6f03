"""The configuration that is shipped, in Debian's nginx: what a reader's browser is told."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import brotli
import pytest

from generator.publish.fingerprint import IMMUTABLE
from tests.publish.nginx import BROTLI, DEPLOY, Server, pieces_in, serving
from tests.publish.small import publish_small

pytestmark = pytest.mark.machine


@dataclass(frozen=True)
class Site:
    """A published site, the nginx that serves it, and the path it is under."""

    server: Server
    prefix: str
    folder: Path


@pytest.fixture(scope="module", params=["root", "subpath"])
def site(request, tmp_path_factory) -> Iterator[Site]:
    """The second release of a small site, at the root of a server or under /handbook/."""
    if not (shutil.which("nginx", path="/usr/sbin:/usr/bin") and shutil.which("rsync")):
        pytest.skip("没有 nginx 或 rsync：bash tests/setup.sh")
    place = tmp_path_factory.mktemp(request.param)
    for number in (1, 2):
        publish_small(number, place / str(number), place / "site")
    (place / "site" / "current" / ".secret").write_text("secret", "utf-8")
    below = request.param == "subpath"
    with serving(place / "site", place / "nginx", subpath=below) as server:
        yield Site(server, "/handbook" if below else "", place / "site")


def asset(site: Site, release: str = "current") -> str:
    """The path of the style sheet of a release."""
    return "/assets/" + next(path.name for path in (site.folder / release / "assets").glob("handbook.*.css"))


def test_page_is_html_in_utf8_and_asked_for_each_time(site):
    """A page may change with the next release."""
    answer = site.server.ask(site.prefix + "/")

    assert (answer.status, answer.headers["content-type"], answer.headers["cache-control"]) == (
        200, "text/html; charset=utf-8", "no-cache",
    )  # fmt: skip


def test_fingerprinted_file_is_kept_for_ever(site):
    """Its content never changes under its name."""
    answer = site.server.ask(site.prefix + asset(site))

    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"


def test_reader_of_the_page_before_still_gets_its_style_sheet(site):
    """A page that was opened before the switch asks for a name that the new release no longer has."""
    answer = site.server.ask(site.prefix + asset(site, "previous"))

    assert answer.body == (site.folder / "previous" / asset(site, "previous")[1:]).read_bytes()


def test_pages_never_come_from_the_release_before(site):
    """Only fingerprinted files do."""
    (site.folder / "previous" / "gone.html").write_text("gone", "utf-8")

    answer = site.server.ask(site.prefix + "/gone.html")

    assert answer.status == 404


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("assets/js-{}/page.mjs", "application/javascript; charset=utf-8"),
        ("api/v1/facts.json", "application/json; charset=utf-8"),
        ("manifest.sha256", "text/plain; charset=utf-8"),
    ],
)
def test_types_and_charset(site, name, kind):
    """A module with another type would not run; Chinese in another charset can't be read."""
    folder = next(path.name for path in (site.folder / "current" / "assets").glob("js-*"))

    answer = site.server.ask(f"{site.prefix}/{name.format(folder.removeprefix('js-'))}")

    assert (answer.status, answer.headers["content-type"]) == (200, kind)


def test_gzip_copy_is_served(site):
    """The copy made when publishing, not one made now."""
    answer = site.server.ask(site.prefix + "/", Accept_Encoding="gzip")
    page = site.folder / "current" / "index.html"

    assert answer.body == page.with_name("index.html.gz").read_bytes()
    assert gzip.decompress(answer.body) == page.read_bytes()
    assert "Accept-Encoding" in answer.headers["vary"]


@pytest.mark.skipif(not BROTLI.exists(), reason="没有 libnginx-mod-http-brotli-static：bash tests/setup.sh")
def test_brotli_copy_is_served(site):
    """Browsers over https ask for it."""
    answer = site.server.ask(site.prefix + "/", Accept_Encoding="gzip, br")

    assert answer.headers["content-encoding"] == "br"
    assert brotli.decompress(answer.body) == (site.folder / "current" / "index.html").read_bytes()


def test_pieces_of_a_file_come_in_one_answer(site):
    """The search takes what a question needs out of one file, after the server has said that it can."""
    path = site.prefix + asset(site, "current")
    content = site.server.ask(path).body

    told, answer = site.server.ask(path, "HEAD"), site.server.ask(path, Range="bytes=0-3,8-11")

    assert told.headers["accept-ranges"] == "bytes"
    assert pieces_in(answer) == {(0, len(content)): content[:4], (8, len(content)): content[8:12]}


@pytest.mark.parametrize("path", ["/nowhere", "/documents/nowhere/", "/assets/", "/api/"])
def test_unknown_addresses_and_folders_get_our_page(site, path):
    """No directory is listed."""
    answer = site.server.ask(site.prefix + path)

    assert answer.status == 404
    assert b"release-2-" in answer.body


@pytest.mark.parametrize("path", ["/.secret", "/.lock", "/assets/../.secret", "/%2esecret"])
def test_dot_files_are_refused(site, path):
    """Nothing whose name begins with a dot is served, even where there is one."""
    answer = site.server.ask(site.prefix + path)

    assert answer.status == 404
    assert b"secret" not in answer.body


@pytest.mark.parametrize(
    "path", ["/../headers.conf", "/%2e%2e/headers.conf", "/assets/..%2f..%2f..%2fheaders.conf", "/%00"]
)
def test_nothing_outside_the_release_is_served(site, path):
    """Not even what lies beside it."""
    answer = site.server.ask(site.prefix + path)

    assert answer.status in (400, 404)
    assert b"add_header" not in answer.body


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])
def test_other_methods_are_refused(site, method):
    """A site of files is read, nothing else."""
    answer = site.server.ask(site.prefix + "/", method)

    assert answer.status == 405


def test_head_answers_without_a_body(site):
    """Monitoring asks this way."""
    answer = site.server.ask(site.prefix + "/", "HEAD")

    assert (answer.status, answer.body) == (200, b"")
    assert int(answer.headers["content-length"]) > 0


@pytest.mark.parametrize(
    ("header", "value"), [("If_None_Match", "etag"), ("If_Modified_Since", "last-modified")]
)
def test_unchanged_page_is_not_sent_again(site, header, value):
    """Revalidation costs a few bytes."""
    first = site.server.ask(site.prefix + "/")

    answer = site.server.ask(site.prefix + "/", **{header: first.headers[value]})

    assert (answer.status, answer.body) == (304, b"")


@pytest.mark.parametrize("path", ["/", "/nowhere", "/manifest.sha256"])
def test_security_headers_come_with_everything(site, path):
    """Error pages included."""
    answer = site.server.ask(site.prefix + path)

    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert {"referrer-policy", "permissions-policy"} <= answer.headers.keys()


def test_folder_without_slash_leads_into_it(site):
    """The address of the server stays what the reader typed."""
    answer = site.server.ask(site.prefix + "/documents/p1")

    assert (answer.status, answer.headers["location"]) == (301, f"{site.prefix}/documents/p1/")


@pytest.mark.parametrize("name", ["nginx.conf", "nginx-subpath.conf"])
def test_configuration_knows_the_fingerprinted_names(name):
    """The pattern in the configuration is the one of the program."""
    pattern = IMMUTABLE.pattern.replace(r"(\.gz|\.br)?", "")

    assert pattern in (DEPLOY / name).read_text("utf-8")
