"""How our own modules are started as child processes."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

import kiosk

ONLY_FILES = "QT_FFMPEG_PROTOCOL_WHITELIST"
"""Tells the FFmpeg in Qt what it may open; “file” keeps lists of addresses off the network."""

PACKAGE_HOME = Path(kiosk.__file__).resolve().parents[1]


MEMORY_LIMIT = 4 * 2**30
"""Bytes of address space of one child; a picture at the limits of size needs about half of it."""


def limit_resources(largest_file: int | None = None) -> None:
    """Bounds the memory of this process, and the bytes of each file that it writes.

    For children, at their start: whatever they read, they end before the kiosk suffers.
    """
    if sys.platform != "linux":
        return
    import resource

    _lower(resource.RLIMIT_AS, MEMORY_LIMIT)
    _lower(resource.RLIMIT_CORE, 0)
    if largest_file is not None:
        _lower(resource.RLIMIT_FSIZE, largest_file)
    # When memory runs out, this process goes first and not the kiosk.
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")


def _lower(kind: int, limit: int) -> None:
    import resource

    _, hard = resource.getrlimit(kind)
    own = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
    resource.setrlimit(kind, (own, hard))


def python_child(module: str, *arguments: str) -> list[str]:
    """The command that runs `module` of this very installation."""
    return [sys.executable, "-m", module, *arguments]


def child_environment(**changes: str) -> dict[str, str]:
    """Our environment with `changes`, in which a child finds the same ``kiosk`` package."""
    paths = [str(PACKAGE_HOME), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), **changes}
