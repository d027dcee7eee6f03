"""Freshly installed Debian 12 machines on a small network of their own, and the publisher's computer beside them.

A machine is made by debootstrap and started by systemd-nspawn: its own init, processes, accounts and network. The
publisher's computer is this one with a home where nothing of ssh has ever been.
"""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
RELEASE = "bookworm"
PROGRAMS = ("debootstrap", "systemd-nspawn", "nsenter", "unshare", "ip", "ssh", "rsync")
BRIDGE = "handbook-net"
NETWORK = "198.51.100."
"""Addresses that are kept free for examples (RFC 5737), so that no office has them."""

_AT_HOME = """
mount -t overlay overlay -o lowerdir="$2",upperdir="$1/upper",workdir="$1/work" "$2"
mount --bind "$1/hosts" /etc/hosts
export HOME="$2" LC_ALL=C.UTF-8
exec bash -e -o pipefail -c "$3"
"""


class CommandError(AssertionError):
    """A command of the page did not end well; the message has what it printed."""


def _finished(done: subprocess.CompletedProcess[str], command: str) -> str:
    if done.returncode:
        raise CommandError(f"{command}\n→ {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


@dataclass(frozen=True)
class Machine:
    """A running machine."""

    root: Path
    leader: int
    """Its first process, as this machine counts."""

    def run(self, command: str) -> str:
        """Run *command* as root there; what installs packages goes through the network of this machine."""
        inside = ["--mount", "--uts", "--ipc", "--pid", *([] if "apt-get" in command else ["--net"])]
        words = ["nsenter", f"--target={self.leader}", *inside, "--"]
        plain = ["env", "-i", "-C", "/root", "HOME=/root", "LC_ALL=C.UTF-8", "DEBIAN_FRONTEND=noninteractive",
                 "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"]  # fmt: skip
        done = subprocess.run(
            [*words, *plain, "bash", "-e", "-o", "pipefail", "-c", command],
            capture_output=True, text=True, check=False, timeout=600,
        )  # fmt: skip
        return _finished(done, command)


@dataclass(frozen=True)
class Publisher:
    """The computer of the publisher: *folder* is the handbook, *place* keeps what is new in the home."""

    folder: Path
    place: Path
    path: str

    def run(self, command: str) -> str:
        """Run *command* in the folder of the handbook."""
        done = subprocess.run(
            ["unshare", "--mount", "sh", "-e", "-c", _AT_HOME, "sh", str(self.place), str(Path.home()), command],
            cwd=self.folder, env={"PATH": self.path, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False, timeout=600,
        )  # fmt: skip
        return _finished(done, command)


def mirror() -> str | None:
    """Return where this machine gets Debian's packages; None if it has no such place."""
    done = subprocess.run(
        ["apt-get", "indextargets", "--format", "$(CODENAME) $(COMPONENT) $(REPO_URI)", "Created-By: Packages"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    rows = (line.split() for line in done.stdout.splitlines())
    return next((uri for code, part, uri in rows if (code, part) == (RELEASE, "main")), None)


def install(root: Path, source: str) -> None:
    """Install Debian 12 into *root*."""
    done = subprocess.run(
        ["debootstrap", RELEASE, str(root), source], capture_output=True, text=True, check=False
    )
    _finished(done, "debootstrap")


@contextmanager
def network() -> Iterator[str]:
    """A bridge that the machines are plugged into; this machine is .1 in it."""
    for words in (
        f"link add {BRIDGE} type bridge",
        f"addr add {NETWORK}1/24 dev {BRIDGE}",
        f"link set {BRIDGE} up",
    ):
        subprocess.run(["ip", *words.split()], check=True)
    try:
        yield BRIDGE
    finally:
        subprocess.run(["ip", "link", "del", BRIDGE], check=True)


@contextmanager
def running(root: Path, name: str, number: int, hosts: str) -> Iterator[Machine]:
    """Start the machine in *root* as host *name* with address *number* of the network."""
    (root / "etc" / "hostname").write_text(f"{name}\n")
    process = subprocess.Popen(
        ["systemd-nspawn", "--quiet", "-D", str(root), "-M", f"handbook-{name}", "--boot", "--register=no", "--keep-unit",
         "--link-journal=no", "--console=passive", "--resolv-conf=copy-host", f"--network-bridge={BRIDGE}"],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip
    try:
        machine = Machine(root, _leader(process))
        for words in (
            f"addr add {NETWORK}{number}/24 dev host0",
            "link set host0 up",
        ):
            subprocess.run(
                ["nsenter", f"--target={machine.leader}", "--net", "ip", *words.split()], check=True
            )
        (root / "etc" / "hosts").write_text(hosts)
        machine.run(
            "for n in $(seq 120); do systemctl is-system-running | grep -qE 'running|degraded' && exit; sleep 0.5; done"
        )
        yield machine
    finally:
        process.terminate()
        try:
            process.wait(60)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stderr:
            process.stderr.close()


def _leader(process: subprocess.Popen[bytes]) -> int:
    """Wait for the first process of the machine that *process* starts: the one that counts itself as 1."""
    for _ in range(600):
        if process.poll() is not None:
            raise CommandError((process.stderr.read() if process.stderr else b"").decode())
        for status in Path("/proc").glob("[0-9]*/status"):
            lines = dict(line.split(":\t", 1) for line in _text(status).splitlines() if ":\t" in line)
            counted = lines.get("NSpid", "").split()
            if len(counted) > 1 and counted[-1] == "1" and _descends(int(counted[0]), process.pid):
                return int(counted[0])
        time.sleep(0.1)
    raise CommandError("systemd-nspawn started nothing")


def _text(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""  # a process that has ended meanwhile


def _descends(pid: int, ancestor: int) -> bool:
    while pid > 1:
        if pid == ancestor:
            return True
        stat = _text(Path(f"/proc/{pid}/stat"))
        pid = int(stat.rpartition(")")[2].split()[1]) if stat else 0
    return False


def missing_programs() -> list[str]:
    """What this needs and is not there."""
    return [name for name in PROGRAMS if not shutil.which(name)]
