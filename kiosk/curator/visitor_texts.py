"""Where in a YAML file the texts and files stand that there may be one of for each language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias, get_args

from pydantic import BaseModel

from kiosk.exhibit.yamlfile.sources import EventSource, ExhibitSource, MediumDescription
from kiosk.exhibit.yamlfile.tree import Mapping, Node, Sequence
from kiosk.exhibit.yamlfile.values import Translated

Steps: TypeAlias = tuple[str | int, ...]
"""The keys and positions that lead to a place in a file."""

EXHIBIT_FILE = "exhibit.yaml"
SHARED_FILE = "media/media.yaml"


def translated_places(path: str, node: Node, what: Translated = Translated.TEXT) -> Iterator[Steps]:
    """The places of `what` is written in the file at `path`, by its tree.

    `path` is relative to the content folder; a file that is neither exhibit.yaml nor
    media/media.yaml counts as an event.yaml.
    """
    if path == SHARED_FILE:
        for key, value in node.entries if isinstance(node, Mapping) else ():
            yield from _places(MediumDescription, value, what, (key.value,))
    else:
        model = ExhibitSource if path == EXHIBIT_FILE else EventSource
        yield from _places(model, node, what, ())


def _places(model: type[BaseModel], node: Node, what: Translated, way: Steps) -> Iterator[Steps]:
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    for key, value in node.entries if isinstance(node, Mapping) else ():
        field = fields.get(key.value)
        if field is None:
            continue
        parts = tuple(_parts((field.annotation, *field.metadata)))
        steps = (*way, key.value)
        if what in parts:
            yield steps
        for held in parts:
            if isinstance(held, type) and issubclass(held, BaseModel):
                if not isinstance(value, Sequence):
                    yield from _places(held, value, what, steps)
                    continue
                for position, item in enumerate(value.items):
                    yield from _places(held, item, what, (*steps, position))


def _parts(annotations: tuple[Any, ...]) -> Iterator[Any]:
    """All that a type annotation consists of: types, and the marks on them."""
    for annotation in annotations:
        yield annotation
        if inner := get_args(annotation):
            yield from _parts(inner)
