"""The content folder that a command is to change, and its files as text."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kiosk.commands.parsing import UsageError, existing_content
from kiosk.exhibit.encoding import decode
from kiosk.exhibit.files import LONGEST_TEXT_FILE, ContentFolder, EntryKind, FileError
from kiosk.station.files import replace_with

_EXHIBIT: Final = "exhibit.yaml"


def content_to_change(given: str | None) -> Path:
    """The content folder that is named, else the one that the terminal is in. UsageError if none.

    Never the example exhibit, which may be a part of the installed program.
    """
    here = given or os.environ.get("KIOSK_CONTENT") or ("." if Path(_EXHIBIT).is_file() else None)
    if here is None:
        raise UsageError("Name the content folder, the one with exhibit.yaml in it.")
    folder = existing_content(here)
    if not (folder / _EXHIBIT).is_file():
        raise UsageError(f"There is no {_EXHIBIT} in “{folder}”; is this the content folder?")
    return folder


def texts_of(folder: Path) -> tuple[dict[str, str], tuple[str, ...]]:
    """Its YAML files and articles by path, and a sentence for each that cannot be read."""
    content = ContentFolder(folder)
    texts: dict[str, str] = {}
    faults = []
    for path in _paths(content):
        try:
            above, _, name = path.rpartition("/")
            content.find(name, (above,))
            text, problems = decode(content.read(path, LONGEST_TEXT_FILE), path)
        except FileError as fault:
            faults.append(f"{path}: {fault.message}")
            continue
        faults += [f"{path}: {problem.message}" for problem in problems]
        if text is not None:
            texts[path] = text
    return texts, tuple(faults)


def _paths(content: ContentFolder) -> Iterator[str]:
    yield _EXHIBIT
    if "media.yaml" in content.entries("media"):
        yield "media/media.yaml"
    yield from _listed(content, "strings", ".yaml")
    for event in content.entries("events").values():
        if event.kind is EntryKind.FOLDER:
            yield from _listed(content, event.path, ".md")
            if "event.yaml" in content.entries(event.path):
                yield f"{event.path}/event.yaml"


def _listed(content: ContentFolder, folder: str, suffix: str) -> Iterator[str]:
    for entry in content.entries(folder).values():
        if entry.kind is EntryKind.FILE and entry.name.endswith(suffix):
            yield entry.path


def rewrite(file: Path, text: str) -> None:
    """Write `text` whole or not at all, for the same readers as before. OSError as writing does."""
    mode = file.stat().st_mode & 0o777 if file.exists() else 0o666 & ~_umask()
    real = file.resolve()
    replace_with(real, text.encode())
    real.chmod(mode)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
