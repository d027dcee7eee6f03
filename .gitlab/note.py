"""Put a file into one note of the merge request: the note of an earlier push is edited (合并请求的留言).

Runs in a job of GitLab. Without HANDBOOK_BOT_TOKEN nothing is written; a note that can't be written is told, and is no
reason to stop the job.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

_A_PAGE = 100


def main(file: str) -> str:
    """Write the text of *file*, whose first line tells our note from others; say what was done."""
    token = os.environ.get("HANDBOOK_BOT_TOKEN", "")
    if not token:
        return "没有 HANDBOOK_BOT_TOKEN，不留言"
    project, request = os.environ["CI_MERGE_REQUEST_PROJECT_ID"], os.environ["CI_MERGE_REQUEST_IID"]
    notes = f"{os.environ['CI_API_V4_URL']}/projects/{project}/merge_requests/{request}/notes"
    body = Path(file).read_text("utf-8")
    try:
        old = _find(token, notes, body.partition("\n")[0])
        if old is None:
            _ask(token, "POST", notes, {"body": body})
            return "写好留言"
        _ask(token, "PUT", f"{notes}/{old}", {"body": body})
    except URLError as error:
        return f"没有写成留言：{error}"
    return "更新了留言"


def _find(token: str, notes: str, mark: str) -> int | None:
    """Return the first note that begins with *mark*; GitLab gives them page by page."""
    page = 1
    while found := _ask(token, "GET", f"{notes}?sort=asc&per_page={_A_PAGE}&page={page}"):
        for note in found:
            if note["body"].startswith(mark):
                return int(note["id"])
        page += 1
    return None


def _ask(token: str, method: str, address: str, fields: dict[str, str] | None = None) -> Any:
    content = urlencode(fields).encode() if fields else None
    request = Request(address, content, {"PRIVATE-TOKEN": token}, method=method)
    with urlopen(request, timeout=60) as answer:
        return json.load(answer)


if __name__ == "__main__":
    sys.stdout.write(main(sys.argv[1]) + "\n")
