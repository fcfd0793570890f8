"""The words of the interface itself, by language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml
from babel import Locale, UnknownLocaleError

from kiosk.resources import assets_folder

_COMPLETE = "en"


@cache
def _shipped(folder: Path, language: str) -> Mapping[str, str]:
    file = folder / f"{language}.yaml"
    if not file.is_file():
        return {}
    texts: dict[str, str] = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return texts


def interface_texts(language: str, own: Mapping[str, str]) -> dict[str, str]:
    """Every text of the interface in `language`.

    The exhibit's `own` wording comes first, then what we ship, then English.
    """
    folder = assets_folder() / "strings"
    return {**_shipped(folder, _COMPLETE), **_shipped(folder, language), **own}


def language_name(language: str) -> str:
    """The language's own name for itself, e.g. ``Lietuvių``."""
    try:
        name = Locale.parse(language.replace("-", "_")).get_display_name()
    except (ValueError, UnknownLocaleError):
        name = None
    return (name or language).capitalize()
