"""`handbook explain`: why a rule exists, with a wrong and a right example (规则说明)."""

from __future__ import annotations

from difflib import get_close_matches

import click

from generator.rules.catalogue import BY_NAME, RULES, RuleDoc

_SEVERITY = {"error": "错误", "warning": "提醒"}


@click.command(help="说明一条规则：为什么有它，错误和正确的写法各一例。不写 RULE 就列出全部规则。")
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """Print one rule, or the list of all."""
    if rule is None:
        _list()
        return
    if rule not in BY_NAME:
        near = get_close_matches(rule, list(BY_NAME), n=1)
        raise click.UsageError(f"没有规则 {rule}" + (f"，是不是 {near[0]}？" if near else ""))
    click.echo(_page(BY_NAME[rule]))


def _list() -> None:
    for group in dict.fromkeys(rule.group for rule in RULES):
        click.echo(group)
        for rule in (r for r in RULES if r.group == group):
            click.echo(f"  {rule.name:<26}{rule.title}")


def _page(rule: RuleDoc) -> str:
    return "\n".join(
        (
            f"{rule.name}（{_SEVERITY[rule.severity]}）：{rule.title}",
            "",
            f"为什么：{rule.why}",
            "",
            "错误的写法：",
            *(f"    {line}" for line in rule.wrong.splitlines()),
            "",
            "正确的写法：",
            *(f"    {line}" for line in rule.right.splitlines()),
        )
    )
