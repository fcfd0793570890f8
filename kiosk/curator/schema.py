"""JSON Schemas of the YAML files, for editors that complete and check while one types.

They are written in draft 7, which every version of the YAML language server knows, and without
references, because some editors overlook what is said beside one. Editors guess the types of
values, so a year may be a number and a date a string.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from babel import Locale, UnknownLocaleError
from pydantic import BaseModel

from kiosk.exhibit.yamlfile.sources import EventSource, ExhibitSource, MediumDescription
from kiosk.exhibit.yamlfile.tree import parse_yaml, plain_data

DRAFT: Final = "http://json-schema.org/draft-07/schema#"

SCHEMAS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "exhibit": "exhibit.yaml",
        "event": "event.yaml",
        "media": "media.yaml",
    }
)
"""The files that there are schemas of."""


def json_schema(of: str, languages: Sequence[str] = ()) -> dict[str, Any]:
    """The schema of one of `SCHEMAS`; editors propose the `languages` for texts."""
    head = {"$schema": DRAFT, "title": SCHEMAS[of]}
    if of == "media":
        return {
            **head,
            "description": "What is said about the files in media/, by their names.",
            "type": "object",
            "additionalProperties": _schema_of(MediumDescription, languages),
        }
    model = ExhibitSource if of == "exhibit" else EventSource
    return {**head, **_schema_of(model, languages)}


def _schema_of(model: type[BaseModel], languages: Sequence[str]) -> dict[str, Any]:
    schema = model.model_json_schema(by_alias=True)
    definitions = schema.pop("$defs", {})
    made: dict[str, Any] = _Editors(definitions, languages).schema(schema)
    return made


class _Editors:
    """Makes pydantic's schemas into what editors understand best."""

    def __init__(self, definitions: Mapping[str, Any], languages: Sequence[str]) -> None:
        self.definitions = definitions
        self.languages = languages

    def schema(self, schema: Any) -> Any:
        """`schema` without references, and without what it says about Python rather than YAML."""
        if isinstance(schema, list):
            return [self.schema(entry) for entry in schema]
        if not isinstance(schema, dict):
            return schema
        if "$ref" in schema:
            name = schema["$ref"].rpartition("/")[2]
            schema = {**self.definitions[name], **{k: v for k, v in schema.items() if k != "$ref"}}
        made: dict[str, Any] = {}
        for key, value in schema.items():
            match key:
                case "properties":
                    made[key] = {name: self.schema(held) for name, held in value.items()}
                case "patternProperties":
                    made |= {key: value, "properties": self._by_language(value)}
                case "examples":
                    made[key] = [_as_yaml(example) for example in value]
                case "anyOf" | "oneOf":
                    made |= _choice(self.schema(value))
                case "description":
                    made[key] = " ".join(value.split())
                case "title" | "discriminator":
                    pass
                case _ if not _is_python_default(key, value):
                    made[key] = self.schema(value)
        return made

    def _by_language(self, patterns: dict[str, Any]) -> dict[str, Any]:
        (schema,) = patterns.values()
        return {
            code: {**schema, "description": f"In {_english_name(code)}."} for code in self.languages
        }


def _english_name(language: str) -> str:
    try:
        return Locale.parse(language, sep="-").get_display_name("en") or language
    except (ValueError, UnknownLocaleError):
        return language


def _choice(options: list[dict[str, Any]]) -> dict[str, Any]:
    """One of `options`, but never null: a key with nothing after it is not finished yet."""
    real = [option for option in options if option != {"type": "null"}]
    return real[0] if len(real) == 1 else {"anyOf": real}


def _is_python_default(key: str, value: Any) -> bool:
    return key == "default" and not (isinstance(value, bool | int | float) or value)


def _as_yaml(example: str) -> Any:
    node, _ = parse_yaml(example, "")
    return example if node is None else plain_data(node)
