"""`handbook build`, `serve` and `render`: the site by MkDocs, or its pages for any builder (生成)."""

from __future__ import annotations

import errno
import os
import socket
import sys
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import click

from generator import disk, links, pipeline
from generator.build.preview import open_from_folder
from generator.cli.options import PROBLEMS, date_option, day, root_option, sources_option
from generator.problems import errors, visible


@click.command(help="用 MkDocs 生成整个网站，放进 site/。")
@root_option
@click.option("--out", type=click.Path(path_type=Path), default=None, help="放到哪个文件夹（默认 site）")
@click.option(
    "--preview",
    is_flag=True,
    help="只供审阅，不发布：双击 index.html 就能看；摘录改动后还没有核对的，也生成，页面上写明没有核对",
)
def build(root: Path, out: Path | None, preview: bool) -> None:
    """Build the site strictly; MkDocs prints what is wrong."""
    if out:
        _check_output(out, root)
    if preview:
        _preview(root, (out or root / "site").resolve())
    else:
        _mkdocs(
            "build", "--strict", "-f", str(root / "mkdocs.yml"), *(["-d", str(out.resolve())] if out else [])
        )


@click.command(help="生成网站并在本机打开，保存摘录后自动更新；Ctrl-C 结束。")
@root_option
@click.option("--addr", default="127.0.0.1:8000", show_default=True, help="地址和端口")
def serve(root: Path, addr: str) -> None:
    """Serve the site with live reload."""
    _check_free(addr)
    click.echo(f"正在生成，完成后打开 http://{addr}/ 　（Ctrl-C 结束）")
    with suppress(click.Abort):  # Ctrl-C during the first build is the way to end it, too
        _mkdocs("serve", "-f", str(root / "mkdocs.yml"), "-a", addr)


@click.command(help="把全部页面和数据文件写到文件夹，任何 Markdown 网站生成器都可以接着用。")
@root_option
@sources_option
@date_option
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True, help="输出文件夹")
def render(root: Path, sources: str | None, today: datetime | None, out: Path) -> None:
    """Write the same pages that the MkDocs plugin makes, and the hand-written assets beside them."""
    _check_output(out, root)
    texts = disk.read_sources(disk.sources_folder(root, sources))
    built = pipeline.build(
        disk.read_policies(root), texts, disk.read_stylesheets(root), day(today), disk.read_settings(root)
    )
    for problem in built.checked.problems:
        click.echo(str(problem))
    if built.site is None:
        click.echo(f"摘录里有 {len(errors(built.checked.problems))} 个错误，没有写出任何文件")
        sys.exit(PROBLEMS)
    pages = {links.lying_at(path): text.encode() for path, text in built.site.pages.items()}
    files = {
        **disk.read_static(root),
        **pages,
        **built.site.files,
        **built.site.index,
        **built.site.downloads,
    }
    disk.write_tree(out, files)
    disk.remove_stale(out, files)
    click.echo(f"写出 {len(pages)} 页、{len(files) - len(pages)} 个文件到 {out}")


def make_site(root: Path, folder: Path, handbook: Mapping[str, object], url: str = "") -> None:
    """Build the site into *folder* as strictly, with *handbook* beside what mkdocs.yml says there; SystemExit where it is refused."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    import logging

    from mkdocs.commands.build import build as build_by_mkdocs
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, BuildError

    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.WARNING)
    logger.addHandler(logging.StreamHandler())
    address = {"site_url": url if url.endswith("/") else f"{url}/"} if url else {}
    config = load_config(str(root / "mkdocs.yml"), strict=True, site_dir=str(folder), **address)
    config.extra["handbook"] = {**config.extra.get("handbook", {}), **handbook}
    try:
        build_by_mkdocs(config)
    except (Abort, BuildError) as error:
        click.echo(visible(str(error)), err=True)
        sys.exit(PROBLEMS)


def _preview(root: Path, folder: Path) -> None:
    make_site(root, folder, {"preview": True})
    open_from_folder(folder)
    click.echo(
        f"写好预览，打开 {folder}/index.html；检索、筛选、试算要用网页服务：在文件夹里运行 python -m http.server"
    )


def _check_output(out: Path, root: Path) -> None:
    try:
        disk.check_output(out, root)
    except ValueError as error:
        raise click.UsageError(str(error)) from None


def _check_free(addr: str) -> None:
    """Raise UsageError unless *addr* is host:port and nobody listens there; MkDocs would find out after the build."""
    host, _, port = addr.rpartition(":")
    if not host or not port.isdecimal() or not 0 < int(port) < 65536:
        raise click.UsageError(f"--addr 写成 主机:端口，例如 127.0.0.1:8000；现在是 {addr}")
    family = socket.AF_INET6 if host.startswith("[") else socket.AF_INET
    try:
        socket.create_server((host.strip("[]"), int(port)), family=family).close()
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise click.UsageError(
                f"{addr} 已经被别的程序占用；换一个端口，例如 handbook serve --addr {host}:{int(port) % 65535 + 1}"
            ) from None
        raise click.UsageError(f"不能在 {addr} 打开网站：{error.strerror}") from None


def _mkdocs(*words: str) -> None:
    """Hand over to the command line of MkDocs, which sets up its logging and the exit code; click.Abort is Ctrl-C."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.__main__ import cli

    cli.main(args=list(words), prog_name="mkdocs", standalone_mode=False)
