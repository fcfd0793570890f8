"""The small exhibit that a curator begins with."""

from __future__ import annotations

from typing import Final

from kiosk.resources import assets_folder

_TEMPLATE: Final = "template"


def new_exhibit() -> dict[str, bytes]:
    """Its files by their path in the content folder."""
    root = assets_folder() / _TEMPLATE
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }
