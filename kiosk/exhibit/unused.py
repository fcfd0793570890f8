"""What lies in the content folder without being used, and what is not there at all."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import PurePosixPath
from typing import Final

from kiosk.exhibit.files import EVENTS_FOLDER, ContentFolder, Entry, EntryKind, FileError
from kiosk.exhibit.problems import Problem, Scope
from kiosk.exhibit.wording import clip, nearest, warning

_NOTES: Final = frozenset({".md", ".txt", ".rst", ""})
"""Suffixes of texts for curators; files without one are licences and the like."""

_OUR_NAMES: Final = frozenset({"exhibit.yaml", "event.yaml", "media.yaml"})
_OUR_FOLDERS: Final = ("events", "fonts", "media", "strings")
_TYPEFACES: Final = (".ttf", ".otf", ".ttc")


def unused_in_event(folder: ContentFolder, path: str, named: Collection[str]) -> Iterator[Problem]:
    """A warning for each file in the event's folder at `path` that is not among those `named`."""
    for entry in _files(folder, path):
        if entry.path not in named and not entry.name.lower().startswith("article"):
            yield _unused(entry, "Name it in event.yaml")


def unused_elsewhere(folder: ContentFolder, named: Collection[str]) -> Iterator[Problem]:
    """A warning for each file outside the events that is not among those `named`."""
    for entry in _listed(folder, ""):
        if entry.kind is EntryKind.FOLDER:
            yield from _folder(folder, entry, named)
        elif entry.path not in named and not _tolerated(entry):
            yield _unused(entry, "Name it in exhibit.yaml")


def no_events(folder: ContentFolder) -> Problem:
    """The warning that there are none, perhaps because their folder has a wrong name."""
    near = _misnamed_events(folder)
    hint = (
        f"Rename the folder “{near}” to “{EVENTS_FOLDER}”."
        if near
        else f"Make a folder for each event in {EVENTS_FOLDER}/, with an event.yaml in it."
    )
    return warning(EVENTS_FOLDER, (0, 0), "no-events", "There are no events.", hint)


def _misnamed_events(folder: ContentFolder) -> str | None:
    """The folder that was meant to be that of the events, if there is none."""
    names = [entry.name for entry in _listed(folder, "") if entry.kind is EntryKind.FOLDER]
    return (
        None if EVENTS_FOLDER in names else nearest(EVENTS_FOLDER, set(names) - set(_OUR_FOLDERS))
    )


def _folder(folder: ContentFolder, entry: Entry, named: Collection[str]) -> Iterator[Problem]:
    match entry.name:
        case "events":
            return
        case "media":
            for file in _files(folder, entry.path):
                if file.path not in named:
                    yield _unused(file, "Name it in an event or in exhibit.yaml")
        case "strings":
            for file in _files(folder, entry.path):
                if not file.name.lower().endswith(".yaml"):
                    yield _unused(
                        file, "Texts of the screen stand in files such as en.yaml; rename it"
                    )
        case "fonts":
            for file in _files(folder, entry.path):
                if not file.name.lower().endswith(_TYPEFACES):
                    yield _unused(file, "Put typefaces there as .ttf or .otf files")
        case _:
            files = list(_files(folder, entry.path))
            if entry.name == _misnamed_events(folder):
                return
            if files and not any(file.path in named for file in files):
                yield _unknown_folder(entry)


def _files(folder: ContentFolder, path: str) -> Iterator[Entry]:
    """The files in a folder and the folders inside it, but for notes and our own."""
    for entry in _listed(folder, path):
        if entry.kind is EntryKind.FOLDER and entry.safe:
            yield from _files(folder, entry.path)
        elif not _tolerated(entry):
            yield entry


def _listed(folder: ContentFolder, path: str) -> Collection[Entry]:
    try:
        return folder.entries(path).values()
    except FileError:
        return ()


def _tolerated(entry: Entry) -> bool:
    suffix = PurePosixPath(entry.name).suffix.lower()
    return suffix in _NOTES or entry.name in _OUR_NAMES or entry.name.endswith("~")


def _unused(entry: Entry, instead: str) -> Problem:
    return warning(
        entry.path,
        (0, 0),
        "unused-file",
        "Nothing uses this file.",
        f"{instead}, or move it out of the content folder.",
        Scope.MEDIUM,
    )


def _unknown_folder(entry: Entry) -> Problem:
    near = nearest(entry.name, _OUR_FOLDERS)
    return warning(
        entry.path,
        (0, 0),
        "unused-folder",
        "Nothing uses this folder.",
        f"Did you mean “{near}”?"
        if near
        else f"Move “{clip(entry.name)}” out of the content folder; events belong into events/, "
        "files that they share into media/.",
    )
