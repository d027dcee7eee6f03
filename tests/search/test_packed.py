"""The files of the index in one: each can be taken out alone, and with any others, in any order."""

import json
import zlib
from itertools import accumulate

from generator.search.build import search_files
from generator.search.packed import PACKED
from tests.search.library import LIBRARY

STREAM_END = b"\x03\x00"
"""An empty last block, by which the reader ends a stream of pieces (RFC 1951, 3.2.3)."""


def _inflated(*pieces: bytes) -> bytes:
    reader = zlib.decompressobj(-zlib.MAX_WBITS)
    text = reader.decompress(b"".join(pieces) + STREAM_END)
    assert reader.eof
    return text


def _pieces() -> dict[str, tuple[bytes, bytes]]:
    """By the name of a file its piece, and its content as it lies beside it."""
    files = search_files(LIBRARY)
    kinds = json.loads(files["manifest.json"])["packed"]
    names = [f"{kind}-{number}.txt" for kind, lengths in kinds.items() for number in range(len(lengths))]
    ends = list(accumulate(length for lengths in kinds.values() for length in lengths))
    assert ends[-1] == len(files[PACKED])
    return {
        name: (files[PACKED][start:end], files[name])
        for name, start, end in zip(names, [0, *ends], ends, strict=False)
    }


def test_each_file_can_be_taken_out_alone():
    """Its piece lies where the manifest says, refers to nothing before it and ends with a NUL."""
    for piece, content in _pieces().values():
        assert _inflated(piece) == content + b"\0"


def test_pieces_can_be_joined_in_any_order():
    """One stream unpacks them all."""
    pieces = [*_pieces().values()]
    joined = b"".join(content + b"\0" for _, content in reversed(pieces))

    assert _inflated(*(piece for piece, _ in reversed(pieces))) == joined


def test_every_file_of_which_there_may_be_thousands_is_packed():
    """What every question needs is not: the browser keeps whole files, not ranges of them."""
    beside = set(search_files(LIBRARY)) - set(_pieces())

    assert beside == {"manifest.json", "characters.json", "counts-0.txt", "lunr.mjs", PACKED}
