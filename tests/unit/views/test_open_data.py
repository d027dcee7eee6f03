"""The open data: what others rely on."""

import pytest

from generator.library import PlacedFact
from generator.views.open_data import open_data
from generator.views.open_facts import fact_record
from tests.fictional import FINAL, Edit, library

KEYS = {
    "id", "document", "section", "section_id", "kind", "label", "indicator", "printed", "value", "per", "period", "audiences",
    "conditions", "exclusions", "departments", "strength", "status", "quote", "url",
}  # fmt: skip


def _fact(name: str, *edits: Edit) -> PlacedFact:
    return library(*edits).facts[f"yunzhou-peixun-2024/{name}"]


def test_every_fact_has_every_promised_key():
    """A consumer may rely on the keys being there, whatever the kind."""
    for record in open_data(library())["facts"]:
        assert record.keys() >= KEYS


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        ("butie-e", {"comparator": "eq", "min": 600, "max": 600, "unit": "元"}),
        ("guimo", {"comparator": "ge", "min": 300_000, "max": None, "unit": "人次"}),
        ("shangxian", {"comparator": "le", "min": None, "max": 10, "unit": "%"}),
        ("qixian", {"comparator": "le", "min": None, "max": "--12-10", "unit": "日期"}),
        ("qijian", {"comparator": "range", "min": "2024", "max": "2026", "unit": "日期"}),
        ("jidi-buzhu", None),
    ],
)
def test_a_value_is_given_in_base_units(fact: str, value: object):
    """30万人次以上 is at least 300,000 人次; what states no number is null."""
    assert fact_record(library(), _fact(fact))["value"] == value


def test_a_frequency_counts_times_in_a_period():
    """每2年评选1次 is one time in 24 months."""
    value = fact_record(library(), _fact("pingxuan"))["value"]

    assert value == {
        "comparator": "eq",
        "min": 1,
        "max": 1,
        "unit": "次",
        "every": {"value": 24, "unit": "月"},
    }


def test_what_the_text_does_not_say_is_absent_with_its_reason():
    """An unknown payer is neither empty nor guessed."""
    record = fact_record(library(), _fact("butie-e"))

    assert record["payer"] == {"absent": "not_stated"}
    assert record["payee"] == "培训合格的人"


def test_a_section_is_its_printed_headings_from_the_outermost():
    """Label and title together, with the id of the outline beside them."""
    record = fact_record(library(), _fact("butie-e"))

    assert record["section"] == ["二、主要任务", "（一）发放培训补贴"]
    assert record["section_id"] == "2.1"


def test_a_fact_without_conditions_has_those_of_its_clause():
    """培训合格 stands with the clause and holds for its amount."""
    record = fact_record(library(), _fact("butie-e"))

    assert (record["conditions"], record["exclusions"]) == (["培训合格"], ["不得重复享受"])


def test_conditions_of_its_own_take_the_place_of_those_of_the_clause():
    """What the clause says in general is not said again."""
    own = (FINAL, "        nature: 补贴\n", "        conditions: [经考核合格]\n        nature: 补贴\n")

    assert fact_record(library(own), _fact("butie-e", own))["conditions"] == ["经考核合格"]


def test_what_only_describes_has_no_conditions_and_no_bodies():
    """The number of issuing bodies is nobody's duty."""
    describing = (FINAL, "        nature: 补贴\n", "        strength: 说明\n        nature: 补贴\n")
    record = fact_record(library(describing), _fact("butie-e", describing))

    assert (record["conditions"], record["exclusions"], record["departments"]) == ([], [], [])


@pytest.mark.parametrize(
    ("fact", "key", "words"),
    [
        ("zhanbi", "base", "技能人才"),
        ("shangxian", "base", "企业上年工资总额"),
        ("qixian", "inclusive", "未写明"),
        ("jidi-buzhu", "of", "金额"),
        ("butie-e", "nature", "补贴"),
    ],
)
def test_what_a_number_is_measured_by_is_said(fact: str, key: str, words: str):
    """4 % means nothing without what it is a share of."""
    assert fact_record(library(), _fact(fact)).get(key) == words


def test_a_limit_names_what_it_limits():
    """每年最多1次 of which benefit."""
    assert fact_record(library(), _fact("cishu"))["limits"] == ["butie-e"]
