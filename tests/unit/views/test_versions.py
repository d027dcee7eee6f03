"""Two versions of one policy side by side, and what was in force on a day."""

from dataclasses import replace

import pytest

from generator import pipeline
from generator.views.as_of import view_as_of
from generator.views.histories import histories
from generator.views.pairs import version_pairs
from generator.views.shelves import shelve
from generator.views.versions import align, later_figures, view_version
from tests.fictional import DRAFT, FINAL, library, policy_files

PLAN, IDEA = "yunzhou-peixun-2024", "yunzhou-peixun-caogao-2023"


def relation(kind, target):
    """A relation of *kind* to the other document of the library."""
    other = f"{{document: {target}, title: 甲, doc_number: {{absent: not_in_source}}}}"
    return f'  - {{id: qian, type: {kind}, target: {other}, section: "0", quote: 云州市}}\n'


def with_draft(*edits):
    """The library in which the plan names its draft."""
    return library((FINAL, "relations:\n", "relations:\n" + relation("草案", IDEA)), *edits)


@pytest.mark.parametrize("kind", ["草案", "修订", "替代"])
def test_the_target_of_these_relations_is_the_older_one(kind):
    """The plan names what came before it."""
    (pair,) = version_pairs(library((FINAL, "relations:\n", "relations:\n" + relation(kind, IDEA))))

    assert (pair.older.id, pair.newer.id) == (IDEA, PLAN)


def test_the_draft_may_name_what_became_of_it():
    """定稿 points from the older document to the newer one."""
    (pair,) = version_pairs(
        library((DRAFT, "source:\n", "relations:\n" + relation("定稿", PLAN) + "source:\n"))
    )

    assert (pair.older.id, pair.newer.id) == (IDEA, PLAN)


def test_both_sides_naming_each_other_are_one_pair():
    """A pair that is stated twice has one page."""
    both = with_draft((DRAFT, "source:\n", "relations:\n" + relation("定稿", PLAN) + "source:\n"))

    assert len(version_pairs(both)) == 1


def test_documents_that_only_share_figures_are_no_pair():
    """Without a word in one of them nothing makes two documents versions of one policy."""
    assert version_pairs(library()) == ()


def test_clauses_that_share_an_indicator_stand_side_by_side():
    """The clause on the same indicator is the same clause, whatever it is called."""
    held = with_draft((FINAL, "    title: 培训规模\n", "    title: 开展大规模培训\n"))
    view = view_version(held, version_pairs(held)[0])

    assert (view.clauses[0].change, view.clauses[0].old_number, view.clauses[0].new_number) == (
        "有改动",
        "第一部分",
        "第一部分",
    )


def test_a_changed_figure_is_marked():
    """20万人次 gives way to 30万人次以上."""
    held = with_draft()
    changed = {f.label: f for _, f in view_version(held, version_pairs(held)[0]).figure_changes}

    assert [(p.state, p.words) for p in changed["培训规模"].old] == [("old", "20万人次")]
    assert [(p.state, p.words) for p in changed["培训规模"].new] == [("new", "30万人次以上")]


def test_a_new_clause_has_no_older_side():
    """What the draft did not have is new."""
    held = with_draft()
    counts = dict(view_version(held, version_pairs(held)[0]).counts)

    assert counts == {"有改动": 1, "新增": 3}


def test_a_clause_that_is_gone_keeps_its_place():
    """A removed clause stands behind the one it stood behind."""
    document = library().documents[PLAN]
    first, second, *rest = document.provisions
    rows = align((first, second, *rest), (first, *rest))

    assert [(old.id if old else None, new.id if new else None) for old, new in rows][:2] == [
        ("mubiao", "mubiao"),
        ("butie", None),
    ]


def test_a_document_leads_to_its_versions():
    """The page of either document links to the page of both."""
    files = policy_files((FINAL, "relations:\n", "relations:\n" + relation("草案", IDEA)))
    site = pipeline.build(files, {}, {}, "2026-11-21").site

    assert site is not None
    pages = site.pages
    assert f"versions/{IDEA}--{PLAN}.md" in pages
    assert all(f"versions/{IDEA}--{PLAN}/" in pages[f"documents/{name}.md"] for name in (PLAN, IDEA))


def test_revised_documents_have_a_history_like_drafts():
    """Two documents in force, one revising the other, are two points in time of the indicator."""
    held = library(
        (FINAL, "relations:\n", "relations:\n" + relation("修订", IDEA)),
        (
            DRAFT,
            "status: {value: 征求意见稿, basis: 标题印有“征求意见稿”。",
            "status: {value: 失效, basis: 已经修订。",
        ),
    )
    (history,) = histories(held, ["training-visits"])

    assert len(history.stages) == 2


def test_the_page_of_a_policy_tells_its_own_history_only():
    """What other policies of a region say is no point in time of this one; a draft of its region is."""
    held = library()
    plan, idea = held.documents[PLAN], held.documents[IDEA]
    stranger = plan.model_copy(update={"region": "x-elsewhere"})

    assert len(histories(held, ["training-visits"], [plan])) == 1
    assert histories(held, ["training-visits"], [idea]) == ()
    assert histories(held, ["training-visits"], []) == ()
    assert histories(held, ["training-visits"], [stranger.model_copy(update={"id": "x"})]) == ()


def test_a_long_list_of_figures_is_cut_by_region():
    """The list leads to its parts; no figure is lost or printed twice."""
    held = library()
    (figure,) = later_figures(held, ())

    (shelf,) = shelve(held, [figure] * 3, lambda one: one.draft, most=2)[:1]

    assert figure.draft == f"documents/{IDEA}/"
    assert set(shelf.rows) == {figure}


def test_a_draft_without_its_final_version_is_only_compared_by_figures():
    """Where nothing says that a later document came out of the draft, their common figures are listed, no more."""
    (figure,) = later_figures(library(), ())

    assert (figure.value_before, figure.value_after) == ("20万人次", "30万人次以上")


def as_of():
    """The page of a chosen day, of all documents."""
    return view_as_of(library(), library().documents.values(), "2026-11-21")


def standing(day, **dates):
    """How the plan stands on *day*, with some of its dates replaced."""
    span = next(s for s in as_of().spans if s.row.id == PLAN)
    return replace(span, **dates).standing(day)


@pytest.mark.parametrize(
    ("day", "dates", "expected"),
    [
        ("2024-03-04", {}, "尚未开始"),
        ("2024-03-05", {}, "期限内"),
        ("2026-12-31", {}, "期限内"),
        ("2027-01-01", {}, "期限已过"),
        ("2025-01-01", {"within": "", "until": ""}, "说不准"),
        ("1990-01-01", {"begins": "", "within": "", "until": ""}, "说不准"),
        ("2025-06-01", {"ends": "2025-06-01"}, "已失效"),
        ("2025-05-31", {"ends": "2025-06-01"}, "期限内"),
        ("2025-01-01", {"draft": True}, "征求意见稿"),
    ],
)
def test_only_printed_dates_say_what_was_in_force(day, dates, expected):
    """A printed period that covers the day, or an honest 说不准."""
    assert standing(day, **dates) == expected


def test_the_page_lists_every_day_on_which_something_changes():
    """In force and over: each known day on which a standing changes, with what it changes to."""
    turns = as_of().turns

    assert [(turn.iso, turn.changes[0][1]) for turn in turns] == [
        ("2024-03-05", "期限内"),
        ("2027-01-01", "期限已过"),
    ]


def test_the_first_day_of_each_year_has_its_list():
    """On 1 January 2025 the plan is in its period, in 2024 it was not yet signed."""
    years = {day.iso: [span.row.id for _, _, spans in day.groups for span in spans] for day in as_of().years}

    assert years == {"2024-01-01": [], "2025-01-01": [PLAN], "2026-01-01": [PLAN], "2027-01-01": []}
