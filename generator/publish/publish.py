"""The order of things: arrive, prove, admit, headers, switch, clean up; and the way back (发布与回退)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from generator.publish.changes import DATA, describe, read_snapshot
from generator.publish.destination import Address, Destination
from generator.publish.headers import HEADERS, allowed_by, nginx_headers
from generator.publish.manifest import MANIFEST, UNLISTED, Difference, compare, digest, read_manifest
from generator.publish.policy import Inline, covers
from generator.publish.release import Release
from generator.publish.releases import NAME, State, one_back, outdated, release_name
from generator.publish.shell import SSH, PublishError, Shell

Tell = Callable[[str], None]


@dataclass(frozen=True)
class Options:
    """How to publish: how many releases stay, what reloads the web server, how to reach another machine."""

    keep: int = 5
    reload: str = ""
    wait: int = 10
    ssh: tuple[str, ...] = SSH


@dataclass(frozen=True)
class Published:
    """The new release, whether readers see it already, and what changed for them."""

    name: str
    switched: bool
    changes: tuple[str, ...]


def publish(
    release: Release,
    folder: Path,
    address: Address,
    moment: datetime,
    commit: str,
    options: Options,
    tell: Tell,
) -> Published:
    """Bring *folder*, which holds the files of *release*, to *address* and let readers see it.

    *moment* is the UTC time. PublishError at any point leaves readers what they had.
    """
    with Shell(address.folder, address.host, wait=options.wait, ssh=options.ssh) as shell:
        there = Destination(address, shell, options.ssh)
        left = there.sweep()
        if left:
            tell(f"已清理上次没有完成的发布留下的 {len(left)} 项")
        state = there.state()
        name = release_name(moment, commit, state.releases)
        before = read_snapshot({path: there.read(f"current/{path}") for path in DATA})
        try:
            there.receive(folder, name)
            _prove(there, release, folder, name)
        except PublishError:
            _try(lambda: there.discard(name, incoming=True))
            raise
        there.admit(name)
        changes = describe(before, read_snapshot({path: release.files.get(path) for path in DATA}))
        if not _headers(there, release.inline, state, options, tell):
            return Published(name, False, changes)
        there.switch(name, state)
        _prune(there, options.keep, tell)
    return Published(name, True, changes)


def roll_back(address: Address, name: str | None, options: Options, tell: Tell) -> str:
    """Let readers see the release before the current one, or *name*; return its name."""
    with Shell(address.folder, address.host, wait=options.wait, ssh=options.ssh) as shell:
        there = Destination(address, shell, options.ssh)
        there.sweep()
        state = there.state()
        target = name or one_back(state)
        if target is None:
            raise PublishError("没有更早的版本可以回退。")
        if not NAME.fullmatch(target) or target not in state.releases:
            raise PublishError(f"没有版本 {target}。现有：{'、'.join(state.releases) or '无'}")
        listed = read_manifest(there.read(f"releases/{target}/{MANIFEST}") or b"")
        found = compare(listed, there.digests(target, incoming=False))
        if found:
            raise PublishError("\n".join((f"版本 {target} 与它的清单不符，没有切换：", *lines_of(found))))
        if state.current is not None and target < state.current:
            there.withdraw(state.current)
        if options.reload:
            there.command(options.reload)
        there.switch(target, state)
        tell(f"读者现在看到版本 {target}")
    return target


def lines_of(found: Difference) -> tuple[str, ...]:
    """Return one line per file that is not as its manifest says."""
    groups = (("不同", found.changed), ("缺少", found.missing), ("多出", found.extra))
    return tuple(f"{word}：{path}" for word, paths in groups for path in paths)


def _prove(there: Destination, release: Release, folder: Path, name: str) -> None:
    """What arrived must be what was sent, the manifest and its signature included."""
    held = there.digests(name, incoming=True)
    found = compare(release.listed, held)
    for path in UNLISTED:
        here = folder / path
        if here.is_file() and held.get(path) != digest(here.read_bytes()):
            found = Difference((*found.changed, path), found.missing, found.extra)
    if found:
        raise PublishError("\n".join(("传到的文件与清单不符，没有切换：", *lines_of(found))))


def _headers(there: Destination, needed: Inline, state: State, options: Options, tell: Tell) -> bool:
    """Make the headers allow what the old pages and the new ones hold; return whether the switch may follow.

    nginx reads them when it loads its configuration. Pages that need a script it does not know yet must wait for that.
    """
    content = there.read(HEADERS)
    allowed = allowed_by(content)
    wanted = nginx_headers(Inline(allowed.scripts | needed.scripts, allowed.styles | needed.styles))
    if wanted != content:
        there.write_headers(wanted)
    if options.reload:
        there.command(options.reload)
        return True
    if covers(allowed, needed) or state.current is None:
        return True
    tell(f"{HEADERS} 有变化，要先让 nginx 重新载入配置，才能切换。")
    return False


def _prune(there: Destination, keep: int, tell: Tell) -> None:
    """Delete old releases; readers already see the new one, so a failure here is only told."""
    try:
        for name in outdated(there.state(), keep):
            there.discard(name)
            tell(f"已删除旧版本 {name}")
    except PublishError as error:
        tell(f"旧版本没有删干净，下次发布时再删：{error}")


def _try(step: Callable[[], None]) -> None:
    try:
        step()
    except PublishError:
        return
