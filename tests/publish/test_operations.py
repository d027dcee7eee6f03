"""Every command of docs/operations.md, run as written on freshly installed machines: `make operations`."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import pytest

from generator.publish.releases import NAME
from tests.publish.fictional import GIT, ROOT, fictional_handbook
from tests.publish.fresh import (
    NETWORK,
    Machine,
    Publisher,
    install,
    mirror,
    missing_programs,
    network,
    running,
)

pytestmark = [pytest.mark.machine, pytest.mark.slow]
PAGE = ROOT / "docs" / "operations.md"
FENCE = re.compile(r"(?ms)^(?P<indent> *)```(?P<language>\w+)\n(?P<text>.*?)^(?P=indent)```$")
HOSTS = f"127.0.0.1 localhost\n{NETWORK}2 portal\n{NETWORK}3 second\n"
KEY = "ssh-keygen -q -t ed25519 -N '' -f ~/.ssh/id_ed25519"
"""What `ssh-keygen -t ed25519` does when every question is answered with the enter key."""
RELEASE = "版本"
"""The name in the page that stands for the name of a release; every other name is there as the page writes it."""


@dataclass(frozen=True)
class Block:
    """A block of the page: the heading above, what is said before it, its language and text."""

    heading: str
    said: str
    language: str
    text: str

    @property
    def place(self) -> str:
        """Where the page says it is typed."""
        if "其余各台上运行" in self.said:
            return "second"
        return "publisher" if "在发布人的电脑上" in self.said else "portal"


def blocks() -> list[Block]:
    """Every block of commands or configuration, in the order of the page."""
    text = PAGE.read_text("utf-8")
    found = []
    for match in FENCE.finditer(text):
        before = text[: match.start()]
        found.append(
            Block(
                re.findall(r"(?m)^## (.+)$", before)[-1],
                before.rstrip().rpartition("\n")[2],
                match["language"],
                dedent(match["text"]),
            )
        )
    return found


@dataclass
class Office:
    """The machines of the page, and where the story has got to."""

    portal: Machine
    second: Machine
    publisher: Publisher

    def type(self, block: Block, place: str = "") -> str:
        """Run a block where the page says, or on the machine *place*."""
        names = sorted(path.name for path in (self.portal.root / "srv/handbook/releases").glob("*"))
        text = block.text.replace(RELEASE, names[-1]) if names else block.text
        machine: Machine | Publisher = getattr(self, place or block.place)
        return machine.run(text)

    def read(self, address: str) -> str:
        """What a reader gets, headers first."""
        return self.publisher.run(f"curl --silent --insecure --include --fail {address}")

    @property
    def current(self) -> str:
        """The name of the release that readers see."""
        return (self.portal.root / "srv/handbook/current").readlink().name


def commit(folder: Path) -> None:
    """Change a document, as an editor would, and commit it."""
    document = folder / "policies/documents/yunzhou-peixun-2024.yaml"
    text = document.read_text("utf-8")
    document.write_text(re.sub(r"(?m)^(short_title: .*)$", r"\1新", text, count=1), "utf-8")
    subprocess.run(["git", "-C", str(folder), "commit", "-qam", "x"], check=True, env={**os.environ, **GIT})


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Two machines just installed, and a publisher with a key who has never been there."""
    if not os.environ.get("HANDBOOK_FRESH_MACHINES"):
        pytest.skip("要装两台新的 Debian，约三分钟：make operations")
    missing = missing_programs()
    source = mirror()
    if os.geteuid() or missing or source is None:
        pytest.skip(
            f"要以 root 运行，并装好 debootstrap、systemd-container、iproute2（没有：{missing}），设好 Debian 的软件源"
        )
    install(tmp_path / "portal", source)
    subprocess.run(["cp", "-a", str(tmp_path / "portal"), str(tmp_path / "second")], check=True)
    folder = fictional_handbook(tmp_path / "handbook")
    shutil.copytree(ROOT / "deploy", folder / "deploy")
    subprocess.run(["git", "-C", str(folder), "add", "deploy"], check=True)
    subprocess.run(["git", "-C", str(folder), "commit", "-qm", "x"], check=True, env={**os.environ, **GIT})
    home = tmp_path / "home"
    for name in ("upper", "work"):
        (home / name).mkdir(parents=True)
    (home / "hosts").write_text(HOSTS)
    publisher = Publisher(
        folder, home, f"{Path(sys.executable).parent}:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
    )
    publisher.run(f"rm -rf ~/.ssh && {KEY}")
    with (
        network(),
        running(tmp_path / "portal", "portal", 2, HOSTS) as portal,
        running(tmp_path / "second", "second", 3, HOSTS) as second,
    ):
        key = publisher.run("cat ~/.ssh/id_ed25519.pub")
        (tmp_path / "portal" / "root" / "发布人.pub").write_text(key)
        yield Office(portal, second, publisher)


def test_every_command_works_as_written(office: Office, record_property):
    """From two empty machines to a site, its update, its rollback, its certificate and a second server."""
    told = blocks()
    installation = [block for block in told if block.heading == "第一次安装"]
    printed = [office.type(block) for block in installation]
    done = len(printed)
    assert "全部相符，没有多出的。" in printed[-1]
    first = office.current
    assert "云州市技能培训实施方案" in office.read("http://portal/documents/")

    commit(office.publisher.folder)
    for block in (block for block in told if block.heading == "更新"):
        assert "读者已经看到新版本。" in office.type(block)
        done += 1
    assert office.current != first

    for block in (block for block in told if block.heading == "回退"):
        office.type(block)
        done += 1
    assert office.current == first

    for block in (block for block in told if block.heading == "证书"):
        if block.language == "nginx":
            _certify(office.portal, block.text)
        else:
            office.type(block)
        done += 1
    assert "strict-transport-security: max-age=31536000" in office.read("https://portal/").lower()

    for block in (block for block in told if block.heading in ("日志", "备份")):
        assert office.type(block) == "" or block.heading == "日志"
        done += 1
    (office.portal.root / "srv/handbook/current/extra.html").write_text("x")
    assert office.type(told[_last(told, "备份")]) == "extra.html\n"
    (office.portal.root / "srv/handbook/current/extra.html").unlink()

    for number in (1, 2, 5, 6):
        office.type(_step(installation, number), "second")
    office.second.run(KEY)
    key = office.second.run("cat ~/.ssh/id_ed25519.pub")
    with (office.portal.root / "var/lib/handbook/.ssh/authorized_keys").open("a") as keys:
        keys.write(key)
    for block in (block for block in told if block.heading == "面向全国"):
        office.type(block)
        office.type(block)
        done += 2 - 1
    shutil.copy(ROOT / "deploy/nginx.conf", office.second.root / "var/lib/handbook/nginx.conf")
    office.type(_step(installation, 8), "second")
    assert NAME.fullmatch((office.second.root / "srv/handbook/current").readlink().name)
    assert "云州市技能培训实施方案" in office.read("http://second/documents/")

    record_property("counted", f"{done} 段命令和配置，{len(told)} 段都试过")
    assert done == len(told)


def _last(told: list[Block], heading: str) -> int:
    return max(number for number, block in enumerate(told) if block.heading == heading)


def _step(installation: list[Block], number: int) -> Block:
    """The block of the installation with *number*, from 1."""
    return installation[number - 1]


def _certify(portal: Machine, lines: str) -> None:
    """Put a certificate where the page wants it, and *lines* in the place of the two that listen."""
    portal.run(
        "mkdir -p /etc/ssl/handbook && openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=portal"
        " -keyout /etc/ssl/private/handbook.pem -out /etc/ssl/handbook/fullchain.pem 2>&1"
    )
    config = portal.root / "etc/nginx/sites-available/handbook"
    text, count = re.subn(
        r"    listen 80;\n    listen \[::\]:80;\n", lambda _: lines, config.read_text("utf-8")
    )
    assert count == 1
    config.write_text(text, "utf-8")
