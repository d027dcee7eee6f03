"""Publishing to a folder of this machine: releases, the switch, the way back, the lock."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from generator.publish.destination import Address, read_address
from generator.publish.manifest import Difference
from generator.publish.publish import Options, roll_back
from generator.publish.shell import BusyError, PublishError, Shell
from generator.publish.verify import verify_folder
from tests.publish.small import DEFAULT, publish_small

pytestmark = pytest.mark.usefixtures("needs_rsync")


def published(tmp_path: Path, count: int, options: Options = DEFAULT) -> tuple[Path, list[str]]:
    """A destination with *count* releases, and their names."""
    destination = tmp_path / "site"
    return destination, [
        publish_small(number, tmp_path / f"folder-{number}", destination, options).name
        for number in range(count)
    ]


def current(destination: Path) -> str:
    """The name of the release that readers see."""
    return (destination / "current").readlink().name


def tell_nobody(_: str) -> None:
    """Messages of no interest."""


def test_first_release_is_shown_at_once(tmp_path):
    """An empty folder becomes a destination."""
    destination, names = published(tmp_path, 1)

    assert current(destination) == names[0]


def test_sha256sum_accepts_the_manifest(tmp_path):
    """A reader needs nothing of ours to check a download."""
    destination, _ = published(tmp_path, 1)

    done = subprocess.run(
        ["sha256sum", "-c", "--strict", "--quiet", "manifest.sha256"], cwd=destination / "current"
    )

    assert done.returncode == 0


def test_last_releases_are_kept(tmp_path):
    """The oldest go, the newest stay."""
    destination, names = published(tmp_path, 5, Options(keep=3))

    assert sorted(path.name for path in (destination / "releases").iterdir()) == names[2:]


def test_unchanged_files_keep_their_time(tmp_path):
    """A browser that asks whether a page has changed is told no after a release that didn't touch it."""
    destination, names = published(tmp_path, 2)
    old, new = (destination / "releases" / name / "sbom.cdx.json" for name in names)

    assert old.samefile(new)


def test_rollback_goes_back_one(tmp_path):
    """Without a name, the release before."""
    destination, names = published(tmp_path, 3)

    roll_back(Address(str(destination)), None, Options(), tell_nobody)

    assert current(destination) == names[1]


def test_rollback_takes_a_name(tmp_path):
    """Any release that is still there."""
    destination, names = published(tmp_path, 3)

    roll_back(Address(str(destination)), names[0], Options(), tell_nobody)

    assert current(destination) == names[0]


def test_rollback_never_returns_to_a_withdrawn_release(tmp_path):
    """After a bad release was left and a good one published, one back is the good one before the bad."""
    destination, names = published(tmp_path, 2)
    roll_back(Address(str(destination)), None, Options(), tell_nobody)
    publish_small(7, tmp_path / "seven", destination)

    roll_back(Address(str(destination)), None, Options(), tell_nobody)

    assert current(destination) == names[0]


def test_rollback_refuses_a_damaged_release(tmp_path):
    """A release that no longer fits its manifest is not shown."""
    destination, names = published(tmp_path, 2)
    page = destination / "releases" / names[0] / "index.html"
    page.unlink()
    page.write_text("damaged", "utf-8")

    with pytest.raises(PublishError, match=r"不同：index\.html"):
        roll_back(Address(str(destination)), None, Options(), tell_nobody)

    assert current(destination) == names[1]


@pytest.mark.parametrize("name", ["../../etc", "20200101T000000Z", "current", ""])
def test_rollback_refuses_unknown_names(tmp_path, name):
    """A name is one of the releases, never a path."""
    destination, names = published(tmp_path, 1)

    with pytest.raises(PublishError, match="没有"):
        roll_back(Address(str(destination)), name, Options(), tell_nobody)

    assert current(destination) == names[0]


def test_second_publisher_waits_and_gives_up(tmp_path):
    """The lock keeps two publishers apart."""
    destination, _ = published(tmp_path, 1)

    with Shell(str(destination), None), pytest.raises(BusyError, match="另一个人正在发布"):
        publish_small(2, tmp_path / "second", destination, Options(wait=0))


def test_lock_is_free_after_a_publisher(tmp_path):
    """No lock file is left that somebody would have to delete."""
    destination, _ = published(tmp_path, 1)

    with Shell(str(destination), None, wait=0) as shell:
        answer = shell.run("echo free")

    assert answer == b"free\n"


def test_verify_names_every_file(tmp_path):
    """Changed, missing and extra files, each by name; a link is extra whatever it leads to."""
    destination, _ = published(tmp_path, 1)
    root = destination / "current"
    (root / "index.html").write_text("other", "utf-8")
    (root / "404.html").unlink()
    (root / "extra.html").write_text("extra", "utf-8")
    (root / "link").symlink_to("/etc/passwd")

    _, found = verify_folder(destination)

    assert found == Difference(("index.html",), ("404.html",), ("extra.html", "link"))


def test_failing_reload_keeps_the_old_release(tmp_path):
    """Headers must be in force before the pages that need them."""
    destination, names = published(tmp_path, 1)

    with pytest.raises(PublishError):
        publish_small(2, tmp_path / "second", destination, Options(reload="echo no >&2; false"))

    assert current(destination) == names[0]


def test_new_inline_script_waits_for_the_headers(tmp_path):
    """Without a command that reloads the web server, a release that needs new headers arrives but is not shown."""
    destination, names = published(tmp_path, 1)
    (destination / "headers.conf").write_text("", "utf-8")

    done = publish_small(2, tmp_path / "second", destination)

    assert (done.switched, current(destination)) == (False, names[0])


def test_changes_are_told_in_the_words_of_readers(tmp_path):
    """The printed figures, before and after."""
    destination, _ = published(tmp_path, 1)

    done = publish_small(1, tmp_path / "second", destination)

    assert done.changes == ("数字变化：《云州办法》“补贴”由 0元 改为 1元",)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("/srv/handbook", Address("/srv/handbook")),
        ("web@portal:/srv/handbook", Address("/srv/handbook", "web@portal")),
        ("portal:site", Address("site", "portal")),
    ],
)
def test_destinations_are_folders_here_or_there(text, address):
    """As scp and rsync write them."""
    found = read_address(text)

    assert found == address


@pytest.mark.parametrize("text", ["http://portal/handbook", "-oProxyCommand=x:/srv", "", "a\nb"])
def test_other_destinations_are_refused(text):
    """An address of a page is no destination, and nothing may look like an option of ssh."""
    with pytest.raises(ValueError, match="目的地"):
        read_address(text)
