"""What can be written in a content folder's YAML, derived from the models that read it.

A table has a column for each field; a key that a model gains is carried by tables at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from math import isfinite
from typing import Any, Final, NamedTuple, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

Data = dict[str, Any]
"""Keys with texts, flags, lists and further such groups, as they stand in a YAML file."""

YES: Final = frozenset({"true", "yes", "on", "1", "y", "t", "x", "taip"})
NO: Final = frozenset({"false", "no", "off", "0", "n", "f", "ne", ""})


class FieldKind(Enum):
    """TEXT is one string or one for each language; WORDS is a list of ids or codes."""

    TEXT = auto()
    WORD = auto()
    NUMBER = auto()
    FLAG = auto()
    WORDS = auto()
    GROUP = auto()
    ROWS = auto()


class Shape(NamedTuple):
    """A field's kind, and for groups and rows the model of what is in them."""

    kind: FieldKind
    model: type[BaseModel] | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """One value, and the keys that lead to it."""

    path: tuple[str, ...]
    kind: FieldKind
    meaning: str = ""
    required: bool = False

    @property
    def name(self) -> str:
        return ".".join(self.path)


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of groups, such as an event's media, and the keys that lead to it."""

    path: tuple[str, ...]
    model: type[BaseModel]

    @property
    def name(self) -> str:
        return ".".join(self.path)


@cache
def fields_of(model: type[BaseModel]) -> tuple[Field, ...]:
    """The single values in `model` and its groups."""
    return tuple(_fields(model, ()))


@cache
def listings_of(model: type[BaseModel]) -> tuple[Listing, ...]:
    """The lists of groups in `model` and its groups."""
    return tuple(_listings(model, ()))


def canonical(model: type[BaseModel], data: Mapping[str, Any]) -> Data:
    """`data` in the model's order and in one way of writing: what means the same is equal.

    Values that are empty, or are what is meant without them, are left out.
    """
    tidy: Data = {}
    for key, shape in _shapes(model):
        value = _canonical_value(shape, data.get(key))
        if value:
            tidy[key] = value
    return tidy


def get(data: Mapping[str, Any], path: tuple[str, ...]) -> Any:
    """What `path` leads to, or None."""
    found: Any = data
    for key in path:
        found = found.get(key) if isinstance(found, Mapping) else None
    return found


def put(data: Data, path: tuple[str, ...], value: Any) -> None:
    """Set what `path` leads to; an empty value removes it."""
    *way, last = path
    for key in way:
        data = data.setdefault(key, {})
    if value:
        data[last] = value
    else:
        data.pop(last, None)


def tidied(kind: FieldKind, value: Any) -> Any:
    """One value of a `kind` that is not a group, in one way of writing; falsy if empty."""
    match kind:
        case FieldKind.TEXT if isinstance(value, Mapping):
            texts = {key: str(text).strip() for key, text in value.items()}
            return {key: text for key, text in texts.items() if text}
        case FieldKind.WORDS if isinstance(value, list | tuple):
            return [text for text in (str(one).strip() for one in value) if text]
        case FieldKind.FLAG:
            return _flag(value)
    text = "" if value is None else str(value).strip()
    return _number(text) if kind is FieldKind.NUMBER else text


def _shape_of(info: FieldInfo) -> Shape:
    """What kind of value a model's field holds."""
    parts = list(_parts(info.annotation))
    models = [part for part in parts if isinstance(part, type) and issubclass(part, BaseModel)]
    if any(get_origin(part) is tuple for part in parts):
        return Shape(FieldKind.ROWS, models[0]) if models else Shape(FieldKind.WORDS)
    if models:
        return Shape(FieldKind.GROUP, models[0])
    if any(get_origin(part) is dict for part in parts):
        return Shape(FieldKind.TEXT)
    if bool in parts:
        return Shape(FieldKind.FLAG)
    if int in parts or float in parts:
        return Shape(FieldKind.NUMBER)
    return Shape(FieldKind.WORD)


@cache
def _shapes(model: type[BaseModel]) -> tuple[tuple[str, Shape], ...]:
    return tuple((key, _shape_of(info)) for key, info in _keys(model))


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    for inner in get_args(annotation):
        yield from _parts(inner)


def _keys(model: type[BaseModel]) -> Iterator[tuple[str, FieldInfo]]:
    """The keys of a model, its own before those that it shares with others."""
    shared = {name for base in model.__bases__ for name in getattr(base, "model_fields", ())}
    for name, info in sorted(model.model_fields.items(), key=lambda field: field[0] in shared):
        yield info.alias or name, info


def _fields(model: type[BaseModel], before: tuple[str, ...]) -> Iterator[Field]:
    for key, info in _keys(model):
        kind, inner = _shape_of(info)
        if kind is FieldKind.GROUP and inner is not None:
            yield from _fields(inner, (*before, key))
        elif kind is not FieldKind.ROWS:
            meaning = " ".join((info.description or "").split())
            yield Field((*before, key), kind, meaning, not before and info.is_required())


def _listings(model: type[BaseModel], before: tuple[str, ...]) -> Iterator[Listing]:
    for key, info in _keys(model):
        kind, inner = _shape_of(info)
        if kind is FieldKind.ROWS and inner is not None:
            yield Listing((*before, key), inner)
        elif kind is FieldKind.GROUP and inner is not None:
            yield from _listings(inner, (*before, key))


def _canonical_value(shape: Shape, value: Any) -> Any:
    if shape.model is None:
        return tidied(shape.kind, value)
    if shape.kind is FieldKind.GROUP:
        return canonical(shape.model, value) if isinstance(value, Mapping) else None
    entries = value if isinstance(value, list | tuple) else ()
    # A list may name a file where it could describe a medium.
    groups = (entry if isinstance(entry, Mapping) else {"file": entry} for entry in entries)
    return [canonical(shape.model, group) for group in groups]


def _flag(value: Any) -> Any:
    """True, False, or the text where it is neither."""
    text = "" if value is None else str(value).strip()
    if text.lower() in YES:
        return True
    return False if text.lower() in NO else text


def _number(text: str) -> str:
    """A number in its shortest form; anything else as it is."""
    try:
        number = float(text)
    except ValueError:
        return text
    if not isfinite(number):
        return text
    return str(int(number)) if number == int(number) else repr(number)
