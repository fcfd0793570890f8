"""A cheap fingerprint of a folder: names, sizes, times and inodes, never contents."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from kiosk.exhibit.files import MOST_ENTRIES

MISSING = "missing"


class Listed(NamedTuple):
    """One folder of a tree: what is in it by name, or the number of the error that hides it."""

    path: str
    entries: tuple[os.DirEntry[str], ...]
    error: int = 0


def folder_signature(folder: Path) -> str:
    """Equal as long as nothing in `folder` was changed, added, removed or switched.

    `MISSING` if there is no such folder. Hidden files are left out: programs keep locks there.
    """
    digest = hashlib.sha256()
    try:
        root = folder.resolve(strict=True)
        status = root.stat()
    except OSError:
        return MISSING
    digest.update(f"{root}|{status.st_dev}|{status.st_ino}".encode(errors="surrogateescape"))
    for listed in tree(root):
        if listed.error:
            digest.update(f"{listed.path}|{listed.error}".encode(errors="surrogateescape"))
        for entry in listed.entries:
            digest.update(_line(entry))
    return digest.hexdigest()


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


def _line(entry: os.DirEntry[str]) -> bytes:
    parts: list[object] = [entry.path]
    for follow in (False, True) if entry.is_symlink() else (False,):
        try:
            status = entry.stat(follow_symlinks=follow)
        except OSError as error:
            parts.append(error.errno)
            continue
        parts += [status.st_mode, status.st_ino]
        if not entry.is_dir(follow_symlinks=follow):
            parts += [status.st_size, status.st_mtime_ns, status.st_ctime_ns]
    return ("|".join(map(str, parts)) + "\n").encode(errors="surrogateescape")
