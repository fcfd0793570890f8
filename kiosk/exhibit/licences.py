"""By what right a medium is shown, in words: ``CC-BY-4.0`` says nothing to a visitor."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import reduce
from typing import Final

_TERMS: Final = {
    "by": "licence_by",
    "nc": "licence_nc",
    "nd": "licence_nd",
    "sa": "licence_sa",
}
_WHOLE: Final = {
    "cc0": "no_rights_reserved",
    "pdm": "public_domain",
    "publicdomain": "public_domain",
    "inc": "in_copyright",
    "incopyright": "in_copyright",
    "copyright": "in_copyright",
    "allrightsreserved": "all_rights_reserved",
}
_INTERNATIONAL: Final = "4.0"
"""Before this version the licences were made for one country each, or for none."""

_CREATIVE_COMMONS: Final = re.compile(
    r"cc[ -](by(?:-(?:nc|nd|sa))*)(?:[ -](\d\.\d)(?:[ -]([a-z]{2,3}))?)?", re.IGNORECASE
)


def rights_in_words(rights: str, texts: Mapping[str, str]) -> str:
    """The licence's own name in the language of `texts`, the texts of the interface.

    Understands the SPDX identifiers of the Creative Commons licences, CC0, the public domain mark
    and the most usual claims; whatever else a curator wrote stays as it is.
    """
    folded = re.sub(r"[ -]", "", rights.strip().lower())
    for name in (folded, re.sub(r"\d\.\d$", "", folded)):
        if name in _WHOLE:
            return texts[_WHOLE[name]]
    found = _CREATIVE_COMMONS.fullmatch(rights.strip())
    if found is None:
        return rights
    terms = [texts[_TERMS[term]] for term in found[1].lower().split("-")]
    words = reduce(lambda one, other: _filled(texts["licence_terms"], one, other), terms)
    words = _filled(texts["licence"], words)
    if version := found[2]:
        words = f"{words} {version}"
        if version == _INTERNATIONAL:
            words = _filled(texts["licence_international"], words)
    return f"{words} {found[3].upper()}" if found[3] else words


def _filled(pattern: str, *values: str) -> str:
    for number, value in enumerate(values, start=1):
        pattern = pattern.replace(f"%{number}", value)
    return pattern
