"""`handbook publish` from end to end, with a fictional library: bytes, signature, headers in a browser, load."""

from __future__ import annotations

import filecmp
import json
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.publish.manifest import MANIFEST, SIGNATURE
from tests.publish.fictional import DATE, fictional_handbook, handbook
from tests.publish.nginx import Server, serving

pytestmark = [pytest.mark.machine, pytest.mark.site]


@dataclass(frozen=True)
class Site:
    """A published handbook behind nginx."""

    root: Path
    destination: Path
    server: Server
    prefix: str
    printed: str

    @property
    def address(self) -> str:
        """Where readers open it."""
        return f"{self.server.address}{self.prefix}/"

    def pages(self) -> list[str]:
        """One page of every kind, by its address below the site."""
        current = self.destination / "current"
        found = sorted(path.parent.relative_to(current).as_posix() for path in current.rglob("index.html"))
        kinds: dict[tuple[str, int], str] = {}
        for page in found:
            kinds.setdefault((page.split("/")[0], page.count("/")), "" if page == "." else f"{page}/")
        return sorted(kinds.values())


@pytest.fixture(scope="module")
def key(tmp_path_factory) -> Path:
    """A key of the publisher."""
    place: Path = tmp_path_factory.mktemp("key") / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(place)], check=True)
    return place


@pytest.fixture(scope="module", params=["root", "subpath"])
def site(request, tmp_path_factory, key) -> Iterator[Site]:
    """The fictional handbook, published and served."""
    place = tmp_path_factory.mktemp(f"site-{request.param}")
    root = fictional_handbook(place / "handbook")
    below = request.param == "subpath"
    address = ["--url", "http://portal.example/handbook/"] if below else []
    done = handbook(root, "publish", str(place / "site"), "--date", DATE, "--key", str(key), *address)
    assert done.returncode == 0, done.stderr
    with serving(place / "site", place / "nginx", subpath=below) as server:
        yield Site(root, place / "site", server, "/handbook" if below else "", done.stdout)


def test_publisher_is_told_what_changed(site):
    """Documents by title, then the release."""
    assert "新增文件：《云州市技能培训实施方案》" in site.printed
    assert "读者已经看到新版本。" in site.printed


def test_line_on_the_about_page_proves_the_origin(site, tmp_path):
    """A reader downloads manifest, signature and a page, and runs the line that 关于 prints."""
    about = site.server.ask(f"{site.prefix}/about/").body.decode()
    line = re.search(r"<pre><code>(ssh-keygen.*?)</code>", about, re.DOTALL)
    assert line
    for name in (MANIFEST, SIGNATURE, "about/index.html"):
        target = tmp_path / name
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(site.server.ask(f"{site.prefix}/{name.removesuffix('index.html')}").body)
    words = line.group(1).replace("&lt;", "<").replace("&#39;", "'").replace("&amp;", "&")

    good = subprocess.run(["bash", "-c", words], cwd=tmp_path, capture_output=True, text=True)
    (tmp_path / "about" / "index.html").write_text("forged", "utf-8")
    forged = subprocess.run(["bash", "-c", words], cwd=tmp_path, capture_output=True, text=True)

    assert (good.returncode, good.stdout[:23]) == (0, 'Good "handbook" signatu'), good.stderr
    assert forged.returncode != 0


def test_footer_names_commit_and_date_of_the_data(site):
    """On every page."""
    commit = subprocess.run(
        ["git", "-C", site.root, "rev-parse", "HEAD"], capture_output=True, text=True
    ).stdout

    page = site.server.ask(f"{site.prefix}/documents/").body.decode()

    assert f"版本 <code>{commit[:7]}</code>" in page
    assert "数据更新日期 <time>2026-11-20</time>" in page


def test_verify_accepts_what_the_server_sends(site):
    """Every file, plain and compressed."""
    done = handbook(site.root, "verify", site.address)

    assert (done.returncode, done.stdout.count("\n")) == (0, 1), done.stdout
    assert done.stdout.endswith("全部相符，没有多出的。\n")


def test_verify_names_what_the_server_sends_wrong(site):
    """Changed, missing and extra."""
    page = site.destination / "current" / "topics" / "index.html"
    home = site.destination / "current" / "index.html"
    kept, other = page.read_bytes(), home.read_bytes()
    page.unlink()
    home.write_bytes(other.replace(b"</body>", b'<a href="secret.html">x</a></body>'))
    (home.parent / "secret.html").write_text("x", "utf-8")

    done = handbook(site.root, "verify", site.address)

    home.write_bytes(other)
    page.write_bytes(kept)
    (home.parent / "secret.html").unlink()
    assert done.returncode == 1
    assert done.stdout.splitlines()[:-1] == [
        "不同：index.html",
        *(f"缺少：topics/index.html{suffix}" for suffix in ("", ".br", ".gz")),
        "多出：secret.html",
    ]


@pytest.mark.browser
def test_no_page_violates_the_headers_or_asks_another_host(site, page):
    """Every kind of page, the search at work, the page for unknown addresses; script errors count too."""
    told: list[str] = []
    page.on(
        "console", lambda message: told.append(message.text) if message.type in ("error", "warning") else None
    )
    page.on(
        "response",
        lambda answer: told.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None,
    )
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on(
        "request",
        lambda request: (
            None if request.url.startswith((site.address, "data:", "blob:")) else told.append(request.url)
        ),
    )
    page.add_init_script(
        "addEventListener('securitypolicyviolation', e => console.error(e.violatedDirective, e.blockedURI))"
    )
    for path in site.pages():
        page.goto(site.address + path, wait_until="networkidle")
    page.goto(f"{site.address}search/?q=补贴", wait_until="networkidle")
    page.wait_for_selector("#search-results > li")
    found = page.locator("#search-results > li").count()
    page.get_by_role("button", name="深色").click()

    assert found > 0
    assert told == []


@pytest.mark.browser
def test_page_for_unknown_addresses_is_complete(site, page):
    """Its style sheet and its links lead into the site, at any depth."""
    answers: list[tuple[str, int]] = []
    page.on("response", lambda answer: answers.append((answer.url, answer.status)))
    page.goto(f"{site.address}a/b/c/nowhere", wait_until="networkidle")

    links = page.eval_on_selector_all("a[href]", "all => all.map(a => a.href)")

    assert [status for url, status in answers if not url.endswith("nowhere")] == [200] * (len(answers) - 1)
    assert len(answers) > 3
    assert [link for link in links if not link.startswith(site.address)] == []


def test_two_builds_are_the_same(tmp_path, key):
    """Another folder, time zone, language, hash seed and file mode mask: not one byte differs."""
    trees = []
    for name, environment in (
        ("one", {"TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}),
        (
            "two/deeper",
            {"TZ": "America/Los_Angeles", "LC_ALL": "POSIX", "PYTHONHASHSEED": "2", "LANGUAGE": "de"},
        ),
    ):
        root = fictional_handbook(tmp_path / name / "handbook")
        done = handbook(
            root,
            "publish",
            str(tmp_path / name / "site"),
            "--key",
            str(key),
            SOURCE_DATE_EPOCH="1795219200",
            **environment,
        )
        assert done.returncode == 0, done.stderr
        trees.append(tmp_path / name / "site" / "current")

    paths = [
        sorted(p.relative_to(tree).as_posix() for p in tree.resolve().rglob("*") if p.is_file())
        for tree in (t.resolve() for t in trees)
    ]
    _, differing, failed = filecmp.cmpfiles(trees[0], trees[1], paths[0], shallow=False)

    assert paths[0] == paths[1]
    assert (differing, failed) == ([], [])
    assert json.loads((trees[0] / "release.json").read_bytes())["built_for"] == "2026-11-21"


def test_uncommitted_changes_are_not_published(tmp_path):
    """A release names its commit, so it must be made from it."""
    root = fictional_handbook(tmp_path / "handbook")
    (root / "policies" / "vocabulary" / "topics.yaml").write_bytes(b"")

    done = handbook(root, "publish", str(tmp_path / "site"))

    assert done.returncode == 2
    assert "没有提交" in done.stderr
    assert not (tmp_path / "site").exists()


def test_errors_in_the_data_stop_publishing(tmp_path):
    """Nothing arrives at the destination."""
    root = fictional_handbook(tmp_path / "handbook")
    (root / "policies" / "vocabulary" / "topics.yaml").write_bytes(b"x")

    done = handbook(root, "publish", str(tmp_path / "site"), "--allow-uncommitted")

    assert done.returncode == 1
    assert "没有发布" in done.stderr
    assert not (tmp_path / "site").exists()
