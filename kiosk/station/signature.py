"""A cheap fingerprint of a folder: names, sizes, times and inodes, never contents."""

from __future__ import annotations

import hashlib
import os
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from kiosk.exhibit.files import MOST_ENTRIES
from kiosk.station.files import SETTLED_AFTER

MISSING = "missing"

_OF_PARTS = "events"
"""The folder of which each folder has a stamp of its own."""


@dataclass(frozen=True, slots=True)
class FolderLook:
    """What a folder was like when it was looked at.

    `signature` is that of `folder_signature`. `stamps` has, for each folder in it and for each
    event's, what differs whenever anything below differs; but only for those in which no change
    can hide behind the one before it, or behind a link.
    """

    signature: str
    stamps: Mapping[str, bytes] = field(default_factory=dict)


class Listed(NamedTuple):
    """One folder of a tree: what is in it by name, or the number of the error that hides it."""

    path: str
    entries: tuple[os.DirEntry[str], ...]
    error: int = 0


def folder_signature(folder: Path) -> str:
    """Equal as long as nothing in `folder` was changed, added, removed or switched.

    `MISSING` if there is no such folder. Hidden files are left out: programs keep locks there.
    """
    return look_at(folder).signature


def look_at(folder: Path) -> FolderLook:
    """The signature of `folder`, and the stamps of its parts."""
    try:
        root = folder.resolve(strict=True)
        status = root.stat()
    except OSError:
        return FolderLook(MISSING)
    now = time.time_ns()
    parts: defaultdict[str, _Part] = defaultdict(_Part)
    for listed in tree(root):
        part = parts[_part_of(listed.path[len(str(root)) + 1 :])]
        if listed.error:
            part.lines.append(f"{listed.path}|{listed.error}")
        for entry in listed.entries:
            part.take(entry)
    digest = hashlib.sha256(
        f"{root}|{status.st_dev}|{status.st_ino}".encode(errors="surrogateescape")
    )
    stamps = {}
    for name, part in parts.items():
        stamp = part.stamp()
        digest.update(stamp)
        if part.is_certain and now - part.newest > SETTLED_AFTER * 1e9:
            stamps[name] = stamp
    return FolderLook(digest.hexdigest(), stamps)


def _part_of(place: str) -> str:
    first, _, rest = place.partition(os.sep)
    return f"{first}/{rest.partition(os.sep)[0]}" if rest and first == _OF_PARTS else first


def tree(root: Path, most: int = MOST_ENTRIES) -> Iterator[Listed]:
    """Every folder of the tree below `root`, without hidden ones, until `most` entries are seen.

    Links are not followed: inside the tree they lead to what is seen anyway, and what lies outside
    is no content, though it may be a whole disk.
    """
    waiting = [str(root)]
    while waiting and most > 0:
        place = waiting.pop()
        try:
            with os.scandir(place) as scan:
                found = [entry for entry, _ in zip(scan, range(most), strict=False)]
        except OSError as error:
            yield Listed(place, (), error.errno or -1)
            continue
        most -= len(found)
        shown = sorted(
            (entry for entry in found if not entry.name.startswith(".")),
            key=lambda entry: entry.name,
        )
        yield Listed(place, tuple(shown))
        waiting.extend(entry.path for entry in shown if _is_folder(entry))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


class _Part:
    """What was found in one part of a folder; `newest` is its last change in nanoseconds."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.newest = 0
        self.is_certain = True

    def take(self, entry: os.DirEntry[str]) -> None:
        line = entry.path
        is_link = entry.is_symlink()
        for follow in (False, True) if is_link else (False,):
            try:
                status = entry.stat(follow_symlinks=follow)
                is_folder = entry.is_dir(follow_symlinks=follow)
            except OSError as error:
                line += f"|{error.errno}"
                continue
            line += f"|{status.st_mode}|{status.st_ino}"
            if is_folder:
                self.is_certain = self.is_certain and not is_link
            else:
                line += f"|{status.st_size}|{status.st_mtime_ns}|{status.st_ctime_ns}"
                self.newest = max(self.newest, status.st_mtime_ns, status.st_ctime_ns)
        self.lines.append(line)

    def stamp(self) -> bytes:
        return hashlib.sha256("\n".join(self.lines).encode(errors="surrogateescape")).digest()
