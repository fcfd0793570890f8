"""Which keys there are at a place of a YAML file, and which one a wrong key was meant to be."""

from __future__ import annotations

import re
from typing import Any, Final, get_args

from pydantic import BaseModel

from kiosk.exhibit.wording import listed, nearest

Loc = tuple[int | str, ...]
"""Where something is, as pydantic says it: keys, positions and tags of unions."""

_SYNONYMS: Final = {
    "alternative": "alt",
    "alt_text": "alt",
    "author": "credit",
    "categories": "themes",
    "category": "themes",
    "copyright": "credit",
    "description": "summary",
    "filename": "file",
    "headline": "title",
    "image": "hero",
    "images": "media",
    "keywords": "themes",
    "latitude": "lat",
    "licence": "rights",
    "license": "rights",
    "links": "related",
    "lng": "lon",
    "location": "place",
    "longitude": "lon",
    "name": "title",
    "path": "file",
    "period": "era",
    "photo": "hero",
    "picture": "hero",
    "priority": "importance",
    "references": "sources",
    "src": "file",
    "subtitles": "captions",
    "tags": "themes",
    "thumbnail": "poster",
    "topics": "themes",
    "when": "date",
    "year": "date",
}

_LANGUAGE: Final = re.compile("[a-z]{2}$")

_ADVICE: Final = {
    ("EventSource", "id"): "The id of an event is the name of its folder; delete this line.",
    ("EventSource", "start"): "Write one date with a slash between its ends: date: 1940/1945",
    ("EventSource", "end"): "Write one date with a slash between its ends: date: 1940/1945",
    ("EventSource", "article"): "The article is a file beside this one: article.en.md",
    ("EventSource", "text"): "The article is a file beside this one: article.en.md",
    ("EventSource", "body"): "The article is a file beside this one: article.en.md",
    ("ExhibitSource", "events"): "Events are folders in events/, each with an event.yaml.",
}
"""What to do about keys that stand for something that is no key at all."""


def meant_key(model: type[BaseModel], loc: Loc) -> str | None:
    """The key that the last of `loc` was probably meant to be at its place."""
    key = str(loc[-1])
    known = keys_at(model, loc[:-1])
    synonym = _SYNONYMS.get(key.lower())
    if synonym in known:
        return synonym
    return None if _other_home(model, loc) else nearest(key, known)


def key_hint(model: type[BaseModel], loc: Loc) -> str:
    """What to do about a key that does not exist: which one was meant, where it belongs, or all."""
    key = str(loc[-1])
    for candidate in models_at(model, loc[:-1]):
        if advice := _ADVICE.get((candidate.__name__, key.lower())):
            return advice
    if meant := meant_key(model, loc):
        return f"Did you mean “{meant}”?"
    if _LANGUAGE.match(key):
        return "If it is a language, set it in by two spaces, below the key it belongs to."
    return _other_home(model, loc) or f"The keys here are: {listed(keys_at(model, loc[:-1]), 30)}."


def keys_at(model: type[BaseModel], loc: Loc) -> list[str]:
    """The keys that may stand at `loc`."""
    return [key for candidate in models_at(model, loc) for key in _keys_of(candidate)]


def models_at(model: type[BaseModel], loc: Loc) -> list[type[BaseModel]]:
    """The models that stand at `loc`; positions and tags on the way count for nothing."""
    found = [model]
    for step in loc:
        for candidate in found:
            field = candidate.model_fields.get(str(step))
            if field is not None:
                found = _models_in((field.annotation, *field.metadata))
                break
    return found


def _other_home(model: type[BaseModel], loc: Loc) -> str | None:
    """Where in the file a key belongs that stands on the wrong level."""
    key = str(loc[-1]).lower()
    if len(loc) > 1 and key in _keys_of(model):
        return f"“{key}” does not belong here but further out: begin it at the left edge."
    for here in models_at(model, loc[:-1]):
        for home, field in here.model_fields.items():
            inner = _models_in((field.annotation, *field.metadata))
            if any(key in _keys_of(candidate) for candidate in inner):
                return f"“{key}” belongs inside “{field.alias or home}”: set it in below that key."
    return None


def _keys_of(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


def _models_in(annotations: tuple[Any, ...]) -> list[type[BaseModel]]:
    found: list[type[BaseModel]] = []
    for annotation in annotations:
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            found.append(annotation)
        else:
            found.extend(_models_in(get_args(annotation)))
    return found
