"""The source as paragraphs to read, without its contacts."""

from generator import checking
from generator.sources.original import Original, view_original
from tests.case_files import TODAY
from tests.fictional import policy_files, source_texts

DOCUMENT = "yunzhou-peixun-2024"


def original(*changes: tuple[str, str]) -> Original:
    """The view of the fictional source after replacing words in it."""
    texts = source_texts()
    name = f"{DOCUMENT}.txt"
    for old, new in changes:
        texts[name] = texts[name].replace(old, new)
    return view_original(checking.check(policy_files(), texts, TODAY).proofs[DOCUMENT])


def text(view: Original) -> str:
    """All words of the view."""
    return "\n".join("".join(run.text for run in paragraph.runs) for paragraph in view.paragraphs)


def test_headings_are_anchors_with_a_level():
    """A paragraph that is nothing but a heading has the depth of its section."""
    headings = {p.sections[0]: p.level for p in original().paragraphs if p.sections and p.level}

    assert headings == {"1": 1, "2": 1, "3": 1}


def test_a_run_in_heading_opens_its_paragraph():
    """（一）发放培训补贴 is marked as a heading inside the paragraph that it opens."""
    (paragraph,) = (p for p in original().paragraphs if p.sections == ("2.1",))

    assert paragraph.level == 0
    assert (paragraph.runs[0].text, paragraph.runs[0].heading) == ("（一）发放培训补贴", True)


def test_figures_are_marked_with_their_fact():
    """The printed value, unit and bound included, carries the id of its fact."""
    marked = {
        run.text: run.facts for paragraph in original().paragraphs for run in paragraph.runs if run.facts
    }

    assert marked["600元"] == ("butie-e",)
    assert marked["30万人次以上"] == ("guimo",)


def test_every_fact_has_its_paragraph():
    """The way back from each fact leads to a paragraph that marks it."""
    view = original()

    for fact, index in view.paragraph_of_fact.items():
        assert any(fact in run.facts for run in view.paragraphs[index].runs)
    assert "shangxian" in view.paragraph_of_fact


def test_contact_lines_are_left_out():
    """Name and numbers are gone; one empty paragraph says that something is left out."""
    view = original()

    assert "赵某某" not in text(view)
    assert "0999" not in text(view)
    assert [p.omitted for p in view.paragraphs].count(True) == 1


def test_a_paragraph_that_names_the_contact_is_left_out_too():
    """The name may stand elsewhere in the text."""
    view = original(("三、组织保障", "请找赵某某\n三、组织保障"))

    assert "赵某某" not in text(view)


def test_a_line_broken_by_a_full_page_goes_on():
    """The paragraph is whole again; figures on both sides stay marked."""
    view = original(("、2026年10万", "、\n\n2026年10万"))

    assert "2025年10万人次、2026年10万人次。" in text(view)


def test_titles_stand_alone():
    """A long title is not glued to what follows."""
    assert "云州市技能培训实施方案" in text(original()).split("\n")
