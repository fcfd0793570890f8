"""Which files an import writes: all of them, or those that would say something new."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from pydantic import BaseModel

from kiosk.curator.documents.content import (
    ContentTexts,
    Documents,
    article_path,
    event_path,
)
from kiosk.curator.documents.editing import edited
from kiosk.curator.documents.yamltext import as_remark, as_yaml
from kiosk.exhibit.files import EXHIBIT_FILE
from kiosk.exhibit.wording import listed
from kiosk.exhibit.yamlfile.sources import EventSource, ExhibitSource

_HEAD: Final = (
    "The whole exhibit: its name, its languages and what its events have in common.\n"
    "The events themselves live in events/<name>/, one folder each."
)


@dataclass(frozen=True, slots=True)
class Change:
    """One file and what is new in it, in words."""

    path: str
    text: str
    what: str


def new_files(documents: Documents, remark: str = "") -> dict[str, str]:
    """The text of every file of a new exhibit by its path; `remark` is for exhibit.yaml."""
    head = as_remark(f"{_HEAD}\n\n{remark}" if remark else _HEAD)
    files = {EXHIBIT_FILE: f"{head}\n{as_yaml(documents.exhibit)}"}
    for name, event in documents.events.items():
        files[event_path(name)] = as_yaml(event.data)
        for language, text in event.articles.items():
            files[article_path(name, language)] = f"{_lines(text).strip()}\n"
    return files


def changes(documents: Documents, before: ContentTexts) -> tuple[Change, ...]:
    """The files that have to change, each only where it differs; those that agree stay."""
    return tuple(_changes(documents, before))


def _changes(documents: Documents, before: ContentTexts) -> Iterator[Change]:
    old = before.documents
    yield from _yaml(EXHIBIT_FILE, ExhibitSource, documents.exhibit, old.exhibit, before)
    for name, event in documents.events.items():
        known = old.events.get(name)
        data = known.data if known is not None else {}
        yield from _yaml(event_path(name), EventSource, event.data, data, before)
        for language, text in event.articles.items():
            path = article_path(name, language)
            if path not in before.texts:
                yield Change(path, f"{_lines(text).strip()}\n", "new")
            elif _lines(before.texts[path]).strip() != _lines(text).strip():
                yield Change(path, f"{_lines(text).strip()}\n", "new text")


def _yaml(
    path: str,
    model: type[BaseModel],
    wanted: Mapping[str, Any],
    present: Mapping[str, Any],
    before: ContentTexts,
) -> Iterator[Change]:
    if wanted == present:
        return
    if path not in before.texts:
        yield Change(path, as_yaml(wanted), "new")
        return
    result = edited(before.texts[path], model, wanted)
    parts = []
    for word, keys in (
        ("added", [key for key in wanted if key not in present]),
        ("changed", [key for key in wanted if present.get(key) not in (None, wanted[key])]),
        ("removed", [key for key in present if key not in wanted]),
    ):
        if keys:
            parts.append(f"{word} {listed(keys)}")
    parts += (
        f"{gone} fewer in {key}"
        for key, value in wanted.items()
        if isinstance(value, list) and (gone := len(present.get(key) or ()) - len(value)) > 0
    )
    if result.lost_remarks:
        parts.append(f"lines with remarks lost: {result.lost_remarks}")
    yield Change(path, result.text, "; ".join(parts))


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
