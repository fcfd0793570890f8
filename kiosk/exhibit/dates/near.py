"""Dates that are not EDTF, as people write them by hand, and what was probably meant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December")  # fmt: skip
_MONTH_WORDS = re.compile(
    r"\b(?:(jan|saus)|(feb|vasari)|(mar|kov)|(apr|bal)|(may|geg)|(jun|birz)|(jul|liep)|(aug|rugp)"
    r"|(sep|rugs)|(oct|spal)|(nov|lapk)|(dec|gruod))[a-z]*\b\.?"
    r"|\b(?:(spring|pavasar)|(summer|vasar)|(autumn|fall|rud[eu])|(winter|ziem))[a-z]*\b"
)
_ABOUT = re.compile(r"\b(?:circa|about|around|approx(?:imately)?|apie|maždaug|ca?)\b\.?|~")
_MAYBE = re.compile(r"\b(?:probably|perhaps|possibly|maybe|tikriausiai|galbut)\b|\?")
_BEFORE_OUR_ERA = re.compile(r"\b(?:b\.? ?c\.?(?: ?e\b)?|pr\.? ?kr)\.?(?=$|[ /-])")
_NOISE = re.compile(
    r"(?<![a-z])(?:a\.?d|c\.?e|po kr|the|in|men|m|d|g)\.?(?![a-z])|(?<=[0-9])(?:st|nd|rd|th)\b|,"
)
_NOW = {"now", "today", "present", "open", "dabar", ".."}
_ROMAN = {"i": 1, "v": 5, "x": 10}


def near_miss(text: str, parse: Callable[[str], object]) -> str | None:
    """What the curator probably meant, as a hint, if that can be told.

    `parse` raises ValueError for what is no EDTF date either.
    """
    if len(text) > 80:
        return None
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = " ".join(re.sub("[\u2010-\u2015\u2212]", "-", plain).split())
    if slashed := re.fullmatch(r"(0?\d|1[0-2])/(0?\d|1[0-2])/(\d{4})", plain):
        one, two, year = int(slashed[1]), int(slashed[2]), slashed[3]
        if one and two and one != two:
            return (
                f"Write {year}-{two:02}-{one:02} for {one} {MONTHS[two - 1]} or "
                f"{year}-{one:02}-{two:02} for {two} {MONTHS[one - 1]}."
            )
    if re.fullmatch(r"[0-9]{3}\?", plain):
        return f"Write {plain[:3]}X"
    for candidate in _candidates(plain):
        if candidate != text:
            try:
                parse(candidate)
            except ValueError:
                continue
            return f"Write {candidate}"
    return None


def _candidates(plain: str) -> Iterator[str]:
    """Ways to read a lower-case text without accents as EDTF, likeliest first, unchecked."""
    yield _near_point(plain)
    if several := re.fullmatch(r"[\[{]?(.+?)[\]}]?", plain):
        for joint, form in (
            (r" or | arba |\|", "[{}]"),
            (r" and | ir |&", "{{{}}}"),
            (",", "[{}]"),
        ):
            members = re.split(f"(?:{joint}|,)", several[1])
            if len(members) > 1 and re.search(joint, several[1]):
                yield form.format(",".join(_near_point(member) for member in members))
    if opened := re.fullmatch(r"(?:from|since|after|nuo|po) (.+)|(.+?) ?[-/]", plain):
        yield _near_point(opened[1] or opened[2]) + "/.."
    if closed := re.fullmatch(r"(?:until|till|before|up to|iki|pries) (.+)|- ?(.+)", plain):
        yield "../" + _near_point(closed[1] or closed[2])
    plain = re.sub(r"^(?:from|between|nuo) ", "", plain)
    for joint in (r"/", r" - | to | until | till | iki | and ", r"-", r"\.\."):
        for split in re.finditer(joint, plain):
            before, after = plain[: split.start()].strip(), plain[split.end() :].strip()
            years = [re.search(r"[0-9]{3,}", side) for side in (before, after)]
            if years[1] and not years[0]:
                of_both = re.sub(r"\b[0-9]{1,2}\b", before, after, count=1)
                before = of_both if before.isdigit() else f"{before} {years[1][0]}"
            elif years[0] and not years[1] and after not in _NOW and re.search("[a-z]{4}", after):
                after = f"{years[0][0]} {after}"
            begin = _near_point(before)
            if after in _NOW:
                yield begin + "/.."
            elif short := re.fullmatch(r"([0-9]{1,2})(?: ?d\.?)?", after):
                yield f"{begin}/{begin[:-2]}{short[1]:0>2}"
            elif re.fullmatch(r"[0-9]{1,2}:[0-9]{2}", after):
                yield f"{begin}/{begin[:-5]}{after:0>5}"
            else:
                yield f"{begin}/{_near_point(after)}"


def _near_point(plain: str) -> str:
    """One date in EDTF as far as it can be understood; what cannot comes back as it was."""
    about, maybe = _ABOUT.search(plain), _MAYBE.search(plain)
    mark = "%" if about and maybe else "~" if about else "?" if maybe else "%" * ("%" in plain)
    bare = _MAYBE.sub(" ", _ABOUT.sub(" ", plain)).replace("%", " ")
    before_zero = _BEFORE_OUR_ERA.search(bare) is not None
    bare = _NOISE.sub(" ", _BEFORE_OUR_ERA.sub(" ", bare))
    bare = _MONTH_WORDS.sub(_month_number, bare)
    bare = " ".join(bare.split()).strip(" .()")
    return (_undetermined(bare) or _numeric(bare, before_zero) or bare) + mark


def _month_number(found: re.Match[str]) -> str:
    place = found.lastindex or 0
    return f" @{place if place <= 12 else place + 8:02} "


def _undetermined(bare: str) -> str | None:
    """Decades, centuries and long ago, in words or in the older notation."""
    if found := re.fullmatch(r"([0-9]{3})(?:0 ?'?s|[xu_]|0-ieji)", bare):
        return f"{found[1]}X"
    if found := re.fullmatch(r"([0-9]{2})[xu_]{2}", bare):
        return f"{found[1]}XX"
    if found := re.fullmatch(r"([0-9]{4})-[xu_]{2}(?:-[xu_]{2})?", bare):
        return found[1]
    if found := re.fullmatch(r"([0-9]{1,2}|[ivx]+) (?:century|c|a|amzius)", bare):
        digits = [_ROMAN[c] for c in found[1]] if found[1][0] in _ROMAN else [int(found[1])]
        pairs = zip(digits, [*digits[1:], 0], strict=True)
        return f"{sum(n if n >= after else -n for n, after in pairs) - 1:02}XX"
    if found := re.fullmatch(r"(?:pries )?([0-9]+(?:[.,][0-9]+)?) ?(?:mya|mln|million)\b.*", bare):
        return f"Y-{float(found[1].replace(',', '.')) * 1e6:.0f}"
    return None


def _numeric(bare: str, before_zero: bool) -> str | None:
    """Year, month and day in any order that can be told apart; ``@06`` is a month by name."""
    clock = re.fullmatch(r"(.+?)(?:t| |, )([0-9]{1,2})[:.]?([0-9]{2})", bare)
    if clock and re.search(r"[0-9@].*[-./ ].*[-./ ]", clock[1]):
        return f"{_numeric(clock[1], before_zero)}T{clock[2]:0>2}:{clock[3]}"
    if found := re.fullmatch(r"y?(-?[0-9]+)", bare):
        year = int(found[1])
        if len(found[1]) == 8 and year > 0:
            return f"{found[1][:4]}-{found[1][4:6]}-{found[1][6:]}"
        return _year_text(1 - year if before_zero else year)
    numbers = [number for number in re.split(r"[-./ ]+", bare) if number]
    if not 2 <= len(numbers) <= 3 or not all(re.fullmatch(r"@?[0-9]{1,5}", n) for n in numbers):
        return None
    if len(numbers[0].lstrip("@")) < 3:
        numbers = [numbers[-1], *reversed(numbers[:-1])]
    if "@" in "".join(numbers[2:]):
        numbers = [numbers[0], *reversed(numbers[1:])]
    if "@" in numbers[0]:
        return None
    finer = [f"{number.lstrip('@'):0>2}" for number in numbers[1:]]
    year = int(numbers[0])
    return "-".join((_year_text(1 - year if before_zero else year), *finer))


def _year_text(year: int) -> str:
    if abs(year) > 9999:
        return f"Y{year}"
    return f"{'-' if year < 0 else ''}{abs(year):04}"
