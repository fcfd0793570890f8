"""Language codes behind what curators write instead of them."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from kiosk.exhibit.wording import nearest


def code_meant(word: str, codes: Collection[str]) -> str | None:
    """The one of `codes` that `word` was meant to be: a name, a longer code, or a near one."""
    plain = word.strip().casefold()
    named = _codes_by_name().get(plain, plain)
    for candidate in (named, plain.partition("-")[0], plain.partition("_")[0]):
        if candidate in codes:
            return candidate
    return nearest(word, codes)


def code_of(word: str) -> str | None:
    """The code of the language that is called `word`, in English or by those who speak it."""
    return _codes_by_name().get(word.strip().casefold())


@lru_cache(maxsize=1)
def _codes_by_name() -> dict[str, str]:
    from babel import Locale, UnknownLocaleError

    english = {str(code): str(name) for code, name in Locale("en").languages.items()}
    found: dict[str, str] = {}
    for code in sorted(code for code in english if code.isalpha() and len(code) == 2):
        found[english[code].casefold()] = code
        try:
            own = Locale(code).get_language_name(code)
        except (UnknownLocaleError, ValueError):
            continue
        if own:
            found.setdefault(own.casefold(), code)
    return found
