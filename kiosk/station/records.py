"""Frozen dataclasses as JSON and back: what is stored, and what our processes tell each other.

What equals its default is left out, and a dataclass of one field stands for that field alone.
Nothing is checked but the shape: whoever reads what a disk has kept compares checksums first.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Build = Callable[..., Any]

_MISSHAPEN = (TypeError, ValueError, KeyError, AttributeError, RecursionError)


def to_json(value: object) -> bytes:
    """`value` as one line of UTF-8. Names of files may hold what is no letter in UTF-8."""
    return _encoder().encode(value).encode("utf-8", "surrogatepass")


def loaded(stored: bytes) -> Any:
    """The dicts and lists that `builder` goes on from."""
    return json.loads(stored.decode("utf-8", "surrogatepass"))


def from_json(kind: type[T], stored: bytes) -> T:
    """What `to_json` wrote of a `kind`. ValueError if `stored` is anything else."""
    try:
        value = builder(kind)(loaded(stored))
        if not isinstance(value, kind):
            raise TypeError(f"not a {kind.__name__}")
    except _MISSHAPEN as error:
        raise ValueError(f"not a stored {kind.__name__}: {error}") from None
    return value


@cache
def _encoder() -> json.JSONEncoder:
    return json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_plain)


def _plain(value: Any) -> Any:
    """One level of what json does not know itself."""
    if is_dataclass(value):
        names = _defaults(_type_of(value))
        if len(names) == 1:
            return getattr(value, next(iter(names)))
        told = ((name, getattr(value, name), usual) for name, usual in names.items())
        return {name: own for name, own, usual in told if own is not usual and own != usual}
    match value:
        case Mapping():
            return dict(value)
        case date():
            return value.isoformat()
        case Sequence():
            return list(value)
    raise TypeError(f"{type(value).__name__} cannot be stored")


def _type_of(value: Any) -> Any:
    return type(value)


@cache
def _defaults(kind: Any) -> dict[str, Any]:
    return {field.name: _default(field) for field in fields(kind)}


def _default(field: Field[Any]) -> Any:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return field.default


def builder(kind: Any) -> Build:
    """Makes a `kind` of what json has loaded.

    A dataclass is made out of the loaded dict itself, and of values given by their names.
    """
    return _builder(kind)


@cache
def _builder(kind: Any) -> Build:
    if is_dataclass(kind):
        return _dataclass_builder(kind)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        (build,) = (builder(one) for one in arguments if one is not NoneType)
        return build if build is _as_it_is else lambda data: None if data is None else build(data)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping_builder(builder(arguments[1]))
    if isinstance(origin, type) and issubclass(origin, Sequence):
        return _sequence_builder(arguments)
    if kind is date:
        return date.fromisoformat
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind in (str, int, float, bool) or origin is Literal:
        return _as_it_is
    raise TypeError(f"{kind} cannot be stored")


def _as_it_is(data: Any) -> Any:
    return data


def _dataclass_builder(kind: Any) -> Build:
    names = [field.name for field in fields(kind)]
    recursive: list[tuple[str, Build]] = []

    def build(data: Any, **given: Any) -> Any:
        for name, built in recursive:
            if name in data:
                data[name] = built(data[name])
        return kind(**data, **given)

    def wrap(data: Any) -> Any:
        return kind(**{names[0]: recursive[0][1](data) if recursive else data})

    made = wrap if len(names) == 1 else build
    recursive += _field_builders(kind, made)
    return made


def _field_builders(kind: Any, own: Build) -> Iterator[tuple[str, Build]]:
    """Those fields that are more than text and numbers; `own` builds a field of the same kind."""
    for name, hint in get_type_hints(kind).items():
        arguments = get_args(hint)
        build = _sequence_of(own) if kind in arguments else builder(hint)
        if build is not _as_it_is:
            yield name, build


def _mapping_builder(build: Build) -> Build:
    if build is _as_it_is:
        return _as_it_is
    return lambda data: {key: build(value) for key, value in data.items()}


def _sequence_builder(arguments: tuple[Any, ...]) -> Build:
    return _sequence_of(builder(arguments[0]))


def _sequence_of(build: Build) -> Build:
    return tuple if build is _as_it_is else lambda data: tuple(map(build, data))
