"""Extracts that nobody has read yet are read on every core before the library asks for them (预读)."""

from __future__ import annotations

from collections.abc import Mapping

from generator.assemble import assemble, is_kept
from generator.build.cores import on_all_cores
from generator.kept import Readings

_CHUNK = 4


def read_ahead(files: Mapping[str, bytes], readings: Readings) -> Readings:
    """Return *readings* with those of all sound extracts and records among *files* in its folder.

    Workers read and keep; what has findings is not kept, and is read once more by whoever asks for the findings.
    """
    lacking = [name for name in files if is_kept(name) and not readings.knows(name, files[name])]

    def read(name: str) -> None:
        assemble({name: files[name]}, readings)

    for _ in on_all_cores(read, lacking, _CHUNK):
        pass
    return readings
