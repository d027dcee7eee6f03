"""The published site under load, in the small form of `python -m bench load`; the ratio to a bare file is printed."""

from __future__ import annotations

import shutil

import pytest

from bench.load import measure

pytestmark = [pytest.mark.machine, pytest.mark.slow, pytest.mark.usefixtures("needs_nginx")]


@pytest.mark.skipif(not shutil.which("wrk"), reason="没有 wrk：bash tests/setup.sh")
def test_load_brings_no_error(tmp_path, record_property):
    """Thousands of requests by 32 readers at once, each answered; how fast is printed, not judged."""
    shipped, bare, errors = measure(tmp_path, seconds=1, rounds=1)

    record_property("counted", f"{shipped:.0f} 次/秒，裸文件 {bare:.0f} 次/秒，比值 {shipped / bare:.2f}")
    assert errors == 0
    assert shipped > 0
