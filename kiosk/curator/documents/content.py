"""The text files of one content folder: exhibit.yaml, each event.yaml and the articles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from pydantic import BaseModel

from kiosk.curator.documents.fields import Data, canonical, fields_of, get, listings_of
from kiosk.exhibit.encoding import decode
from kiosk.exhibit.files import (
    EVENT_FILE,
    EVENTS_FOLDER,
    EXHIBIT_FILE,
    LONGEST_TEXT_FILE,
    ContentFolder,
    EntryKind,
    FileError,
)
from kiosk.exhibit.yamlfile.sources import EventSource, ExhibitSource
from kiosk.exhibit.yamlfile.tree import MAX_BYTES, parse_yaml, plain_data

_ARTICLE: Final = re.compile(r"article\.([A-Za-z0-9-]+)\.md")

FILE_FIELDS: Final = (
    "hero",
    "file",
    "poster",
    "captions",
    "transcript",
    "sign_language",
    "audio_description",
)
"""The keys of an event and its media whose values are names of files."""


@dataclass(frozen=True)
class EventDocument:
    """An event's keys, canonical, and its articles by language."""

    data: Data
    articles: dict[str, str] = field(default_factory=dict)

    def file_names(self) -> Iterator[str]:
        """Every name of a file that event.yaml holds."""
        for group in (self.data, *self.data.get("media", ())):
            for key in FILE_FIELDS:
                names = group.get(key)
                yield from names.values() if isinstance(names, Mapping) else [names] * bool(names)


@dataclass(frozen=True)
class Documents:
    """A whole exhibit as its text files say it: `exhibit` canonical, the events by their ids."""

    exhibit: Data
    events: dict[str, EventDocument]

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self.exhibit.get("languages", ()))


@dataclass(frozen=True)
class ContentTexts:
    """The documents of a folder, and the text of every file they were read from by its path."""

    documents: Documents
    texts: dict[str, str]


def event_path(event: str) -> str:
    """Where event.yaml of `event` is in the content folder."""
    return f"{EVENTS_FOLDER}/{event}/{EVENT_FILE}"


def article_path(event: str, language: str) -> str:
    """Where that article is in the content folder."""
    return f"{EVENTS_FOLDER}/{event}/article.{language}.md"


def read_texts(folder: ContentFolder) -> ContentTexts:
    """All of it, where `kiosk check` finds no error; raises FileError for what cannot be read."""
    texts: dict[str, str] = {}

    def data_of(path: str) -> Any:
        texts[path] = _text(folder, path, MAX_BYTES)
        node, _ = parse_yaml(texts[path], path)
        return plain_data(node) if node is not None else {}

    exhibit = canonical(ExhibitSource, data_of(EXHIBIT_FILE))
    events = {}
    for entry in folder.entries(EVENTS_FOLDER).values():
        if entry.kind is EntryKind.FOLDER:
            data = canonical(EventSource, data_of(event_path(entry.name)))
            articles = {}
            for name in folder.entries(entry.path):
                if found := _ARTICLE.fullmatch(name):
                    path = f"{entry.path}/{name}"
                    texts[path] = _text(folder, path, LONGEST_TEXT_FILE)
                    articles[found[1]] = texts[path]
            events[entry.name] = EventDocument(data, articles)
    return ContentTexts(Documents(exhibit, events), texts)


def languages_in(documents: Documents) -> tuple[str, ...]:
    """The exhibit's languages, and behind them others that something is written in."""
    found = dict.fromkeys(documents.languages)
    found.update(dict.fromkeys(_languages(ExhibitSource, documents.exhibit)))
    for event in documents.events.values():
        found.update(dict.fromkeys(event.articles))
        found.update(dict.fromkeys(_languages(EventSource, event.data)))
    return tuple(found)


def _languages(model: type[BaseModel], data: Mapping[str, Any]) -> Iterator[str]:
    for text in fields_of(model):
        value = get(data, text.path)
        if isinstance(value, Mapping):
            yield from value
    for listing in listings_of(model):
        for entry in get(data, listing.path) or ():
            yield from _languages(listing.model, entry)


def _text(folder: ContentFolder, path: str, limit: int) -> str:
    data = folder.read(path, limit)
    text, problems = decode(data, path)
    if text is None:
        raise FileError("not-utf-8", problems[0].message, problems[0].hint)
    return text
