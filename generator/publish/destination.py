"""Where releases live, on this machine or another: receive, prove, switch, clean up (目的地).

DEST/current     → releases/<name>, what readers see; replaced by one rename
DEST/previous    → the release before; only files with fingerprinted names are still served from it
DEST/releases/   whole releases; `.incoming-<name>` while one arrives
DEST/withdrawn/  an empty file for each release that a rollback left
DEST/headers.conf, DEST/.lock
"""

from __future__ import annotations

import re
import shlex
import subprocess
from dataclasses import dataclass
from pathlib import Path

from generator.publish.headers import HEADERS
from generator.publish.manifest import Digests
from generator.publish.releases import NAME, State
from generator.publish.shell import SSH, PublishError, Shell

_REMOTE = re.compile(r"(?P<host>(?:[A-Za-z0-9._-]+@)?[A-Za-z0-9][A-Za-z0-9._-]+):(?P<path>/.+|[^/:\\].*)")
_DIGEST = re.compile(rb"([0-9a-f]{64})  (.+)")
_COPY = "rsync -r --perms --chmod=D755,F644 --checksum --whole-file --link-dest={before} {source} {target}"
"""Unchanged files become hard links to the current release and keep their time, so browsers need not fetch them again.

Changed ones are sent whole: receivers such as Debian 12's 3.2.7-1+deb12u6 can't open the older file of a relative
--link-dest to patch it, and refuse the copy (RsyncProject/rsync#928).
"""


@dataclass(frozen=True)
class Address:
    """A folder, and the machine it is on (`user@host`; None: this one)."""

    folder: str
    host: str | None = None


def read_address(text: str) -> Address:
    """Read `PATH` or `user@host:path`; ValueError for what is neither."""
    if (
        re.match(r"[a-z][a-z0-9+.-]*://", text)
        or text.startswith("-")
        or not text
        or "\0" in text
        or "\n" in text
    ):
        raise ValueError("目的地写成文件夹路径，或 用户名@主机:路径")
    found = _REMOTE.fullmatch(text)
    if found and not Path(text).exists() and not re.match(r"[A-Za-z]:[\\/]", text):
        return Address(found["path"], found["host"])
    return Address(str(Path(text).absolute()))


class Destination:
    """The folder at *address*, under its lock; use it in a `with`."""

    def __init__(self, address: Address, shell: Shell, ssh: tuple[str, ...] = SSH) -> None:
        self._address, self._shell, self._ssh = address, shell, ssh

    def state(self) -> State:
        """Return what lies there; names that are no release are left alone."""
        found = self._lines("ls releases; echo /; ls withdrawn; echo /; readlink current || :; echo /")
        groups: list[list[str]] = [[]]
        for line in found:
            if line == "/":
                groups.append([])
            else:
                groups[-1].append(line)
        releases = tuple(sorted(n for n in groups[0] if NAME.fullmatch(n)))
        current = next((Path(n).name for n in groups[2]), None)
        return State(releases, current if current in releases else None, frozenset(groups[1]))

    def sweep(self) -> tuple[str, ...]:
        """Delete what a killed run left; return the names of what was there."""
        left = self._lines(
            "for f in releases/.incoming-* releases/.discarded-* .next .headers; do "
            '[ -e "$f" ] || [ -L "$f" ] || continue; echo "$f"; rm -rf -- "$f"; done'
        )
        return tuple(left)

    def receive(self, source: Path, name: str) -> None:
        """Copy the files of the folder *source* into an incoming folder for *name*."""
        target = f"releases/.incoming-{name}"
        if self._address.host is None:
            before = str(Path(self._address.folder) / "current" / "")
            copy = _COPY.format(
                before=shlex.quote(before), source=shlex.quote(f"{source}/"), target=shlex.quote(f"{target}/")
            )
            self._shell.run(copy)
            return
        remote = f"{self._address.host}:{self._address.folder.rstrip('/')}/{target}/"
        words = shlex.split(_COPY.format(before="../../current/", source="SOURCE", target="TARGET"))
        words = [{"SOURCE": f"{source}/", "TARGET": remote}.get(word, word) for word in words]
        done = subprocess.run(
            [words[0], "-e", shlex.join(self._ssh), "-s", *words[1:]],
            stdin=subprocess.DEVNULL, capture_output=True, check=False,
        )  # fmt: skip
        if done.returncode != 0:
            raise PublishError(f"传输没有成功：{done.stderr.decode('utf-8', 'replace').strip()}")

    def digests(self, name: str, *, incoming: bool) -> Digests:
        """Return the digest of every file that arrived; what is neither file nor folder gets an empty one."""
        folder = f"releases/.incoming-{name}" if incoming else f"releases/{name}"
        script = (
            f"cd {folder} && find . -type f -print0 | LC_ALL=C xargs -0 sha256sum -- && "
            "find . ! -type f ! -type d -print && cd ../.."
        )
        found: dict[str, str] = {}
        for line in self._shell.run(script).splitlines():
            match = _DIGEST.fullmatch(line)
            path = (match.group(2) if match else line).decode("utf-8", "surrogateescape").removeprefix("./")
            if path:
                found[path] = match.group(1).decode() if match else ""
        return found

    def admit(self, name: str) -> None:
        """Give the incoming folder its name: from now on it is a whole release."""
        self._shell.run(
            f"sync -f releases/.incoming-{name} && mv -T releases/.incoming-{name} releases/{name} && sync -f releases"
        )

    def switch(self, name: str, state: State) -> None:
        """Let `current` lead to *name* in one rename; `previous` keeps the way to the one before."""
        before = (
            f"ln -sfn releases/{state.current} .next && mv -fT .next previous && "
            if state.current not in (None, name)
            else ""
        )
        self._shell.run(
            f"{before}ln -sfn releases/{name} .next && mv -fT .next current && rm -f withdrawn/{name} && sync -f ."
        )

    def withdraw(self, name: str) -> None:
        """Remember that *name* was found wrong."""
        self._shell.run(f": > withdrawn/{name}")

    def discard(self, name: str, *, incoming: bool = False) -> None:
        """Delete a release; it loses its name first, so that a killed run leaves no half of one."""
        folder = f"releases/.incoming-{name}"
        if not incoming:
            folder = f"releases/.discarded-{name}"
            self._shell.run(f"mv -T releases/{name} {folder} && rm -f withdrawn/{name}")
        self._shell.run(f"rm -rf {folder}")

    def read(self, path: str) -> bytes | None:
        """Return the content of a file below the folder, None if there is none."""
        quoted = shlex.quote(path)
        answer = self._shell.run(f"if [ -f {quoted} ]; then echo; cat {quoted}; fi")
        return answer[1:] if answer else None

    def write_headers(self, content: bytes) -> None:
        """Replace headers.conf in one rename."""
        self._shell.run(
            f"cat > .headers <<'END-OF-HEADERS'\n{content.decode()}END-OF-HEADERS\nmv -f .headers {HEADERS}"
        )

    def command(self, words: str) -> None:
        """Run a command of the web master, such as the one that reloads nginx."""
        self._shell.run(words)

    def _lines(self, script: str) -> list[str]:
        return self._shell.run(script).decode("utf-8", "surrogateescape").splitlines()
