"""A reader who opens page after page, with everything a page needs, and writes down each answer that does not fit.

Run as a program with the address of the server; it reads until its standard input ends, then prints JSON.
"""

from __future__ import annotations

import gzip
import http.client
import json
import random
import re
import sys
import threading
from posixpath import dirname, join, normpath
from urllib.parse import urlsplit

MARK = re.compile(rb"release-\d+-")
NEEDED = re.compile(rb'(?:href|src|data-index)="([^"]+)"')


def read_pages(address: str, paths: list[str], stop: threading.Event, seed: int = 1) -> dict[str, object]:
    """Open pages until *stop*; return how many pages and files were read, which releases were seen, and the faults."""
    choice = random.Random(seed)
    host = urlsplit(address).netloc
    faults: list[str] = []
    seen: dict[str, int] = {}
    files = 0
    while not stop.is_set():
        connection = http.client.HTTPConnection(host, timeout=20)

        def get(path: str, connection: http.client.HTTPConnection = connection) -> tuple[int, bytes]:
            connection.request("GET", "/" + path, headers={"Accept-Encoding": "gzip"})
            answer = connection.getresponse()
            body = answer.read()
            return answer.status, gzip.decompress(body) if answer.getheader(
                "Content-Encoding"
            ) == "gzip" else body

        page = choice.choice(paths)
        status, body = get(page)
        marks = set(MARK.findall(body))
        if status != 200 or len(marks) != 1:
            faults.append(f"{page}: {status} {sorted(marks)}")
            continue
        mark = marks.pop()
        seen[mark.decode()] = seen.get(mark.decode(), 0) + 1
        for match in NEEDED.finditer(body):
            target = normpath(join(dirname(page), match.group(1).decode()))
            target = f"{target}/manifest.json" if "search/" in target else target
            status, content = get(target)
            files += 1
            if status != 200 or set(MARK.findall(content)) != {mark}:
                faults.append(f"{page} of {mark.decode()} needs {target}: {status}")
        connection.close()
    return {"pages": sum(seen.values()), "files": files, "releases": len(seen), "faults": faults[:20]}


if __name__ == "__main__":
    ended = threading.Event()

    def wait_for_the_end() -> None:
        """Stop when whoever started this closes the pipe."""
        sys.stdin.read()
        ended.set()

    threading.Thread(target=wait_for_the_end, daemon=True).start()
    listed = ["index.html", *(f"documents/p{page}/index.html" for page in range(1, int(sys.argv[2])))]
    sys.stdout.write(json.dumps(read_pages(sys.argv[1], listed, ended)))
