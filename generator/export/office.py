"""What the parts of office files must not hold: control characters, the time of day (Office 文件)."""

from __future__ import annotations

import re
import zipfile

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_EPOCH = (1980, 1, 1, 0, 0, 0)


def legal(text: str) -> str:
    """Return *text* without the characters that XML 1.0 forbids; an office program does not open a file with one."""
    return _ILLEGAL.sub("", text)


def pack(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    """Add the part *name* to *archive* with the earliest date of ZIP, so that the same content gives the same bytes."""
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, content)
