"""Dates that are not EDTF, as people write them by hand, and what was probably meant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from kiosk.exhibit.dates.ambiguous import choices, without_part

_MONTH_WORDS = re.compile(
    r"\b(?:(jan|saus|stycz)|(feb|vasari|lut)|(mar|kov)|(apr|bal|kwie)|(ma[yij]|geg)"
    r"|(jun|birz|czerw)|(jul|liep|lip)|(aug|rugp|sierp)|(sep|rugs|wrze)|(o[ck]t|spal|pazdz)"
    r"|(nov|lapk|listop)|(de[cz]|gruod|grud))[a-z]*\b\.?"
    r"|\b(?:(spring|pavasar|fruh|wiosn)|(summer|vasar|sommer)"
    r"|(autumn|fall|rud[eu]|herbst|jesie)|(winter|ziem|zim))[a-z]*\b"
)
_ABOUT = re.compile(
    r"\b(?:circa|about|around|approx(?:imately)?|apie|mazdaug|um|etwa|oko[lł]o|ca?)\b\.?"
    r"|\bca?\.?(?=[0-9])|~"
)
_MAYBE = re.compile(
    r"\b(?:probably|perhaps|possibly|maybe|tikriausiai|galbut|wohl|vermutlich|prawdopodobnie)\b"
    r"|\?"
)
_BEFORE_OUR_ERA = re.compile(
    r"\b(?:b\.? ?c\.?(?: ?e\b)?|pr\.? ?kr|v\. ?chr|p\. ?n\. ?e)\.?(?=$|[ /-])"
)
_OUR_ERA = re.compile(r"(?<![a-z])(?:a\.?d|c\.?e|po kr|n\. ?chr)\.?(?![a-z])")
_NOISE = re.compile(
    r"(?<![a-z])(?:the|in|men|m|d|g|r)\.?(?![a-z0-9])|(?<=[0-9])(?:st|nd|rd|th)\b|,"
)
_CENTURY_SHORT = re.compile(r"\b([0-9]{1,2}(?:st|nd|rd|th)|[ivx]+) c(?:ent)?\b\.?")
_NOW = {"now", "today", "present", "open", "dabar", ".."}
_UNKNOWN = {"unknown", "nezinoma", "?"}
_ROMAN = {"i": 1, "v": 5, "x": 10}
_ORDINALS = ("pirm", "antr", "trec", "ketvirt", "penkt", "sest", "septint", "astunt", "devint",
             "desimt")  # fmt: skip
_UNITS = (
    (r"mlrd|billion|bn|gya", 1_000_000_000),
    (r"mln|million|mya|mio", 1_000_000),
    (r"tukst|thousand|tys", 1000),
)


def near_miss(text: str, parse: Callable[[str], object]) -> str | None:
    """What the curator probably meant, as a hint, if that can be told.

    `parse` raises ValueError for what is no EDTF date either.
    """
    if len(text) > 80:
        return None
    plain = _plain(text)
    if hint := choices(plain):
        return hint
    if re.fullmatch(r"[0-9]{3}\?", plain):
        return f"Write {plain[:3]}X"
    if found := _first_readable(text, plain, parse):
        return f"Write {found}"
    whole = without_part(plain)
    if whole and (found := _first_readable("", whole, parse)):
        return f"Write {found}, and words such as “early” in date_text"
    return None


def _plain(text: str) -> str:
    """Lower case without accents, with one kind of hyphen and single spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = " ".join(re.sub("[\u2010-\u2015\u2212]", "-", plain).split()).strip("'\"“”„«»")
    if plain.startswith("-") and not text.startswith(("-", "\u2212")):
        plain = f"until {plain[1:].strip()}"
    plain = re.sub(r"(?<=[0-9])[t ]00:00(?::00(?:\.0+)?)?$|(?<=^[0-9]{4})\.0+$", "", plain)
    return re.sub(r"\b([0-9]{1,2}) val\.? ([0-9]{1,2}) min\b\.?", r"\1:\2", plain)


def _first_readable(text: str, plain: str, parse: Callable[[str], object]) -> str | None:
    for candidate in _candidates(plain):
        if candidate != text:
            try:
                parse(candidate)
            except ValueError:
                continue
            return candidate
    return None


def _candidates(plain: str) -> Iterator[str]:
    """Ways to read a plain text as EDTF, likeliest first, unchecked."""
    yield _near_point(plain)
    if several := re.fullmatch(r"[\[{]?(.+?)[\]}]?", plain):
        if several[1] != plain:
            yield re.sub(r"(?<=[0-9]{4}) ?[-/] ?(?=[0-9]{4})", "..", plain)
        for joint, form in (
            (r" or | arba | ar | oder | lub |\|", "[{}]"),
            (r" and | ir | und | i |&", "{{{}}}"),
            (",", "[{}]"),
        ):
            members = re.split(f"(?:{joint}|,)", several[1])
            if len(members) > 1 and re.search(joint, several[1]):
                yield form.format(",".join(_near_point(member) for member in members))
    if opened := re.fullmatch(r"(?:from|since|after|nuo|po|ab|seit|od) (.+)|(.+?) ?[-/]", plain):
        yield _near_point(opened[1] or opened[2]) + "/.."
    if closed := re.fullmatch(r"(?:until|till|before|up to|iki|pries|bis|do) (.+)|- ?(.+)", plain):
        yield "../" + _near_point(closed[1] or closed[2])
    plain = re.sub(r"^(?:from|between|nuo|od|von) ", "", plain)
    for joint in (r"/", r" - | to | until | till | iki | and | bis | do ", r"-", r"\.\."):
        for split in re.finditer(joint, plain):
            yield _near_interval(plain[: split.start()].strip(), plain[split.end() :].strip())


def _near_interval(before: str, after: str) -> str:
    """An interval of which one side may lean on the other: 1939-40, 3–4 June 1940, 500–400 BC."""
    years = [re.search(r"[0-9]{3,}", side) for side in (before, after)]
    if years[1] and not years[0] and before not in _UNKNOWN | _NOW:
        of_both = re.sub(r"\b[0-9]{1,2}\b", lambda _: before, after, count=1)
        before = of_both if before.isdigit() else f"{before} {years[1][0]}"
    elif years[0] and not years[1] and after not in _NOW and re.search("[a-z]{4}", after):
        after = after if after in _UNKNOWN else f"{years[0][0]} {after}"
    if _BEFORE_OUR_ERA.search(after) and not _era(before):
        before = f"{before} bc"
    begin = "" if before in _UNKNOWN else ".." if before in _NOW else _near_point(before)
    if after in _UNKNOWN:
        return f"{begin}/"
    if after in _NOW:
        return f"{begin}/.."
    if short := re.fullmatch(r"([0-9]{1,2})(?: ?d\.?)?", after):
        if begin.endswith("-24"):
            return begin
        return f"{begin}/{begin[:-2]}{short[1]:0>2}"
    if re.fullmatch(r"[0-9]{1,2}:[0-9]{2}", after):
        return f"{begin}/{begin[:-5]}{after:0>5}"
    return f"{begin}/{_near_point(after)}"


def _era(plain: str) -> bool:
    return bool(_BEFORE_OUR_ERA.search(plain) or _OUR_ERA.search(plain))


def _near_point(plain: str) -> str:
    """One date in EDTF as far as it can be understood; what cannot comes back as it was."""
    before_zero, with_era = _BEFORE_OUR_ERA.search(plain) is not None, _era(plain)
    bare = _OUR_ERA.sub(" ", _BEFORE_OUR_ERA.sub(" ", plain))
    bare = _CENTURY_SHORT.sub(r"\1 century", bare)
    about, maybe = _ABOUT.search(bare), _MAYBE.search(bare)
    mark = "%" if about and maybe else "~" if about else "?" if maybe else "%" * ("%" in bare)
    bare = _MAYBE.sub(" ", _ABOUT.sub(" ", bare)).replace("%", " ")
    if long_ago := _long_ago(" ".join(bare.split())):
        return long_ago + mark
    bare = _MONTH_WORDS.sub(_month_number, _NOISE.sub(" ", bare))
    bare = " ".join(bare.split()).strip(" .()")
    several_years = _several_years(bare)
    if several_years:
        return "-" * before_zero + several_years + mark
    return (_numeric(bare, before_zero, with_era) or bare) + mark


def _month_number(found: re.Match[str]) -> str:
    place = found.lastindex or 0
    return f" @{place if place <= 12 else place + 8:02} "


def _long_ago(bare: str) -> str | None:
    """Years before today, in numbers or with a unit."""
    found = re.fullmatch(
        r"(?:pries |vor )?([0-9][0-9 .,]*) ?([a-z]*)\.?(?: years| metu| jahren| lat)?"
        r"(?: ago| temu)?",
        bare,
    )
    if found is None:
        return None
    number = re.sub(r"[ ,](?=[0-9]{3}(?![0-9]))", "", found[1].strip())
    number = number.replace(",", ".")
    unit = next((size for words, size in _UNITS if re.match(words, found[2])), 1)
    alone = unit == 1 and not (found[2] == "years" or re.search("ago|metu|jahren|temu", bare))
    if alone or not re.fullmatch(r"[0-9]{1,12}(?:\.[0-9]{1,6})?", number):
        return None
    years = float(number) * unit
    return f"Y-{years:.0f}" if years >= 10_000 else None


def _several_years(bare: str) -> str | None:
    """Decades and centuries, in words or in the older notation."""
    if found := re.fullmatch(r"([0-9]{3})(?:0 ?'?s|0er(?: jahre)?|[xu_]|0-ieji)", bare):
        return f"{found[1]}X"
    if found := re.fullmatch(r"([0-9]{2})[xu_]{2}", bare):
        return f"{found[1]}XX"
    if found := re.fullmatch(r"([0-9]{4})-[xu_]{2}(?:-[xu_]{2})?", bare):
        return found[1]
    if found := re.fullmatch(r"([0-9]{1,2}|[ivx]+) a\.? (\w+)(?:-\w+)? des(?:imtmet\w*)?", bare):
        tens = next((n for n, word in enumerate(_ORDINALS) if found[2].startswith(word)), None)
        if found[2].isdigit():
            tens = int(found[2]) - 1
        return None if tens is None else f"{_century(found[1]):02}{tens}X"
    if found := re.fullmatch(
        r"([0-9]{1,2}|[ivx]+)\.? (?:century|c|a|amzi\w+|jahrhunderts?|jh|wieku?|w)", bare
    ):
        return f"{_century(found[1]):02}XX"
    return None


def _century(number: str) -> int:
    """The two digits that the years of a century begin with."""
    digits = [_ROMAN[c] for c in number] if number[0] in _ROMAN else [int(number)]
    pairs = zip(digits, [*digits[1:], 0], strict=True)
    return sum(n if n >= after else -n for n, after in pairs) - 1


def _numeric(bare: str, before_zero: bool, with_era: bool) -> str | None:
    """Year, month and day in any order that can be told apart; ``@06`` is a month by name."""
    clock = re.fullmatch(
        r"(.+?)(?:t| |, )([0-9]{1,2})[:.]([0-9]{2})(?::[0-9]{2})? ?(val|am|pm|h|uhr)?", bare
    )
    if clock and re.search(r"[0-9@].*[-./ ].*[-./ ]", clock[1]):
        hour = int(clock[2]) + 12 * (clock[4] == "pm" and int(clock[2]) < 12)
        return f"{_numeric(clock[1], before_zero, with_era)}T{hour:02}:{clock[3]}"
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
    if "@" in numbers[0] or (len(numbers[0]) < 3 and not with_era):
        return None
    finer = [number.lstrip("@") for number in numbers[1:]]
    if len(finer) == 2 and "@" not in bare and int(finer[0]) > 12 >= int(finer[1]):
        finer.reverse()
    year = int(numbers[0])
    return "-".join(
        (_year_text(1 - year if before_zero else year), *(f"{number:0>2}" for number in finer))
    )


def _year_text(year: int) -> str:
    if abs(year) > 9999:
        return f"Y{year}"
    return f"{'-' if year < 0 else ''}{abs(year):04}"
