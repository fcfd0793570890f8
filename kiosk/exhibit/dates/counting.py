"""Years, spans of years ago and centuries as numbers in a language."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kiosk.exhibit.dates.patterns import Words, locale_for

Link = Callable[[list[str]], str]
"""Makes one phrase of several, such as “a, b or c”."""

DASH, WIDE_DASH = "–", " – "

_AGO_BEFORE = -100_000
_ROUND_BEFORE = -10_000


def year_number(words: Words, year: int) -> str:
    """The number of a year in its era.

    Round years of prehistory stay round, although counting from 1 BCE would add one to them:
    Y-12000 is 12 000 BCE.
    """
    rounded = year <= _ROUND_BEFORE and year % 1000 == 0
    return _number(words, year if year > 0 else -year if rounded else 1 - year)


def is_long_ago(year: int) -> bool:
    """Whether a year is counted back from today rather than named."""
    return year <= _AGO_BEFORE


def years_ago(words: Words, groups: Sequence[Sequence[int]], link: Link) -> str:
    """Years long ago in years, millions or billions, with a unit said once if all share it."""
    units = {_unit(words, year) for group in groups for year in group}
    if len(units) > 1:
        return link([WIDE_DASH.join(years_ago(words, [[y]], alone) for y in g) for g in groups])
    ((divisor, pattern),) = units
    numbers = [[_number(words, round(-year / divisor, 3)) for year in g] for g in groups]
    return pattern.format(n=link([DASH.join(dict.fromkeys(group)) for group in numbers]))


def _unit(words: Words, year: int) -> tuple[float, str]:
    """What the years are counted in, and the pattern that names it."""
    if year <= -1e9 and words.billion:
        return 1e9, words.billion
    if year <= -1e6 and words.million:
        return 1e6, words.million
    return 1, "{n}"


def _number(words: Words, number: float) -> str:
    if number == int(number) and abs(number) < 10_000:
        return str(int(number))
    from babel.numbers import format_decimal

    return str(format_decimal(number, locale=words.locale))


def numeral(words: Words, number: int) -> str:
    """The number of a century or millennium as the language counts them."""
    match words.numerals:
        case "roman":
            tens, ones = divmod(number, 10)
            digits = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
            return "X" * tens + digits[ones]
        case "ordinal":
            form = locale_for(words.locale).ordinal_form(number)
            return words.ordinal.get(form, words.ordinal["other"]).format(n=number)
    return str(number)


def alone(items: list[str]) -> str:
    """The link of what has no neighbour."""
    return items[0]
