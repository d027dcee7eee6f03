"""Work on every core, and by processes that inherit nothing."""

import gc
import os
import signal
import subprocess
import sys
import weakref
from collections.abc import Iterator
from functools import partial

import pytest

from generator.build.cores import apart, fed, on_all_cores
from generator.build.index import put_index
from generator.links import SEARCH_INDEX
from generator.search.entries import Entry
from generator.search.index import promised_index
from tests.search.library import LIBRARY

_SEEN: list[int] = []


def _sum(values: Iterator[int]) -> tuple[int, int]:
    return sum(values), len(_SEEN)


def _refuse(values: Iterator[int]) -> int:
    raise ValueError(f"{next(values)} is not wanted")


def _vanish(values: Iterator[int]) -> int:
    os._exit(next(values))


class _Large:
    """What workers inherit."""


def _name_of(held: _Large, number: int = 0) -> str:
    return f"{type(held).__name__} {number}"


def test_work_is_spread_in_order():
    """Also when it is taken one by one."""
    found = list(on_all_cores(partial(_name_of, _Large()), range(40), 1))

    assert found == [f"_Large {number}" for number in range(40)]


def test_what_workers_inherited_is_let_go():
    """A build goes on for minutes after its workers have ended."""
    held = _Large()
    gone = weakref.ref(held)
    list(on_all_cores(partial(_name_of, held), range(40), 1))
    apart(partial(_name_of, held))
    del held
    gc.collect()

    assert gone() is None


def test_a_process_is_fed_with_values_and_inherits_nothing():
    """It sees what it is sent, and nothing of what the one that feeds it holds."""
    _SEEN.append(1)

    assert fed(_sum, iter(range(1000))) == (499_500, 0)


def test_what_a_fed_process_raises_is_raised():
    """Also when it stops before it has taken everything: pipes hold little."""
    with pytest.raises(ValueError, match="0 is not wanted"):
        fed(_refuse, (value for value in range(200_000)))


def test_a_fed_process_that_vanishes_is_an_error():
    """Out of memory, for example: the build must not go on without what it should have made."""
    with pytest.raises(ChildProcessError):
        fed(_vanish, iter([1]))


def test_an_index_made_by_another_process_is_the_same(tmp_path):
    """Part by part, to the byte."""
    loose = tuple(entry for entry in LIBRARY if not entry.document)
    documents: dict[str, list[Entry]] = {}
    for entry in LIBRARY:
        if entry.document:
            documents.setdefault(entry.document, []).append(entry)
    index = promised_index(lambda: (loose, *(tuple(documents[id_]) for id_ in sorted(documents))), ())

    found = put_index(index, tmp_path)

    assert found.keys() == set(index)
    assert f"{SEARCH_INDEX}manifest.json" in found
    assert {path: (tmp_path / path).read_bytes() for path in found} == dict(index)


WORKING = """
import os, sys, time
from generator.build.cores import apart, on_all_cores
def wait(n=0):
    os.write(1, b".")
    time.sleep(1)
try:
    if sys.argv[1] == "pool":
        list(on_all_cores(wait, range(99), 1))
    else:
        apart(wait, wait)
except KeyboardInterrupt:
    print("stopped")
"""


@pytest.mark.parametrize("way", ["pool", "apart"])
def test_ctrl_c_ends_all_processes_without_a_word(way):
    """The terminal sends it to every process of the command; the first one alone may speak of it."""
    command = [sys.executable, "-c", WORKING, way]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as running:
        assert running.stdout is not None
        assert running.stdout.read(2) == b".."
        os.killpg(running.pid, signal.SIGINT)
        told, said = running.communicate(timeout=20)

    assert (told.strip(b"."), said) == (b"stopped\n", b"")
