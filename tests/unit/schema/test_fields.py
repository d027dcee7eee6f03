"""The reference of fields says what the model says."""

from generator.model.document import Provision
from generator.schema.examples import find_examples
from generator.schema.fields import document_fields, kinds_without_keys, vocabulary_fields
from tests.fictional import library


def groups():
    """The groups of the document by title."""
    return {group.title: group for group in document_fields(find_examples(library().documents.values()))}


def test_every_key_of_a_class_is_explained():
    """No key of a clause is missing from the page."""
    assert [row.key for row in groups()["条款"].rows] == list(Provision.model_fields)


def test_keys_are_spelled_as_in_a_file():
    """schema, not schema_version."""
    assert groups()["政策文件"].rows[0].key == "schema"


def test_a_closed_list_names_its_choices():
    """The choices of 约束力 are printed."""
    row = next(row for row in groups()["条款"].rows if row.key == "strength")

    assert (row.required, row.choices[:2]) == (True, ("应当", "目标"))


def test_a_key_that_holds_ids_names_the_vocabulary():
    """orgs points at the list of bodies."""
    row = next(row for row in groups()["责任分工"].rows if row.key == "orgs")

    assert "词表“部门”" in row.form


def test_an_example_is_yaml_to_copy():
    """The example of a value comes out of an extract."""
    row = next(row for row in groups()["事实"].rows if row.key == "value")

    assert row.example.startswith("value: ")


def test_a_kind_shows_only_its_own_keys():
    """What all facts share is said once."""
    assert [row.key for row in groups()["金额（kind: money）"].rows] == ["payee", "payer", "fund", "nature"]


def test_kinds_without_keys_of_their_own_are_named():
    """人数 needs nothing more."""
    assert "人数" in kinds_without_keys()


def test_every_vocabulary_is_explained():
    """Each list has its group."""
    found = vocabulary_fields({})

    assert {"部门（vocabulary: departments）", "停用编号（vocabulary: tombstones）"} <= {
        group.title for group in found
    }


def test_every_class_has_a_chinese_name():
    """No English name of a class reaches the page."""
    bare = [
        g.title
        for g in (*groups().values(), *vocabulary_fields({}))
        if not any("\u4e00" <= c <= "\u9fff" for c in g.title)
    ]

    assert bare == []
