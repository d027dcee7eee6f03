"""A real nginx on a free port, with the configuration that is shipped, for as long as a test needs it."""

from __future__ import annotations

import http.client
import re
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

NGINX = "/usr/sbin/nginx"
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
DEPLOY = Path(__file__).parents[2] / "deploy"


@dataclass(frozen=True)
class Answer:
    """What the server said: header names in lower case."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)


def pieces_in(answer: Answer) -> dict[tuple[int, int], bytes]:
    """The parts of a multipart answer to a request of ranges, by their first byte and the length of the whole file."""
    assert (answer.status, answer.headers["content-type"].split(";")[0]) == (206, "multipart/byteranges")
    pieces = {}
    for found in re.finditer(rb"content-range: bytes (\d+)-(\d+)/(\d+)\r\n", answer.body, re.IGNORECASE):
        first, last, length = map(int, found.groups())
        start = answer.body.index(b"\r\n\r\n", found.start()) + 4
        pieces[first, length] = answer.body[start : start + last - first + 1]
    return pieces


@dataclass(frozen=True)
class Server:
    """A running nginx."""

    port: int
    process: subprocess.Popen[bytes]
    config: Path

    @property
    def address(self) -> str:
        """Where it answers, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Send one request; the path goes out as it is."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request(method, path, headers={k.replace("_", "-"): v for k, v in headers.items()})
            answer = connection.getresponse()
            names = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, names, answer.read())
        finally:
            connection.close()

    @property
    def reload(self) -> str:
        """The command that makes it read its configuration again."""
        return f"{NGINX} -c {self.config} -s reload"


def configuration(destination: Path, place: Path, port: int, *, subpath: bool, bare: bool) -> str:
    """The shipped configuration with folder and port replaced, inside the least that nginx needs around it."""
    types = "include /etc/nginx/mime.types; types { application/javascript mjs; }"
    text = f"{types} server {{ listen 127.0.0.1:{port}; root {destination}/current; }}" if bare else ""
    text = text or (DEPLOY / ("nginx-subpath.conf" if subpath else "nginx.conf")).read_text("utf-8")
    text = text.replace("/srv/handbook", str(destination))
    text = re.sub(r"listen 80;\n\s+listen \[::\]:80;", f"listen 127.0.0.1:{port};", text)
    if subpath:
        maps, _, locations = text.partition("# --- /etc/nginx/snippets/handbook.conf ---")
        text = f"{maps}\nserver {{ listen 127.0.0.1:{port}; location = / {{ return 200 'portal'; }}\n{locations}\n}}"
    module = f"load_module {BROTLI};" if BROTLI.exists() else ""
    if not module:
        text = text.replace("brotli_static on;", "")
    temporary = "".join(
        f"{name}_temp_path {place}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    return (
        f"{module}\nuser root;\nworker_processes 2;\ndaemon off;\npid {place}/nginx.pid;\nerror_log {place}/error.log;\n"
        f"events {{}}\nhttp {{\nsendfile on;\ntcp_nopush on;\naccess_log off;\n"
        f"{temporary}default_type application/octet-stream;\n{text}\n}}\n"
    )


@contextmanager
def serving(destination: Path, place: Path, *, subpath: bool = False, bare: bool = False) -> Iterator[Server]:
    """Serve *destination*; *place* is an empty folder for what nginx writes; *bare*: with nothing configured."""
    port = free_port()
    place.mkdir(parents=True, exist_ok=True)
    config = place / "nginx.conf"
    config.write_text(configuration(destination, place, port, subpath=subpath, bare=bare), "utf-8")
    with running([NGINX, "-p", str(place), "-c", str(config)], port, config, place) as server:
        yield server


def free_port() -> int:
    """Return a port of the loopback address that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(command: Sequence[str], port: int, config: Path, place: Path) -> Iterator[Server]:
    """Run a server for as long as a test needs it; what it says goes to *place*/log, and is raised if it does not start."""
    with (place / "log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
    server = Server(port, process, config)
    try:
        for _ in range(200):
            if process.poll() is not None:
                raise AssertionError((place / "log").read_text("utf-8"))
            try:
                server.ask("/")
                break
            except OSError:
                time.sleep(0.05)
        yield server
    finally:
        process.terminate()
        process.wait(10)
