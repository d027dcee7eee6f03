"""The real handbook, built once by MkDocs and served on this machine."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from bench.today import last_checked, noon

ROOT = Path(__file__).parent.parent.parent
ONE_DAY = {"SOURCE_DATE_EPOCH": str(noon(last_checked()))}
"""A site says which day it was made."""


class Quiet(SimpleHTTPRequestHandler):
    """A file server that writes no log."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def build_site(out: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build the real handbook into *out* with `handbook build`."""
    return subprocess.run(
        [sys.executable, "-m", "generator", "build", "--root", str(ROOT), "--out", str(out)],
        cwd=ROOT,
        env={**os.environ, **ONE_DAY, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@contextmanager
def serving(handler: Callable[..., BaseHTTPRequestHandler]) -> Iterator[str]:
    """Yield the address of a server of this machine that answers with *handler*."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site; the build is strict."""
    out = tmp_path_factory.mktemp("site")
    done = build_site(out)
    assert done.returncode == 0, done.stderr[-4000:]
    assert "WARNING" not in done.stderr, done.stderr
    return out


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address at which the built site is served."""
    with serving(partial(Quiet, directory=str(site))) as address:
        yield address
