"""What the parser complains of, in the words of an editor, at the place that has to be mended (语法错误)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

import yaml

from generator.problems import Location, Problem
from generator.yaml_slips import LINE_END


class _Cause(NamedTuple):
    """What is really wrong, and in which column of its line, counted from 0."""

    line: int
    column: int
    message: str
    hint: str
    rule: str = "yaml-syntax"


def syntax_problem(file: str, text: str, error: Exception) -> Problem:
    """Return what *error*, raised by the parser on *text*, means to an editor."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return Problem(Location(file), "yaml-syntax", *_UNKNOWN)
    detail = str(getattr(error, "problem", "") or "")
    cause = _quote(text, error, mark) or _on_the_line(text, error, mark, detail) or _said(error, mark, detail)
    return Problem(Location(file, cause.line + 1, cause.column + 1), cause.rule, cause.message, cause.hint)


def _quote(text: str, error: Exception, mark: Any) -> _Cause | None:
    """An opening quote that found its other half lines below, or never; or words behind a closing one."""
    if getattr(error, "context", None) == "while scanning a quoted scalar":
        begun = getattr(error, "context_mark", None) or mark
        return _Cause(begun.line, begun.column, *_UNCLOSED)
    before = None
    try:
        for token in yaml.scan(text, Loader=yaml.CBaseLoader):
            if token.start_mark.index >= mark.index:
                break
            before = token
    except yaml.YAMLError:
        pass  # the tokens before the error are what was asked for
    if not isinstance(before, yaml.ScalarToken) or before.style not in ("'", '"') or not before.value:
        return None
    if before.end_mark.line != mark.line:
        return None
    if before.start_mark.line < before.end_mark.line:
        return _Cause(before.start_mark.line, before.start_mark.column, *_UNCLOSED)
    return _Cause(mark.line, mark.column, "引号后面还有文字", "整段放进引号里，或去掉引号")


_UNCLOSED = ("引号没有成对", "从这个引号起没有另一半；在这一行的末尾补上英文引号")
_KEY = r"""^\s*(?:- )?["']?(?P<key>[^\s"'：:#\[\]{},]+)["']?"""
_ON_A_LINE = (
    (re.compile(r"^ *(?P<at>[－–—−•·])"), "列表的短横“{at}”不是半角的", "改成半角 - 加一个空格"),
    (re.compile(f"{_KEY}(?P<at>：)"), "“{key}”后面是全角冒号“：”", "改成半角冒号加一个空格：{key}: …"),
    (
        re.compile(f"{_KEY}:(?P<at>[\u00a0\u3000])"),
        "“{key}”的冒号后面不是普通空格",
        "改成一个半角空格：{key}: …",
    ),
    (
        re.compile(f"{_KEY}(?P<at>:)(?!//)\\S"),
        "“{key}”的冒号后面没有空格",
        "冒号后面空一格：{key}: …",
    ),
    (
        re.compile(f"(?:{_KEY}:|^ *-) +(?P<at>[｛［【])"),
        "“{at}”是全角括号",
        "改成半角的：列表用 [ ]，一组键值用 {{ }}",
    ),
)
_COMMA = re.compile(r"""\{[^}]*(?P<at>[，、；])(?=\s*["']?[A-Za-z_]+["']?:)""")
_FIRST_KEY = re.compile(r"^(?P<before> *(?:- )*)[^\s#:]+(?=:(?:\s|$))")


def _on_the_line(text: str, error: Exception, mark: Any, detail: str) -> _Cause | None:
    """A slip in the line that the parser could not go on with: that of the key without its colon, where there is one."""
    begun = getattr(error, "context_mark", None)
    line = begun.line if begun is not None and detail == "could not find expected ':'" else mark.line
    lines = LINE_END.split(text)[::2]
    words = lines[line] if line < len(lines) else ""
    if detail.startswith("did not find expected ','") and (match := _COMMA.search(words)):
        return _Cause(line, match.start("at"), f"括号里用了全角的“{match['at']}”", "改成英文逗号加一个空格")
    for pattern, message, hint in _ON_A_LINE:
        if match := pattern.search(words):
            named = match.groupdict()
            rule = "fullwidth-colon" if match["at"] == "：" and match["key"].isascii() else "yaml-syntax"
            return _Cause(line, match.start("at"), message.format(**named), hint.format(**named), rule)
    return _indentation(lines, mark, detail)


def _indentation(lines: Sequence[str], mark: Any, detail: str) -> _Cause | None:
    """A key further to the right than the one above it, which nothing allows where the parser stops at it."""
    words = lines[mark.line] if mark.line < len(lines) else ""
    key = _FIRST_KEY.match(words)
    above = next((found for row in reversed(lines[: mark.line]) if (found := _FIRST_KEY.match(row))), None)
    if key is None or above is None:
        return None
    column, left = len(key["before"]), len(above["before"])
    stops = {"mapping values are not allowed in this context": key.end(), "did not find expected key": column}
    if stops.get(detail) != mark.column or column <= left:
        return None
    hint = f"同一层的键左边对齐：上面的键在第 {left + 1} 列，这一个在第 {column + 1} 列"
    return _Cause(mark.line, column, "这一行的缩进比上面的键多", hint)


def _said(error: Exception, mark: Any, detail: str) -> _Cause:
    """What the parser said; where a key or a bracket on an earlier line was not finished, there."""
    begun = getattr(error, "context_mark", None)
    for english, rule, message, hint in _SYNTAX:
        if english in detail:
            at = begun if begun and begun.line < mark.line and english in _BEGUN_BEFORE else mark
            return _Cause(at.line, at.column, message, hint, rule)
    return _Cause(mark.line, mark.column, *_UNKNOWN)


_BEGUN_BEFORE = ("could not find expected ':'", "did not find expected ',' or")
_UNKNOWN = ("YAML 写法有误，这里读不下去", "检查这一行和上一行的缩进、冒号和引号")
_SYNTAX = (
    (
        "mapping values are not allowed",
        "yaml-syntax",
        "这里不该出现冒号",
        "文字里有“: ”时，整段用英文双引号括起来",
    ),
    (
        "could not find expected ':'",
        "yaml-syntax",
        "这一行缺少冒号",
        "写成 键: 值，冒号后面空一格",
    ),
    ("did not find expected key", "yaml-syntax", "缩进对不齐，或上一行的引号没有成对", "同一层的键左边对齐"),
    ("did not find expected '-'", "yaml-syntax", "缩进对不齐", "同一层的键、同一个列表的短横左边对齐"),
    ("found undefined alias", "yaml-alias", "用了 YAML 别名（*）", "文字以 * 开头时，用英文双引号括起来"),
    ("found character", "yaml-syntax", "这个字符不能放在值的开头", "整段用英文双引号括起来"),
    ("did not find expected alphabetic", "yaml-alias", "& 或 * 不能放在值的开头", "整段用英文双引号括起来"),
    ("did not find expected whitespace", "yaml-syntax", "! 不能放在值的开头", "整段用英文双引号括起来"),
    ("did not find expected comment", "yaml-syntax", "> 和 | 不能放在值的开头", "整段用英文双引号括起来"),
    ("incompatible YAML document", "yaml-syntax", "%YAML 这一行读不了", "删去 %YAML 和 --- 两行"),
    (
        "expected <document start>",
        "yaml-syntax",
        "这一行以前文件已经结束",
        "删去单独一行的 ... 和 % 开头的行",
    ),
    (
        "found another document",
        "yaml-syntax",
        "一个文件里有两份内容（多了 ---）",
        "删去 ---，一个文件只放一份",
    ),
    (
        "did not find expected ',' or",
        "yaml-syntax",
        "方括号或花括号没有写完",
        "检查 [ ] { } 是否成对，中间用英文逗号",
    ),
    ("unknown escape character", "yaml-syntax", "双引号里的 \\ 有特殊含义", "改用单引号，或写两个 \\\\"),
)
