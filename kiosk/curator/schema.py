"""JSON Schemas of the YAML files, for editors that complete and check while one types.

They are written in draft 7, which every version of the YAML language server knows, and without
references, because some editors overlook what is said beside one. Editors guess the types of
values, so a year may be a number and a date a string.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from pydantic import BaseModel

from kiosk.exhibit.yamlfile.sources import EventSource, ExhibitSource, MediumDescription
from kiosk.exhibit.yamlfile.tree import parse_yaml, plain_data

DRAFT: Final = "http://json-schema.org/draft-07/schema#"

SCHEMAS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "exhibit": "exhibit.yaml",
        "event": "events/…/event.yaml",
        "media": "media/media.yaml",
    }
)
"""The files that there are schemas of."""


def json_schema(of: str) -> dict[str, Any]:
    """The schema of one of `SCHEMAS`."""
    head = {"$schema": DRAFT, "title": SCHEMAS[of]}
    if of == "media":
        return {
            **head,
            "description": "What is said about the files in media/, by their names.",
            "type": "object",
            "additionalProperties": _schema_of(MediumDescription),
        }
    return {**head, **_schema_of(ExhibitSource if of == "exhibit" else EventSource)}


def _schema_of(model: type[BaseModel]) -> dict[str, Any]:
    schema = model.model_json_schema(by_alias=True)
    definitions = schema.pop("$defs", {})
    made: dict[str, Any] = _for_editors(schema, definitions)
    return made


def _for_editors(schema: Any, definitions: Mapping[str, Any]) -> Any:
    """`schema` without references, and without what pydantic says about Python rather than YAML."""
    if isinstance(schema, list):
        return [_for_editors(entry, definitions) for entry in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        schema = {**definitions[name], **{k: v for k, v in schema.items() if k != "$ref"}}
    made: dict[str, Any] = {}
    for key, value in schema.items():
        if key == "properties":
            made[key] = {name: _for_editors(held, definitions) for name, held in value.items()}
        elif key == "examples":
            made[key] = [_as_yaml(example) for example in value]
        elif key in ("anyOf", "oneOf"):
            made |= _choice(_for_editors(value, definitions))
        elif key == "description":
            made[key] = " ".join(value.split())
        elif key not in ("title", "discriminator") and not _is_python_default(key, value):
            made[key] = _for_editors(value, definitions)
    return made


def _choice(options: list[dict[str, Any]]) -> dict[str, Any]:
    """One of `options`, but never null: a key with nothing after it is not finished yet."""
    real = [option for option in options if option != {"type": "null"}]
    return real[0] if len(real) == 1 else {"anyOf": real}


def _is_python_default(key: str, value: Any) -> bool:
    return key == "default" and not (isinstance(value, bool | int | float) or value)


def _as_yaml(example: str) -> Any:
    node, _ = parse_yaml(example, "")
    return example if node is None else plain_data(node)
