"""The page of a source text: every figure leads to what the extract says of it."""

import re

from generator import pipeline
from tests.case_files import TODAY
from tests.fictional import FINAL, Edit, library, policy_files, source_texts

DOCUMENT = "yunzhou-peixun-2024"
UNSAID = "payee: 基地, payer: {absent: not_stated}, fund: {absent: not_stated}"
TWIN: Edit = (
    FINAL,
    "  - id: zongjie\n",
    f"      - {{id: tongyi, kind: unspecified, label: 补助, value: 一定的补助, quote: 给予每个基地一定的补助, {UNSAID}}}\n"
    "  - id: zongjie\n",
)


def _led_to(*edits: Edit) -> set[str]:
    """The facts to which the page of the fictional source leads."""
    site = pipeline.build(policy_files(*edits), source_texts(), {}, TODAY).site
    assert site is not None
    return set(re.findall(r"(?:#|&#35;)f-([a-z0-9-]+)\"", site.pages[f"documents/{DOCUMENT}/original.md"]))


def test_every_fact_is_led_to_from_its_words():
    """Nothing that the extract holds is a word without a mark."""
    assert _led_to() == {name.split("/")[1] for name in library().facts if name.startswith(f"{DOCUMENT}/")}


def test_two_facts_of_the_same_words_are_both_led_to():
    """The second one has a number behind the words."""
    assert {"jidi-buzhu", "tongyi"} <= _led_to(TWIN)
