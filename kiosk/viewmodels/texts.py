"""The words of the interface itself, by language."""

from __future__ import annotations

from collections.abc import Mapping

from babel import Locale, UnknownLocaleError

from kiosk.exhibit.strings import COMPLETE, shipped_strings


def interface_texts(language: str, own: Mapping[str, str]) -> dict[str, str]:
    """Every text of the interface in `language`.

    The exhibit's `own` wording comes first, then what we ship, then English.
    """
    return {**shipped_strings(COMPLETE), **shipped_strings(language), **own}


def language_name(language: str) -> str:
    """The language's own name for itself, e.g. ``Lietuvių``."""
    try:
        name = Locale.parse(language.replace("-", "_")).get_display_name()
    except (ValueError, UnknownLocaleError):
        name = None
    return (name or language).capitalize()
