"""Files become one library; what is wrong with one of them names it as it is called."""

from dataclasses import fields

from generator import assemble as assembling
from generator.assemble import assemble
from generator.library import Vocabulary
from generator.read.vocabulary import ENTRY_CLASSES
from tests.fictional import FINAL, policy_files


def test_a_file_is_named_as_it_is():
    """x.yml is not called x.yaml."""
    files = policy_files()
    found = assemble({**files, "policies/documents/anhui.yml": files[FINAL]}).findings

    assert [f.message for f in found] == ["编号 yunzhou-peixun-2024 与文件名 anhui.yml 不一致"]


def test_two_files_of_one_id():
    """The second says where the first is, and what to do."""
    files = policy_files()
    found = assemble({**files, FINAL.replace(".yaml", ".yml"): files[FINAL]}).findings

    assert [(f.rule, f.message, bool(f.hint)) for f in found] == [
        ("duplicate-id", f"编号 yunzhou-peixun-2024 已用于 {FINAL}", True)
    ]


def test_a_name_of_two_entries_proposes_both():
    """市财政局 of two cities: only the editor knows which one was meant."""
    departments = "policies/vocabulary/departments.yaml"
    other = '\n  - {id: hz-finance, line: hrss, region: "990000", name: 海州市财政局, short: 海州财政, aliases: [市财政局]}\n'
    files = policy_files((FINAL, "orgs: [yz-hrss, yz-finance]", "orgs: [市财政局]"))
    hints = [
        [f.hint for f in assemble({**files, departments: text}).findings]
        for text in (files[departments], files[departments].rstrip() + other.encode())
    ]

    assert hints == [
        ["这里写编号：改用 yz-finance（市财政局）"],
        ["这里写编号：改用 hz-finance 或 yz-finance（市财政局）"],
    ]


def test_every_vocabulary_has_its_place_in_the_library():
    """One that is read, but has no field there, would stop every command."""
    assert set(ENTRY_CLASSES) == {field.name for field in fields(Vocabulary)}


def test_the_lists_are_those_without_ids():
    """All others are found by their ids."""
    assert set(assembling._LISTS) == {field.name for field in fields(Vocabulary) if field.default == ()}
