"""Slips of an input method that break YAML, wherever they stand in a text (输入法的差错)."""

from __future__ import annotations

import re

from generator.problems import Location, Problem

LINE_END = re.compile("(\r\n|[\n\r\x85\u2028\u2029])")
"""What the parser counts as the end of a line; a split by it keeps the ends, at the odd places."""
_FULLWIDTH_COLON = re.compile(r"^(\s*(?:- )?)([A-Za-z_]+)：")
_TAB_INDENT = re.compile(r"^( *)\t")
_WIDE_INDENT = re.compile(r"^ *([\u00a0\u2000-\u200a\u202f\u205f\u3000])\s*(?:- )?[A-Za-z_]+ *:")
_CONFLICT = re.compile(r"^<{7} ")
_ANY = re.compile(
    r"(?:\A|[\n\r\x85\u2028\u2029])(?: *[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]|<{7} |[^\S\n]*(?:- )?(?:[“”‘’]|[A-Za-z_]+：))"
)
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
        elif match := _WIDE_INDENT.match(line):
            name = "全角空格" if match[1] == "\u3000" else "网页或 Word 里的特殊空格"
            found.append(
                Problem(
                    Location(file, number, match.start(1) + 1),
                    "tab-indent",
                    f"行首用了{name}",
                    "改用普通空格，每层两个空格",
                )
            )
        elif _CONFLICT.match(line):
            found.append(
                Problem(
                    Location(file, number, 1),
                    "merge-conflict",
                    "合并时两边都改了这里，还没有选定",
                    "留下要的一边，删去 <<<<<<<、=======、>>>>>>> 三行",
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
