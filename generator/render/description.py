"""What describes the open data to programs: a JSON Schema for each file, and OpenAPI (数据格式说明).

Both are made from the typed records of the views; nothing is described by hand twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_type_hints

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import CoreSchema

from generator import __version__
from generator.views.open_records import OpenData

DIALECT = "https://json-schema.org/draft/2020-12/schema"

SUMMARIES: Mapping[str, str] = {
    "documents": "文件：标题、文号、日期、状态、目录、文件关系",
    "provisions": "条款：概括、主题、对象、责任分工",
    "facts": "事实：照录、数值、条件、引文、出处",
    "indicators": "指标：定义，哪些事实可以相互比较，哪些文件没有写",
    "departments": "部门：名称、文中写法、职责",
    "comparisons": "对比：每张表、每一格",
}
"""What each data file holds, in the order in which they are listed."""

Json = Mapping[str, Any]


class _ChineseTitles(GenerateJsonSchema):
    """Keys get no English titles made from their names, records no English description from their docstrings."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def typed_dict_schema(self, schema: Any) -> JsonSchemaValue:
        made = super().typed_dict_schema(schema)
        made.pop("description", None)
        return made

    def generate(self, schema: CoreSchema, mode: Any = "validation") -> JsonSchemaValue:
        return {"$schema": DIALECT, **super().generate(schema, mode)}


def data_schemas() -> dict[str, Json]:
    """Return the JSON Schema of each data file, by the file's name without ending."""
    return {
        name: {
            **TypeAdapter(shape).json_schema(schema_generator=_ChineseTitles),
            "title": f"{name}.json",
            "description": SUMMARIES[name],
        }
        for name, shape in _shapes().items()
    }


def openapi(title: str) -> Json:
    """Return the OpenAPI 3.1 description of api/v1; its server is the folder it lies in, wherever the site is put."""
    shapes = _shapes()
    found, definitions = TypeAdapter.json_schemas(
        [(name, "serialization", TypeAdapter(shape)) for name, shape in shapes.items()],
        schema_generator=_ChineseTitles,
        ref_template="#/components/schemas/{model}",
    )
    return {
        "openapi": "3.1.1",
        "jsonSchemaDialect": DIALECT,
        "info": {
            "title": f"{title}开放数据",
            "version": __version__,
            "description": "政策文件的结构化摘录。每个文件是一个 JSON 数组，一次取完；地址（url）相对网站根。",
        },
        "servers": [{"url": "."}],
        "paths": {
            f"/{name}.json": {"get": _operation(name, found[name, "serialization"])} for name in shapes
        },
        "components": {"schemas": definitions["$defs"]},
    }


def _operation(name: str, schema: JsonSchemaValue) -> Json:
    return {
        "operationId": name,
        "summary": SUMMARIES[name],
        "responses": {
            "200": {"description": SUMMARIES[name], "content": {"application/json": {"schema": schema}}}
        },
    }


def _shapes() -> dict[str, Any]:
    hints = get_type_hints(OpenData, include_extras=True)
    return {name: hints[name] for name in SUMMARIES}
