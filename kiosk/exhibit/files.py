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
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path, PurePosixPath
from typing import Final

from kiosk.exhibit.wording import clip, nearest

EXHIBIT_FILE: Final = "exhibit.yaml"
EVENTS_FOLDER: Final = "events"
EVENT_FILE: Final = "event.yaml"
SLUG: Final = re.compile(r"[a-z0-9-]{1,200}")
"""The name of an event's folder."""

LONGEST_TEXT_FILE: Final = 1_000_000
"""Bytes of a caption file that are read at all."""

MOST_IN_FOLDER: Final = 100_000
MOST_ENTRIES: Final = 1_000_000
"""Files and folders in one folder, and in all of them together."""

LARGEST_FILE: Final = 32 * 2**30
LARGEST_SUM: Final = 256 * 2**30
"""Bytes of one medium, and of all files that the exhibit uses together."""

_DEVICES: Final = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(\..*)?", re.IGNORECASE)
_UNSEEN: Final = re.compile(
    "[\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_LIKE_NAMES: Final = 0.75
"""Likeness of file names without suffix from which one is taken for the other mistyped."""

_ADDRESS: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_SYSTEM_NAMES: Final = frozenset(
    {"thumbs.db", "desktop.ini", "__macosx", "@eadir", "$recycle.bin", "lost+found"}
)


class FileError(Exception):
    """Why a file cannot be used: a `code`, and `message` and `hint` for the curator.

    `near` is the path of the file that was probably meant.
    """

    def __init__(self, code: str, message: str, hint: str, near: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.near = near


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


@dataclass(slots=True)
class Visit:
    """Which folders were looked into, the listings and sizes found first, how much was listed."""

    folders: set[str] = field(default_factory=set)
    listings: dict[str, dict[str, Entry]] = field(default_factory=dict)
    listed: dict[str, int] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)


class ContentFolder:
    """Reads and lists; remembers each listing, so one object serves one reading only."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._real_root = Path(os.path.realpath(root))
        self._listings: dict[str, dict[str, Entry]] = {}
        self._listed = 0
        self._counts: dict[str, int] = {}
        self._sizes: dict[str, int] = {}
        self._sum = 0
        self._visit = Visit()

    @contextmanager
    def visiting(self) -> Iterator[Visit]:
        """Notes what is looked at meanwhile."""
        before, self._visit = self._visit, Visit()
        try:
            yield self._visit
        finally:
            self._visit = before

    def visited_before(self, visit: Visit) -> bool:
        """Takes over what a reading of before has found; false if that would be too much."""
        sizes, counts = visit.sizes.items(), visit.listed.items()
        together = self._sum + sum(size for path, size in sizes if path not in self._sizes)
        listed = self._listed + sum(many for path, many in counts if path not in self._counts)
        if together > LARGEST_SUM or listed > MOST_ENTRIES:
            return False
        self._sum, self._listed = together, listed
        self._sizes |= visit.sizes
        self._counts |= visit.listed
        self._listings |= visit.listings
        return True

    def entries(self, folder: str = "") -> dict[str, Entry]:
        """What is in `folder`, by name, in alphabetical order, without hidden and system files.

        Empty if there is no such folder. Raises FileError if it cannot be listed.
        """
        self._visit.folders.add(folder)
        if folder not in self._listings:
            parts = folder.split("/") if folder else []
            for depth in range(len(parts) + 1):
                above = "/".join(parts[:depth])
                if above not in self._listings:
                    found = self._list(above)
                    self._listings[above] = self._visit.listings[above] = found
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
                status = os.fstat(file.fileno())
                if not stat.S_ISREG(status.st_mode):
                    raise _not_a_file(path)
                self._weigh(path, status.st_size)
                return file.read(limit)
        except OSError as error:
            raise _unreadable(path, error) from None

    def _weigh(self, path: str, size: int) -> None:
        together = self._sum + size - self._sizes.get(path, 0)
        if size > LARGEST_FILE:
            raise FileError(
                "too-large",
                f"“{clip(path)}” has {size / 2**30:,.0f} GB; kiosks take at most "
                f"{LARGEST_FILE // 2**30} GB in one file.",
                "Convert it to a smaller file; WebM and MP4 need about 2 GB an hour.",
            )
        if together > LARGEST_SUM:
            raise FileError(
                "too-large",
                f"With “{clip(path)}” the exhibit's files have more than "
                f"{LARGEST_SUM // 2**30} GB together.",
                "Convert the largest films to smaller files, or leave some out.",
            )
        self._sum, self._sizes[path] = together, size
        self._visit.sizes[path] = size

    def _list(self, folder: str) -> dict[str, Entry]:
        if folder:
            above, _, name = folder.rpartition("/")
            itself = self._listings[above].get(name)
            if itself is None:
                return {}
            if not itself.safe:
                raise _leaves(folder)
        try:
            with os.scandir(self.root / folder if folder else self.root) as scan:
                most = min(MOST_IN_FOLDER, MOST_ENTRIES - self._listed)
                items = [item for item, _ in zip(scan, range(most + 1), strict=False)]
                self._listed += len(items)
                self._counts[folder] = self._visit.listed[folder] = len(items)
                if len(items) > most:
                    raise _too_many(folder, most)
                found = [self._entry(folder, item) for item in items]
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
        paths: dict[str, str] = {}
        for folder in folders:
            where = "/".join(part for part in (folder, *inside) if part)
            for entry in self.entries(where).values():
                if entry.kind is EntryKind.FILE:
                    paths.setdefault(entry.name, entry.path)
        near = self._near(parts[-1], list(paths))
        places = " or ".join(f"{folder}/" if folder else "the content folder" for folder in folders)
        hint = (
            f"Did you mean “{'/'.join((*inside, near))}”?"
            if near
            else f"Put the file into {places}."
        )
        message = f"There is no file “{clip(name)}”."
        return FileError("missing-file", message, hint, paths.get(near or ""))

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
        stems = {PurePosixPath(other).stem: other for other in reversed(names)}
        near = nearest(PurePosixPath(name).stem, stems, _LIKE_NAMES)
        return stems[near] if near else None


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
    if ":" in name:
        raise FileError(
            "unsafe-file",
            f"“{shown}” has a colon in it, which means something else on Windows.",
            "Rename the file without the colon.",
        )
    if _UNSEEN.search(name) or any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in name):
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
    for part in parts:
        _refuse_windows_name(part)
    return parts


def _refuse_windows_name(part: str) -> None:
    """Exhibits go from hand to hand, and Windows understands these names otherwise."""
    if _DEVICES.fullmatch(part):
        raise FileError(
            "unsafe-file",
            f"“{clip(part)}” is the name of a device on Windows.",
            "Rename the file.",
        )
    if part != part.rstrip(". "):
        raise FileError(
            "unsafe-file",
            f"“{clip(part)}” ends with a full stop or a space, which Windows leaves out.",
            "Rename the file so that it ends with its suffix.",
        )


def _leaves(path: str) -> FileError:
    return FileError(
        "unsafe-file",
        f"“{clip(path)}” is a link that leads out of the content folder.",
        "Replace the link by a copy of the file.",
    )


def _too_many(folder: str, most: int) -> FileError:
    where = f"“{clip(folder)}”" if folder else "The content folder"
    if most < MOST_IN_FOLDER:
        message = f"With {where} the exhibit has more than {MOST_ENTRIES} files and folders."
    else:
        message = f"{where} holds more than {most} files and folders."
    return FileError(
        "too-many-files",
        message,
        "Is this the right folder? Move away what does not belong to the exhibit.",
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
