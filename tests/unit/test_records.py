"""What a check proved is written down, read again, and believed only while the extract is the same."""

from generator import checking
from generator.records import record_yaml, updated_records
from tests.case_files import TODAY
from tests.fictional import FINAL, policy_files, source_texts

DOCUMENT = "yunzhou-peixun-2024"
RECORD = f"policies/records/{DOCUMENT}.yaml"


def recorded() -> dict[str, bytes]:
    """The fictional library with the records of a check that found nothing wrong."""
    files = policy_files()
    checked = checking.check(files, source_texts(), TODAY)
    return {**files, **updated_records(checked.library, checked.proofs, TODAY)[0]}


def test_record_counts_what_was_proved():
    """Quotes, numerals and duty blocks, with the digests of both texts."""
    checked = checking.check(recorded(), source_texts(), TODAY)
    record = checked.library.record(DOCUMENT)

    assert record is not None
    assert record.quotes == len(checked.proofs[DOCUMENT].claims)
    assert (record.duties, record.checked_on) == (1, TODAY)
    assert record.source == checked.proofs[DOCUMENT].source.sha256


def test_record_speaks_without_the_texts():
    """A fresh clone has no source text and still knows what was checked, without a word of complaint."""
    checked = checking.check(recorded(), {}, TODAY)

    assert checked.problems == ()
    assert checked.library.record(DOCUMENT) is not None


def test_a_changed_extract_has_no_record():
    """What was changed after the check is not what was checked."""
    files = recorded()
    files[FINAL] = files[FINAL].replace("县区政府年底前交总结".encode(), "县区政府年底以前交总结".encode())

    checked = checking.check(files, {}, TODAY)

    assert checked.library.record(DOCUMENT) is None
    assert [problem.rule for problem in checked.problems] == ["record-outdated"]


def test_a_change_that_agrees_with_the_text_at_hand_is_a_reminder():
    """Who corrects an amount in the browser can't write a record; the check with the texts is the proof."""
    files = recorded()
    files[FINAL] = files[FINAL].replace("县区政府年底前交总结".encode(), "县区政府年底以前交总结".encode())

    checked = checking.check(files, source_texts(), TODAY)

    assert [(p.rule, p.severity) for p in checked.problems] == [("record-to-renew", "warning")]


def test_only_the_record_of_the_changed_extract_is_written():
    """Another day alone rewrites nothing: two people who record two documents never meet in one file."""
    files = recorded()
    files[FINAL] = files[FINAL].replace("县区政府年底前交总结".encode(), "县区政府年底以前交总结".encode())
    checked = checking.check(files, source_texts(), "2026-12-01")

    new, stale = updated_records(checked.library, checked.proofs, "2026-12-01")

    assert (list(new), stale) == ([RECORD], ())
    assert b'checked_on: "2026-12-01"' in new[RECORD]


def test_a_new_count_is_a_new_record():
    """What a record says was counted is what the check with the text counts."""
    files = recorded()
    files[RECORD] = files[RECORD].replace(b"duties: 1", b"duties: 2")
    checked = checking.check(files, source_texts(), TODAY)

    assert list(updated_records(checked.library, checked.proofs, TODAY)[0]) == [RECORD]


def test_windows_line_ends_are_no_change():
    """Git may have turned the line ends of the checkout."""
    files = recorded()
    files[FINAL] = files[FINAL].replace(b"\n", b"\r\n")

    assert checking.check(files, {}, TODAY).problems == ()


def test_ids_are_remembered_for_good():
    """An id that a tombstone buries stays in the record, so that it is never given to something else."""
    files = recorded()
    files[RECORD] = files[RECORD].replace(b"ids:\n", b"ids:\n  - alte-nummer\n")
    checked = checking.check(files, source_texts(), TODAY)

    files[FINAL] += b"# 1\n"
    checked = checking.check(files, source_texts(), TODAY)

    again, _ = updated_records(checked.library, checked.proofs, TODAY)

    assert b"  - alte-nummer\n" in again[RECORD]


def test_a_renamed_document_takes_its_record_along():
    """The record of the old name goes, its ids live on in the new one."""
    files = recorded()
    name = "policies/documents/yunzhou-jineng-2024.yaml"
    text = files.pop(FINAL).replace(
        b"id: yunzhou-peixun-2024\n", b"id: yunzhou-jineng-2024\nformer_ids: [yunzhou-peixun-2024]\n", 1
    )
    families = "policies/vocabulary/families.yaml"
    files[families] = files[families].replace(
        b"named_in: yunzhou-peixun-2024", b"named_in: yunzhou-jineng-2024"
    )
    files[name] = text
    checked = checking.check(files, source_texts(), TODAY)

    new, stale = updated_records(checked.library, checked.proofs, TODAY)

    assert checked.problems == ()
    assert stale == (RECORD,)
    assert b"  - butie-e\n" in new["policies/records/yunzhou-jineng-2024.yaml"]


def test_written_record_is_read_as_it_was():
    """The text of the file says all that the record says."""
    library = checking.check(recorded(), {}, TODAY).library
    record = library.records[DOCUMENT]

    assert recorded()[RECORD].decode() == record_yaml(record)
