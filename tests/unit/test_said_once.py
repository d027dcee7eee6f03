"""What is wrong with a vocabulary is said where it is wrong, and not again wherever it is used."""

import pytest

from generator import checking
from generator.read.vocabulary import ENTRY_CLASSES
from tests.case_files import TODAY
from tests.fictional import policy_files, source_texts

NAMES = sorted(name for name in policy_files() if "/vocabulary/" in name)


def reported(name: str, content: str) -> list[tuple[str, str]]:
    """File and rule of each problem once *name* holds *content*."""
    problems = checking.check({**policy_files(), name: content.encode()}, source_texts(), TODAY).problems
    return [(problem.location.file, problem.rule) for problem in problems]


def without(name: str, start: str) -> str:
    """The text of *name* before the first line that begins with *start*."""
    return policy_files()[name].decode().partition(f"\n{start}")[0] + "\n"


def test_every_vocabulary_is_in_the_fictional_library():
    """But for those that nothing refers to."""
    held = {name.rpartition("/")[2].removesuffix(".yaml") for name in NAMES}

    assert ENTRY_CLASSES.keys() - held == {"synonyms", "tombstones"}


@pytest.mark.parametrize("name", NAMES)
def test_a_vocabulary_that_cannot_be_read(name):
    """A full-width colon loses the whole list."""
    text = policy_files()[name].decode().replace("entries:", "entries：", 1)

    assert reported(name, text) == [(name, "fullwidth-colon")]


@pytest.mark.parametrize("name", NAMES)
def test_a_vocabulary_without_entries(name):
    """The list is not there at all."""
    assert reported(name, without(name, "entries:")) == [(name, "missing-key")]


@pytest.mark.parametrize("name", NAMES)
def test_a_vocabulary_under_a_wrong_name(name):
    """The file's name tells which list it was meant to be."""
    text = policy_files()[name].decode().replace("vocabulary: ", "vocabulary: x", 1)

    assert reported(name, text) == [(name, "unknown-vocabulary")]


@pytest.mark.parametrize("name", NAMES)
def test_entries_that_cannot_be_read(name):
    """Every entry has a key too many."""
    text = policy_files()[name].decode().replace("  - {", "  - {zu: viel, ")

    assert set(reported(name, text)) == {(name, "unknown-key")}


def test_an_entry_with_a_wrong_id_may_be_any():
    """Nobody knows which one it was meant to be."""
    name = "policies/vocabulary/topics.yaml"
    text = policy_files()[name].decode().replace("{id: goals,", "{id: Goals,")

    assert reported(name, text) == [(name, "bad-id")]
