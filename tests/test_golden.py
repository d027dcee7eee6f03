"""Golden pages: the Markdown of a small fictional library, read as carefully as code because the public sees it.

After an intended change: UPDATE_GOLDEN=1 pytest tests/test_golden.py, then read the difference.
"""

import os
from pathlib import Path

import pytest

from generator import pipeline
from tests.case_files import TODAY
from tests.fictional import policy_files, source_texts

GOLDEN = Path(__file__).parent / "golden"
PAGES = (
    "index.md",
    "documents/yunzhou-peixun-2024.md",
    "documents/yunzhou-peixun-caogao-2023.md",
    "compare/peixun.md",
    "indicators/training-visits.md",
    "subsidies.md",
    "deadlines.md",
    "departments/yz-hrss.md",
    "topics/subsidies.md",
    "references.md",
)


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """Every page of the fictional library."""
    site = pipeline.build(policy_files(), source_texts(), {}, TODAY).site
    assert site is not None
    return dict(site.pages)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_reads_as_it_was_read(pages: dict[str, str], name: str):
    """A page of the fictional library is what somebody has read and kept."""
    kept = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(pages[name], encoding="utf-8")

    assert pages[name] == kept.read_text("utf-8")


def test_the_order_of_the_files_changes_no_byte():
    """Files are sorted before they are read, whatever the disk gives first."""
    files = policy_files()
    backwards = dict(reversed(files.items()))

    first = pipeline.build(files, source_texts(), {}, TODAY).site
    second = pipeline.build(backwards, source_texts(), {}, TODAY).site

    assert first == second


def test_nothing_is_published_while_there_is_an_error():
    """One wrong id, and there is no site at all."""
    files = policy_files(("policies/documents/yunzhou-peixun-2024.yaml", "{org: yz-hrss}", "{org: yz-hrs}"))

    built = pipeline.build(files, source_texts(), {}, TODAY)

    assert built.site is None
    assert {p.rule for p in built.checked.problems if p.severity == "error"} == {"unknown-department"}
