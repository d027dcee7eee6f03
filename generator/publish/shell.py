"""A shell at the destination, here or over ssh, that holds the lock for as long as it lives (会话).

One POSIX shell runs under `flock`; scripts go in through its standard input, answers come back between marks. When
this program dies or the line breaks, the shell reads the end of its input, stops after the command it is at, and the
lock is free: no lock file is ever left behind. A script is one `{ …; }` group, so a half-sent one does not run.
"""

from __future__ import annotations

import contextlib
import shlex
import subprocess
import tempfile
from collections.abc import Sequence
from types import TracebackType
from typing import IO, cast

LOCK = ".lock"
_BUSY, _NO_FLOCK = 75, 127
_MARK = b"\n--handbook-end--"

SSH = (
    "ssh",
    "-o", "BatchMode=yes",
    "-o", "ConnectTimeout=20",
    "-o", "ServerAliveInterval=5",
    "-o", "ServerAliveCountMax=3",
)  # fmt: skip
"""How to reach another machine: no questions, and an end to waiting when the line is dead."""


class PublishError(Exception):
    """Publishing can't go on; the message says why and what readers see now."""


class BusyError(PublishError):
    """Somebody else holds the lock."""


class Shell:
    """A shell in *folder* of this machine, or of *host* (`user@host`), under the lock of the folder."""

    def __init__(self, folder: str, host: str | None, *, wait: int = 10, ssh: Sequence[str] = SSH) -> None:
        quoted = shlex.quote(folder)
        script = (
            f"umask 022; mkdir -p {quoted}/releases {quoted}/withdrawn && cd {quoted} && "
            f"exec flock -w {wait} -E {_BUSY} {LOCK} sh"
        )
        command = ["sh", "-c", script] if host is None else [*ssh, host, script]
        self._read = 0
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - closed in __exit__
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._errors
        )
        self._in, self._out = (
            cast("IO[bytes]", self._process.stdin),
            cast("IO[bytes]", self._process.stdout),
        )
        try:
            self.run(":")
        except PublishError:
            self.close()
            raise

    def run(self, script: str) -> bytes:
        """Run *script* in the folder and return what it printed; PublishError with its last words if it fails."""
        text = f"{{ {script}\n}} </dev/null; printf '\\n--handbook-end--%s\\n' $?\n"
        self._said()
        try:
            self._in.write(text.encode())
            self._in.flush()
        except OSError:
            raise self._ended() from None
        answer = b""
        while _MARK not in answer or not answer.endswith(b"\n"):
            part = self._out.readline()
            if not part:
                raise self._ended()
            answer += part
        output, _, status = answer.rpartition(_MARK)
        if int(status) != 0:
            raise PublishError(self._said() or f"命令没有成功（{int(status)}）：{script[:80]}")
        return output

    def _said(self) -> str:
        """What the commands complained about since the last look."""
        self._errors.seek(self._read)
        words = self._errors.read()
        self._read += len(words)
        return words.decode("utf-8", "replace").strip()

    def _ended(self) -> PublishError:
        code = self._process.wait()
        words = self._said()
        if code == _BUSY:
            return BusyError("另一个人正在发布，请等他结束后再试。")
        if code == _NO_FLOCK:
            return PublishError(f"目的地缺少 flock 命令（Debian 软件包 util-linux）：{words}")
        return PublishError(f"到目的地的连接断了：{words}" if words else "到目的地的连接断了")

    def __enter__(self) -> Shell:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the shell; the lock is free when it has ended."""
        with contextlib.suppress(OSError):
            self._in.close()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._out.close()
        self._errors.close()
