"""Locks on files, which the system releases by itself when their holder dies.

Where there are none (Windows, some network shares) every lock is granted.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NO_LOCKS = (errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS)


def lock(descriptor: int, *, wait: bool = True, shared: bool = False) -> bool:
    """Locks an open file until it is closed; False if another has it and `wait` is false."""
    if sys.platform == "win32":
        return True
    import fcntl

    kind = fcntl.LOCK_SH if shared else fcntl.LOCK_EX
    try:
        fcntl.flock(descriptor, kind | (0 if wait else fcntl.LOCK_NB))
    except OSError as error:
        if error.errno in _NO_LOCKS:
            return True
        if isinstance(error, BlockingIOError):
            return False
        raise
    return True


@contextmanager
def locked(path: Path, *, wait: bool = True) -> Iterator[bool]:
    """Holds the lock on the file `path`, which is made if missing; raises OSError.

    Gives False, and no lock, if another process has it and `wait` is false.
    """
    # Reading is enough for a lock, also on a file that another user made.
    descriptor = os.open(path, os.O_RDONLY | os.O_CREAT, 0o644)
    try:
        yield lock(descriptor, wait=wait)
    finally:
        os.close(descriptor)


def is_locked(path: Path) -> bool:
    """Whether another process, or another part of this one, holds the file `path`."""
    if sys.platform == "win32":
        return False
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except OSError:
        return False
    try:
        return not lock(descriptor, wait=False)
    finally:
        os.close(descriptor)
