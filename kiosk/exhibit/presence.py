"""Whether there is a content folder at all."""

from __future__ import annotations

import stat
from pathlib import Path

from kiosk.exhibit.files import EXHIBIT_FILE
from kiosk.exhibit.problems import Problem
from kiosk.exhibit.wording import clip, error


def folder_fault(folder: Path) -> Problem | None:
    """What is wrong if `folder` is not there, or is none."""
    try:
        mode = folder.stat().st_mode
    except (OSError, ValueError):
        message = f"There is no folder “{clip(str(folder))}”, or it may not be read."
        hint = "Check its name, and that the disk or share is connected."
        return error(".", (0, 0), "missing-folder", message, hint)
    if not stat.S_ISDIR(mode):
        message = f"“{clip(str(folder))}” is not a folder."
        hint = f"Name the folder that holds {EXHIBIT_FILE}."
        return error(".", (0, 0), "not-a-folder", message, hint)
    return None
