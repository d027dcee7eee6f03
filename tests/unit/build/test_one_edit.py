"""After an edit the page of the extract is made alone, and is the page that a whole build would have made."""

from html import unescape
from io import BytesIO
from zipfile import ZipFile

from hypothesis import given, settings
from hypothesis import strategies as st

from generator import pipeline
from generator.build.serving import MOST_NAMED, Made, edited_documents, say_changes
from generator.kept import Readings
from tests.fictional import DRAFT, FINAL, policy_files, source_texts
from tests.memory import Memory

DAY = "2026-11-21"
FINAL_ID, DRAFT_ID = "yunzhou-peixun-2024", "yunzhou-peixun-caogao-2023"
ANSWER = "answer: 培训合格的，每人可得600元补贴。"


@settings(max_examples=5, deadline=None)
@given(
    st.lists(st.sampled_from(["每人可得600元补贴", "合格的有600元补贴", "600元补贴"]), min_size=1, max_size=4)
)
def test_any_edits_give_the_page_of_the_whole_build(answers: list[str]):
    """With readings kept from edit to edit the page of the edited document is, byte for byte, that of a build from nothing."""
    readings = Readings(Memory(), "1")
    before = policy_files()
    for answer in answers:
        files = policy_files((FINAL, ANSWER, f"answer: {answer}。"))
        ids = edited_documents(before, files)
        quick = pipeline.build_documents(files, source_texts(), ids, DAY, readings=readings).site
        whole = pipeline.build(files, source_texts(), {}, DAY).site

        assert quick is not None
        assert whole is not None
        assert ids <= {FINAL_ID}
        assert dict(quick.pages) == {path: whole.pages[path] for path in quick.pages}
        assert {f"documents/{id_}.md" for id_ in ids} <= quick.pages.keys()
        before = files


def test_nothing_is_made_of_an_extract_with_errors():
    """The last good page stays."""
    files = policy_files((FINAL, "{org: yz-hrss}", "{org: yz-hrs}"))

    assert pipeline.build_documents(files, source_texts(), {FINAL_ID}, DAY).site is None


def test_only_extracts_count_as_edited_documents():
    """A vocabulary may change every page, so that no page can come first; a new extract can."""
    before = {FINAL: b"1", "policies/vocabulary/topics.yaml": b"1", "policies/records/a.yaml": b"1"}

    assert edited_documents(before, dict.fromkeys(before, b"2") | {DRAFT: b"1"}) == {FINAL_ID, DRAFT_ID}
    assert edited_documents(before, before) == frozenset()


def test_what_changed_is_said_in_numbers_and_names():
    """Pages that came, went or differ are named, files are counted."""
    before = Made({}, {"a.md": "1", "b.md": "1", "c.md": "1"}, {"x.json": "1", "y.json": "1"})
    after = Made({}, {"a.md": "1", "b.md": "2", "d.md": "1"}, {"x.json": "2", "y.json": "1"})

    assert say_changes(before, after) == "变化 3 页、1 个数据文件：b.md、c.md、d.md"
    assert say_changes(before, before) == "网站没有变化"


def test_many_changed_pages_are_counted_not_listed():
    """A changed name of a family concerns hundreds of pages."""
    after = Made({}, {f"{number:03}.md": "1" for number in range(MOST_NAMED + 5)}, {})

    said = say_changes(Made(), after)

    assert said.startswith(f"变化 {MOST_NAMED + 5} 页、0 个数据文件：000.md、")
    assert said.endswith(f"{MOST_NAMED - 1:03}.md等")


def _whole_site(*edits: tuple[str, str, str]) -> dict[str, bytes]:
    site = pipeline.build(policy_files(*edits), source_texts(), {}, DAY).site
    assert site is not None
    return {**{path: text.encode() for path, text in site.pages.items()}, **site.files, **site.downloads}


def _says(content: bytes, words: str) -> bool:
    """Whether a file prints *words*; a workbook does so in one of its sheets."""
    if not content.startswith(b"PK"):
        return words.encode() in content
    with ZipFile(BytesIO(content)) as archive:
        return any(
            words in unescape(archive.read(name).decode("utf-8", "ignore")) for name in archive.namelist()
        )


def test_publishing_one_edit_changes_only_files_that_print_it():
    """No other byte of pages, data, feeds and downloads; the search weighs words by how often all documents use them."""
    words = "改过的一句话"
    before, after = _whole_site(), _whole_site((FINAL, ANSWER, f"answer: {words}，每人可得600元补贴。"))

    changed = {path for path in after if before.get(path) != after[path]}
    others = {path for path in changed if not path.startswith("search/index/")}
    assert before.keys() - after.keys() == {
        path for path in before.keys() - after.keys() if "search/" in path
    }
    assert {f"documents/{FINAL_ID}.md", "api/v1/documents.json"} <= others
    assert len(others) < 20
    assert [path for path in others if not _says(after[path], words)] == []
