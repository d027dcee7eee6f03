"""The note of a merge request in GitLab is written once and edited after each push."""

import json
import os
import subprocess
import sys
from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs, urlparse

import pytest

from tests.contributing.script import ROOT
from tests.site.conftest import serving

MARK = "<!-- handbook-diff -->"
NOTES = "/api/v4/projects/7/merge_requests/3/notes"


class Forge(BaseHTTPRequestHandler):
    """A GitLab that gives two notes a page, and keeps what it was asked to write."""

    notes: list[dict[str, object]]
    written: list[tuple[str, str, str]]
    status = 200

    def do_GET(self):
        """Give the notes of one page."""
        address = urlparse(self.path)
        page = int(parse_qs(address.query)["page"][0])
        self._answer(self.notes[(page - 1) * 2 : page * 2] if address.path == NOTES else None)

    def do_POST(self):
        """Keep a new note."""
        self._write()

    def do_PUT(self):
        """Keep an edited note."""
        self._write()

    def log_message(self, format, *args):
        """Say nothing."""

    def _write(self):
        content = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.written.append((self.command, self.path, parse_qs(content)["body"][0]))
        self._answer({})

    def _answer(self, content):
        self.send_response(self.status if self.headers["PRIVATE-TOKEN"] == "t" else 401)
        self.end_headers()
        self.wfile.write(json.dumps(content).encode())


@pytest.fixture
def note(tmp_path):
    """Run the job's last line for a forge with these notes; return what it said and what the forge was asked to write."""

    def run(notes, status=200, token="t"):
        class Here(Forge):
            """The forge of this run."""

        Here.notes, Here.written, Here.status = notes, [], status
        (tmp_path / "changes.md").write_text(f"{MARK}\n## 变化 & 一\n", "utf-8")
        with serving(Here) as address:
            done = subprocess.run(
                [sys.executable, ROOT / ".gitlab/note.py", tmp_path / "changes.md"],
                env={
                    **os.environ,
                    "CI_API_V4_URL": f"{address}/api/v4",
                    "CI_MERGE_REQUEST_PROJECT_ID": "7",
                    "CI_MERGE_REQUEST_IID": "3",
                    "HANDBOOK_BOT_TOKEN": token,
                },
                capture_output=True,
                text=True,
                check=True,
            )
        return done.stdout.strip(), Here.written

    return run


def test_the_first_push_writes_a_note(note):
    """What others wrote stays."""
    said, written = note([{"id": 1, "body": "好"}])

    assert (said, written) == ("写好留言", [("POST", NOTES, f"{MARK}\n## 变化 & 一\n")])


def test_a_later_push_edits_it(note):
    """Also where it stands on a later page."""
    others = [{"id": n, "body": "好"} for n in range(3)]
    said, written = note([*others, {"id": 9, "body": f"{MARK}\n旧"}])

    assert said == "更新了留言"
    assert [(method, path) for method, path, _ in written] == [("PUT", f"{NOTES}/9")]


def test_a_refusal_does_not_stop_the_job(note):
    """The changes are an attachment too."""
    said, written = note([], status=403)

    assert said.startswith("没有写成留言：")
    assert "403" in said
    assert written == []


def test_without_a_token_nothing_is_asked(note):
    """A fork has no token."""
    assert note([], token="") == ("没有 HANDBOOK_BOT_TOKEN，不留言", [])
