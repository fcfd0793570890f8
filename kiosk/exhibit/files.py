"""The content folder, and the only way from a name in YAML to a file in it.

Names are looked up in listings of the folders, so that the result does not depend on whether
the file system tells upper from lower case. Nothing outside the folder is ever opened, and
nothing but ordinary files.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path, PurePosixPath
from typing import Final

from kiosk.exhibit.wording import clip, nearest

LONGEST_TEXT_FILE: Final = 4_000_000
"""Bytes of an article or caption file that are read at all."""

_ADDRESS: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_SYSTEM_NAMES: Final = frozenset(
    {"thumbs.db", "desktop.ini", "__macosx", "@eadir", "$recycle.bin", "lost+found"}
)


class FileError(Exception):
    """Why a file cannot be used: a `code`, and `message` and `hint` for the curator."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint


class EntryKind(Enum):
    FILE = auto()
    FOLDER = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Entry:
    """One name in a folder; `path` is relative to the content folder. `safe`: it stays inside."""

    name: str
    path: str
    kind: EntryKind
    safe: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """A file by its real path; `respelt` if only the writing of its accents differs."""

    path: str
    respelt: bool = False


class ContentFolder:
    """Reads and lists; remembers each listing, so one object serves one reading only."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._real_root = Path(os.path.realpath(root))
        self._listings: dict[str, dict[str, Entry]] = {}

    def entries(self, folder: str = "") -> dict[str, Entry]:
        """What is in `folder`, by name, in alphabetical order, without hidden and system files.

        Empty if there is no such folder. Raises FileError if it cannot be listed.
        """
        if folder not in self._listings:
            self._listings[folder] = self._list(folder)
        return self._listings[folder]

    def find(self, name: str, folders: tuple[str, ...]) -> Found:
        """The ordinary file `name` in the first of `folders` that has it; FileError if none."""
        parts = safe_parts(name)
        for folder in folders:
            found = self._walk(folder, parts)
            if found is not None:
                return found
        raise self._missing(name, parts, folders)

    def read(self, path: str, limit: int) -> bytes:
        """At most `limit` bytes of the file at `path`; FileError if it cannot be read."""
        try:
            handle = os.open(self.root / path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
            with os.fdopen(handle, "rb") as file:
                if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                    raise _not_a_file(path)
                return file.read(limit)
        except OSError as error:
            raise _unreadable(path, error) from None

    def _list(self, folder: str) -> dict[str, Entry]:
        if folder:
            above, _, name = folder.rpartition("/")
            itself = self.entries(above).get(name)
            if itself is None:
                return {}
            if not itself.safe:
                raise _leaves(folder)
        try:
            with os.scandir(self.root / folder if folder else self.root) as scan:
                found = [self._entry(folder, item) for item in scan]
        except (FileNotFoundError, NotADirectoryError):
            return {}
        except OSError as error:
            raise _unreadable(folder or ".", error) from None
        found.sort(key=lambda entry: entry.name)
        return {
            entry.name: entry
            for entry in found
            if not entry.name.startswith(".") and entry.name.lower() not in _SYSTEM_NAMES
        }

    def _entry(self, folder: str, item: os.DirEntry[str]) -> Entry:
        path = f"{folder}/{item.name}" if folder else item.name
        safe = not item.is_symlink() or self._is_inside(Path(item.path))
        try:
            kind = (
                EntryKind.FILE
                if item.is_file()
                else EntryKind.FOLDER
                if item.is_dir()
                else EntryKind.OTHER
            )
        except OSError:
            kind = EntryKind.OTHER
        return Entry(item.name, path, kind, safe)

    def _is_inside(self, path: Path) -> bool:
        return Path(os.path.realpath(path)).is_relative_to(self._real_root)

    def _walk(self, folder: str, parts: tuple[str, ...]) -> Found | None:
        respelt = False
        where = folder
        for position, part in enumerate(parts):
            listing = self.entries(where)
            entry = listing.get(part)
            if entry is None:
                plain = unicodedata.normalize("NFC", part)
                entry = next(
                    (e for e in listing.values() if unicodedata.normalize("NFC", e.name) == plain),
                    None,
                )
                respelt = True
            if entry is None:
                return None
            if not entry.safe:
                raise _leaves(entry.path)
            is_last = position == len(parts) - 1
            if is_last and entry.kind is not EntryKind.FILE:
                raise _not_a_file(entry.path)
            where = entry.path
        return Found(where, respelt)

    def _missing(self, name: str, parts: tuple[str, ...], folders: tuple[str, ...]) -> FileError:
        inside = parts[:-1]
        names: list[str] = []
        for folder in folders:
            where = "/".join(part for part in (folder, *inside) if part)
            names.extend(e.name for e in self.entries(where).values() if e.kind is EntryKind.FILE)
        near = self._near(parts[-1], names)
        places = " or ".join(f"{folder}/" if folder else "the content folder" for folder in folders)
        hint = (
            f"Did you mean “{'/'.join((*inside, near))}”?"
            if near
            else f"Put the file into {places}."
        )
        return FileError("missing-file", f"There is no file “{clip(name)}”.", hint)

    @staticmethod
    def _near(name: str, names: list[str]) -> str | None:
        """A name that differs in case, else one that differs in its suffix, else a similar one."""
        folded = unicodedata.normalize("NFC", name).casefold()
        for other in names:
            if unicodedata.normalize("NFC", other).casefold() == folded:
                return other
        stem = PurePosixPath(folded).stem
        for other in names:
            if PurePosixPath(unicodedata.normalize("NFC", other).casefold()).stem == stem:
                return other
        return nearest(name, names)


def safe_parts(name: str) -> tuple[str, ...]:
    """The parts of a relative path that stays in its folder; FileError for any other name."""
    shown = clip(name)
    if name.startswith(("//", "\\\\")) or _ADDRESS.match(name):
        raise FileError(
            "unsafe-file",
            f"“{shown}” is an address or a place on one computer, which kiosks never open.",
            "Copy the file into the content folder and write its name.",
        )
    if "\\" in name:
        raise FileError(
            "unsafe-file",
            f"“{shown}” has a backslash in it.",
            "Write file names with forward slashes: pictures/tower.jpg.",
        )
    if name.startswith(("/", "~")):
        raise FileError(
            "unsafe-file",
            f"“{shown}” begins outside the content folder.",
            "Copy the file into the content folder and write its name.",
        )
    if any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in name):
        raise FileError(
            "unsafe-file",
            f"“{shown}” has a character in it that cannot be seen.",
            "Type the name again.",
        )
    parts = tuple(part for part in name.split("/") if part not in ("", "."))
    if ".." in parts or not parts:
        raise FileError(
            "unsafe-file",
            f"“{shown}” leads out of its folder.",
            "Copy the file into the event's folder or into media/ and write only its name.",
        )
    return parts


def _leaves(path: str) -> FileError:
    return FileError(
        "unsafe-file",
        f"“{clip(path)}” is a link that leads out of the content folder.",
        "Replace the link by a copy of the file.",
    )


def _not_a_file(path: str) -> FileError:
    return FileError(
        "not-a-file",
        f"“{clip(path)}” is not an ordinary file.",
        "Put the file itself there, not a folder or a device.",
    )


def _unreadable(path: str, error: OSError) -> FileError:
    if isinstance(error, IsADirectoryError):
        return _not_a_file(path)
    if isinstance(error, FileNotFoundError):
        return FileError(
            "missing-file",
            f"The file “{clip(path)}” has just disappeared.",
            "Wait until copying has ended, then look again.",
        )
    why = "may not be read" if isinstance(error, PermissionError) else "cannot be read"
    return FileError(
        "unreadable-file",
        f"“{clip(path)}” {why} ({os.strerror(error.errno) if error.errno else 'fault'}).",
        "Allow everyone to read it, or copy it here again.",
    )
