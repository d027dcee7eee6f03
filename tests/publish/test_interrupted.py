"""A publisher that is killed at any moment leaves readers the old site whole, and the next run cleans up."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.publish.nginx import serving
from tests.publish.small import PAGES, publish_small

ROOT = Path(__file__).parents[2]


def kill_while_reading(tmp_path: Path, times: int, seed: int) -> tuple[dict[str, object], dict[str, object]]:
    """Kill *times* publishers while a reader polls nginx; return what the killer and the reader report."""
    destination = tmp_path / "site"
    publish_small(0, tmp_path / "first", destination)
    with serving(destination, tmp_path / "nginx") as server:
        reading = subprocess.Popen(
            [sys.executable, "-m", "tests.publish.reader", server.address, str(PAGES)],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
        killing = subprocess.run(
            [sys.executable, "-m", "tests.publish.killing", str(destination), str(tmp_path / "scratch"), str(times), str(seed)],
            cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        read, _ = reading.communicate()
    assert killing.returncode == 0, killing.stderr
    return json.loads(killing.stdout), json.loads(read)


@pytest.mark.machine
@pytest.mark.parametrize(
    ("times", "seed"),
    [(20, 8), pytest.param(200, 20261121, marks=pytest.mark.slow)],
    ids=["some", "two-hundred"],
)
def test_killed_publisher_never_shows_half_a_site(tmp_path, needs_nginx, record_property, times, seed):
    """No page is mixed or missing, no release is half, nothing is left behind, whenever the publisher dies."""
    killed, read = kill_while_reading(tmp_path, times, seed)

    record_property("counted", f"中断 {killed}；读者 {read}")
    assert killed["faults"] == []
    assert read["faults"] == []
    assert killed["killed"] == times
    assert int(str(read["pages"])) > times
