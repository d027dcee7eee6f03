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
