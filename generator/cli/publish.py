"""`handbook publish`, `rollback` and `verify`: to the web server, back again, and the proof (发布)."""

from __future__ import annotations

import os
import shlex
import sys
import tempfile
from calendar import timegm
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import wraps
from pathlib import Path
from time import strptime
from typing import ParamSpec

import click

from generator import __version__, disk
from generator.cli.build import make_site
from generator.cli.options import CLEAN, MISUSE, PROBLEMS, date_option, day, root_option
from generator.cli.origin import Origin, find_origin
from generator.problems import visible
from generator.publish import publish as publishing
from generator.publish.destination import Address, read_address
from generator.publish.edition import Edition
from generator.publish.manifest import ManifestError
from generator.publish.release import Release, compose
from generator.publish.shell import SSH, PublishError
from generator.publish.signature import public_key, sign
from generator.publish.verify import verify_folder, verify_server

_P = ParamSpec("_P")


def _told(command: Callable[_P, None]) -> Callable[_P, None]:
    """Print what stops publishing as one message, and leave with the code for it."""

    @wraps(command)
    def told(*args: _P.args, **kwargs: _P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except (PublishError, ManifestError) as error:
            click.echo(visible(str(error)), err=True)
            sys.exit(MISUSE)

    return told


def _address(_context: click.Context, _parameter: click.Parameter, text: str) -> Address:
    try:
        return read_address(text)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def _ssh(_context: click.Context, _parameter: click.Parameter, options: str) -> tuple[str, ...]:
    return (*SSH, *shlex.split(options))


destination = click.argument("address", metavar="DEST", callback=_address)
reload_option = click.option(
    "--reload", default="", help="让 nginx 重新载入配置的命令，例如 'sudo -n systemctl reload nginx'"
)
ssh_option = click.option("--ssh", callback=_ssh, default="", help="加给 ssh 的选项，例如 '-p 2222'")


@click.command(
    help="生成、核对并发布到 DEST：本机文件夹，或 用户名@主机:路径。有错误就不发布；出任何差错，读者看到的仍是原来的网站。"
)
@destination
@root_option
@date_option
@reload_option
@ssh_option
@click.option("--keep", type=click.IntRange(2), default=5, show_default=True, help="保留几个版本")
@click.option(
    "--url", default="", help="读者打开网站的地址，例如 http://portal/handbook/；放在子路径下时必须给"
)
@click.option("--key", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="签名用的 ssh 密钥")
@click.option("--allow-uncommitted", is_flag=True, help="有没有提交的改动也发布；页脚会写明")
@_told
def publish(
    address: Address,
    root: Path,
    today: datetime | None,
    reload: str,
    ssh: tuple[str, ...],
    keep: int,
    url: str,
    key: Path | None,
    allow_uncommitted: bool,
) -> None:
    """Build, compose, sign, bring there, switch."""
    origin = find_origin(root)
    if origin.changed and not allow_uncommitted:
        names = "、".join(origin.changed[:5])
        raise PublishError(
            f"有 {len(origin.changed)} 处改动没有提交（{names}）。先提交，或加 --allow-uncommitted。"
        )
    edition = _edition(origin, day(today), key)
    with tempfile.TemporaryDirectory(prefix="handbook-") as place:
        site, folder = Path(place, "site"), Path(place, "release")
        build_site(root, site, edition, url)
        release = _composed(root, site, edition)
        disk.write_tree(folder, release.files)
        if key:
            sign(folder, key)
        options = publishing.Options(keep=keep, reload=reload, ssh=ssh)
        moment = datetime.now(UTC)
        done = publishing.publish(release, folder, address, moment, edition.commit, options, click.echo)
    click.echo("\n".join(done.changes))
    click.echo(f"版本 {done.name}，{len(release.listed)} 个文件，已核对。")
    if not done.switched:
        click.echo(f"读者看到的还是原来的版本。重新载入 nginx 以后运行：handbook rollback DEST {done.name}")
        sys.exit(MISUSE)
    click.echo("读者已经看到新版本。")


@click.command(help="回到上一个版本，或指定的版本 NAME。")
@destination
@click.argument("name", required=False)
@reload_option
@ssh_option
@_told
def rollback(address: Address, name: str | None, reload: str, ssh: tuple[str, ...]) -> None:
    """Switch to an older release that is still whole."""
    publishing.roll_back(address, name, publishing.Options(reload=reload, ssh=ssh), click.echo)


@click.command(help="对照清单核对：DIR 是发布的文件夹或下载的网站，URL 是网站的地址。")
@click.argument("target", metavar="DIR|URL")
@_told
def verify(target: str) -> None:
    """Name each file that differs, lacks or is extra."""
    if target.startswith(("http://", "https://")):
        number, found = verify_server(target)
    else:
        number, found = verify_folder(Path(target))
    for line in publishing.lines_of(found):
        click.echo(visible(line))
    click.echo(f"清单列出 {number} 个文件，" + ("有上面的出入。" if found else "全部相符，没有多出的。"))
    sys.exit(PROBLEMS if found else CLEAN)


def build_site(root: Path, folder: Path, edition: Edition, url: str) -> None:
    """Build the site into *folder* with what the page frame prints of *edition*; PROBLEMS is the exit code for errors."""
    os.environ.setdefault(disk.EPOCH_VARIABLE, str(timegm(strptime(edition.built_for, "%Y-%m-%d"))))
    try:
        make_site(root, folder, edition.settings(), url)
    except SystemExit:
        click.echo("没有发布，读者看到的仍是原来的网站。", err=True)
        raise


def _edition(origin: Origin, built_for: str, key: Path | None) -> Edition:
    date.fromisoformat(built_for)
    commit = f"{origin.commit}+" if origin.changed else origin.commit
    return Edition(commit, origin.data_date, built_for, __version__, public_key(key) if key else "")


def _composed(root: Path, site: Path, edition: Edition) -> Release:
    lock = root / "requirements.lock"
    release = compose(disk.read_tree(site), edition, lock.read_text("utf-8") if lock.is_file() else "")
    if release.inline.faults:
        raise PublishError("\n".join(("页面里有响应头不允许的内容，没有发布：", *release.inline.faults)))
    return release
