"""Read CONTRIBUTING.md: what an editor changes (in comments that readers don't see), the commands, and what they say.

```
<!-- 场景 名称 -->                                   a fresh repository with the fictional library, its sources and records
<!-- 改 文件 | 原来的字 | 改成的字 -->                 an edit; the words stand there once
<!-- 提交 -->                                        commit what was changed
<!-- 放 文件 | tests/contributing/来源 -->            put a file there
```
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from generator import checking
from generator.cli import main
from generator.records import updated_records
from tests.fictional import policy_files, source_texts

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "CONTRIBUTING.md"
DAY = "2026-11-21"
RECORDED = "2026-10-08"
_STEP = re.compile(r"<!-- (场景|改|提交|放)(?: ([^\n]*?))? -->|```console\n(.*?)```", re.DOTALL)
_DATED = frozenset({"check", "diff", "import"})


@dataclass(frozen=True)
class Step:
    """One step: a scene, an edit, a commit, a file put there, or a command with the lines it prints."""

    kind: str
    words: str
    expected: str = ""
    span: tuple[int, int] = (0, 0)


def steps(text: str) -> Iterator[Step]:
    """Yield the steps of the page in order; *span* is where the expected output stands in *text*."""
    for match in _STEP.finditer(text):
        if match[1]:
            yield Step(match[1], match[2] or "")
            continue
        block, offset = match[3], match.start(3)
        commands = [*re.finditer(r"^\$ (.*)\n", block, re.MULTILINE)]
        for index, command in enumerate(commands):
            end = commands[index + 1].start() if index + 1 < len(commands) else len(block)
            output = (command.end(), end)
            yield Step("命令", command[1], block[slice(*output)], (offset + output[0], offset + output[1]))


class Scene:
    """A repository in a folder, in which the steps happen one after the other."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def take(self, step: Step) -> str:
        """Do *step*; return what a command prints, nothing for the others."""
        match step.kind:
            case "场景":
                self._begin()
            case "改":
                name, old, new = (part.strip().replace("⏎", "\n") for part in step.words.split("|"))
                path = self._folder / name
                text = path.read_text("utf-8")
                if text.count(old) != 1:
                    raise ValueError(f"{name}: stands there {text.count(old)} times: {old}")
                path.write_text(text.replace(old, new), "utf-8")
            case "放":
                name, source = (part.strip() for part in step.words.split("|"))
                shutil.copyfile(ROOT / source, self._folder / name)
            case "提交":
                self._git("add", ".")
                self._git("commit", "-m", "x")
            case _:
                return self._run(step.words)
        return ""

    def _begin(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)
        files, texts = policy_files(), source_texts()
        checked = checking.check(files, texts, RECORDED)
        records, _ = updated_records(checked.library, checked.proofs, RECORDED)
        for name, content in {**files, **records}.items():
            path = self._folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        for name, text in texts.items():
            (self._folder / "policies/sources").mkdir(exist_ok=True)
            (self._folder / "policies/sources" / name).write_text(text, "utf-8")
        shutil.copyfile(
            ROOT / "policies/documents/_template.yaml", self._folder / "policies/documents/_template.yaml"
        )
        self._git("init", "-b", "main")

    def _git(self, *words: str) -> None:
        names = ["-c", "user.name=x", "-c", "user.email=x@example.invalid"]
        subprocess.run(["git", *names, *words], cwd=self._folder, check=True, capture_output=True)

    def _run(self, line: str) -> str:
        """Run `handbook …` in the folder, on a fixed day, without source texts from elsewhere."""
        program, command, *rest = shlex.split(line)
        if program != "handbook":
            raise ValueError(f"not a command of the handbook: {line}")
        dated = ["--date", DAY] if command in _DATED else []
        before = Path.cwd()
        os.chdir(self._folder)
        try:
            result = CliRunner().invoke(main, [command, *rest, *dated], env={"HANDBOOK_SOURCES": None})
        finally:
            os.chdir(before)
        return result.output if result.output.endswith("\n") or not result.output else result.output + "\n"


def agrees(expected: str, printed: str) -> bool:
    """Whether *printed* is *expected*, in which a line …… stands for any number of lines."""
    parts = [re.escape(part) for part in re.split(r"^……\n", expected, flags=re.MULTILINE)]
    return re.fullmatch("(?:.*\n)*?".join(parts), printed) is not None
