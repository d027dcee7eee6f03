"""A document marked 不公开 is in no output."""

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


def test_no_output_names_a_withheld_document():
    """No page, no data file, no search entry holds its id, its title or its figure."""
    built = pipeline.build(policy_files(HIDDEN), source_texts(), {}, TODAY)

    assert built.site is not None
    everything = [page.encode() for page in built.site.pages.values()]
    everything += [*built.site.files.values(), *built.site.index.values(), *built.site.downloads.values()]
    names = [*built.site.pages, *built.site.files, *built.site.index, *built.site.downloads]
    for word in (SECRET, "云州培训（草案）", "草案计划培训"):
        assert [name for name in names if word in name] == []
        assert [blob[:80] for blob in everything if word.encode() in blob] == []
