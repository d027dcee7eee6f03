"""我能享受什么: who gets what where, what is asked, what is left out."""

import pytest

from generator.views.finder import FinderPages
from generator.views.kinds import find_kinds, view_kind
from generator.views.offers import FinderPage, Offer
from tests.fictional import DRAFT, FINAL, Edit, library

AUDIENCES = "policies/vocabulary/audiences.yaml"
REGIONS = "policies/vocabulary/regions.yaml"
WORKERS = "  - {id: workers, name: 职工, definition: 在职的劳动者}\n"
PEOPLE = (
    "  - {id: workers, name: 职工, definition: 在职的劳动者, form: 个人, includes: [welders]}\n"
    "  - {id: welders, name: 焊工, definition: 焊工, form: 个人}\n"
)


UNSAID = "payee: {absent: not_stated}, payer: {absent: not_stated}, fund: {absent: not_stated}"
OTHER = "label: 其他补贴, value: 50元, quote: x, nature: 补贴"
LIMIT = "      - {id: cishu,"


def _page(*edits: Edit, audience: str = "workers", region: str = "990100") -> FinderPage:
    pages = FinderPages(library(*edits))
    places = {url: (who, where, slug) for url, who, where, slug in pages.places()}
    return pages.page(*places[f"finder/{audience}/{region}/"])


def _offers(page: FinderPage) -> dict[str, Offer]:
    return {offer.benefit.key.split("/")[1]: offer for group in page.groups for offer in group.offers}


def test_a_stated_amount_comes_under_its_heading():
    """600 元 for workers in Yunzhou is 写明金额."""
    page = _page()

    assert next((group.id, [o.benefit.fact.id for o in group.offers]) for group in page.groups) == (
        "stated",
        ["butie-e"],
    )


@pytest.mark.parametrize(
    ("of", "group", "listed"),
    [("金额", "parent", True), ("待遇", "parent", False), ("比例", "parent", False), ("数量", None, False)],
)
def test_only_money_that_another_document_sets_is_a_subsidy(of: str, group: str | None, listed: bool):
    """Hours taken over by reference are no money: neither an offer nor on the page 补贴与资金."""
    taken = f"kind: inherited, of: {of}, instrument: {{absent: not_stated}}, {UNSAID}, label: 课时, value: 按规定设置, quote: x"
    edit = (FINAL, LIMIT, f"      - {{id: keshi, {taken}}}\n{LIMIT}")
    groups = {o.benefit.fact.id: g.id for g in _page(edit).groups for o in g.offers}
    found = library(edit)
    subsidies = next(view_kind(found, kind) for kind in find_kinds(found) if kind.url == "subsidies/")

    assert groups.get("keshi") == group
    assert ("keshi" in [fact.id for g in subsidies.groups for fact in g.facts]) is listed


def test_conditions_are_questions_and_the_number_of_times_is_linked():
    """What the answers can't decide is asked; how often comes from the fact that limits."""
    benefit = _offers(_page())["butie-e"].benefit

    assert benefit.conditions == ("培训合格",)
    assert [time.words for time in benefit.times] == ["每人每年最多享受1次"]


def test_a_superior_document_applies_below_and_says_whose_it_is():
    """What the province says holds in the city, marked as the province's."""
    page = _page((FINAL, 'region: "990100"', 'region: "990000"'))

    assert page.above == ("海西",)
    assert _offers(page)["butie-e"].from_region == "海西"


def test_a_draft_is_left_out_and_said_to_be():
    """Money that only a draft promises is counted and named, never listed."""
    absent = "payee: {absent: not_stated}, payer: {absent: not_stated}, fund: {absent: not_stated}"
    money = f"kind: unspecified, {absent}, audiences: [workers], label: 补助, value: 若干, quote: x"
    visits = (
        "kind: visits, label: 培训规模, indicator: training-visits, value: 20万人次, quote: 开展培训20万人次"
    )
    page = _page((DRAFT, visits, money))

    assert page.draft_count == 1
    assert all(not offer.benefit.fact.draft for offer in _offers(page).values())


def test_what_is_for_a_part_asks_whether_the_reader_belongs_to_it():
    """A subsidy for welders is shown to workers with the question whether they are welders."""
    page = _page(
        (AUDIENCES, WORKERS, PEOPLE),
        (FINAL, "        nature: 补贴", "        audiences: [welders]\n        nature: 补贴"),
    )

    offer = _offers(page)["butie-e"]
    assert (offer.relation, offer.question) == ("narrower", "只给焊工：你是不是？")


def test_what_is_for_all_is_for_the_part_too():
    """Welders get what workers get, without a question."""
    page = _page((AUDIENCES, WORKERS, PEOPLE), audience="welders")

    assert _offers(page)["butie-e"].relation == "direct"


def test_a_requirement_is_not_put_to_a_person():
    """必须做到 is for bodies."""
    duty = "      - {id: bili, kind: percent, label: 比例, value: 60%以上, quote: x, base: 经费, audiences: [workers]}\n      - {id: cishu,"
    page = _page((FINAL, LIMIT, duty), (AUDIENCES, WORKERS, PEOPLE))

    assert "duty" not in [group.id for group in page.groups]


def test_a_requirement_is_put_to_a_body():
    """The same requirement for a body comes under 必须做到."""
    duty = "      - {id: bili, kind: percent, label: 比例, value: 60%以上, quote: x, base: 经费, audiences: [workers]}\n      - {id: cishu,"
    page = _page((FINAL, LIMIT, duty))

    assert [o.benefit.fact.id for g in page.groups if g.id == "duty" for o in g.offers] == ["bili"]


def test_benefits_that_exclude_each_other_are_shown_between_the_two():
    """不得重复享受 with an indicator names both benefits, each with its place on the page."""
    other = f"      - {{id: qita, kind: money, {OTHER}, indicator: deadline-for-claims, {UNSAID}}}\n{LIMIT}"
    page = _page(
        (FINAL, LIMIT, other),
        (FINAL, "        nature: 补贴\n", "        excludes: [deadline-for-claims]\n        nature: 补贴\n"),
    )

    assert [(one.words, [part.text for part in one.parts]) for one in page.either] == [
        ("不得重复享受", ["培训补贴", "其他补贴"])
    ]


OTHER_BENEFIT = (FINAL, LIMIT, f"      - {{id: qita, kind: money, {OTHER}, {UNSAID}}}\n{LIMIT}")
SHARED = (FINAL, "limits: [butie-e]", "limits: [butie-e, qita]")
PERSONS = (AUDIENCES, WORKERS, PEOPLE)


def test_a_limit_of_one_time_is_shown_between_those_who_share_it():
    """One number of times for two benefits: a person has them instead of each other."""
    page = _page(OTHER_BENEFIT, SHARED, PERSONS)

    assert [one.words for one in page.either] == ["几项合起来，每人每年最多享受1次"]


def test_a_limit_of_several_times_leaves_room_for_two_benefits():
    """Three times in all: both can be had."""
    three = (
        FINAL,
        "每人每年最多享受1次, quote: 每人每年最多享受1次",
        "累计最多享受3次, quote: 累计最多享受3次",
    )

    assert _page(OTHER_BENEFIT, SHARED, PERSONS, three).either == ()


def test_a_body_has_a_benefit_for_each_person():
    """A training school may claim one benefit for one trainee and another for the next."""
    assert _page(OTHER_BENEFIT, SHARED).either == ()


@pytest.mark.parametrize(("payee", "listed"), [("{absent: not_stated}", False), ("职工", True)])
def test_a_share_that_nobody_is_paid_is_no_offer(payee: str, listed: bool):
    """技能人才的贡献率持续提高 promises a worker nothing; 一定比例 of something paid to him does."""
    share = f"kind: unspecified, of: 比例, label: 贡献率, value: 持续提高, quote: x, payee: {payee}"
    rest = "payer: {absent: not_stated}, fund: {absent: not_stated}"
    page = _page((FINAL, LIMIT, f"      - {{id: gongxian, {share}, {rest}}}\n{LIMIT}"))

    assert ("gongxian" in _offers(page)) is listed


def test_who_approves_is_asked_before_who_is_responsible():
    """找谁 begins with the body that decides."""
    page = _page(
        (
            FINAL,
            "      - {role: 责任, orgs: [yz-hrss, yz-finance]}\n    facts:\n      - id: butie-e",
            "      - {role: 责任, orgs: [yz-hrss]}\n      - {role: 核准, orgs: [yz-finance]}\n    facts:\n      - id: butie-e",
        )
    )

    names = [body.url for body in _offers(page)["butie-e"].benefit.ask]
    assert names == ["departments/yz-finance/", "departments/yz-hrss/"]


def test_the_picker_leads_nowhere_where_nothing_is_recorded():
    """The province has no document of its own, so it is not offered."""
    page = _page()

    assert [pick.text for label, picks in page.picks if label == "在" for pick in picks] == ["云州"]


def test_too_many_answers_become_tables_and_superior_ones_links(monkeypatch):
    """A page of hundreds of full answers serves nobody."""
    monkeypatch.setattr("generator.views.answers.DETAILED", 0)

    page = _page()

    assert (page.detailed, page.either, page.clauses) == (False, (), ())
    assert len(_offers(page)) > 0


def test_the_first_page_counts_what_the_answer_counts():
    """What the same clause gives others is listed on the answer and counted on neither."""
    others = "label: 给单位的补助, value: 50元, quote: x, nature: 补助, payee: 基地"
    unsaid = "payer: {absent: not_stated}, fund: {absent: not_stated}, audiences: [bases]"
    to_others = (FINAL, LIMIT, f"      - {{id: bieren, kind: money, {others}, {unsaid}}}\n{LIMIT}")
    bases = (AUDIENCES, WORKERS, f"{WORKERS}  - {{id: bases, name: 基地, definition: 培训基地}}\n")
    pages = FinderPages(library(to_others, bases))
    places = {url: (who, where, slug) for url, who, where, slug in pages.places()}
    page = pages.page(*places["finder/workers/990100/"])
    counted = {url: count for _, rows in pages.first().tables for row in rows for count, url in row.cells}

    assert "others" in [group.id for group in page.groups]
    assert counted["finder/workers/990100/"] == sum(len(g.offers) for g in page.groups if g.id != "others")
