"""Documents as schema.org Legislation."""

from generator.views.legislation import view_legislation
from tests.fictional import library


def _said(name: str):
    shown = library()
    return view_legislation(shown, shown.documents[name])


def test_a_document_in_force_says_so():
    """Number, date, period and force, as printed."""
    said = _said("yunzhou-peixun-2024")

    assert said["@type"] == "Legislation"
    assert said["legislationLegalForce"] == "https://schema.org/InForce"
    assert (said["legislationDate"], said["temporalCoverage"]) == ("2024-03-05", "2024/2026")


def test_a_draft_is_not_in_force_and_has_no_invented_date():
    """What the draft does not print has no key."""
    said = _said("yunzhou-peixun-caogao-2023")

    assert said["legislationLegalForce"] == "https://schema.org/NotInForce"
    assert "legislationDate" not in said


def test_what_it_carries_out_is_named_with_its_number():
    """贯彻落实 is what the document is based on."""
    (basis,) = _said("yunzhou-peixun-2024")["isBasedOn"]

    assert basis == {
        "@type": "Legislation",
        "name": "海西省技能培训行动方案",
        "legislationIdentifier": "海政发〔2023〕12号",
    }
