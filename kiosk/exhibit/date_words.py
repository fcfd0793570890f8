"""Dates in the visitor's language, as a native would write them.

Names and number forms come from CLDR through Babel, the patterns of Lithuanian and English from
``words/<language>.yaml``. Every other language uses CLDR's own date patterns, with year numbers
counted here, because Babel knows only the years 1 to 9999.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from kiosk.exhibit.dates import Date, Part, Precision, calendar_day

if TYPE_CHECKING:
    from babel import Locale

Cased = str | Mapping[str, str]
Joined = Callable[[Callable[[Part], str]], str]
Groups = Sequence[Sequence[Part]]
Link = Callable[[list[str]], str]
_Form = TypeVar("_Form", str, tuple[str, ...])

_WORDS = Path(__file__).with_name("words")
_DASH, _WIDE_DASH = "–", " – "
_AGO_BEFORE = -1_000_000
_ROUND_BEFORE = -10_000


class _Axis(BaseModel):
    """The labels of an axis that need words; `ago` takes a number with its unit."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    year_bce: str
    decade: str
    century: str | None = None
    century_bce: str | None = None
    millennium: str | None = None
    millennium_bce: str | None = None
    ago: str


class Words(BaseModel):
    """One language's patterns. Without a pattern for decades and such, spans are said instead."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    locale: str
    months: dict[str, tuple[str, ...]]
    axis_months: tuple[str, ...]
    axis_months_short: tuple[str, ...]
    seasons: dict[str, tuple[str, ...]] | None = None
    decade_ordinals: dict[str, tuple[str, ...]] | None = None
    numerals: Literal["roman", "ordinal", "plain"] = "plain"
    ordinal: dict[str, str] = {}
    year: str
    year_bce: str
    year_ce: str
    dated_year: str
    dated_year_bce: str = ""
    date: str
    date_number: str = "{n}"
    day: str
    month: str
    season: str = ""
    minute: str = "{day}, {time}"
    decade: Cased | None = None
    first_decade: Cased | None = None
    decades: Cased | None = None
    century: Cased = ""
    century_bce: Cased = ""
    century_ce: Cased = ""
    centuries: Cased = ""
    centuries_bce: Cased = ""
    any_of: tuple[str, str] = Field(alias="or")
    every_one: tuple[str, str] = Field(alias="and")
    at: dict[str, dict[str, str]]
    since: dict[str, dict[str, str]] = Field(alias="from")
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


def date_words(date: Date, language: str) -> str:
    """The date as it stands on a card, e.g. ``1944–1953 m.`` or ``about 1940``."""
    words = _words(language)
    if date.kind in ("one_of", "all_of"):
        return _set(words, date)
    if date.open_end or date.unknown_end:
        said = _one_sided(words, words.since, words.ago_from, date.first)
        return words.unknown_end.format(date=said) if date.unknown_end else said
    if date.open_start or date.unknown_start:
        said = _one_sided(words, words.until, words.ago_until, date.last)
        return words.unknown_start.format(date=said) if date.unknown_start else said
    return _span(words, date.first, date.last)


def axis_words(day: float, precision: str, language: str, short: bool = False) -> str:
    """The label of the tick at `day`, where ticks are one `precision` or several apart.

    `precision` is a Precision's value except season. Labels name only their own step: a month's
    has no year, a day's is its number.
    """
    words = _words(language)
    axis = words.axis_short if short else words.axis
    if precision in ("minute", "hour"):
        hour, minute = divmod(round(day * 1440) % 1440, 60)
        return f"{hour:02}:{minute:02}"
    year, month, number = calendar_day(day)
    match precision:
        case "day":
            return str(number)
        case "month":
            return (words.axis_months_short if short else words.axis_months)[month - 1]
    if year <= _AGO_BEFORE:
        return axis.ago.format(n=_with_unit(words, [[year]], _alone))
    years = {"decade": 10, "century": 100, "millennium": 1000}.get(precision, 1)
    start = year // years * years
    pattern, before = None, start < 0
    if precision == "decade" and start > 0:
        return axis.decade.format(year=start, last=start + 9)
    if precision in ("century", "millennium"):
        pattern = getattr(axis, f"{precision}_bce" if before else precision)
    if pattern:
        return str(pattern.format(n=_numeral(words, abs(start) // years + (not before))))
    return (axis.year_bce if year <= 0 else "{n}").format(n=_count(words, year))


def _span(words: Words, first: Part, last: Part) -> str:
    if first == last:
        return _said(words, words.at, [[first]], _alone)
    if _mark(first) == _mark(last):
        return _said(words, words.at, [[first, last]], _alone)
    explicit = first.year <= 0 < last.year
    ends = [_said(words, words.at, [[end]], _alone, explicit) for end in (first, last)]
    return _WIDE_DASH.join(ends)


def _one_sided(words: Words, role: dict[str, dict[str, str]], ago: str, part: Part) -> str:
    said = _said(words, words.at if _long_ago(part) else role, [[part]], _alone)
    return ago.format(date=said) if _long_ago(part) else said


def _set(words: Words, date: Date) -> str:
    link = partial(_listed, words.any_of if date.kind == "one_of" else words.every_one)
    groups = [list(dict.fromkeys((part.first, part.last))) for part in date.parts]
    if len({_mark(part) for group in groups for part in group}) == 1:
        said = _said(words, words.at, groups, link)
    else:
        said = link([_span(words, part.first, part.last) for part in date.parts])
    if date.open_start:
        said = words.earlier[date.kind].format(date=said)
    if date.open_end:
        said = words.later[date.kind].format(date=said)
    return said


def _said(
    words: Words,
    role: dict[str, dict[str, str]],
    groups: Groups,
    link: Link,
    explicit: bool = False,
) -> str:
    """Dates that share one mark (about, probably) inside the words of their role."""
    mark = _mark(groups[0][0])
    if all(_long_ago(part) for group in groups for part in group):
        years = [[part.year for part in group] for group in groups]
        return words.ago[mark].format(n=_with_unit(words, years, link))
    ((case, pattern),) = role[mark].items()
    return pattern.format(date=_text(words, groups, link, case, explicit))


def _text(words: Words, groups: Groups, link: Link, case: str, explicit: bool = False) -> str:
    """Each group is a date or a span; what they share is said once where the language can."""
    shared = _shared(words, groups, link, case, explicit)
    if shared is not None:
        return shared
    parts = [part for group in groups for part in group]
    explicit = explicit or min(p.year for p in parts) <= 0 < max(
        _years_of([p])[1].year for p in parts
    )
    said = [
        _WIDE_DASH.join(_text(words, [[part]], _alone, case, explicit) for part in group)
        for group in groups
    ]
    return link(said)


def _shared(words: Words, groups: Groups, link: Link, case: str, explicit: bool) -> str | None:
    """The dates as one phrase, or None where they have too little in common for that.

    A single date always has its phrase. `explicit` names our era, beside an earlier one.
    """
    parts = [part for group in groups for part in group]
    first = parts[0]

    def joined(say: Callable[[Part], str], dash: str = _DASH) -> str:
        return link([dash.join(dict.fromkeys(map(say, group))) for group in groups])

    def same(*fields: str) -> bool:
        return all(getattr(part, f) == getattr(first, f) for part in parts for f in fields)

    def month(part: Part, case: str) -> str:
        return _in_case(words.months, case)[(part.month or 1) - 1]

    if not same("precision"):
        return None
    year = _dated_year(words, first, explicit)
    match first.precision:
        case Precision.YEAR:
            return _years(words, parts, joined, explicit)
        case Precision.DECADE | Precision.CENTURY | Precision.MILLENNIUM:
            return _many_years(words, groups, link, joined, case, explicit)
        case Precision.MONTH if same("year"):
            return words.month.format(month=joined(lambda p: month(p, case)), year=year)
        case Precision.SEASON if words.seasons is None:
            return _text(words, [_months_of(group) for group in groups], link, case, explicit)
        case Precision.SEASON if same("year"):
            seasons = _in_case(words.seasons or {}, case)
            named = joined(lambda p: seasons[(p.season or 21) - 21])
            return words.season.format(season=named, year=year)
        case Precision.DAY if same("year", "month"):
            number = joined(lambda p: words.date_number.format(n=p.day))
            name = month(first, "genitive")
            date = words.date.format(n=number, month=name)
            return words.day.format(date=date, n=number, month=name, year=year)
        case Precision.DAY if same("year") and "{date}" in words.day:
            date = joined(
                lambda p: words.date.format(
                    n=words.date_number.format(n=p.day), month=month(p, "genitive")
                ),
                _WIDE_DASH,
            )
            return words.day.format(date=date, year=year)
        case Precision.MINUTE | Precision.HOUR if same("year", "month", "day"):
            whole = first.model_copy(update={"precision": Precision.DAY})
            day = _text(words, [[whole]], _alone, case, explicit)
            time = joined(lambda p: f"{p.hour or 0:02}:{p.minute or 0:02}")
            return words.minute.format(day=day, time=time)
    return None


def _years(words: Words, parts: Sequence[Part], joined: Joined, explicit: bool) -> str | None:
    if any(_long_ago(part) for part in parts):
        alone = [[part.year] for part in parts]
        return (
            None
            if len(parts) > 1
            else words.ago["exact"].format(n=_with_unit(words, alone, _alone))
        )
    if parts[0].year <= 0 < parts[-1].year:
        return None
    pattern = words.year_bce if parts[0].year <= 0 else words.year_ce if explicit else words.year
    return pattern.format(n=joined(lambda p: _count(words, p.year)))


def _many_years(
    words: Words,
    groups: Groups,
    link: Link,
    joined: Joined,
    case: str,
    explicit: bool,
) -> str | None:
    """Decades and centuries by name, or as spans of years where they have none."""
    parts = [part for group in groups for part in group]
    first, span = parts[0], len(groups) == 1 and len(parts) > 1

    def century(part: Part) -> str:
        return _numeral(words, abs(part.year) // 100 + 1)

    def decade(part: Part, case: str) -> str:
        ordinals = _in_case(words.decade_ordinals, case) if words.decade_ordinals else ()
        pattern = words.decade if part.year % 100 else words.first_decade or words.decade
        return _in_case(pattern or "", case).format(
            year=part.year,
            last=part.year + 9,
            century=_in_case(words.century, "nominative").format(n=century(part)),
            ordinal=ordinals[part.year % 100 // 10] if ordinals else "",
        )

    if first.precision == Precision.CENTURY and words.century:
        before = {part.year < 0 for part in parts}
        if len(before) > 1:
            return None
        if before == {True}:
            pattern = words.centuries_bce if span else words.century_bce
        elif explicit:
            pattern = words.century_ce
        else:
            pattern = words.centuries if span else words.century
        return _in_case(pattern, case).format(n=joined(century))
    if first.precision == Precision.DECADE and words.decade and all(p.year >= 100 for p in parts):
        if len(parts) == 1 or not any(" " in decade(part, "nominative") for part in parts):
            return joined(lambda p: decade(p, case if p is first else "nominative"))
        if (
            span
            and words.decades
            and words.decade_ordinals
            and first.year // 100 == (parts[-1].year // 100)
        ):
            ordinals = _in_case(words.decade_ordinals, case)
            return _in_case(words.decades, case).format(
                century=_in_case(words.century, "nominative").format(n=century(first)),
                ordinal=joined(lambda p: ordinals[p.year % 100 // 10]),
            )
        return None
    spans = [_years_of(group) for group in groups]
    return _text(words, spans, link, case, explicit or 0 < first.year < 100)


def _years_of(group: Sequence[Part]) -> list[Part]:
    """The first and the last year of a stretch, e.g. of decades or centuries."""
    many = {Precision.DECADE: 10, Precision.CENTURY: 100, Precision.MILLENNIUM: 1000}
    years = (group[0].year, group[-1].year + many.get(group[-1].precision, 1) - 1)
    return [Part(year=year, precision=Precision.YEAR) for year in years]


def _months_of(group: Sequence[Part]) -> list[Part]:
    """The first and the last month of a stretch of seasons."""
    months = (
        12 * group[0].year + 3 * ((group[0].season or 21) - 20) - 1,
        12 * group[-1].year + 3 * ((group[-1].season or 21) - 20) + 1,
    )
    return [Part(year=m // 12, month=m % 12 + 1, precision=Precision.MONTH) for m in months]


def _dated_year(words: Words, part: Part, explicit: bool) -> str:
    if part.year > 0 and not explicit:
        return words.dated_year.format(n=_count(words, part.year))
    before = words.dated_year_bce or words.year_bce
    return (words.year_ce if part.year > 0 else before).format(n=_count(words, part.year))


def _count(words: Words, year: int) -> str:
    """The number of a year in its era.

    Round years of prehistory stay round, although counting from 1 BCE would add one to them:
    Y-12000 is 12 000 BCE.
    """
    rounded = year <= _ROUND_BEFORE and year % 1000 == 0
    return _number(words, year if year > 0 else -year if rounded else 1 - year)


def _long_ago(part: Part) -> bool:
    return part.year <= _AGO_BEFORE


def _with_unit(words: Words, groups: Sequence[Sequence[int]], link: Link) -> str:
    """Years long ago in millions or billions, with the unit said once if it is the same."""
    units = {-year >= 1e9 for group in groups for year in group}
    if len(units) > 1:
        return link([_WIDE_DASH.join(_with_unit(words, [[y]], _alone) for y in g) for g in groups])
    divisor, pattern = (1e9, words.billion) if True in units else (1e6, words.million)
    if not pattern:
        divisor, pattern = 1, "{n}"
    numbers = [[_number(words, round(-year / divisor, 3)) for year in g] for g in groups]
    return pattern.format(n=link([_DASH.join(dict.fromkeys(group)) for group in numbers]))


def _number(words: Words, number: float) -> str:
    if number == int(number) and abs(number) < 10_000:
        return str(int(number))
    from babel.numbers import format_decimal

    return str(format_decimal(number, locale=words.locale))


def _numeral(words: Words, number: int) -> str:
    """The number of a century or millennium as the language counts them."""
    match words.numerals:
        case "roman":
            tens, ones = divmod(number, 10)
            digits = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
            return "X" * tens + digits[ones]
        case "ordinal":
            form = _locale(words.locale).ordinal_form(number)
            return words.ordinal.get(form, words.ordinal["other"]).format(n=number)
    return str(number)


def _mark(part: Part) -> str:
    if part.approximate:
        return "both" if part.uncertain else "approximate"
    return "uncertain" if part.uncertain else "exact"


def _in_case(forms: _Form | Mapping[str, _Form], case: str) -> _Form:
    """The form for a case of what may be the same in all of them."""
    if isinstance(forms, Mapping):
        return forms.get(case) or forms["nominative"]
    return forms


def _alone(items: list[str]) -> str:
    return items[0]


def _listed(separators: tuple[str, str], items: list[str]) -> str:
    items = list(dict.fromkeys(items))
    between, before_last = separators
    start = between.join(items[:-1])
    return before_last.join(filter(None, (start, items[-1])))


@lru_cache(maxsize=32)
def _words(language: str) -> Words:
    """The patterns of a language, of English if nothing is known about it."""
    from babel import UnknownLocaleError

    code = re.split("[-_]", language)[0].lower()
    path = _WORDS / f"{code}.yaml"
    if code.isalpha() and path.is_file():
        return _written_words(path)
    try:
        return _cldr_words(_locale(language))
    except (UnknownLocaleError, ValueError):
        return _words("en")


def _locale(language: str) -> Locale:
    from babel import Locale

    return Locale.parse(language.replace("-", "_"))


def _month_names(locale: Locale, context: str, width: str) -> tuple[str, ...]:
    return tuple(locale.months[context][width][month] for month in range(1, 13))


def _written_words(path: Path) -> Words:
    import yaml

    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    locale = _locale(data["locale"])
    data["months"] = {
        "nominative": _month_names(locale, "stand-alone", "wide"),
        "genitive": _month_names(locale, "format", "wide"),
    } | data.get("months", {})
    data["axis_months"] = data["months"]["nominative"]
    data["axis_months_short"] = _month_names(locale, "stand-alone", "abbreviated")
    return Words.model_validate(data)


def _cldr_words(locale: Locale) -> Words:
    """A language without patterns of ours: CLDR's patterns, and signs instead of words."""
    from babel.dates import format_timedelta

    month, months = _pattern(locale, _skeleton(locale, "yMMMM", "yMMM"))
    date, dated_months = _pattern(locale, _skeleton(locale, "MMMMd", "MMMd"))
    day, _ = _pattern(locale, locale.date_formats["long"].pattern)
    number = "{n}." if "{n}." in date else "{n}"
    date, day = (pattern.replace(number, "{n}") for pattern in (date, day))
    before, _ = _pattern(locale, _skeleton(locale, "Gy"))
    era = locale.eras["abbreviated"]
    ago = format_timedelta(timedelta(days=-365_000), "year", add_direction=True, locale=locale)
    axis = {"year_bce": f"{{n}} {era[0]}", "decade": "{year}–{last}"}
    axis["ago"] = ago.replace("1000", "{n}")
    dash = {"exact": "{date}", "approximate": "~{date}", "uncertain": "{date}?", "both": "~{date}?"}
    return Words.model_validate(
        {
            "locale": str(locale),
            "months": {"nominative": months, "genitive": dated_months},
            "axis_months": _month_names(locale, "stand-alone", "wide"),
            "axis_months_short": _month_names(locale, "stand-alone", "abbreviated"),
            "year": _pattern(locale, _skeleton(locale, "y"))[0].format(year="{n}"),
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
            "or": _separators(locale.list_patterns["or"]),
            "and": _separators(locale.list_patterns["standard"]),
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


def _skeleton(locale: Locale, *names: str) -> str:
    """CLDR's pattern for the first of some combinations of fields that it has one for."""
    found = (locale.datetime_skeletons.get(name) for name in names)
    return next((str(pattern.pattern) for pattern in found if pattern), names[-1])


def _pattern(locale: Locale, cldr: str) -> tuple[str, tuple[str, ...]]:
    """A CLDR date pattern as one of ours, and the month names in the form that it asks for."""
    names: tuple[str, ...] = ()
    ours = ""
    for quoted, field in re.findall(r"'([^']*)'|(y+|[ML]+|d+|G+|[^'])", cldr):
        match field[:1]:
            case "y" | "d" | "G":
                ours += {"y": "{year}", "d": "{n}", "G": "{era}"}[field[0]]
            case "M" | "L":
                ours += "{month}"
                context = "format" if field[0] == "M" else "stand-alone"
                width = "wide" if len(field) > 3 else "abbreviated"
                names = _month_names(locale, context, width)
                if len(field) < 3:
                    names = tuple(str(month) for month in range(1, 13))
            case _:
                ours += quoted or field
    return ours, names


def _separators(patterns: Mapping[str, str]) -> tuple[str, str]:
    """What stands between the items of a list, and before the last."""
    between, last = (patterns[key].replace("{0}", "").replace("{1}", "") for key in ("middle", "2"))
    return between, last
