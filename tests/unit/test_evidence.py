"""The list of all evidence and its length."""

from generator.evidence import claims_of, count_of
from tests.fictional import library


def test_the_count_is_the_length_of_the_list():
    """Every kind of claim that the fictional documents hold is counted."""
    documents = library().documents.values()
    kinds = {(claim.role, claim.repeats) for document in documents for claim in claims_of(document)}

    assert [count_of(d) for d in documents] == [len(list(claims_of(d))) for d in documents]
    assert {role for role, _ in kinds} == {"fact", "date", "doc_number", "relation", "duty"}
