"""Findings that are kept are the findings that would be made."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import checking
from generator.kept import Readings
from generator.problems import CRASHED
from generator.rules import all as rules
from tests.case_files import TODAY, case_paths, read_case
from tests.fictional import FINAL, policy_files, source_texts
from tests.memory import Memory

ANSWER = "answer: 培训合格的，每人可得600元补贴。"


class Looked:
    """Spreads the documents that are looked at, and remembers them."""

    def __init__(self) -> None:
        self.documents: list[str] = []

    def __call__(self, work, documents: Sequence[str]):
        """Do the work here."""
        self.documents.extend(documents)
        return map(work, documents)


def looked_at(
    memory: Memory, files: dict[str, bytes], sources: dict[str, str], today: str = TODAY, edition: str = "1"
) -> list[str]:
    """Check with what *memory* holds; return the documents whose findings it did not hold."""
    looked = Looked()
    checking.check(files, sources, today, Readings(memory, edition), looked)
    return looked.documents


@settings(max_examples=30, deadline=None)
@given(
    steps=st.lists(
        st.tuples(st.sampled_from(case_paths()), st.booleans(), st.sampled_from(["", "forgets", "damages"])),
        min_size=2,
        max_size=6,
    )
)
def test_any_edits_give_the_same_problems_with_and_without_what_was_kept(steps: list[tuple[Path, bool, str]]):
    """From one case of the rules to any other, with and without the source texts, in one folder."""
    memory = Memory()
    for path, proved, slip in steps:
        case = read_case(path)
        sources = case.sources if proved else {}
        if slip == "forgets":
            memory.clear()
        for name in memory if slip == "damages" else ():
            memory[name] = memory[name][:-1]

        with_kept = checking.check(case.files, sources, case.today, Readings(memory, "1")).problems

        assert with_kept == checking.check(case.files, sources, case.today).problems


def test_only_the_edited_document_is_looked_at_again():
    """Another date and another record change nothing that is kept."""
    memory = Memory()
    looked_at(memory, policy_files(), source_texts())
    edited = policy_files((FINAL, ANSWER, "answer: 培训合格的，每人可得六百元补贴。"))

    assert looked_at(memory, policy_files(), source_texts(), "2028-01-01") == []
    assert looked_at(memory, edited, source_texts()) == [Path(FINAL).stem]


@pytest.mark.parametrize("changed", ["vocabulary", "source", "program", "contact"])
def test_whatever_a_rule_looks_at_makes_it_look_again(changed):
    """A vocabulary, the program and the name of any contact concern every document, a source only its own."""
    memory = Memory()
    files, sources = policy_files(), source_texts()
    every = looked_at(memory, files, sources)
    name = next(name for name in files if "vocabulary" in name)
    source = min(sources)
    more = {"source": "\n完。\n", "contact": "\n联系人：某某某\n"}.get(changed, "")

    again = looked_at(
        memory,
        {**files, name: files[name] + b"\n# a remark\n"} if changed == "vocabulary" else files,
        {**sources, source: sources[source] + more},
        edition="2" if changed == "program" else "1",
    )

    assert len(again) == (1 if changed == "source" else len(every))


def test_nothing_is_kept_beside_a_bug(monkeypatch):
    """A rule that crashed may have been about to find more."""
    memory = Memory()

    def crash(_subject):
        raise RuntimeError("kaputt")

    monkeypatch.setattr(checking, "check_each", lambda s, n, spread: rules.check_each(s, n, spread, (crash,)))
    first = checking.check(policy_files(), {}, TODAY, Readings(memory, "1")).problems

    assert CRASHED in {problem.rule for problem in first}
    assert len(looked_at(memory, policy_files(), {})) > 1
