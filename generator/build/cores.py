"""The same work on many things, on every core; works beside each other, each in a process of its own (多核)."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.connection import Connection
from typing import Any

CHUNK = 16
GARBAGE = 20_000
"""After so many new objects a worker looks for garbage; the trees of a page are full of circles."""
_todo: Callable[[Any], Any] | None = None
"""What forked workers do: set only while they are there, as it holds everything that they inherit."""


def on_all_cores(work: Callable[[Any], Any], things: Sequence[Any], chunk: int = CHUNK) -> Iterator[Any]:
    """Yield *work* of each thing in order; forked workers inherit everything, so that only results are sent.

    Workers take *chunk* things at a time; where there are no more than these, this process does the work.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if cores < 2 or len(things) <= chunk or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(work, things)
        return
    with (
        _inherited(lambda index: work(things[index])),
        multiprocessing.get_context("fork").Pool(cores, _begin) as pool,
    ):
        yield from pool.imap(_do, range(len(things)), chunk)


def apart(*works: Callable[[], Any]) -> list[Any]:
    """Return what *works* return, done at the same time by a forked process each: the memory that they take goes with them.

    They may use all cores themselves. Where the system can't fork, this process does one after the other.
    """
    if "fork" not in multiprocessing.get_all_start_methods():
        return [work() for work in works]
    context = multiprocessing.get_context("fork")
    with (
        _inherited(lambda index: works[index]()),
        ProcessPoolExecutor(len(works), context, _begin) as pool,
    ):
        return list(pool.map(_do, range(len(works))))


@contextlib.contextmanager
def _inherited(todo: Callable[[Any], Any]) -> Iterator[None]:
    global _todo
    before, _todo = _todo, todo
    try:
        yield
    finally:
        _todo = before


def fed(work: Callable[[Iterator[Any]], Any], values: Iterable[Any]) -> Any:
    """Return *work* of *values*, done by a process that inherits nothing and is sent one value after the other.

    *work* and the values are pickled. What it raises is raised here.
    """
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_be_fed, args=(work, there))
    process.start()
    there.close()
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # it has raised: its words are waiting
        for value in values:
            here.send((value,))
        here.send(None)
    try:
        result, error = here.recv()
    except (EOFError, ConnectionResetError):
        result, error = None, ChildProcessError("a process of the build ended before it was done")
    process.join()
    if error is not None:
        raise error
    return result


def _be_fed(work: Callable[[Iterator[Any]], Any], there: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        there.send((work(value for (value,) in iter(there.recv, None)), None))
    except Exception as error:  # noqa: BLE001 - whatever it is, the process that feeds says it
        there.send((None, error))


def _begin() -> None:
    """Leave Ctrl-C, which the terminal sends to every process, to the first one: it waits for its workers or ends them.

    None of them says a word, and none writes into a folder that is being removed.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _own_garbage()


def _own_garbage() -> None:
    """Let a worker look through what it made itself, and often: what it inherited stays shared."""
    gc.freeze()
    gc.enable()
    gc.set_threshold(GARBAGE, 5, 5)


def _do(index: int) -> Any:
    assert _todo is not None
    return _todo(index)
