"""Readings that are kept are the readings that would be made."""

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.assemble import assemble
from generator.build.reading_ahead import read_ahead
from generator.kept import Readings
from generator.model.document import Document
from tests.fictional import FINAL, policy_files
from tests.memory import Memory

ANSWER = "answer: 培训合格的，每人可得600元补贴。"
EDITS = st.sampled_from(["600元", "一次性600元", "{", "”：", "\t600元"])


def test_a_kept_reading_is_the_reading():
    """The second time every document comes from what was kept, and nothing in the library differs."""
    readings = Readings(Memory(), "1")
    files = policy_files()

    first, second = assemble(files, readings), assemble(files, readings)

    assert repr(first) == repr(second) == repr(assemble(files))


@settings(max_examples=30, deadline=None)
@given(edits=st.lists(st.tuples(EDITS, st.booleans()), min_size=1, max_size=5))
def test_any_edits_give_the_same_library_with_and_without_what_was_kept(edits: list[tuple[str, bool]]):
    """Whatever is typed, right or wrong, and whatever is deleted from the folder in between."""
    memory = Memory()
    readings = Readings(memory, "1")
    for words, forget in edits:
        files = policy_files((FINAL, ANSWER, f"answer: 每人可得{words}补贴。"))
        if forget:
            memory.clear()

        assert repr(assemble(files, readings)) == repr(assemble(files))


def test_what_is_damaged_is_read_again():
    """A cut off or foreign text in the folder is no reading."""
    memory = Memory()
    readings = Readings(memory, "1")
    files = policy_files()
    assemble(files, readings)
    for name in memory:
        memory[name] = memory[name][:200]

    assert repr(assemble(files, readings)) == repr(assemble(files))


def test_another_edition_of_the_program_reads_anew():
    """What another program understood is not believed."""
    memory = Memory()
    files = policy_files()
    assemble(files, Readings(memory, "1"))

    assert Readings(memory, "2").get(FINAL, files[FINAL], Document) is None


def test_reading_ahead_keeps_what_the_library_asks_for():
    """Afterwards every sound extract and record is known, and the library is the same; what has findings is not kept."""
    files = policy_files((FINAL, ANSWER, "answr: 每人可得600元补贴。"))
    readings = read_ahead(files, Readings(Memory(), "1"))

    known = {name for name in files if readings.knows(name, files[name])}
    assert known == {n for n in files if n.split("/")[1] in ("documents", "records")} - {FINAL}
    assert repr(assemble(files, readings)) == repr(assemble(files))
