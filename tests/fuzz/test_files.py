"""Links, devices and pipes among the inputs are not followed; nothing is written outside the output folder."""

from __future__ import annotations

import os
import shutil

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from generator import disk
from generator.cli import main
from tests.case_files import BASE

pytestmark = pytest.mark.slow


def test_links_and_devices_are_no_policies(tmp_path):
    """A link could lead to any file of the machine, a pipe would never end."""
    folder = tmp_path / "policies" / "documents"
    folder.mkdir(parents=True)
    secret = tmp_path / "secret.yaml"
    secret.write_text("secret", "utf-8")
    (folder / "link.yaml").symlink_to(secret)
    (folder / "zero.yaml").symlink_to("/dev/zero")
    (folder / "folder.yaml").mkdir()
    os.mkfifo(folder / "pipe.yaml")

    found = disk.read_policies(tmp_path)

    assert found == {}


def test_linked_folder_is_no_policy_folder(tmp_path):
    """Its files would come from elsewhere."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "x.yaml").write_text("x", "utf-8")
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / "documents").symlink_to(elsewhere)

    found = disk.read_policies(tmp_path)

    assert found == {}


def test_links_and_devices_are_no_source_texts(tmp_path):
    """A text outside the folder is not read, a pipe is not waited for."""
    secret = tmp_path / "secret"
    secret.write_text("secret", "utf-8")
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "link.txt").symlink_to(secret)
    (folder / "zero.txt").symlink_to("/dev/zero")
    (folder / "folder.txt").mkdir()
    os.mkfifo(folder / "pipe.txt")

    found = disk.read_sources(folder)

    assert found == {}


PARTS = st.sampled_from(["..", ".", "a", "", "~", "b c", "…", "/etc", "\\..\\", "a/../../.."])


@given(st.lists(PARTS, min_size=1, max_size=6).map("/".join))
def test_nothing_is_written_outside_the_folder(tmp_path_factory, path):
    """Whatever a path holds, it stays below the folder or is refused."""
    outer = tmp_path_factory.mktemp("outer")
    folder = outer / "1" / "2" / "3" / "out"
    folder.mkdir(parents=True)
    try:
        disk.write_tree(folder, {path: b"x"})
    except (ValueError, OSError):
        refused = True
    else:
        refused = False
    written = [found for found in outer.rglob("*") if found.is_file()]

    assert [found for found in written if not found.is_relative_to(folder)] == []
    assert refused or len(written) == 1


def test_link_in_the_output_folder_is_not_written_through(tmp_path):
    """A link left in the folder does not carry a page elsewhere."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "documents").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(ValueError, match="越出"):
        disk.write_tree(tmp_path / "out", {"documents/x.md": b"x"})

    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize(
    "name", ["../../outside", "/tmp/outside", "..\\outside", "a/../../outside", "%2e%2e/outside"]
)
def test_identifiers_are_no_paths(tmp_path, name):
    """An id decides where a page lies, so it is checked before anything is written."""
    shutil.copytree(BASE / "policies", tmp_path / "in" / "policies")
    document = tmp_path / "in" / "policies" / "documents" / "yunzhou-peixun-2024.yaml"
    document.write_text(
        document.read_text("utf-8").replace("id: yunzhou-peixun-2024", f"id: '{name}'", 1), "utf-8"
    )

    result = CliRunner().invoke(
        main, ["render", "--root", str(tmp_path / "in"), "--out", str(tmp_path / "deep" / "out")]
    )

    assert result.exit_code == 1
    assert "bad-id" in result.output
    assert not (tmp_path / "deep").exists()


@pytest.mark.parametrize("where", [".", "..", "policies", "full"])
def test_folders_with_other_files_are_no_output(tmp_path, where):
    """Writing a site deletes what is not of it; that must never be somebody's work."""
    root = tmp_path / "handbook"
    shutil.copytree(BASE / "policies", root / "policies")
    (root / "full").mkdir()
    (root / "full" / "letter.txt").write_text("kept", "utf-8")
    before = sorted(tmp_path.rglob("*"))

    results = [
        CliRunner().invoke(main, [name, "--root", str(root), "--out", str(root / where)])
        for name in ("render", "build")
    ]

    assert [result.exit_code for result in results] == [2, 2]
    assert sorted(tmp_path.rglob("*")) == before


def test_an_earlier_site_may_be_replaced(tmp_path):
    """What was rendered before is known by its files."""
    (tmp_path / "api" / "v1").mkdir(parents=True)
    (tmp_path / "assets").mkdir()
    for name in disk.OURS:
        (tmp_path / name).write_text("x", "utf-8")

    disk.check_output(tmp_path, BASE)

    assert set(disk.read_tree(tmp_path)) == set(disk.OURS)
