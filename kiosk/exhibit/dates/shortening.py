"""Dates in fewer letters, for cards that have no room for the whole.

First in the language's short words, then only what the timeline around the card does not say
already: the times of a night, the years of a war, an age in round numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import floor, log10

from kiosk.exhibit.dates.counting import DASH, is_long_ago
from kiosk.exhibit.dates.edtf import Date, Part, Precision
from kiosk.exhibit.dates.patterns import Words, words_for
from kiosk.exhibit.dates.wording import date_words, said_in

_MOMENTS = (Precision.MINUTE, Precision.HOUR)
_WITHIN_A_YEAR = (*_MOMENTS, Precision.DAY, Precision.MONTH, Precision.SEASON)


def date_forms(date: Date, language: str) -> tuple[str, ...]:
    """The date in full, and then in ever fewer letters, as far as its language can."""
    forms = [date_words(date, language)]
    for form in _shorter(date, words_for(language, short=True)):
        if len(form) < len(forms[-1]):
            forms.append(form)
    return tuple(forms)


def _shorter(date: Date, words: Words) -> Iterator[str]:
    early = any(end.year < 100 and end.precision in _WITHIN_A_YEAR for end in date.ends)
    if not (words.numeric and early):
        yield said_in(words, date)
    first, last = date.first, date.last
    if date.kind in ("one_of", "all_of"):
        if _named(first) and _named(last):
            yield said_in(words, _between(date, _year(first), _year(last)))
        return
    if all(end.precision in _MOMENTS for end in date.ends):
        if last.start - first.start < 1 and not (date.soft_start or date.soft_end):
            yield DASH.join(dict.fromkeys(_clock(words, end) for end in (first, last)))
            return
    elif is_long_ago(first.year):
        yield said_in(words, _between(date, _rounded(first), _rounded(last)))
        return
    months = first.year == last.year >= 100 and first.month and last.month and first != last
    coarse = _month if months else _year
    if _named(first) and _named(last):
        yield said_in(words, _between(date, coarse(first), coarse(last)))


def _named(part: Part) -> bool:
    """Whether it lies within one year, which has a name."""
    return part.precision in (*_WITHIN_A_YEAR, Precision.YEAR) and not is_long_ago(part.year)


def _between(date: Date, first: Part, last: Part) -> Date:
    return replace(date, kind="interval", first=first, last=last, parts=())


def _clock(words: Words, part: Part) -> str:
    return words.clock.format(hour=part.hour or 0, minute=part.minute or 0)


def _year(part: Part) -> Part:
    return Part(
        year=part.year,
        precision=Precision.YEAR,
        approximate=part.approximate,
        uncertain=part.uncertain,
    )


def _month(part: Part) -> Part:
    return replace(_year(part), month=part.month, precision=Precision.MONTH)


def _rounded(part: Part) -> Part:
    """A year long ago as one says it by the way: two digits count."""
    if not is_long_ago(part.year):
        return _year(part)
    year = round(part.year, 1 - floor(log10(-part.year)))
    return replace(_year(part), year=year, approximate=part.approximate or year != part.year)
