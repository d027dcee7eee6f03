"""Ask the search from Python: the very modules of the page run in QuickJS, so the terminal can't answer otherwise.

A second ranking in Python would have to be kept equal for ever; an interpreter of two megabytes is the smaller burden.
"""

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import quickjs

MODULES = (
    "analyser", "shards", "query", "pose", "rank", "adjust", "candidates", "glance", "retrieve", "marks", "words", "facets", "repair",
    "suggest", "compose", "session",
)  # fmt: skip
"""The modules that a session is made of, each after those it imports."""

RUN = """
const session = createSession(lunr);
const files = new Map();
globalThis.keep = (name, text) => { files.set(name, readFile(name, text)); };
globalThis.step = (request) => JSON.stringify(session.step(JSON.parse(request), files));
"""


class Terminal:
    """A search session; *read* gives a file of the index by its name, *scripts* is the folder of the modules."""

    def __init__(self, read: Callable[[str], bytes], scripts: Path, lunr: str) -> None:
        self._read = read
        self._context = quickjs.Context()
        self._context.eval(lunr.replace("}(this, function", "}(globalThis, function"))
        self._context.eval(joined([(scripts / f"{name}.mjs").read_text("utf-8") for name in MODULES]) + RUN)

    def answer(self, text: str, **choices: Any) -> Any:
        """Return the answer of compose.mjs to *text*; *choices* are `filters` and `documents`."""
        return self._ask({"type": "search", "text": text, **choices})

    def suggestions(self, text: str) -> Sequence[str]:
        """Return phrases that begin with *text*."""
        phrases: Sequence[str] = self._ask({"type": "suggest", "text": text})
        return phrases

    def _ask(self, request: dict[str, Any]) -> Any:
        words = json.dumps(request)
        while True:
            result = json.loads(self._context.get("step")(words))
            if "answer" in result:
                return result["answer"]
            for name in result["needs"]:
                self._context.get("keep")(name, self._read(name).decode("utf-8"))


def joined(modules: Sequence[str]) -> str:
    """Join ES modules, each after those it imports, into one script without imports and exports."""
    text = "\n".join(modules)
    text = re.sub(r"^import [^;]*;$", "", text, flags=re.MULTILINE)
    return re.sub(r"^export (?=const|function|class)", "", text, flags=re.MULTILINE)
