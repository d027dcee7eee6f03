"""Lists of figures, bodies, citations: what is where, and in which order."""

from generator.library import Library
from generator.views.departments import view_department, view_departments
from generator.views.home import view_home
from generator.views.kinds import find_kinds, view_kind
from generator.views.references import view_references
from generator.views.terms import find_topics, view_region, view_term
from tests.fictional import library


def _kind(found: Library, title: str):
    return next(view_kind(found, kind) for kind in find_kinds(found) if kind.title == title)


def test_a_subsidy_is_listed_with_its_amount_and_its_silence():
    """The stated amount comes first, then what is promised without one."""
    kind = _kind(library(), "补贴与资金")

    states = [fact.state for group in kind.groups for fact in group.facts]
    assert states == ["value", "open"]
    assert kind.groups[0].facts[0].figure.words == "600元"


def test_figures_of_a_draft_are_listed_apart():
    """A reader of the list can't take a draft's target for one in force."""
    kind = _kind(library(), "目标")

    assert all(fact.draft for fact in kind.drafts)
    assert not any(fact.draft for group in kind.groups for fact in group.facts)


def test_the_home_page_shows_no_figure_of_a_draft_and_none_without_a_number():
    """The first page a reader sees holds stated figures in force or to be verified."""
    figures = view_home(library()).figures

    assert [fact.label for fact in figures] == ["培训补贴"]


def test_a_body_lists_its_duties_and_the_documents_it_issued():
    """Duties in force before those of drafts, each with its clause."""
    found = library()
    view = view_department(found, found.vocabulary.departments["yz-hrss"])

    assert next((d.matter, d.role, d.draft) for d in view.duties) == ("培训补贴", "责任", False)
    assert {row.id for row in view.issued} == {"yunzhou-peixun-2024", "yunzhou-peixun-caogao-2023"}


def test_every_body_of_the_vocabulary_is_in_the_list_of_bodies():
    """Nobody is lost between regions."""
    found = library()

    listed = {row.id for group in view_departments(found) for row in group.rows}

    assert listed == set(found.vocabulary.departments)


def test_a_cited_document_names_who_cites_it():
    """A document outside the library has no page, and is named with its number."""
    row = next(r for r in view_references(library()) if r.doc_number == "海政发〔2023〕12号")

    assert row.url == ""
    assert [kind for kind, _ in row.citing] == ["贯彻落实"]


def test_a_topic_lists_its_clauses_with_drafts_last():
    """A draft's clause never stands before one in force."""
    found = library()
    for topic in find_topics(found):
        drafts = [clause.draft for clause in view_term(found, topic).clauses]
        assert drafts == sorted(drafts)


def test_a_region_opens_with_how_many_of_its_documents_are_held():
    """A whole sentence: what is held, or that nothing is."""
    found = library()
    regions = found.vocabulary.regions

    assert view_region(found, regions["990100"]).lede == "收录云州市的文件 2 份。"
    assert view_region(found, regions["990000"]).lede == "还没有收录海西省的文件。"
