"""Where the files that come with the kiosk are, in a checkout and in an installed wheel."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parent


def assets_folder() -> Path:
    """Icons, interface strings, sounds and licences."""
    return _shipped("assets")


def example_content() -> Path:
    """The content folder of the example exhibit."""
    return _shipped("content")


def _shipped(name: str) -> Path:
    """A wheel holds `name` as data of the package, a checkout beside the package."""
    inside = _PACKAGE / "_data" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name
