"""The files that imported events name: those beside the imported file come along."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any, Final

from kiosk.curator.documents.content import Documents, EventDocument
from kiosk.curator.documents.fields import Data, canonical
from kiosk.curator.importing.report import Note, Weight
from kiosk.exhibit.files import EVENTS_FOLDER, ContentFolder, FileError
from kiosk.exhibit.media.formats import HEAD_BYTES, fitting, kind_from_name, sniff
from kiosk.exhibit.media.reading import SHARED_FOLDER
from kiosk.exhibit.model import MediumKind
from kiosk.exhibit.wording import clip
from kiosk.exhibit.yamlfile.sources import EventSource, ExhibitSource

_PICTURE: Final = (MediumKind.IMAGE,)
_FILM: Final = (MediumKind.VIDEO,)
_ANY: Final = tuple(MediumKind)
_COMPANIONS: Final = {
    "poster": _PICTURE,
    "sign_language": _FILM,
    "audio_description": (MediumKind.AUDIO,),
    "captions": (),
    "transcript": (),
}
"""Files that belong to a medium, and the kinds they have to be of; captions are texts."""


@dataclass(frozen=True)
class Settled:
    """Documents that name only files which are or will be there.

    `copies` says where in the content folder each file beside the imported one belongs.
    """

    documents: Documents
    copies: dict[str, str]
    notes: tuple[Note, ...]


def settle_media(
    documents: Documents,
    before: Documents | None,
    beside: ContentFolder,
    target: ContentFolder | None,
) -> Settled:
    """Look for every file in `target`, the exhibit so far, then in the folder `beside` it.

    A medium whose file is nowhere keeps its words and says as its source what it lacks; names
    that were in `before` stay, because `kiosk check` tells of them anyway.
    """
    return _Settling(documents, before, beside, target).result()


@dataclass
class _Settling:
    documents: Documents
    before: Documents | None
    beside: ContentFolder
    target: ContentFolder | None
    copies: dict[str, str] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)

    def result(self) -> Settled:
        events = {name: self._event(name, event) for name, event in self.documents.events.items()}
        exhibit = canonical(ExhibitSource, self.documents.exhibit)
        if media := exhibit.get("attract", {}).get("media"):
            old = self.before.exhibit.get("attract", {}).get("media", ()) if self.before else ()
            place = _Place("", ("", SHARED_FOLDER), set(_names(old)))
            exhibit["attract"]["media"] = [self._medium(entry, place) for entry in media]
        return Settled(Documents(exhibit, events), self.copies, tuple(self.notes))

    def _event(self, name: str, event: EventDocument) -> EventDocument:
        home = f"{EVENTS_FOLDER}/{name}"
        old = self.before.events.get(name) if self.before is not None else None
        if old is not None and old.data == event.data:
            return event
        place = _Place(home, (home, SHARED_FOLDER), set(old.file_names()) if old else set())
        data = dict(event.data)
        if "media" in data:
            data["media"] = [self._medium(entry, place) for entry in data["media"]]
        if "hero" in data:
            data["hero"] = self._found(data["hero"], place, _PICTURE)
            if not data["hero"]:
                message = "The hero is no picture that is here; left out."
                self.notes.append(Note(Weight.LOST, message, name))
        return EventDocument(canonical(EventSource, data), event.articles)

    def _medium(self, entry: Data, place: _Place) -> Data:
        entry = dict(entry)
        for key, kinds in _COMPANIONS.items():
            if key in entry:
                self._settle(entry, key, place, kinds)
        if "file" in entry:
            names = entry["file"]
            self._settle(entry, "file", place, _ANY)
            if not entry["file"]:
                del entry["file"]
                shown = names if isinstance(names, str) else ", ".join(names.values())
                entry.setdefault("source", shown)
        return entry

    def _settle(self, entry: Data, key: str, place: _Place, kinds: tuple[MediumKind, ...]) -> None:
        given = entry[key]
        if isinstance(given, Mapping):
            found: Any = {code: self._found(name, place, kinds) for code, name in given.items()}
            entry[key] = {code: name for code, name in found.items() if name}
        else:
            entry[key] = self._found(given, place, kinds)
        missing = _strings(given) - _strings(entry[key]) if not entry[key] else set()
        message = "This file is not here, or kiosks do not play it; put it into its folder later."
        self.notes += (Note(Weight.LOST, message, clip(name)) for name in sorted(missing))

    def _found(self, name: str, place: _Place, kinds: tuple[MediumKind, ...]) -> str:
        """The name under which the file will be found, or "" if it will not be."""
        if name in place.known or self._usable(self.target, name, place.folders, kinds):
            return name
        found = self._usable(self.beside, name, ("", *place.folders), kinds)
        if not found:
            return ""
        for folder in (f"{SHARED_FOLDER}/", f"{place.home}/".lstrip("/")):
            if found.startswith(folder):
                self.copies[found] = found
                return found.removeprefix(folder)
        last = PurePosixPath(found).name
        goal = f"{place.home}/{last}"
        number = 2
        while self.copies.get(goal, found) != found:
            stem = PurePosixPath(last)
            goal = f"{place.home}/{stem.stem}-{number}{stem.suffix}"
            number += 1
        self.copies[goal] = found
        return PurePosixPath(goal).name

    @staticmethod
    def _usable(
        folder: ContentFolder | None,
        name: str,
        folders: tuple[str, ...],
        kinds: tuple[MediumKind, ...],
    ) -> str:
        """The path of the file in `folder` if it is of one of `kinds` (none: any text)."""
        if folder is None:
            return ""
        try:
            path = folder.find(name, folders).path
            form = sniff(folder.read(path, HEAD_BYTES))
        except FileError:
            return ""
        if not kinds:
            return path if path.lower().endswith(".vtt") else ""
        if form is None:
            return ""
        kind = fitting(form, path).kind
        return path if kind in kinds and kind_from_name(path) in (None, kind) else ""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where files of an event (or, with no `home`, of the exhibit) are, and those known before."""

    home: str
    folders: tuple[str, ...]
    known: set[str]


def _names(media: Iterable[Data]) -> Iterable[str]:
    for entry in media:
        for key in ("file", *_COMPANIONS):
            yield from _strings(entry.get(key))


def _strings(value: Any) -> set[str]:
    if isinstance(value, Mapping):
        return set(value.values())
    return {value} if value else set()
