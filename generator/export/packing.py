"""Office files are ZIP archives that hold the time; packed again, the same content gives the same bytes (定档)."""

from __future__ import annotations

import io
import re
import zipfile

_EPOCH = (1980, 1, 1, 0, 0, 0)
_MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")


def packed(archive: bytes, today: str) -> bytes:
    """Return *archive* with every time taken out: entries carry the earliest date of ZIP, the properties *today*."""
    moment = rb"\g<1>" + today.encode() + rb"T00:00:00Z\g<2>"
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = _MOMENT.sub(moment, content)
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            target.writestr(entry, content)
    return out.getvalue()
