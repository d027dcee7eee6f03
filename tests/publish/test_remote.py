"""Publishing over ssh and rsync to a real ssh server, and lines that break."""

from __future__ import annotations

import random
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.publish.destination import Address
from generator.publish.publish import Options, publish
from generator.publish.releases import NAME
from generator.publish.shell import SSH, PublishError
from generator.publish.verify import verify_folder
from tests.publish.small import MOMENT, small_release, write_release

pytestmark = [pytest.mark.machine, pytest.mark.usefixtures("needs_sshd")]


class Line:
    """A line to a port of this machine that breaks after so many bytes; None: it holds."""

    def __init__(self, port: int) -> None:
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._server.getsockname()[1]
        self._target = port
        self._open: list[socket.socket] = []
        self.left: int | None = None
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                here, _ = self._server.accept()
            except OSError:
                return
            there = socket.create_connection(("127.0.0.1", self._target))
            self._open += [here, there]
            for source, sink in ((here, there), (there, here)):
                threading.Thread(target=self._carry, args=(source, sink), daemon=True).start()

    def _carry(self, source: socket.socket, sink: socket.socket) -> None:
        try:
            while content := source.recv(4096):
                if self.left is not None:
                    self.left -= len(content)
                    if self.left < 0:
                        self.cut()
                        return
                sink.sendall(content)
            sink.shutdown(socket.SHUT_WR)
        except OSError:
            return

    def cut(self) -> None:
        """Break every connection that is open."""
        for one in self._open:
            with_linger(one)
        self._open.clear()

    def close(self) -> None:
        """Break the line for good."""
        self._server.close()
        self.cut()


def with_linger(one: socket.socket) -> None:
    """Close without a farewell, as a pulled plug does."""
    try:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        one.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass
    one.close()


@dataclass(frozen=True)
class Remote:
    """A machine behind a line."""

    line: Line
    options: Options
    folder: Path

    def publish(self, number: int, scratch: Path) -> str:
        """Publish release *number*; return its name."""
        release = small_release(number)
        source = write_release(scratch, release)
        address = Address(str(self.folder), "root@127.0.0.1")
        return publish(release, source, address, MOMENT, "c0ffee0", self.options, lambda _: None).name


@pytest.fixture
def remote(tmp_path) -> Iterator[Remote]:
    """Debian's ssh server on a free port, with a key of its own."""
    for name in ("host", "user"):
        subprocess.run(
            ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(tmp_path / name)], check=True
        )
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    config = tmp_path / "sshd_config"
    config.write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {tmp_path}/host\nAuthorizedKeysFile {tmp_path}/user.pub\n"
        "PasswordAuthentication no\nStrictModes no\nPidFile none\nUsePAM no\nMaxStartups 100\n",
        "utf-8",
    )
    Path("/run/sshd").mkdir(exist_ok=True)
    server = subprocess.Popen([shutil.which("sshd", path="/usr/sbin") or "sshd", "-D", "-f", str(config)])
    line = Line(port)
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            break
        except OSError:
            time.sleep(0.05)
    known = ("-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o", "LogLevel=ERROR")
    ssh = (*SSH, "-F", "none", "-i", str(tmp_path / "user"), "-p", str(line.port), *known)
    yield Remote(line, Options(ssh=ssh, wait=30), tmp_path / "site with space")
    line.close()
    server.terminate()
    server.wait(10)


def test_release_arrives_over_ssh(remote, tmp_path):
    """The same steps as on this machine."""
    name = remote.publish(1, tmp_path / "1")

    assert (remote.folder / "current").readlink().name == name
    assert not verify_folder(remote.folder)[1]


@pytest.mark.parametrize(
    ("times", "seed"), [(8, 3), pytest.param(60, 20261121, marks=pytest.mark.slow)], ids=["some", "sixty"]
)
def test_broken_line_leaves_the_old_site_whole(remote, tmp_path, record_property, times, seed):
    """Wherever the line breaks, nothing half is shown, and the next run over a whole line cleans up."""
    choice = random.Random(seed)
    remote.line.left = 10_000_000
    remote.publish(0, tmp_path / "0")
    needed = 10_000_000 - remote.line.left
    broken, whole = 0, []
    for number in range(1, times + 1):
        remote.line.left = choice.randrange(needed)
        try:
            remote.publish(number, tmp_path / str(number))
        except PublishError:
            broken += 1
        whole.append(not verify_folder(remote.folder)[1])
    remote.line.left = None

    name = remote.publish(999, tmp_path / "999")

    record_property("counted", f"断线 {broken} 次，共传 {needed} 字节")
    assert all(whole)
    assert broken > times // 2
    assert (remote.folder / "current").readlink().name == name
    assert all(NAME.fullmatch(path.name) for path in (remote.folder / "releases").iterdir())


def test_refused_login_is_told(remote, tmp_path):
    """In the words of ssh, without a question that nobody answers."""
    (tmp_path / "user.pub").write_text("", "utf-8")

    with pytest.raises(PublishError, match=r"连接断了.*denied"):
        remote.publish(1, tmp_path / "1")
