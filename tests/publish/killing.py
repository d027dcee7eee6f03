"""Publish again and again and kill the publisher at random moments; a program, so that it can fork in peace.

python -m tests.publish.killing DESTINATION SCRATCH TIMES SEED  →  JSON
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
import signal
import sys
import time
from collections import Counter
from pathlib import Path

from generator.publish.destination import Address
from generator.publish.publish import Options, publish
from generator.publish.releases import NAME
from generator.publish.verify import verify_folder
from tests.publish.small import MOMENT, small_release, write_release

KEEP = 3


def kill_at_random(destination: Path, scratch: Path, times: int, seed: int) -> dict[str, object]:
    """Go on until *times* publishers died before their end.

    Return what happened: how many runs were killed and how many came to their end, and every fault found.
    """
    choice = random.Random(seed)
    count = Counter({"killed": 0, "finished": 0, "switched": 0, "left behind": 0})
    faults: list[str] = []
    longest = _publish(0, destination, scratch, kill_after=None)[1]
    before = (destination / "current").readlink()
    number = 0
    while count["killed"] < times and number < 4 * times:
        number += 1
        ended, _ = _publish(
            number, destination, scratch, choice.uniform(0, longest), whole_group=bool(number % 2)
        )
        count["finished" if ended else "killed"] += 1
        now = (destination / "current").readlink()
        count["switched"] += now != before
        before = now
        # An orphan of the publisher may switch while this looks: hold on to the release that is current now.
        listed, difference = verify_folder(destination / now)
        if difference or not listed:
            faults.append(f"{number}: {difference}")
        faults += [
            f"{number}: {release.name} is not whole"
            for release in (destination / "releases").iterdir()
            if NAME.fullmatch(release.name) and verify_folder(release)[1]
        ]
        left = [p for p in (destination / "releases").iterdir() if p.name.startswith(".")]
        count["left behind"] += bool(left)
    _publish(number + 1, destination, scratch, kill_after=None)
    names = sorted(p.name for p in (destination / "releases").iterdir())
    if len(names) > KEEP + 1 or any(not NAME.fullmatch(n) for n in names):
        faults.append(f"left behind: {names}")
    if {p.name for p in destination.iterdir()} - {
        ".lock",
        "current",
        "previous",
        "releases",
        "withdrawn",
        "headers.conf",
    }:
        faults.append(f"left behind: {sorted(p.name for p in destination.iterdir())}")
    return {**count, "faults": faults}


def _publish(
    number: int, destination: Path, scratch: Path, kill_after: float | None, *, whole_group: bool = False
) -> tuple[bool, float]:
    """Publish in a child; kill it after that many seconds. Return whether it came to its end, and the time it took."""
    release = small_release(number)
    folder = write_release(scratch / str(number), release)
    started = time.monotonic()
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        try:
            publish(
                release,
                folder,
                Address(str(destination)),
                MOMENT,
                "c0ffee0",
                Options(keep=KEEP, wait=30),
                lambda _: None,
            )
            os._exit(0)
        except BaseException as error:  # noqa: BLE001 - the child ends here
            sys.stderr.write(f"{number}: {error!r}\n")
            os._exit(1)
    with contextlib.suppress(OSError):  # the child may have been quicker
        os.setpgid(child, child)
    if kill_after is not None:
        time.sleep(kill_after)
        (os.killpg if whole_group else os.kill)(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    shutil.rmtree(folder)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise SystemExit(f"publishing {number} failed")
    return os.WIFEXITED(status), time.monotonic() - started


if __name__ == "__main__":
    sys.stdout.write(
        json.dumps(kill_at_random(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])))
    )
