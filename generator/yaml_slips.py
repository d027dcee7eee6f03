"""What breaks YAML, in the words of an editor: slips of an input method, and the complaints of the parser (写法)."""

from __future__ import annotations

import re

from generator.problems import Location, Problem

LINE_END = re.compile("(\r\n|[\n\r\x85\u2028\u2029])")
"""What the parser counts as the end of a line; a split by it keeps the ends, at the odd places."""
_FULLWIDTH_COLON = re.compile(r"^(\s*(?:- )?)([A-Za-z_]+)：")
_TAB_INDENT = re.compile(r"^( *)\t")
_ANY = re.compile(r"(?:\A|[\n\r\x85\u2028\u2029])(?: *\t|[^\S\n]*(?:- )?(?:[“”‘’]|[A-Za-z_]+：))")
"""How the line of each slip begins; almost no text has one."""
_CURLY_KEY = re.compile(r"^(\s*(?:- )?)[“”‘’]([A-Za-z_]+)[“”‘’]\s*[:：]")


def typing_slips(file: str, text: str) -> tuple[Problem, ...]:
    """Return the slips of an input method that break YAML, wherever they stand at the start of a line of *text*."""
    if not _ANY.search(text):
        return ()
    found: list[Problem] = []
    for number, line in enumerate(LINE_END.split(text)[::2], start=1):
        if "\t" in line and (match := _TAB_INDENT.match(line)):
            found.append(
                Problem(
                    Location(file, number, len(match[1]) + 1),
                    "tab-indent",
                    "行首用了制表符（Tab）",
                    "改用空格，每层两个空格",
                )
            )
        elif "：" in line and (match := _FULLWIDTH_COLON.match(line)):
            column = len(match[1]) + len(match[2]) + 1
            found.append(
                Problem(
                    Location(file, number, column),
                    "fullwidth-colon",
                    f"“{match[2]}”后面是全角冒号“：”",
                    f"改成半角冒号加一个空格：{match[2]}: …",
                )
            )
        elif match := _CURLY_KEY.match(line):
            found.append(
                Problem(
                    Location(file, number, len(match[1]) + 1),
                    "curly-quotes",
                    f"键名“{match[2]}”用了中文引号",
                    f"去掉引号：{match[2]}: …",
                )
            )
    return tuple(found)


def syntax_problem(file: str, error: Exception) -> Problem:
    """Return what the parser said of *file*, in Chinese and with its place."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    where = Location(file, mark.line + 1, mark.column + 1) if mark is not None else Location(file)
    detail = str(getattr(error, "problem", "") or "")
    for english, rule, chinese, hint in _SYNTAX:
        if english in detail:
            return Problem(where, rule, chinese, hint)
    return Problem(
        where, "yaml-syntax", "YAML 写法有误，这里读不下去", "检查这一行和上一行的缩进、冒号和引号"
    )


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
        "这一行（或上一行）缺少冒号",
        "写成 键: 值，冒号后面空一格",
    ),
    ("did not find expected key", "yaml-syntax", "缩进对不齐，或上一行的引号没有成对", "同一层的键左边对齐"),
    ("found unexpected end of stream", "yaml-syntax", "引号没有成对", "检查英文引号是否都有另一半"),
    ("found undefined alias", "yaml-alias", "用了 YAML 别名（*）", "文字以 * 开头时，用英文双引号括起来"),
    ("found character", "yaml-syntax", "这个字符不能放在值的开头", "整段用英文双引号括起来"),
    ("did not find expected alphabetic", "yaml-alias", "& 或 * 不能放在值的开头", "整段用英文双引号括起来"),
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
