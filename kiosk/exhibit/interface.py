"""The words of the interface that we ship."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

import yaml

from kiosk.resources import assets_folder

COMPLETE: Final = "en"
"""The language that every text of the interface is shipped in."""


@cache
def shipped_strings(language: str) -> Mapping[str, str]:
    """The texts that we ship in `language`, or in the language without its region; or none."""
    for code in (language, language.partition("-")[0]):
        file = assets_folder() / "strings" / f"{code}.yaml"
        if file.is_file():
            texts: dict[str, str] = yaml.load(file.read_text("utf-8"), Loader=yaml.CBaseLoader)
            return texts
    return {}
