"""The JSON Schemas are fresh, and accept and reject what the program does."""

import json
import re
from functools import lru_cache
from pathlib import Path

import jsonschema
import pytest
import yaml

from generator import checking
from generator.assemble import assemble
from generator.disk import read_policies
from generator.load import load_yaml
from generator.policy_files import part_of
from generator.schema.write import DOCUMENT_SCHEMA, VOCABULARY_SCHEMA, schema_files
from tests.case_files import case_paths, read_case

ROOT = Path(__file__).parents[3]
TEMPLATE = (ROOT / "policies/documents/_template.yaml").read_bytes()

KINDS = {"documents": DOCUMENT_SCHEMA, "vocabulary": VOCABULARY_SCHEMA}

SEEN_BY_A_SCHEMA = frozenset(
    {
        "bad-date",
        "bad-id",
        "bad-number",
        "bad-region",
        "bad-schema",
        "bad-section-id",
        "bad-value",
        "curly-quotes",
        "empty-value",
        "fullwidth-colon",
        "missing-key",
        "not-in-list",
        "unknown-audience",
        "unknown-department",
        "unknown-family",
        "unknown-fund",
        "unknown-indicator",
        "unknown-key",
        "unknown-line",
        "unknown-region",
        "unknown-topic",
        "unknown-vocabulary",
        "wrong-shape",
    }
)
"""The rules that say something about one file and the ids of the vocabularies, and nothing about anything else."""


class EditorLoader(yaml.SafeLoader):
    """Reads YAML as editors do: 1.2, where only numbers, true, false and null are no text."""


EditorLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?[0-9]+\.[0-9]*$", "-+0123456789"),
):
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))


@lru_cache(maxsize=64)
def validators(files):
    """The validators of a library, for documents and for vocabularies."""
    made = schema_files(
        assemble(dict(files)).library.vocabulary, TEMPLATE
    )  # the lists of ids are all it needs
    return {kind: jsonschema.Draft7Validator(json.loads(made[name])) for kind, name in KINDS.items()}


def rejected(case):
    """The files of *case* that a schema rejects, of those that are YAML at all."""
    lists = tuple((n, c) for n, c in case.files.items() if part_of(n) == "vocabulary")
    return {n for n, content in readable(case).items() if not validators(lists)[part_of(n)].is_valid(content)}


def readable(case):
    """The files of *case* that have a schema and are YAML at all, with their content."""
    loaded = {n: load_yaml(n, c).content for n, c in case.files.items() if part_of(n) in KINDS}
    return {name: content for name, content in loaded.items() if content is not None}


@pytest.mark.parametrize("name", [DOCUMENT_SCHEMA, VOCABULARY_SCHEMA])
def test_the_stored_schema_is_fresh(name):
    """After a change of the model or a vocabulary: `handbook schema`."""
    made = schema_files(assemble(read_policies(ROOT)).library.vocabulary, TEMPLATE)

    assert (ROOT / name).read_bytes() == made[name]


@pytest.mark.parametrize("name", [DOCUMENT_SCHEMA, VOCABULARY_SCHEMA])
def test_the_schema_is_valid(name):
    """The files are schemas of draft 7."""
    schema = json.loads((ROOT / name).read_text("utf-8"))

    assert jsonschema.Draft7Validator.check_schema(schema) is None


@pytest.mark.parametrize("path", case_paths(), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_schema_rejects_what_the_program_rejects(path):
    """A file is invalid for the editor exactly where the program finds a fault that a schema can see.

    Without its entries a vocabulary is no list for a schema; then only the files with a problem are compared.
    """
    case = read_case(path)
    problems = checking.check(case.files, case.sources, case.today).problems
    lacking = any(assemble(case.files).unread.values())
    compared = {p.location.file for p in problems} if lacking else set(case.files)
    expected = {p.location.file for p in problems if p.rule in SEEN_BY_A_SCHEMA} & set(readable(case))

    assert rejected(case) & compared == expected


def test_what_the_handbook_holds_is_valid_as_an_editor_reads_it():
    """Numbers and words that editors read as numbers or booleans are no fault either."""
    files = read_policies(ROOT)
    schemas = {kind: json.loads((ROOT / name).read_text("utf-8")) for kind, name in KINDS.items()}
    wrong = [
        (name, error.message)
        for name, content in files.items()
        if name.split("/")[1] in KINDS
        for error in jsonschema.Draft7Validator(schemas[name.split("/")[1]]).iter_errors(
            yaml.load(content.decode(), EditorLoader)
        )
    ]

    assert wrong == []


def nodes(schema):
    """Every part of a schema that describes a key."""
    for definition in (schema, *schema["definitions"].values()):
        yield from definition.get("properties", {}).items()


def test_every_key_has_a_chinese_title():
    """What an editor shows beside a key is Chinese."""
    schema = json.loads((ROOT / DOCUMENT_SCHEMA).read_text("utf-8"))
    bare = sorted(
        {
            key
            for key, held in nodes(schema)
            if not any("\u4e00" <= c <= "\u9fff" for c in held.get("title", ""))
        }
    )

    assert bare == []


def test_ids_come_with_their_names():
    """Each id of a department is offered with its name."""
    schema = json.loads((ROOT / DOCUMENT_SCHEMA).read_text("utf-8"))
    listed = schema["definitions"]["ids.departments"]

    assert (
        dict(zip(listed["enum"], listed["enumDescriptions"], strict=True))["qz-hrss"]
        == "钦州市人力资源和社会保障局"
    )


def test_the_editor_is_pointed_at_local_files():
    """The settings of the editor name the schemas of this folder and nothing on the network."""
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))

    assert all((ROOT / path).is_file() for path in settings["yaml.schemas"])
    assert settings["yaml.schemaStore.enable"] is False


@pytest.mark.parametrize("name", ["document", "vocabulary"])
def test_every_key_says_what_to_write(name):
    """An editor who rests on a key reads a title and a description of it."""
    schema = json.loads((ROOT / f"schemas/{name}.schema.json").read_text("utf-8"))
    classes = [schema, *schema["definitions"].values()]
    keys = [(key, held) for one in classes for key, held in one.get("properties", {}).items()]

    assert len(keys) > 50
    assert [key for key, held in keys if not (held.get("title") and held.get("description"))] == []
