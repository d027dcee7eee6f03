"""A handbook without a single extract is refused by every command that makes something of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli.main import main
from tests.fictional import policy_files


@pytest.fixture(params=["no folder", "vocabularies only"])
def root(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder without policies/, or with all but the documents."""
    kept = {n: c for n, c in policy_files().items() if "/vocabulary/" in n and request.param != "no folder"}
    for name, content in kept.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    return tmp_path


@pytest.mark.parametrize("command", ["check", "render", "export"])
def test_nothing_is_made_of_nothing(root, command):
    """It says where extracts belong, ends with 1 and writes nothing."""
    out = root / "out"
    words = [] if command == "check" else ["--out", str(out)]

    result = CliRunner().invoke(main, [command, "--root", str(root), *words])

    assert result.exit_code == 1
    assert "error[no-extract] 这里一份摘录也没有" in result.output
    assert not out.exists()
