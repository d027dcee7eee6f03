"""What the tests of publishing need of the machine; its absence skips a test here and fails it on CI."""

import os
import shutil

import pytest

from tests.publish.nginx import NGINX

ON_CI = os.environ.get("CI") == "true"


def _need(*programs: str) -> None:
    missing = [name for name in programs if not shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin")]
    if missing:
        reason = f"没有 {'、'.join(missing)}：bash tests/setup.sh"
        pytest.fail(reason) if ON_CI else pytest.skip(reason)


@pytest.fixture
def needs_rsync():
    """Publishing copies with rsync, under the lock of flock."""
    _need("rsync", "flock")


@pytest.fixture
def needs_nginx(needs_rsync):
    """The web server of the office."""
    _need(NGINX)


@pytest.fixture
def needs_sshd(needs_rsync):
    """A real ssh server."""
    _need("sshd", "ssh", "ssh-keygen")


@pytest.fixture
def needs_root():
    """Mounting a small disk is for root."""
    if os.geteuid() != 0:
        pytest.skip("不是 root，不能挂载小磁盘")
