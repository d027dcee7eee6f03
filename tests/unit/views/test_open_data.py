"""The open data: what others rely on."""

import pytest

from generator.library import PlacedFact
from generator.views.open_data import open_data
from generator.views.open_facts import fact_record
from tests.fictional import library

KEYS = {
    "id", "document", "section", "section_id", "kind", "label", "indicator", "printed", "value", "per", "period", "audiences",
    "conditions", "exclusions", "departments", "strength", "status", "quote", "url",
}  # fmt: skip


def _fact(name: str) -> PlacedFact:
    return library().facts[f"yunzhou-peixun-2024/{name}"]


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
