"""The lock files: exact, hashed, and silent about where the packages come from."""

import json
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOCKS = ["requirements.lock", "requirements-dev.lock", "bench/builders.lock"]


def locked(name: str) -> dict[str, str]:
    """The requirements of the lock file *name* by package, each with its version and its hashes."""
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    return {re.split(r"[=<>~! ;\[]", line, maxsplit=1)[0]: line for line in text.splitlines() if line.strip()}


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_is_exact_and_hashed(name):
    """A package without an exact version or a hash could change under us."""
    loose = [line for line in locked(name).values() if not re.match(r"\S+==\S+ .*--hash=sha256:", line)]

    assert loose == []


@pytest.mark.parametrize("name", [*LOCKS, "package-lock.json"])
def test_locks_name_no_host(name):
    """An office installs from a mirror of its own; a lock that names a host would bypass it."""
    text = (ROOT / name).read_text(encoding="utf-8")

    assert "://" not in text


def test_development_uses_the_versions_that_readers_get():
    """What is tested is what is published: the development lock repeats the runtime lock word for word."""
    development = locked("requirements-dev.lock")

    assert {name: development.get(name) for name in locked("requirements.lock")} == locked(
        "requirements.lock"
    )


def test_every_declared_dependency_is_locked():
    """A dependency added to pyproject.toml without a new lock would be missing on a fresh machine."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["build"]]

    names = {re.split(r"[=<>~!\[ ]", requirement)[0].lower() for requirement in wanted}

    assert names - locked("requirements.lock").keys() == set()


def test_node_packages_are_pinned_by_digest():
    """npm ci verifies a package only if the lock holds its digest."""
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]

    assert [path for path, package in packages.items() if path and "integrity" not in package] == []
