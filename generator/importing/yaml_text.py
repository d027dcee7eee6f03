"""A draft as the YAML file an editor will work in: one line a key, and what to do at the top (导入稿的写法)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml


class _Dumper(yaml.SafeDumper):
    """Writes every value out: the handbook reads no aliases."""

    def ignore_aliases(self, data: object) -> bool:
        """Return True for everything."""
        return True


_HEAD = """\
# 程序导入的候选稿，还不能发布。逐条对照原文：
#   对的——补齐说明、对象、条件，删去 confirm: 待确认 这一行；
#   不是事实的——删去整条，把那个数字写进 dismissed 并选一个理由；
#   文首 confirm 列出的各项也是猜的，改好一项，从名单里去掉一项。
# 全部确认之前，handbook check 会逐条指出 unconfirmed。填法见 _template.yaml，拿不准看 ../GUIDELINES.md。

"""
_WIDE = 10_000
_BLOCKS = frozenset({"provisions", "facts", "duties", "relations"})
"""Lists whose entries are confirmed one by one: the mark stands on a line of its own, which an editor deletes."""
_ONE_LINE = frozenset({"outline", "issuers"})


def draft_yaml(content: Mapping[str, Any]) -> str:
    """Return the text of the file; what is confirmed takes one line a key, lists of small things one line each."""
    lines = [line for key, value in content.items() for line in _entry(key, value, "")]
    return _HEAD + "\n".join(lines) + "\n"


def _entry(key: str, value: Any, indent: str) -> list[str]:
    if key in _BLOCKS and value:
        lines = [f"{indent}{key}:"]
        for held in value:
            inner = [line for name, part in held.items() for line in _entry(name, part, f"{indent}    ")]
            lines += [f"{indent}  - {inner[0].strip()}", *inner[1:]]
        return lines
    if key in _ONE_LINE and value:
        return [f"{indent}{key}:", *(f"{indent}  - {_flow(item)}" for item in value)]
    if key in ("dates", "source"):
        return [f"{indent}{key}:", *(f"{indent}  {name}: {_flow(part)}" for name, part in value.items())]
    return [f"{indent}{key}: {_flow(value)}"]


def _flow(value: Any) -> str:
    """Return *value* on one line; text that YAML would read as a number keeps its quotes."""
    printed = yaml.dump(
        value, Dumper=_Dumper, default_flow_style=True, allow_unicode=True, width=_WIDE, sort_keys=False
    )
    return printed.removesuffix("\n").removesuffix("\n...").strip()
