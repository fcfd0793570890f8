"""A cheap fingerprint of a folder: names, sizes, times and inodes, never contents."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

MISSING = "missing"


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
    waiting = [(str(root), frozenset({(status.st_dev, status.st_ino)}))]
    while waiting:
        place, above = waiting.pop()
        try:
            with os.scandir(place) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            digest.update(f"{place}|{error.errno}".encode(errors="surrogateescape"))
            continue
        for entry in found:
            if entry.name.startswith("."):
                continue
            digest.update(_line(entry))
            try:
                if entry.is_dir():
                    status = entry.stat()
                    node = (status.st_dev, status.st_ino)
                    if node not in above:
                        waiting.append((entry.path, above | {node}))
            except OSError:
                continue
    return digest.hexdigest()


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
