"""Reading files that others may be writing, and writing files that survive a power cut."""

from __future__ import annotations

import hashlib
import logging
import os
import shutil
import stat
import sys
import tempfile
import time
from pathlib import Path
from typing import BinaryIO, NamedTuple

log = logging.getLogger(__name__)

CHUNK = 2**20
TRIES = 3
PAUSE = 0.3
"""How often, and with how many seconds between, a file that changes while it is read is tried."""


SETTLED_AFTER = 3.0
"""Seconds in which two changes of a file may leave it with the same times."""


class Changing(Exception):
    """The file was still being written each time it was read."""


class Stamp(NamedTuple):
    """What a file system says about a file; equal stamps mean an unchanged file."""

    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int

    @classmethod
    def of(cls, status: os.stat_result) -> Stamp:
        return cls(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)

    def is_settled(self, now_ns: int) -> bool:
        """False if the last change is so near to `now_ns` that another could hide in it."""
        return abs(now_ns - max(self.mtime_ns, self.ctime_ns)) > SETTLED_AFTER * 1e9


class Copy(NamedTuple):
    sha256: str
    stamp: Stamp


def open_regular(path: Path, folder: Path) -> BinaryIO:
    """`path` for reading; raises OSError unless it is a regular file inside `folder`.

    Never blocks: a pipe or device is refused without waiting for its other end.
    """
    real = path.resolve(strict=True)
    if not real.is_relative_to(folder.resolve()):
        raise PermissionError(f"{path} leads out of {folder}")
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(real, flags | getattr(os, "O_CLOEXEC", 0))
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise PermissionError(f"{path} is not an ordinary file")
    return os.fdopen(descriptor, "rb")


def copy_steadily(source: Path, folder: Path, target: Path) -> Copy:
    """Copies `source`, which lies inside `folder`, to `target` and syncs it to the disk.

    Raises Changing if the file changed during each of several tries, OSError as copying does.
    """
    for attempt in range(TRIES):
        if attempt:
            time.sleep(PAUSE)
        with open_regular(source, folder) as reading, target.open("w+b") as writing:
            before = Stamp.of(os.fstat(reading.fileno()))
            digest = _clone(reading, writing) or _copy(reading, writing, before.size)
            writing.flush()
            os.fsync(writing.fileno())
            copied = os.fstat(writing.fileno()).st_size
            after = Stamp.of(os.fstat(reading.fileno()))
        if before == after and copied == after.size and Stamp.of(source.stat()) == after:
            return Copy(digest, after)
    raise Changing(str(source))


def _clone(reading: BinaryIO, writing: BinaryIO) -> str | None:
    """Shares the blocks where the file system can (Btrfs, XFS), which costs no space."""
    if sys.platform != "linux":
        return None
    import fcntl

    ficlone = 0x40049409  # linux/fs.h
    try:
        fcntl.ioctl(writing.fileno(), ficlone, reading.fileno())
    except OSError:
        return None
    writing.seek(0)
    digest = hashlib.sha256()
    while chunk := writing.read(CHUNK):
        digest.update(chunk)
    return digest.hexdigest()


def _copy(reading: BinaryIO, writing: BinaryIO, size: int) -> str:
    """Stops soon after `size` bytes: a file that grows, or never ends, is tried again later."""
    digest = hashlib.sha256()
    copied = 0
    while copied <= size and (chunk := reading.read(CHUNK)):
        digest.update(chunk)
        writing.write(chunk)
        copied += len(chunk)
    return digest.hexdigest()


def sync_folder(folder: Path) -> None:
    """Makes the names in `folder` durable; does nothing where folders cannot be synced."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Makes a folder and those above it, durably; does nothing if it is there."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def write_synced(path: Path, content: bytes) -> None:
    with path.open("wb") as writing:
        writing.write(content)
        writing.flush()
        os.fsync(writing.fileno())


def replace_with(path: Path, content: bytes) -> None:
    """Readers of `path`, whoever they are, see what was there before or all of `content`."""
    make_folder(path.parent)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    os.close(descriptor)
    temporary = Path(name)
    try:
        write_synced(temporary, content)
        temporary.chmod(0o644)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def remove(path: Path) -> None:
    """Removes a file or a whole folder; what cannot be removed stays and is logged."""
    try:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    except OSError as error:
        log.info("%s could not be removed: %s", path, error)
