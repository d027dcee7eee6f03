"""What a save costs in `handbook serve`: until the edited page is shown, and until the rest has followed."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

SERVING, SHOWN, REST = "Serving on", "改过的页面已经更新", "重新生成完毕"
PATIENCE = 7200
TICKS = os.sysconf("SC_CLK_TCK")
KIB_PER_MIB = 1024


@dataclass(frozen=True)
class Spent:
    """Seconds on the clock and of all processors."""

    wall: float
    processor: float


@dataclass(frozen=True)
class Seen:
    """From the save until the edited page is shown, until the rest has followed, and the memory in MiB."""

    shown: Spent
    rest: Spent
    memory: float


def measure(
    command: Sequence[str], environment: Mapping[str, str], log: Path, save: Callable[[], None]
) -> Seen:
    """Run the server *command*, *save* when its first build is there, and return what that cost."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    with log.open("w") as output:
        process = subprocess.Popen(
            [*command, "--addr", address],
            env=dict(environment),
            stdout=output,
            stderr=output,
            # A shell lets what it runs in the background ignore the interrupt that ends the server.
            preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
        )
    try:
        _until(log, SERVING, process)
        start, before = time.monotonic(), _processor(process.pid)
        save()
        seen = []
        for words in (SHOWN, REST):
            _until(log, words, process)
            seen.append(Spent(time.monotonic() - start, _processor(process.pid) - before))
        shown, rest = seen
        return Seen(shown, rest, _memory(process.pid))
    finally:
        process.send_signal(signal.SIGINT)  # MkDocs then takes away the folder that it served
        process.wait()


def _until(log: Path, words: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while words not in log.read_text("utf-8"):
        if process.poll() is not None or time.monotonic() > end:
            raise RuntimeError(f"{words}: {log.read_text('utf-8')[-2000:]}")
        time.sleep(0.05)


def _processor(pid: int) -> float:
    """Return the processor seconds of the process and of its workers that have ended."""
    fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rsplit(")", 1)[1].split()
    return sum(map(int, fields[11:15])) / TICKS


def _memory(pid: int) -> float:
    found = re.search(r"VmHWM:\s*(\d+)", Path(f"/proc/{pid}/status").read_text("utf-8"))
    return int(found[1]) / KIB_PER_MIB if found else 0.0
