"""Apache and Caddy on a free port, with the configurations that are shipped, filled in as their first lines say."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.publish.headers import HEADERS
from tests.publish.nginx import DEPLOY, Server, free_port, running

APACHE = shutil.which("apache2", path="/usr/sbin:/usr/bin")
CADDY = shutil.which("caddy")
MODULES = Path("/usr/lib/apache2/modules")
_LOADED = ("mpm_event", "authz_core", "dir", "headers", "rewrite", "mime", "negotiation")
_POLICY = re.compile(r'Content-Security-Policy "([^"]*)"')


def _filled_in(name: str, destination: Path) -> str:
    """The shipped file with the policy of this release and its place."""
    policy = _POLICY.search((destination / HEADERS).read_text("utf-8"))
    assert policy
    text = (DEPLOY / name).read_text("utf-8")
    assert "照 headers.conf 填写" in text
    return text.replace("照 headers.conf 填写", policy[1]).replace("/srv/handbook", str(destination))


def apache(destination: Path, place: Path, port: int) -> tuple[Path, list[str]]:
    """Write the configuration of Apache to *place*; return it and the command that serves *destination*."""
    text = _filled_in("apache.conf", destination).replace(
        "<VirtualHost *:80>", f"<VirtualHost 127.0.0.1:{port}>"
    )
    modules = "".join(f"LoadModule {name}_module {MODULES}/mod_{name}.so\n" for name in _LOADED)
    config = place / "apache.conf"
    config.write_text(
        f"{modules}ServerRoot {place}\nServerName localhost\nPidFile {place}/pid\nErrorLog {place}/error.log\n"
        f"TypesConfig /etc/mime.types\nListen 127.0.0.1:{port}\nUser nobody\nGroup nogroup\n{text}",
        "utf-8",
    )
    return config, [APACHE or "apache2", "-f", str(config), "-DFOREGROUND"]


def caddy(destination: Path, place: Path, port: int) -> tuple[Path, list[str]]:
    """Write the configuration of Caddy to *place*; return it and the command that serves *destination*."""
    text = re.sub(r"(?m)^:80 \{$", f"http://127.0.0.1:{port} {{", _filled_in("Caddyfile", destination))
    config = place / "Caddyfile"
    config.write_text(f"{{\n\tadmin off\n\tstorage file_system {place}\n}}\n{text}", "utf-8")
    return config, [CADDY or "caddy", "run", "--config", str(config), "--adapter", "caddyfile"]


@contextmanager
def serving(name: str, destination: Path, place: Path) -> Iterator[Server]:
    """Serve *destination* with the server *name* for as long as a test needs it; *place* is for what it writes."""
    port = free_port()
    place.mkdir(parents=True, exist_ok=True)
    config, command = (apache if name == "apache" else caddy)(destination, place, port)
    with running(command, port, config, place) as server:
        yield server
