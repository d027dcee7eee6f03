"""A disk that fills up while a release arrives: readers keep the old site, and room made later is enough.

The disk is a real one: a tmpfs of a few megabytes, mounted for the test (needs root); a file of ballast leaves as much
room as the case wants, from none to almost enough.
"""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.publish.releases import NAME
from generator.publish.shell import PublishError
from generator.publish.verify import verify_folder
from tests.publish.nginx import serving
from tests.publish.reader import read_pages
from tests.publish.small import PAGES, publish_small

pytestmark = [pytest.mark.machine, pytest.mark.usefixtures("needs_root", "needs_rsync")]
BLOCK = 4096


@pytest.fixture
def small_disk(tmp_path) -> Iterator[Path]:
    """A disk of two megabytes."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)], capture_output=True, text=True
    )
    if mounted.returncode != 0:
        pytest.skip(f"不能挂载 tmpfs：{mounted.stderr.strip()}")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def fill(disk: Path, blocks: int) -> Path:
    """Write ballast until only *blocks* blocks are free."""
    ballast = disk / "ballast"
    free = os.statvfs(disk).f_bavail
    ballast.write_bytes(b"\0" * BLOCK * max(0, free - blocks))
    return ballast


def test_full_disk_leaves_the_old_site_whole(small_disk, tmp_path, needs_nginx, record_property):
    """However much room is left, a release that does not fit is refused and nothing of it stays."""
    destination = small_disk / "site"
    publish_small(1, tmp_path / "1", destination)
    shown = (destination / "current").readlink()
    stop = threading.Event()
    report: list[dict[str, object]] = []
    pages = ["index.html", *(f"documents/p{page}/index.html" for page in range(1, PAGES))]
    refused: list[Path] = []
    whole: list[bool] = []
    with serving(destination, tmp_path / "nginx") as server:
        reader = threading.Thread(target=lambda: report.append(read_pages(server.address, pages, stop)))
        reader.start()
        for number, blocks in enumerate([0, 1, 2, 3, 5, 8, 13, 20, 30, 40], 2):
            ballast = fill(small_disk, blocks)
            with pytest.raises(PublishError, match="No space left"):
                publish_small(number, tmp_path / str(number), destination)
            refused.append((destination / "current").readlink())
            ballast.unlink()
            whole.append(not verify_folder(destination)[1])
        stop.set()
        reader.join()

    publish_small(99, tmp_path / "99", destination)

    record_property("counted", f"磁盘满 {len(refused)} 次；读者 {report[0]}")
    assert set(refused) == {shown}
    assert all(whole)
    assert report[0]["faults"] == []
    assert all(NAME.fullmatch(path.name) for path in (destination / "releases").iterdir())
