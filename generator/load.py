"""YAML text → located nodes: everything that is wrong with the text itself (载入).

Only structure is read here: scalars stay text, so `18:00` can't become 1080. Nodes keep their marks; `locate` finds
the mark of a path again when a later stage has something to say about it.
"""

from __future__ import annotations

import hashlib
import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, groupby

import yaml

from generator.problems import Finding, Location, Path, Problem, visible
from generator.yaml_slips import LINE_END, typing_slips
from generator.yaml_syntax import syntax_problem

Plain = str | list["Plain"] | dict[str, "Plain"]
"""A YAML document without marks: text, lists and mappings only."""

MAX_DEPTH = 40
MAX_BYTES = 4_000_000
_INDENTED = re.compile(rf"^[ ?:-]{{{MAX_DEPTH * 2},}}", re.MULTILINE)
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff\ufffe\uffff]"
)
"""Control characters, marks of zero width and of direction: nobody sees them, and two texts that look the same differ."""
_ANCHOR = re.compile(r"(?:^|[\s\[{,:-])&\S", re.MULTILINE)
_NOTHING = frozenset({"null", "Null", "NULL", "~"})
"""Plain words by which YAML says that there is no value; programs that read the schema take them so."""
_BRACKET = re.compile(r"[\[\]{}]")
_STEP = {"[": 1, "{": 1, "]": -1, "}": -1}


@dataclass(frozen=True)
class Loaded:
    """The content of one YAML file (None where the text can't be read) and what is wrong with it."""

    file: str
    text: str
    content: Plain | None
    problems: tuple[Problem, ...]


def load_yaml(file: str, raw: bytes) -> Loaded:
    """Read the bytes of *file*; never raises, whatever they are."""
    if len(raw) > MAX_BYTES:
        return _failed(
            file,
            "",
            "file-too-large",
            f"文件超过 {MAX_BYTES // 1_000_000} MB，不像一份摘录",
            "请拆成几个文件",
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode()
        line, column = _position(before, len(before))
        problem = Problem(
            Location(file, line, column), "not-utf-8", "文件不是 UTF-8 编码", "用编辑器“另存为”，编码选 UTF-8"
        )
        return Loaded(file, "", None, (problem,))
    return load_text(file, text)


def load_text(file: str, text: str) -> Loaded:
    """Read *text* as YAML; syntax problems come with line and column."""
    control = _INVISIBLE.search(text)
    if control is not None:
        problem = _invisible(Location(file, *_position(text, control.start())), control[0])
        return Loaded(file, text, None, (problem,))
    suspects = typing_slips(file, text)
    try:
        deep = _too_deep(text)
        if deep is not None:
            problem = Problem(Location(file, *deep), "too-deep", f"嵌套超过 {MAX_DEPTH} 层", "检查缩进")
            return Loaded(file, text, None, (problem,))
        node = compose(text)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        return Loaded(file, text, None, suspects or (syntax_problem(file, text, error),))
    if node is None:
        return _failed(
            file, text, "empty-file", "文件是空的", "复制 policies/documents/_template.yaml 再填写"
        )
    problems: list[Problem] = []
    content = _plain(file, node, problems, set())
    if not problems and _ANCHOR.search(text):
        problems.extend(_anchors(file, text))
    if problems:
        return Loaded(file, text, None, tuple(sorted(problems)))
    if not isinstance(content, dict):
        return Loaded(file, text, None, suspects or (_wrong_root(file),))
    return Loaded(file, text, content, ())


def _invisible(where: Location, sign: str) -> Problem:
    message = f"有看不见的字符 U+{ord(sign):04X}"
    return Problem(where, "control-character", message, "删去这个字符后重新输入")


def digest_of(raw: bytes) -> str:
    """Return the SHA-256 of *raw* without a byte order mark and with LF line ends, so that a checkout on Windows gives the same."""
    return hashlib.sha256(raw.removeprefix(BOM_UTF8).replace(b"\r\n", b"\n")).hexdigest()


def locate(file: str, text: str, path: Path) -> Location:
    """Return where *path* stands in *text*: the value where there is one, else the nearest thing above it."""
    if not path:
        return Location(file)
    try:
        node = compose(text)
    except (yaml.YAMLError, RecursionError, ValueError):
        return Location(file)
    mark = node.start_mark if node is not None else None
    key_wanted = bool(path) and path[-1] == "<key>"
    for depth, step in enumerate(path):
        if isinstance(node, yaml.MappingNode):
            pair = _pairs(node).get(step)
            if pair is None:
                continue
            node = pair[1]
            mark = pair[0].start_mark if key_wanted and depth == len(path) - 2 else node.start_mark
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            mark = node.start_mark
    return Location(file, mark.line + 1, mark.column + 1) if mark is not None else Location(file)


@lru_cache(maxsize=1024)
def _pairs(node: yaml.MappingNode) -> dict[object, tuple[yaml.Node, yaml.Node]]:
    """Key and value by key, the first where one is repeated; kept, because a file with many problems asks again and again."""
    return {
        key.value: (key, value) for key, value in reversed(node.value) if isinstance(key, yaml.ScalarNode)
    }


def place(findings: Iterable[Finding], texts: Mapping[str, str]) -> tuple[Problem, ...]:
    """Turn findings into problems with line and column, sorted by place."""
    problems = [
        Problem(
            locate(file, text, f.path) if text is not None else Location(file),
            f.rule,
            visible(f.message),
            visible(f.hint),
            f.severity,
        )
        for file, found in groupby(sorted(set(findings), key=_place), key=lambda f: f.file)
        for text in [texts.get(file)]
        for f in found
    ]
    return tuple(sorted(problems))


def _place(finding: Finding) -> tuple[str, str]:
    return finding.file, repr(finding.path)


def _too_deep(text: str) -> tuple[int, int] | None:
    """Return line and column where nesting passes MAX_DEPTH.

    Composing nodes recurses in C and would crash the program, so depth is counted before, on events; and only for a
    text with enough brackets or a long enough indentation to be deep at all.
    """
    brackets = max(accumulate(_STEP[sign] for sign in _BRACKET.findall(text)), default=0)
    if brackets <= MAX_DEPTH and not _INDENTED.search(text):
        return None
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH and event.start_mark is not None:
                return event.start_mark.line + 1, event.start_mark.column + 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return None


class _Loader(yaml.CBaseLoader):
    """Composes nodes without resolving tags, which nobody asks for."""

    def resolve(self, kind: object, value: object, implicit: object) -> str:
        """Return one tag for all."""
        return ""


@lru_cache(maxsize=4)
def compose(text: str) -> yaml.Node | None:
    """Return the root node of *text* with the marks of every part; raises yaml.YAMLError, RecursionError, ValueError."""
    loader = _Loader(text)
    try:
        node: yaml.Node | None = loader.get_single_node()
        return node
    finally:
        loader.dispose()


def _plain(file: str, node: yaml.Node, problems: list[Problem], seen: set[int]) -> Plain:
    if id(node) in seen:
        problems.append(Problem(_at(file, node), "yaml-alias", *_NO_ALIAS))
        return ""
    seen.add(id(node))
    if node.tag:
        tag = node.tag.replace("tag:yaml.org,2002:", "!!")
        hint = f"删去 {tag}；文字以 ! 开头时，用英文双引号括起来"
        problems.append(Problem(_at(file, node), "yaml-alias", f"用了 YAML 标签 {tag}，本手册不支持", hint))
    if isinstance(node, yaml.ScalarNode):
        if node.style == '"' and (hidden := _INVISIBLE.search(node.value)):
            problems.append(_invisible(_at(file, node), hidden[0]))
        return "" if not node.style and node.value in _NOTHING else str(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(file, item, problems, seen) for item in node.value]
    mapping: dict[str, Plain] = {}
    lines: dict[str, int] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            problems.append(Problem(_at(file, key), "wrong-shape", "键必须是文字", "检查冒号前面的内容"))
            continue
        name = str(key.value)
        if name in mapping:
            problems.append(
                Problem(
                    _at(file, key),
                    "duplicate-key",
                    f"“{name}”写了两遍（第一次在第 {lines[name]} 行）",
                    "保留一个，把另一个的内容并进去",
                )
            )
            continue
        lines[name] = key.start_mark.line + 1
        mapping[name] = _plain(file, value, problems, seen)
    return mapping


_NO_ALIAS = ("用了 YAML 别名（&、*），本手册不支持", "把内容照写一遍，不用 & 和 *")


def _anchors(file: str, text: str) -> Iterator[Problem]:
    """Anchors that no alias names, of which nodes know nothing."""
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        if isinstance(event, yaml.NodeEvent) and event.anchor is not None and event.start_mark is not None:
            mark = event.start_mark
            yield Problem(Location(file, mark.line + 1, mark.column + 1), "yaml-alias", *_NO_ALIAS)


def _at(file: str, node: yaml.Node) -> Location:
    return Location(file, node.start_mark.line + 1, node.start_mark.column + 1)


def _position(text: str, index: int) -> tuple[int, int]:
    lines = LINE_END.split(text[:index])[::2]
    return len(lines), len(lines[-1]) + 1


def _failed(file: str, text: str, rule: str, message: str, hint: str) -> Loaded:
    return Loaded(file, text, None, (Problem(Location(file), rule, message, hint),))


def _wrong_root(file: str) -> Problem:
    return Problem(
        Location(file), "wrong-shape", "文件最外层应当是“键: 值”", "对照 policies/documents/_template.yaml"
    )
