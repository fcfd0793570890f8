"""Copies of files and packs of ours, and what decoding found out about each file.

An object's name is the SHA-256 of its content and the suffix that the file came with.
"""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kiosk.exhibit.model import MediumKind
from kiosk.station.decoding import Failure, MediaFacts
from kiosk.station.files import (
    Copy,
    copy_steadily,
    make_folder,
    remove,
    replace_with,
    sync_folder,
    write_synced,
)
from kiosk.station.records import from_json, to_json

log = logging.getLogger(__name__)

PATIENCE = 2
"""How often a file that hung or crashed the decoder is tried before that is believed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """What decoding said about one content; `decoder` tells which decoder said so."""

    decoder: str
    facts: MediaFacts | None = None
    failure: Failure | None = None
    tries: int = 1


@cache
def decoder_version() -> str:
    """Changes whenever files may decode differently than before."""
    # Only who makes an edition asks, and a start from one need not load what reads e-mail.
    from importlib.metadata import version

    return f"3-{version('PySide6-Essentials')}"


class ObjectStore:
    """The folders ``objects`` and ``facts`` below `root`, written by way of ``incoming``."""

    def __init__(self, root: Path) -> None:
        self._objects = root / "objects"
        self._facts = root / "facts"
        self._incoming = root / "incoming"

    def path(self, name: str) -> Path:
        return self._objects / name[:2] / name

    def holds(self, name: str) -> bool:
        return self.path(name).is_file()

    def take(self, source: Path, folder: Path) -> tuple[str, Copy]:
        """Copies `source`, inside `folder`, and gives the object's name.

        Raises `kiosk.station.files.Changing`, or OSError.
        """
        temporary = self._incoming / "copy"
        copy = copy_steadily(source, folder, temporary)
        name = f"{copy.sha256}{_plain_suffix(source)}"
        self._move_in(temporary, name)
        return name, copy

    def adopt(self, made: Path) -> str:
        """Moves a file of our own making in and gives its name."""
        temporary = self._incoming / "copy"
        copy = copy_steadily(made, made.parent, temporary)
        made.unlink()
        name = f"{copy.sha256}{_plain_suffix(made)}"
        self._move_in(temporary, name)
        return name

    def put(self, content: bytes, suffix: str) -> str:
        """Stores `content`, unless it is there already and unharmed, and gives its name."""
        name = f"{hashlib.sha256(content).hexdigest()}{suffix}"
        try:
            if self.path(name).read_bytes() == content:
                return name
        except OSError:
            log.debug("%s is new", name)
        temporary = self._incoming / "copy"
        write_synced(temporary, content)
        self._move_in(temporary, name)
        return name

    def _move_in(self, temporary: Path, name: str) -> None:
        target = self.path(name)
        make_folder(target.parent)
        temporary.replace(target)

    def sync(self, names: Collection[str]) -> None:
        """Makes these objects durable, also those that an interrupted make has left behind."""
        make_folder(self._objects)
        for folder in sorted({self.path(name).parent for name in names}):
            sync_folder(folder)
        sync_folder(self._objects)
        sync_folder(self._objects.parent)

    def recall(self, name: str, kind: MediumKind) -> MediaFacts | Failure | None:
        """What is known about an object, or None if it has to be decoded."""
        known = self._read(name, kind)
        if known is None:
            return None
        if known.facts is not None:
            whole = all(self.holds(preview) for preview in known.facts.previews.values())
            return known.facts if whole else None
        if known.failure and known.failure.reason in ("slow", "crashed"):
            return known.failure if known.tries >= PATIENCE else None
        return known.failure

    def remember(self, name: str, kind: MediumKind, result: MediaFacts | Failure) -> None:
        known = self._read(name, kind)
        tries = 1 if known is None else known.tries + 1
        if isinstance(result, Failure):
            note = Remembered(decoder=decoder_version(), failure=result, tries=tries)
        else:
            note = Remembered(decoder=decoder_version(), facts=result)
        replace_with(self._note(name, kind), to_json(note))

    def _read(self, name: str, kind: MediumKind) -> Remembered | None:
        try:
            note = from_json(Remembered, self._note(name, kind).read_bytes())
        except (OSError, ValueError):
            return None
        return note if note.decoder == decoder_version() else None

    def _note(self, name: str, kind: MediumKind) -> Path:
        sha256 = name.partition(".")[0]
        return self._facts / name[:2] / f"{sha256}.{kind}.json"

    def keep_only(self, wanted: Collection[str]) -> None:
        """Removes every object and note that `wanted` does not name."""
        contents = {name.partition(".")[0] for name in wanted}
        for path in _files_below(self._objects):
            if path.name not in wanted:
                remove(path)
        for path in _files_below(self._facts):
            if path.name.partition(".")[0] not in contents:
                remove(path)


def _files_below(folder: Path) -> Iterator[Path]:
    for part in sorted(folder.glob("??")):
        yield from sorted(part.iterdir())


def _plain_suffix(path: Path) -> str:
    suffix = path.suffix.lower()
    return suffix if re.fullmatch(r"\.[a-z0-9]{1,8}", suffix) else ".bin"
