"""How each language says dates: the patterns and names that `kiosk.exhibit.dates.wording` fills in.

Names and number forms come from CLDR through Babel, the patterns of some languages from
``languages/<language>.yaml``. Every other language uses CLDR's own date patterns.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import timedelta
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from babel import Locale

Cased = str | Mapping[str, str]

_LOOKED_UP = ("months", "eras", "list_patterns", "date_formats", "datetime_skeletons")
_CALLED = {"or": "any_of", "and": "every_one", "from": "since"}
"""What Python has other uses for."""
_WORDS = Path(__file__).with_name("languages")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Axis:
    """The labels of an axis that need words; `ago` takes a number with its unit."""

    year_bce: str
    decade: str
    century: str | None = None
    century_bce: str | None = None
    millennium: str | None = None
    millennium_bce: str | None = None
    ago: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One language's patterns. Without a pattern for decades and such, spans are said instead.

    `numeric` days are written as numbers alone, which leaves no place for an era.
    """

    locale: str
    months: dict[str, tuple[str, ...]]
    axis_months: tuple[str, ...]
    axis_months_short: tuple[str, ...]
    seasons: dict[str, tuple[str, ...]] | None = None
    decade_ordinals: dict[str, tuple[str, ...]] | None = None
    numerals: Literal["roman", "ordinal", "plain"] = "plain"
    ordinal: dict[str, str] = field(default_factory=dict)
    year: str
    year_bce: str
    year_ce: str
    dated_year: str
    dated_year_bce: str = ""
    date: str
    date_number: str = "{n}"
    day: Cased
    month: str
    numeric: bool = False
    season: Cased = ""
    winter: str = "{first}–{last}"
    minute: str = "{day}, {time}"
    clock: str = "{hour:02}:{minute:02}"
    decade: Cased | None = None
    first_decade: Cased | None = None
    decades: Cased | None = None
    century: Cased = ""
    century_bce: Cased = ""
    century_ce: Cased = ""
    centuries: Cased = ""
    centuries_bce: Cased = ""
    any_of: tuple[str, str]
    every_one: tuple[str, str]
    at: dict[str, dict[str, str]]
    since: dict[str, dict[str, str]]
    until: dict[str, dict[str, str]]
    unknown_end: str
    unknown_start: str
    earlier: dict[str, str]
    later: dict[str, str]
    ago: dict[str, str]
    ago_from: str
    ago_until: str
    million: str = ""
    billion: str = ""
    axis: _Axis
    axis_short: _Axis


_ROOT_AGO = "-1000 y"
"""What CLDR has for languages about which it knows nothing."""


@lru_cache(maxsize=64)
def words_for(language: str, short: bool = False) -> Words:
    """The patterns of a language, of English if nothing is known about it.

    The `short` ones are for where there is little room.
    """
    from babel import UnknownLocaleError

    code = re.split("[-_]", language)[0].lower()
    path = _WORDS / f"{code}.yaml"
    if code.isalpha() and path.is_file():
        return _written_words(path, short)
    try:
        return _cldr_words(locale_for(language), short)
    except (UnknownLocaleError, ValueError):
        return words_for("en", short)


def _words(data: Mapping[str, Any]) -> Words:
    said = {_CALLED.get(key, key): value for key, value in data.items()}
    said["axis"], said["axis_short"] = _Axis(**data["axis"]), _Axis(**data["axis_short"])
    return Words(**said)


def locale_for(language: str) -> Locale:
    from babel import Locale

    return Locale.parse(language.replace("-", "_"))


def _cldr_data(locale: Locale) -> Mapping[Any, Any]:
    """What CLDR knows about dates in a locale, as a copy.

    Babel writes what it looks up into data that locales share: after Japanese, German months
    would be Japanese.
    """
    from babel import localedata

    shared = localedata.load(str(locale))
    return localedata.LocaleDataDict({key: deepcopy(shared[key]) for key in _LOOKED_UP})


def _month_names(cldr: Mapping[Any, Any], context: str, width: str) -> tuple[str, ...]:
    return tuple(cldr["months"][context][width][month] for month in range(1, 13))


def _written_words(path: Path, short: bool) -> Words:
    import yaml

    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    shorter = data.pop("short")
    if short:
        data |= shorter
    cldr = _cldr_data(locale_for(data["locale"]))
    data["months"] = {
        "nominative": _month_names(cldr, "stand-alone", "wide"),
        "genitive": _month_names(cldr, "format", "wide"),
    } | data.get("months", {})
    data["axis_months"] = _month_names(cldr, "stand-alone", "wide")
    data["axis_months_short"] = _month_names(cldr, "stand-alone", "abbreviated")
    return _words(data)


def _cldr_words(locale: Locale, short: bool) -> Words:
    """A language without patterns of ours: CLDR's patterns, and signs instead of words."""
    from babel.dates import format_timedelta

    cldr = _cldr_data(locale)
    names = ("MMM",) if short else ("MMMM", "MMM")
    month, months = _pattern(cldr, _skeleton(cldr, *(f"y{name}" for name in names)))
    date, dated_months = _pattern(cldr, _skeleton(cldr, *(f"{name}d" for name in names)))
    whole = _skeleton(cldr, "yMMMd") if short else cldr["date_formats"]["long"].pattern
    day, _ = _pattern(cldr, whole)
    day = re.sub(r" ?{era} ?", " ", day).strip()
    number = "{n}." if "{n}." in date else "{n}"
    date, day = (pattern.replace(number, "{n}") for pattern in (date, day))
    before, _ = _pattern(cldr, _skeleton(cldr, "Gy"))
    era = cldr["eras"]["abbreviated"]
    millennium = timedelta(days=-365_000)
    ago, english = (
        format_timedelta(millennium, "year", add_direction=True, locale=one)
        for one in (locale, "en")
    )
    if ago == english and locale.language != "en":
        # Some small languages have English words in CLDR where nobody has translated them.
        ago = _ROOT_AGO
    axis = {"year_bce": f"{{n}} {era[0]}", "decade": "{year}–{last}"}
    axis["ago"] = ago.replace("1000", "{n}")
    dash = {"exact": "{date}", "approximate": "~{date}", "uncertain": "{date}?", "both": "~{date}?"}
    return _words(
        {
            "locale": str(locale),
            "months": {"nominative": months, "genitive": dated_months},
            "axis_months": _month_names(cldr, "stand-alone", "wide"),
            "axis_months_short": _month_names(cldr, "stand-alone", "abbreviated"),
            "year": _pattern(cldr, _skeleton(cldr, "y"))[0].format(year="{n}"),
            "year_bce": before.format(year="{n}", era=era[0]),
            "year_ce": before.format(year="{n}", era=era[1]),
            "dated_year": "{n}",
            "dated_year_bce": ("{n} {e}" if before.startswith("{year}") else "{e} {n}").format(
                n="{n}", e=era[0]
            ),
            "date": date,
            "date_number": number,
            "day": day.replace(date, "{date}"),
            "month": month,
            "or": _separators(cldr["list_patterns"]["or"], without_word=" / "),
            "and": _separators(cldr["list_patterns"]["standard"], without_word=", "),
            "at": {mark: {"nominative": signs} for mark, signs in dash.items()},
            "from": {mark: {"nominative": f"{signs} –"} for mark, signs in dash.items()},
            "until": {mark: {"nominative": f"– {signs}"} for mark, signs in dash.items()},
            "unknown_end": "{date} ?",
            "unknown_start": "? {date}",
            "earlier": {"one_of": "≤ {date}", "all_of": "≤ {date}"},
            "later": {"one_of": "≥ {date}", "all_of": "≥ {date}"},
            "ago": {mark: signs.format(date=axis["ago"]) for mark, signs in dash.items()},
            "ago_from": "{date} –",
            "ago_until": "– {date}",
            "axis": axis,
            "axis_short": axis,
        }
    )


def _skeleton(cldr: Mapping[Any, Any], *names: str) -> str:
    """CLDR's pattern for the first of some combinations of fields that it has one for."""
    found = (cldr["datetime_skeletons"].get(name) for name in names)
    return next((str(pattern.pattern) for pattern in found if pattern), names[-1])


def _pattern(cldr: Mapping[Any, Any], written: str) -> tuple[str, tuple[str, ...]]:
    """A CLDR date pattern as one of ours, and the month names in the form that it asks for."""
    names: tuple[str, ...] = ()
    ours = ""
    for quoted, letters in re.findall(r"'([^']*)'|(y+|[ML]+|d+|G+|[^'])", written):
        match letters[:1]:
            case "y" | "d" | "G":
                ours += {"y": "{year}", "d": "{n}", "G": "{era}"}[letters[0]]
            case "M" | "L":
                ours += "{month}"
                context = "format" if letters[0] == "M" else "stand-alone"
                width = "wide" if len(letters) > 3 else "abbreviated"
                names = _month_names(cldr, context, width)
                if len(letters) < 3:
                    names = tuple(str(month) for month in range(1, 13))
            case _:
                ours += quoted or letters
    return ours, names


def _separators(patterns: Mapping[str, str], without_word: str) -> tuple[str, str]:
    """What stands between the items of a list, and before the last.

    Where CLDR has only the English word for a language, a sign takes its place.
    """
    between, last = (patterns[key].replace("{0}", "").replace("{1}", "") for key in ("middle", "2"))
    return (without_word, without_word) if last.strip() in ("or", "and") else (between, last)
