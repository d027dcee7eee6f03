"""How many requests a second the published site answers, and the ratio to a bare file of the same size (负载).

    python -m bench load [SECONDS]

Serves a small release with Debian's nginx on loopback, as shipped and bare, and loads both with wrk by turns: a page
(gzip), the same bytes as a file of a server with nothing configured. Only the ratio says something: the machine and
its neighbours drop out of it.
"""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.publish.nginx import serving
from tests.publish.small import publish_small

ROUNDS = 3


def load(address: str, seconds: int) -> tuple[float, int]:
    """Return requests a second and the number of errors, as wrk tells them."""
    done = subprocess.run(
        ["wrk", "-t1", "-c32", f"-d{seconds}s", "-H", "Accept-Encoding: gzip", address],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    rate = re.search(r"Requests/sec:\s+([\d.]+)", done.stdout)
    errors = sum(
        int(n)
        for line in re.findall(r"(?:Socket errors|Non-2xx).*", done.stdout)
        for n in re.findall(r"\d+", line.replace("2xx or 3xx", ""))
    )
    if rate is None:
        raise RuntimeError(done.stdout)
    return float(rate.group(1)), errors


def measure(place: Path, seconds: int, rounds: int = ROUNDS) -> tuple[float, float, int]:
    """Return the medians of the shipped and of the bare server in requests a second, and all errors."""
    destination, bare = place / "site", place / "bare"
    publish_small(1, place / "folder", destination)
    (bare / "current").mkdir(parents=True)
    (bare / "current" / "page.html").write_bytes((destination / "current" / "index.html.gz").read_bytes())
    shipped_rates: list[float] = []
    bare_rates: list[float] = []
    errors = 0
    with (
        serving(destination, place / "nginx") as site,
        serving(bare, place / "nginx-bare", bare=True) as plain,
    ):
        for _ in range(rounds):
            for server, path, rates in ((site, "/", shipped_rates), (plain, "/page.html", bare_rates)):
                rate, wrong = load(server.address + path, seconds)
                rates.append(rate)
                errors += wrong
    return statistics.median(shipped_rates), statistics.median(bare_rates), errors


def main(words: Sequence[str]) -> None:
    """Print the rates, the ratio and the errors; leave with 1 if there was an error. *words*: seconds a round."""
    with tempfile.TemporaryDirectory() as place:
        shipped, bare, errors = measure(Path(place), int(words[0]) if words else 5)
    print(
        f"手册页面 {shipped:.0f} 次/秒，同样大小的裸文件 {bare:.0f} 次/秒，比值 {shipped / bare:.2f}，出错 {errors} 次"
    )
    if errors:
        sys.exit(1)
