"""The parts of publishing that touch nothing: manifest, fingerprints, policy, names of releases, bill of materials."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish.changes import Snapshot, describe
from generator.publish.compress import with_compressed
from generator.publish.edition import Edition
from generator.publish.fingerprint import IMMUTABLE, fingerprint
from generator.publish.manifest import Difference, compare, digests, read_manifest, write_manifest
from generator.publish.policy import Inline, covers, find_inline, policy, read_policy
from generator.publish.release import compose
from generator.publish.releases import State, one_back, outdated, release_name
from generator.publish.sbom import bill_of_materials
from tests.publish.small import LOCK, MOMENT, small_release, small_site

NAMES = st.text(
    st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp"), blacklist_characters="\\"), min_size=1
)


@given(st.dictionaries(NAMES, st.binary()))
def test_manifest_says_what_it_read(files):
    """Any plain file name survives, Chinese ones too."""
    listed = digests(files)

    assert read_manifest(write_manifest(listed)) == listed


def test_manifest_refuses_names_that_it_cannot_spell():
    """sha256sum escapes them in its own way."""
    with pytest.raises(ValueError, match="控制字符"):
        write_manifest({"a\nb": "0" * 64})


@pytest.mark.parametrize("content", [b"<html>", b"abc  index.html\n", b"\xff\xfe"])
def test_what_is_no_manifest_is_refused(content):
    """A login page of a proxy, for instance."""
    with pytest.raises(ValueError, match="第 1 行"):
        read_manifest(content)


def test_differences_are_named():
    """Three ways to differ; the manifest itself does not count."""
    found = compare({"a": "1", "b": "2", "c": "3"}, {"a": "1", "b": "9", "d": "4", "manifest.sha256": "5"})

    assert found == Difference(("b",), ("c",), ("d",))


def test_fingerprints_reach_every_page_at_every_depth():
    """Each address in a page leads to a file of the release."""
    found = fingerprint(small_site(1))
    page = found["documents/p1/index.html"].decode()
    sheet = next(path for path in found if path.endswith(".css"))
    module = next(path for path in found if path.endswith("/page.mjs"))

    assert f'href="../../{sheet}"' in page
    assert f'src="../../{module}"' in page
    assert f'href="/{sheet}"' in found["404.html"].decode()


def test_fingerprinted_names_are_immutable_ones():
    """What the web server lets browsers keep is exactly what changes its name."""
    kept = {path for path in fingerprint(small_site(1)) if IMMUTABLE.fullmatch(path)}

    assert {path.split("/")[0] + "/" + path.split("/")[1].split("-")[0].split(".")[0] for path in kept} == {
        "assets/handbook", "assets/js", "search/index",
    }  # fmt: skip


def test_one_changed_module_renames_its_folder():
    """Modules import each other by relative names, so they move together."""
    site = small_site(1)
    before = {path for path in fingerprint(site) if path.startswith("assets/js")}

    after = {
        path for path in fingerprint({**site, "assets/js/part.mjs": b"other"}) if path.startswith("assets/js")
    }

    assert before.isdisjoint(after)


@pytest.mark.parametrize("prefix", ["", "/handbook", "/a/b"])
def test_page_for_unknown_addresses_works_below_any_path(prefix):
    """It names its files from the root of the server."""
    site = {
        "assets/handbook.css": b"x",
        "404.html": f'<link href="{prefix}/assets/handbook.css?v#f">'.encode(),
    }

    found = fingerprint(site)

    sheet = next(path for path in found if path.endswith(".css"))
    assert found["404.html"].decode() == f'<link href="{prefix}/{sheet}?v#f">'


def test_other_addresses_stay():
    """Only what was renamed is spelled anew."""
    html = '<a href="../about/">x</a><a href="#assets/handbook.css">y</a><img src="assets/images/a.png"><a href="mailto:a@b">'

    found = fingerprint({"assets/handbook.css": b"x", "index.html": html.encode()})

    assert found["index.html"].decode() == html


def test_compression_is_repeatable():
    """No time of day in the header."""
    assert with_compressed(small_site(1)) == with_compressed(small_site(1))


def test_policy_allows_exactly_the_inline_scripts():
    """A hash for each script that runs, none for settings."""
    inline = find_inline(
        {"a.html": "<script>a()</script><script type=application/json>{}</script><script src=x.js></script>"}
    )

    assert policy(inline).count("sha256-") == 1
    assert "unsafe" not in policy(inline)


def test_policy_can_be_read_back():
    """The headers in force say which pages they fit."""
    inline = find_inline({"a.html": "<script>a()</script><style>b{}</style>"})

    assert read_policy(policy(inline)) == inline
    assert not covers(Inline(), inline)


@pytest.mark.parametrize(
    "html",
    [
        '<p onclick="x()">',
        '<p style="color:red">',
        '<a href="javascript:x()">',
        '<img src="http://other/x.png">',
        '<img src="//other/x.png">',
        '<link rel="stylesheet" href="https://other/x.css">',
        '<script src="https://other/x.js"></script>',
        '<form action="https://other/">',
        '<base href="/">',
        "<iframe src='https://other/'>",
    ],
)
def test_what_the_headers_would_block_is_a_fault(html):
    """It is refused before a reader meets it."""
    found = find_inline({"a.html": html})

    assert len(found.faults) == 1


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://other/">',
        '<link rel="canonical" href="http://portal/">',
        '<img src="data:image/svg+xml,x">',
    ],
)
def test_links_that_load_nothing_are_none(html):
    """A reader may follow a link elsewhere; the page itself asks nobody."""
    found = find_inline({"a.html": html})

    assert found.faults == ()


def test_release_names_follow_each_other():
    """Even if the clock went backwards."""
    taken = ["20271231T235959Z-aaaaaaa"]

    assert release_name(MOMENT, "b" * 40, taken) == "20280101T000000Z-bbbbbbb"


def test_current_release_is_never_outdated():
    """However old it is after a rollback."""
    state = State(
        ("20200101T000000Z", "20210101T000000Z", "20220101T000000Z", "20230101T000000Z"), "20200101T000000Z"
    )

    assert outdated(state, 1) == ("20210101T000000Z", "20220101T000000Z")


def test_nothing_before_the_first_release():
    """One release has no way back."""
    assert one_back(State(("20200101T000000Z",), "20200101T000000Z")) is None


def test_bill_lists_names_versions_and_digests():
    """And no address of a registry."""
    bill = json.loads(bill_of_materials(LOCK, "1", "c0ffee"))

    assert bill["components"] == [
        {
            "type": "library",
            "bom-ref": "pkg:pypi/yunzhou@1.0",
            "name": "yunzhou",
            "version": "1.0",
            "purl": "pkg:pypi/yunzhou@1.0",
            "hashes": [{"alg": "SHA-256", "content": "ab" * 32}],
        }
    ]


def test_release_is_the_same_twice():
    """Same site, same edition, same bytes."""
    assert small_release(1).files == small_release(1).files


def test_every_file_of_a_release_is_listed():
    """Except the manifest."""
    release = compose(small_site(1), Edition(), LOCK)

    assert set(release.files) - set(release.listed) == {"manifest.sha256"}


def test_changes_are_counted_and_named():
    """Documents by title, statuses and figures before and after."""
    before = Snapshot(
        {"a": {"id": "a", "title": "甲", "status": {"value": "待核"}}},
        {"a/x": {"id": "a/x", "document": "a"}},
    )
    after = Snapshot(
        {"a": {"id": "a", "title": "甲", "status": {"value": "现行"}}, "b": {"id": "b", "title": "乙"}},
        {"b/y": {"id": "b/y", "document": "b"}},
    )

    assert describe(before, after) == (
        "新增文件：《乙》",
        "状态变化：《甲》由“待核”改为“现行”",
        "新增数字 1 个",
        "移除数字 1 个",
    )


def test_changes_hold_no_terminal_codes():
    """A title is data; it must not colour the terminal of the publisher."""
    after = Snapshot({"a": {"id": "a", "title": "\x1b[31m红"}}, {})

    assert "\x1b" not in "".join(describe(Snapshot({}, {}), after))
