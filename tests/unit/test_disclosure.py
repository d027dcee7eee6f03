"""A document marked 不公开 is in no output."""

import json
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

import pytest

from generator import checking, pipeline
from generator.disclosure import published, published_proofs, shows_original
from tests.case_files import TODAY
from tests.fictional import DRAFT, FINAL, library, policy_files, source_texts

SECRET = "yunzhou-peixun-caogao-2023"
HIDDEN = (
    DRAFT,
    "disclosure: {value: 公开, basis: 文稿向社会征求意见。}",
    "disclosure: {value: 不公开, basis: 内部文稿。}",
)
LINKED = (
    FINAL,
    "    target: {title: 海西省技能培训行动方案, doc_number: {value: 海政发〔2023〕12号}}",
    f"    target: {{document: {SECRET}, title: 海西省技能培训行动方案, doc_number: {{value: 海政发〔2023〕12号}}}}",
)

REMARKED = (
    "policies/vocabulary/families.yaml",
    "    rows: [training-visits, subsidy]\n",
    "    rows: [training-visits, subsidy]\n"
    "    remarks:\n"
    "      - {indicator: subsidy, verdict: 只有正式文件写了, sentence: 正式文件写明了补贴，内稿没有写补贴。}\n",
)
SYNONYMS = "policies/vocabulary/synonyms.yaml"


def with_synonyms(files: dict[str, bytes]) -> dict[str, bytes]:
    """*files* with readers' words for a word of the draft alone, for one of both documents and for one of none."""
    words = (("反馈意见", "回话意见"), ("培训规模", "培训多大"), ("云州市财政局", "管钱的局"))
    entries = "".join(f"  - {{word: {word}, also: [{said}], reason: 口语}}\n" for word, said in words)
    return {**files, SYNONYMS: f"schema: 1\nvocabulary: synonyms\nentries:\n{entries}".encode()}


def pieces(content: bytes) -> Iterator[bytes]:
    """*content*, and what is packed in it: the parts of an office file."""
    yield content
    if content.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(content)) as archive:
            yield from map(archive.read, archive.namelist())


def packed_texts(index) -> Iterator[bytes]:
    """What lies in the packed file of the search: all that a question may fetch."""
    (packed,) = (content for name, content in index.items() if name.endswith("packed.bin"))
    (manifest,) = (json.loads(content) for name, content in index.items() if name.endswith("manifest.json"))
    at = 0
    for length in (length for lengths in manifest["packed"].values() for length in lengths):
        yield zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed[at : at + length] + b"\x03\x00")
        at += length


def test_withheld_document_is_not_in_the_published_library():
    """Neither the document nor anything that is found through it."""
    public = published(library(HIDDEN))

    assert list(public.documents) == ["yunzhou-peixun-2024"]
    assert SECRET not in public.files
    assert all(placed.document.id != SECRET for placed in public.facts.values())


def test_links_to_a_withheld_document_are_cut():
    """The citing document keeps the title that it prints, without the id."""
    public = published(library(HIDDEN, LINKED))
    (relation,) = public.documents["yunzhou-peixun-2024"].relations

    assert relation.target.document is None
    assert relation.target.title == "海西省技能培训行动方案"


def test_a_library_without_withheld_documents_is_the_same():
    """Nothing is copied where nothing is hidden."""
    all_public = library()

    assert published(all_public) is all_public


def test_proofs_of_withheld_documents_are_not_published():
    """The original of a withheld document is at hand for checking only."""
    checked = checking.check(policy_files(HIDDEN), source_texts(), TODAY)

    assert list(published_proofs(published(checked.library), checked.proofs)) == ["yunzhou-peixun-2024"]


@pytest.mark.parametrize(("value", "shown"), [("公开", True), ("依申请", False)])
def test_original_is_shown_of_public_documents_only(value, shown):
    """依申请: the extract may be read, the text is given on request."""
    edit = (DRAFT, "disclosure: {value: 公开,", f"disclosure: {{value: {value},")

    assert shows_original(library(edit).documents[SECRET]) is shown


def test_remarks_of_a_family_go_with_a_withheld_member():
    """A remark compares documents: what it says of one that nobody may read is not published."""
    assert library(REMARKED).vocabulary.families["peixun"].remarks != ()
    assert published(library(HIDDEN, REMARKED)).vocabulary.families["peixun"].remarks == ()


def test_synonyms_for_words_of_withheld_documents_alone_are_not_published():
    """The list of synonyms would tell what the document is about; words that stand elsewhere too stay."""
    files = with_synonyms(policy_files(HIDDEN))
    public = published(checking.check(files, source_texts(), TODAY).library)

    assert [synonym.word for synonym in public.vocabulary.synonyms] == ["培训规模", "云州市财政局"]


def test_no_output_names_a_withheld_document():
    """No page, no data file, no workbook, no search entry, packed or not, holds its id, its title, its figure, its words."""
    built = pipeline.build(with_synonyms(policy_files(HIDDEN, REMARKED)), source_texts(), {}, TODAY)

    assert built.site is not None
    site = built.site
    files = {**site.files, **site.index, **site.downloads}
    everything = [page.encode() for page in site.pages.values()]
    everything += [piece for content in files.values() for piece in pieces(content)]
    everything += packed_texts(site.index)
    for word in (SECRET, "云州培训（草案）", "草案计划培训", "11月30日", "内稿没有写", "回话意见"):
        assert [name for name in (*site.pages, *files) if word in name] == []
        assert [blob[:80] for blob in everything if word.encode() in blob] == []


def test_the_same_words_are_found_where_nothing_is_withheld():
    """The search for leaks can find what it looks for."""
    built = pipeline.build(with_synonyms(policy_files(REMARKED)), source_texts(), {}, TODAY)

    assert built.site is not None
    site = built.site
    packed = b"".join(packed_texts(site.index))
    tables = [piece for content in site.downloads.values() for piece in pieces(content)]
    assert "11月30日".encode() in packed
    assert any("内稿没有写".encode() in piece for piece in tables)
    assert any("回话意见".encode() in content for content in site.index.values())
