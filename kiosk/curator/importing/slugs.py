"""Ids that can be read: the date and the title of an event in small Latin letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from typing import Final

from kiosk.exhibit.dates.edtf import Part, parse_date
from kiosk.exhibit.wording import slug_for

_LONGEST: Final = 48
"""Characters of the title that an id takes, up to a whole word."""

_NOTHING: Final = slug_for("")
_LATIN: Final = dict(
    re.findall(
        r"(\w)=(\w*)",
        "а=a б=b в=v г=g ґ=g д=d е=e ё=yo є=ye ж=zh з=z и=i і=i ї=yi й=y к=k л=l м=m н=n о=o п=p "
        "р=r с=s т=t у=u ў=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya "
        "α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s τ=t υ=y φ=f "
        "χ=ch ψ=ps ω=o ς=s ı=i",
    )
)
"""Cyrillic and Greek letters as English readers know them."""

_LETTERS: Final = str.maketrans(_LATIN | dict.fromkeys("’'ʼ", ""))


def event_slug(date: str, title: str, taken: Collection[str] = ()) -> str:
    """An id such as ``1991-01-13-tv-tower``; `date` is EDTF."""
    parts = (_date_part(date), slug(title, ""))
    return _unused("-".join(part for part in parts if part), taken)


def slug(text: str, otherwise: str, taken: Collection[str] = ()) -> str:
    """An id for a lane, an era or the like; `otherwise` if no letter of `text` is of use."""
    latin = text.lower().translate(_LETTERS)
    latin = unicodedata.normalize("NFKD", latin).translate(_LETTERS)
    plain = slug_for(latin)
    if plain == _NOTHING and _NOTHING not in latin:
        return _unused(otherwise, taken)
    if len(plain) > _LONGEST:
        plain = plain[: _LONGEST + 1].rpartition("-")[0] or plain[:_LONGEST]
    return _unused(plain, taken)


def _unused(name: str, taken: Collection[str]) -> str:
    return slug_for(name, taken) if name in taken else name


def _date_part(date: str) -> str:
    """The beginning of a date as far as an id can hold it."""
    first: Part = parse_date(date).first
    if first.year <= 0:
        # Thousands of years ago nobody counts the year that is missing before 1 CE.
        return f"{abs(first.year) + (first.year > -10_000)}-bce"
    parts = [f"{first.year:04}"]
    parts += [f"{number:02}" for number in (first.month, first.day) if number is not None]
    return "-".join(parts)
