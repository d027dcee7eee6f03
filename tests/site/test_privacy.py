"""Who is to be called about a draft stands in the source text and nowhere else: names are read there, never kept here."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import disk
from generator.sources.contacts import contact_names
from tests.publish.fictional import ROOT

pytestmark = pytest.mark.site
LINE = re.compile(r"(?m)^.*(?:联\s*系\s*人|电\s*话|手\s*机|传\s*真|邮\s*箱)\s*[:：].*$")
NUMBER = re.compile(r"[0-9][0-9-]{5,}[0-9]|[A-Za-z0-9._-]+@[A-Za-z0-9.-]+")


@pytest.fixture(scope="module")
def secrets() -> set[str]:
    """Names, numbers and mail addresses of the contact lines of every source text at hand, as they are printed."""
    texts = disk.read_sources(disk.sources_folder(ROOT)).values()
    lines = [line for text in texts for line in LINE.findall(text)]
    if not lines:
        pytest.skip("没有带联系方式的原文：HANDBOOK_SOURCES")
    names = {name for line in lines for name in contact_names(line)}
    numbers = {number for line in lines for number in NUMBER.findall(line)}
    assert numbers
    assert names or not any("联系人" in re.sub(r"\s", "", line) for line in lines)
    return names | numbers | {number.replace("-", "") for number in numbers}


def _texts(name: str, content: bytes) -> Iterator[str]:
    """Everything that can be read in a file, office files unpacked."""
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            for part in package.namelist():
                yield re.sub(r"<[^>]*>", "", package.read(part).decode("utf-8", "replace"))
    text = content.decode("utf-8", "replace")
    yield text
    if name.endswith((".html", ".xml", ".atom")):
        yield re.sub(r"<[^>]*>", "", text)
    if name.endswith(".ics"):
        yield text.replace("\r\n ", "")
    if "\\u" in text:
        yield re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)


def _holders(files: dict[str, bytes], secrets: set[str]) -> list[str]:
    """The files that hold one of *secrets*; never which one, as a failing test is printed."""
    return [
        name
        for name, content in files.items()
        if any(one in text for text in _texts(name, content) for one in secrets)
    ]


def test_no_file_of_the_site_names_a_contact(site: Path, secrets: set[str]):
    """Pages, original texts, Markdown copies, search index, JSON, feeds, calendars, workbooks, Word files, llms files."""
    files = disk.read_tree(site)
    kinds = {Path(name).suffix for name in files}

    assert {".html", ".md", ".json", ".xlsx", ".docx", ".csv", ".ics", ".txt", ".atom"} <= kinds
    assert _holders(files, secrets) == []


def test_no_file_of_the_repository_names_a_contact(secrets: set[str]):
    """Nor does any version of one that git keeps."""
    listed = subprocess.run(["git", "-C", ROOT, "ls-files", "-z"], capture_output=True, check=True).stdout
    names = [name for name in listed.decode().split("\0") if name and (ROOT / name).is_file()]
    patches = subprocess.run(
        ["git", "-C", ROOT, "log", "--all", "-p", "--format=%B"], capture_output=True, check=True
    ).stdout

    assert _holders({name: (ROOT / name).read_bytes() for name in names}, secrets) == []
    assert _holders({"history": patches}, secrets) == []


def test_a_name_would_be_found(secrets: set[str]):
    """What the other tests count on: plain, in a page, in a workbook and in escaped JSON."""
    one = min(secrets)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("x.xml", f"<t>{one[:1]}</t><t>{one[1:]}</t>")
    escaped = "".join(f"\\u{ord(c):04x}" for c in one)
    files = {
        "a.xlsx": packed.getvalue(),
        "b.html": f"{one[:1]}<wbr>{one[1:]}".encode(),
        "c.json": escaped.encode(),
        "d": b"x",
    }

    assert _holders(files, secrets) == ["a.xlsx", "b.html", "c.json"]
