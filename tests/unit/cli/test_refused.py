"""What the machine refuses, a port or a disk, is one line in Chinese and no traceback."""

from __future__ import annotations

import errno
import socket
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.faults import refusal
from generator.cli.main import main
from tests.publish.fictional import ROOT


def run(*words: str) -> Result:
    """The command, run on the real handbook."""
    return CliRunner().invoke(main, list(words))


def test_port_in_use_is_told_before_anything_is_built():
    """The message names the address and the next port."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = run("serve", "--root", str(ROOT), "--addr", f"127.0.0.1:{port}")

    assert result.exit_code == 2
    assert f"127.0.0.1:{port} 已经被别的程序占用" in result.output
    assert f"--addr 127.0.0.1:{port + 1}" in result.output
    assert "正在生成" not in result.output


@pytest.mark.parametrize(
    "addr", ["8000", "127.0.0.1", "127.0.0.1:", "127.0.0.1:http", "127.0.0.1:0", ":8000"]
)
def test_address_without_host_or_port_is_refused(addr):
    """What to type stands in the message."""
    result = run("serve", "--root", str(ROOT), "--addr", addr)

    assert result.exit_code == 2
    assert "主机:端口" in result.output


def test_folder_below_a_file_is_refused_in_words(tmp_path):
    """A file in the place of the folder is no bug of the program."""
    (tmp_path / "file").write_text("", "utf-8")

    result = run("render", "--root", str(ROOT), "--out", str(tmp_path / "file" / "site"))

    assert result.exit_code == 2
    assert "上级不是文件夹" in result.output
    assert "Traceback" not in result.output


def test_full_disk_is_refused_in_words():
    """The errno is what counts; the file is named where the system names it."""
    assert refusal(OSError(errno.ENOSPC, "No space left on device", "site/a.html")) == (
        "site/a.html：磁盘已满，腾出空间后再运行"
    )
    assert refusal(OSError(errno.ENOSPC, "No space left on device")) == "磁盘已满，腾出空间后再运行"


def test_missing_file_may_be_a_bug_and_is_reported_as_one():
    """Only what a disk refuses has words of its own."""
    assert refusal(FileNotFoundError(errno.ENOENT, "No such file", "x")) is None


def test_full_device_stops_a_command_without_a_traceback(tmp_path, monkeypatch):
    """/dev/full refuses every byte, as a full disk does."""
    if not Path("/dev/full").exists():
        pytest.skip("没有 /dev/full")

    def write_tree(*_: object) -> None:
        with Path("/dev/full").open("wb", buffering=0) as full:
            full.write(b"x")

    monkeypatch.setattr("generator.disk.write_tree", write_tree)

    result = run("render", "--root", str(ROOT), "--out", str(tmp_path / "site"))

    assert result.exit_code == 2
    assert "磁盘已满" in result.output
