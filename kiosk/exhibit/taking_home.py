"""The address that a visitor takes home from an article."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote, urlsplit, urlunsplit

_KEPT: Final = "%/:?@!$&'()*+,;=~-._[]"
"""What may stand in an address as it is (RFC 3986), and the sign of what is quoted already."""


def address_of(url: str, event: str, language: str) -> str:
    """`url` with its ``{id}`` and ``{language}`` filled in, in ASCII as cameras expect it.

    Letters outside ASCII are quoted, in the host's name by IDNA where that can be done.
    """
    filled = url.replace("{id}", quote(event, safe="")).replace(
        "{language}", quote(language, safe="")
    )
    parts = urlsplit(filled)
    try:
        host = parts.netloc.encode("idna").decode("ascii")
    except UnicodeError:
        host = quote(parts.netloc, safe=_KEPT)
    rest = (quote(part, safe=_KEPT) for part in parts[2:])
    return urlunsplit((parts.scheme, host, *rest))


def shortened(url: str) -> str:
    """An address as people say it: without ``https://``, ``www.`` and the slash at its end."""
    return re.sub(r"^https?://(www\.)?", "", url, flags=re.IGNORECASE).removesuffix("/")
