"""How our own modules are started as child processes."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import kiosk

ONLY_FILES = "QT_FFMPEG_PROTOCOL_WHITELIST"
"""Tells the FFmpeg in Qt what it may open; “file” keeps lists of addresses off the network."""

PACKAGE_HOME = Path(kiosk.__file__).resolve().parents[1]


def python_child(module: str, *arguments: str) -> list[str]:
    """The command that runs `module` of this very installation."""
    return [sys.executable, "-m", module, *arguments]


def child_environment(**changes: str) -> dict[str, str]:
    """Our environment with `changes`, in which a child finds the same ``kiosk`` package."""
    paths = [str(PACKAGE_HOME), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), **changes}
