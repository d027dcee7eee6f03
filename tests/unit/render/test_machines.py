"""What programs read: schemas, OpenAPI, robots.txt, llms.txt."""

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from generator.export.json_rows import as_json, list_pieces
from generator.render.description import data_schemas, openapi
from generator.render.files import API, render_files
from generator.render.machines import machine_files
from generator.views.open_data import open_data
from tests.fictional import library

NAMES = ("documents", "provisions", "facts", "indicators", "departments", "comparisons")
ADDRESS = "https://handbook.invalid/zc/"


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_itself_valid(name: str):
    """Each is a JSON Schema of the 2020-12 draft."""
    schema = data_schemas()[name]

    Draft202012Validator.check_schema(schema)
    assert schema["type"] == "array"


@pytest.mark.parametrize("rows", [[], [{"a": [1, {"b": "一\n二"}]}, {}], [1, None]])
def test_a_list_written_row_by_row_is_the_same(rows: list[object]):
    """To the byte, the empty one too."""
    assert b"".join(list_pieces(iter(rows))) == as_json(rows)


@pytest.mark.parametrize("name", NAMES)
def test_a_file_holds_the_rows(name: str):
    """All of them, in their order."""
    assert render_files(library(), {})[f"{API}{name}.json"] == as_json(open_data(library())[name])  # type: ignore[literal-required]


@pytest.mark.parametrize("name", NAMES)
def test_the_data_are_as_their_schema_says(name: str):
    """Not a key more, not a key less, in every row of the fictional library."""
    schema = Draft202012Validator(data_schemas()[name])
    rows = open_data(library())[name]  # type: ignore[literal-required]

    assert [error.message for error in schema.iter_errors(rows)] == []
    assert rows


def test_a_key_that_is_not_described_is_refused():
    """The schemas are closed, or a new key could be exported without a word about it."""
    row = {**open_data(library())["indicators"][0], "surprise": 1}

    assert not Draft202012Validator(data_schemas()["indicators"]).is_valid([row])


def test_the_description_is_valid_openapi():
    """OpenAPI 3.1, one path for each data file."""
    description = openapi("政策手册")

    validate(description)
    assert list(description["paths"]) == [f"/{name}.json" for name in NAMES]


def test_keys_are_described_in_chinese_or_not_at_all():
    """What users of the data read is never the English of a docstring."""
    text = as_json(openapi("政策手册")).decode()

    assert "One row of" not in text
    assert "程序从照录里读出的数" in text


def test_robots_name_the_sitemap_only_by_a_whole_address():
    """The protocol asks for a whole address; without one nothing is said."""
    alone = machine_files(library(), "")["robots.txt"].decode()
    placed = machine_files(library(), ADDRESS)["robots.txt"].decode()

    assert "Sitemap" not in alone
    assert f"Sitemap: {ADDRESS}sitemap.xml" in placed


def test_llms_names_every_document_with_its_status():
    """A model that reads only this file knows which document is a draft."""
    text = machine_files(library(), "")["llms.txt"].decode()
    documents = library().documents.values()

    lines = {
        d.id: next(line for line in text.splitlines() if f"documents/{d.id}/index.md" in line)
        for d in documents
    }
    assert all(d.status.value in lines[d.id] for d in documents)
