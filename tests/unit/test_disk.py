"""The files of the handbook as they were read."""

import pytest

from generator import disk


def test_what_was_read_stays_as_it_was(tmp_path):
    """An editor may save while a build runs: it goes on with what it read, to the byte."""
    file = tmp_path / "policies" / "documents" / "甲.yaml"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"\xef\xbb\xbfid: a\r\n")
    (file.parent / "empty.yaml").touch()

    found = disk.read_policies(tmp_path)
    file.write_bytes(b"id: b\n")

    assert found == {
        "policies/documents/empty.yaml": b"",
        "policies/documents/甲.yaml": b"\xef\xbb\xbfid: a\r\n",
    }
    assert disk.read_policies(tmp_path) != found


def test_a_handbook_without_files_is_empty(tmp_path):
    """Nothing is there to be read, and nothing is found under any name."""
    found = disk.read_policies(tmp_path)

    assert len(found) == 0
    with pytest.raises(KeyError):
        found["policies/documents/a.yaml"]


def test_of_a_file_that_is_not_read_the_name_is_known(tmp_path):
    """So that it can be told of; drafts, hidden files and source texts are nobody's business."""
    for name in (
        "documents/A.YAML",
        "documents/2025/b.yaml",
        "c.yaml",
        "sources/d.yaml",
        "documents/_e.yaml",
        ".f",
    ):
        file = tmp_path / "policies" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"id: x\n")

    found = disk.read_policies(tmp_path)

    assert found == {
        "policies/c.yaml": b"",
        "policies/documents/2025/b.yaml": b"",
        "policies/documents/A.YAML": b"",
    }
