"""The words of the interface itself, by language."""

from __future__ import annotations

from collections.abc import Mapping

from babel import Locale, UnknownLocaleError

from kiosk.exhibit.interface import COMPLETE, shipped_strings


def interface_texts(language: str, own: Mapping[str, str]) -> dict[str, str]:
    """Every text of the interface in `language`.

    The exhibit's `own` wording comes first, then what we ship, then English.
    """
    return {**shipped_strings(COMPLETE), **shipped_strings(language), **own}


def language_name(language: str) -> str:
    """The language's own name for itself, e.g. ``Lietuvių``."""
    return name_of_language(language, language).capitalize()


def name_of_language(language: str, reader: str) -> str:
    """The name of a language in that of the reader, e.g. ``anglų``; its code where it has none."""
    try:
        name = _locale(language).get_display_name(_locale(reader))
    except (ValueError, UnknownLocaleError):
        name = None
    return name or language


def language_mark(language: str) -> str:
    """The sign of a language that stands beside a text, e.g. ``LT``."""
    return language.partition("-")[0].upper()


def reads_right_to_left(language: str) -> bool:
    """Whether a language is written from right to left; a code that means nothing is not."""
    try:
        return _locale(language).text_direction == "rtl"
    except (ValueError, UnknownLocaleError):
        return False


def _locale(language: str) -> Locale:
    return Locale.parse(language.replace("-", "_"))
