"""Dates in the visitor's language, as a native would write them.

Years are counted and numbered here, because Babel knows only the years 1 to 9999.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from kiosk.exhibit.dates.counting import (
    DASH,
    WIDE_DASH,
    Link,
    alone,
    is_long_ago,
    numeral,
    year_number,
    years_ago,
)
from kiosk.exhibit.dates.edtf import Date, Part, Precision, calendar_day
from kiosk.exhibit.dates.patterns import Words, words_for

Joined = Callable[[Callable[[Part], str]], str]
Groups = Sequence[Sequence[Part]]
_WINTER = 24
_Form = TypeVar("_Form", str, tuple[str, ...])


def date_words(date: Date, language: str) -> str:
    """The date in full, e.g. ``1944–1953 m.`` or ``about 1940``."""
    return said_in(words_for(language), date)


def said_in(words: Words, date: Date) -> str:
    """The date in a language's full or its short words."""
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
    words = words_for(language)
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
    if is_long_ago(year):
        return axis.ago.format(n=years_ago(words, [[year]], alone))
    years = {"decade": 10, "century": 100, "millennium": 1000}.get(precision, 1)
    start = year // years * years
    pattern, before = None, start < 0
    if precision == "decade" and start > 0:
        return axis.decade.format(year=start, last=start + 9)
    if precision in ("century", "millennium"):
        pattern = getattr(axis, f"{precision}_bce" if before else precision)
    if pattern:
        return str(pattern.format(n=numeral(words, abs(start) // years + (not before))))
    return (axis.year_bce if year <= 0 else "{n}").format(n=year_number(words, year))


def _span(words: Words, first: Part, last: Part) -> str:
    if first == last:
        return _said(words, words.at, [[first]], alone)
    if first.certainty == last.certainty:
        return _said(words, words.at, [[first, last]], alone)
    explicit = first.year <= 0 < last.year
    ends = [_said(words, words.at, [[end]], alone, explicit) for end in (first, last)]
    return WIDE_DASH.join(ends)


def _one_sided(words: Words, role: dict[str, dict[str, str]], ago: str, part: Part) -> str:
    said = _said(words, words.at if is_long_ago(part.year) else role, [[part]], alone)
    return ago.format(date=said) if is_long_ago(part.year) else said


def _set(words: Words, date: Date) -> str:
    link = partial(_listed, words.any_of if date.kind == "one_of" else words.every_one)
    groups = [list(dict.fromkeys((part.first, part.last))) for part in date.parts]
    if len({part.certainty for group in groups for part in group}) == 1:
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
    mark = groups[0][0].certainty
    if all(is_long_ago(part.year) for group in groups for part in group):
        years = [[part.year for part in group] for group in groups]
        return words.ago[mark].format(n=years_ago(words, years, link))
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
        WIDE_DASH.join(_text(words, [[part]], alone, case, explicit) for part in group)
        for group in groups
    ]
    return link(said)


def _shared(words: Words, groups: Groups, link: Link, case: str, explicit: bool) -> str | None:
    """The dates as one phrase, or None where they have too little in common for that.

    A single date always has its phrase. `explicit` names our era, beside an earlier one.
    """
    parts = [part for group in groups for part in group]
    first = parts[0]

    def joined(say: Callable[[Part], str], dash: str = DASH) -> str:
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
            if len(parts) == 1 and first.season == _WINTER and first.year > 0:
                year = words.dated_year.format(
                    n=words.winter.format(first=first.year, last=first.year + 1)
                )
            return _in_case(words.season, case).format(season=named, year=year)
        case Precision.DAY if same("year", "month"):
            number = joined(lambda p: words.date_number.format(n=p.day))
            name = month(first, "genitive")
            date = words.date.format(n=number, month=name, m=first.month or 1)
            return _in_case(words.day, case).format(date=date, n=number, month=name, year=year)
        case Precision.DAY if same("year") and "{date}" in _in_case(words.day, case):
            date = joined(lambda p: _date(words, p), WIDE_DASH)
            return _in_case(words.day, case).format(date=date, year=year)
        case Precision.MINUTE | Precision.HOUR if same("year", "month", "day"):
            whole = replace(first, precision=Precision.DAY)
            day = _text(words, [[whole]], alone, case, explicit)
            return words.minute.format(day=day, time=joined(lambda p: _time(words, p)))
        case Precision.MINUTE | Precision.HOUR if same("year") and _year_first(words):
            times = joined(
                lambda p: words.minute.format(day=_date(words, p), time=_time(words, p)), WIDE_DASH
            )
            return _in_case(words.day, case).format(date=times, year=year)
    return None


def _date(words: Words, part: Part) -> str:
    """Day and month without the year."""
    name = _in_case(words.months, "genitive")[(part.month or 1) - 1]
    number = words.date_number.format(n=part.day)
    return words.date.format(n=number, month=name, m=part.month or 1)


def _time(words: Words, part: Part) -> str:
    return words.clock.format(hour=part.hour or 0, minute=part.minute or 0)


def _year_first(words: Words) -> bool:
    """Whether what belongs to days of one year can follow the year in one phrase."""
    return _in_case(words.day, "nominative").startswith("{year} {date}")


def _years(words: Words, parts: Sequence[Part], joined: Joined, explicit: bool) -> str | None:
    if any(is_long_ago(part.year) for part in parts):
        if len(parts) > 1:
            return None
        return words.ago["exact"].format(n=years_ago(words, [[parts[0].year]], alone))
    if parts[0].year <= 0 < parts[-1].year:
        return None
    explicit = explicit or _needs_era(parts[0])
    pattern = words.year_bce if parts[0].year <= 0 else words.year_ce if explicit else words.year
    return pattern.format(n=joined(lambda p: year_number(words, p.year)))


def _needs_era(part: Part) -> bool:
    """Whether a year of our era is so early that its number alone could be taken for another."""
    return 0 < part.year < 100


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
        return numeral(words, abs(part.year) // 100 + 1)

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
        if len(parts) == 1 or not any(set(" –") & set(decade(p, "nominative")) for p in parts):
            return joined(lambda p: decade(p, case if p is first else "nominative"))
        centuries = {part.year // 100 for part in parts}
        if words.decades and words.decade_ordinals and len(centuries) == 1:
            ordinals = _in_case(words.decade_ordinals, case)
            return _in_case(words.decades if span else words.decade, case).format(
                century=_in_case(words.century, "nominative").format(n=century(first)),
                ordinal=joined(lambda p: ordinals[p.year % 100 // 10]),
            )
        return None
    spans = [_years_of(group) for group in groups]
    return _text(words, spans, link, case, explicit or _needs_era(first))


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
    explicit = explicit or _needs_era(part)
    if part.year > 0 and not explicit:
        return words.dated_year.format(n=year_number(words, part.year))
    before = words.dated_year_bce or words.year_bce
    return (words.year_ce if part.year > 0 else before).format(n=year_number(words, part.year))


def _in_case(forms: _Form | Mapping[str, _Form], case: str) -> _Form:
    """The form for a case of what may be the same in all of them."""
    if isinstance(forms, Mapping):
        return forms.get(case) or forms["nominative"]
    return forms


def _listed(separators: tuple[str, str], items: list[str]) -> str:
    items = list(dict.fromkeys(items))
    between, before_last = separators
    start = between.join(items[:-1])
    return before_last.join(filter(None, (start, items[-1])))
