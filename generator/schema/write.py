"""The schema files by path, as they are stored (格式文件)."""

from __future__ import annotations

import json

from generator.library import Vocabulary
from generator.load import load_yaml
from generator.model.document import Document
from generator.schema.examples import find_examples
from generator.schema.json_schema import document_schema, vocabulary_schema

DOCUMENT_SCHEMA = "schemas/document.schema.json"
VOCABULARY_SCHEMA = "schemas/vocabulary.schema.json"


def schema_files(vocabulary: Vocabulary, template: bytes) -> dict[str, bytes]:
    """Return both schemas; examples of documents come from the annotated *template*, of entries from *vocabulary*."""
    filled_in = Document.model_validate(load_yaml("_template.yaml", template).content)
    tables = (
        vocabulary.regions,
        vocabulary.lines,
        vocabulary.departments,
        vocabulary.topics,
        vocabulary.audiences,
    )
    more = (vocabulary.funds, vocabulary.indicators, vocabulary.families)
    entries = [entry for table in (*tables, *more) for entry in table.values()]
    lists = [*vocabulary.synonyms, *vocabulary.phrases, *vocabulary.tombstones]
    return {
        DOCUMENT_SCHEMA: _stored(document_schema(vocabulary, find_examples([filled_in]))),
        VOCABULARY_SCHEMA: _stored(vocabulary_schema(vocabulary, find_examples([*entries, *lists]))),
    }


def _stored(schema: object) -> bytes:
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()
