"""Read the cases under tests/cases: changes to a small fictional library, and the problems they must cause."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path

CASES = Path(__file__).parent / "cases"
BASE = CASES / "base"
TODAY = "2026-11-21"
PROBLEMS = "! problems"


@dataclass
class Change:
    """What one case does to one file: blocks of lines replaced, or the whole content; and how it is stored."""

    blocks: list[tuple[list[str], list[str]]] = field(default_factory=list)
    content: list[str] | None = None
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Case:
    """The files of the library after the changes of one case, the source texts, the date, and the expected lines."""

    path: Path
    title: str
    files: dict[str, bytes]
    sources: dict[str, str]
    today: str
    expected: str


def base_files() -> dict[str, str]:
    """Return every file of the clean library by its path, source texts included."""
    return {p.relative_to(BASE).as_posix(): p.read_text("utf-8") for p in sorted(BASE.rglob("*.*"))}


def case_paths() -> list[Path]:
    """Return every case, sorted."""
    return sorted(CASES.glob("*/*.case"))


def read_case(path: Path) -> Case:
    """Apply the changes of the case at *path* to the clean library; a change that does not fit raises ValueError."""
    script, _, expected = path.read_text("utf-8").partition(PROBLEMS + "\n")
    title, directives, changes = _parse(script)
    texts = base_files()
    stored: dict[str, bytes] = {}
    for name, change in changes.items():
        if "deleted" in change.options:
            del texts[name]
            continue
        before = texts.get(name, "")
        texts[name] = _changed(name, before, change)
        if "rehash" in change.options:
            texts = _rehash(texts, before, texts[name])
    for name, text in texts.items():
        stored[name] = _encode(text, changes[name].options if name in changes else ())
    files = {name: content for name, content in stored.items() if name.startswith("policies/")}
    sources = {
        name.removeprefix("sources/"): content.decode("utf-8", "surrogateescape")
        for name, content in stored.items()
        if name.startswith("sources/")
    }
    return Case(
        path,
        title,
        files,
        {} if "without-sources" in directives else sources,
        directives.get("today", TODAY),
        expected,
    )


def write_expected(case: Case, problems: str) -> None:
    """Replace the expected problems of *case* by *problems*."""
    script = case.path.read_text("utf-8").partition(PROBLEMS + "\n")[0]
    case.path.write_text(f"{script}{PROBLEMS}\n{problems}", "utf-8")


def _parse(script: str) -> tuple[str, dict[str, str], dict[str, Change]]:
    title = ""
    directives: dict[str, str] = {}
    changes: dict[str, Change] = {}
    change = Change()
    for line in script.split("\n"):
        if line.startswith("# "):
            title = title or line[2:]
        elif line.startswith("% "):
            name, _, value = line[2:].partition(" ")
            directives[name] = value
        elif line.startswith(("@ ", "@@ ")):
            _, name, *options = line.split(" ")
            change = changes.setdefault(name, Change())
            change.options = (*change.options, *options)
            if line.startswith("@@ "):
                change.content = []
            change.blocks.append(([], []))
        elif line[:1] == "|" and change.content is not None:
            change.content.append(line[2:])
        elif line[:1] == "-":
            if change.blocks[-1][1]:
                change.blocks.append(([], []))
            change.blocks[-1][0].append(line[2:])
        elif line[:1] == "+":
            change.blocks[-1][1].append(line[2:])
    return title, directives, changes


def _changed(name: str, text: str, change: Change) -> str:
    if change.content is not None:
        return "".join(f"{line}\n" for line in change.content)
    for old, new in change.blocks:
        if not old:
            text += "".join(f"{line}\n" for line in new)
            continue
        wanted = "".join(f"{line}\n" for line in old)
        pattern = re.compile("^" + re.escape(wanted), re.MULTILINE)
        if len(pattern.findall(text)) != 1:
            raise ValueError(f"{name}: these lines must stand there once:\n{wanted}")
        before, after = pattern.split(text)
        text = before + "".join(f"{line}\n" for line in new) + after
    return text


def _encode(text: str, options: tuple[str, ...]) -> bytes:
    encoding = next((o.partition("=")[2] for o in options if o.startswith("encoding=")), "utf-8")
    if "newline=crlf" in options:
        text = text.replace("\n", "\r\n")
    if "newline=none" in options:
        text = text.rstrip("\n")
    return (b"\xef\xbb\xbf" if "bom" in options else b"") + text.encode(encoding)


def _rehash(texts: dict[str, str], before: str, after: str) -> dict[str, str]:
    old, new = (hashlib.sha256(text.encode()).hexdigest() for text in (before, after))
    return {name: text.replace(old, new) for name, text in texts.items()}
