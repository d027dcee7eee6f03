"""Files of the index once more, all in one: a question takes what it needs of it with one request (HTTP range requests).

A browser spends about three milliseconds on a file, whatever its size, and a question needs eight of them.
"""

import zlib

PACKED = "packed.bin"
"""The name of the file; packed.mjs holds the reader's half."""
END = b"\0"
"""Stands after each file: no JSON text holds this character as such."""


class Packed:
    """Files laid one after another, each deflated so that any of them can be read one after another (RFC 1951, raw).

    A piece ends on a byte and refers to nothing before it; `03 00` after the last ends the stream.
    """

    def __init__(self) -> None:
        self.lengths: dict[str, list[int]] = {}
        """By kind the length in bytes of each of its files; kinds and files in the order in which they lie there."""
        self.pieces: list[bytes] = []
        """The whole file, piece by piece: joined it would take its size once more."""

    def add(self, kind: str, content: bytes) -> None:
        """Lay the next file of *kind* behind the others; all files of a kind come together."""
        packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
        piece = packer.compress(content + END) + packer.flush(zlib.Z_FULL_FLUSH)
        self.lengths.setdefault(kind, []).append(len(piece))
        self.pieces.append(piece)
