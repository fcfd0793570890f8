"""How unusual dates will be read out, so that a curator hears what was written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from rich.console import Console
from rich.text import Text

from kiosk.exhibit.dates.wording import date_words
from kiosk.exhibit.dates.written import WrittenDate, is_unusual

_MOST_PRINTED: Final = 40


@dataclass(frozen=True, slots=True)
class SpokenDate:
    """A date as it is written at its place, and its words by language."""

    path: str
    line: int
    column: int
    written: str
    words: dict[str, str]


def spoken_dates(dates: Iterable[WrittenDate], languages: Sequence[str]) -> tuple[SpokenDate, ...]:
    """The unusual ones of `dates` in the words of each language, file by file."""
    return tuple(
        SpokenDate(
            path, line, column, date.text, {code: date_words(date, code) for code in languages}
        )
        for path, line, column, date in sorted(dates, key=lambda written: written[:3])
        if is_unusual(date)
    )


def as_data(dates: Iterable[SpokenDate]) -> list[dict[str, object]]:
    """The dates as ``kiosk check --format json`` lists them."""
    return [
        {
            "path": spoken.path,
            "line": spoken.line,
            "column": spoken.column,
            "date": spoken.written,
            "words": spoken.words,
        }
        for spoken in dates
    ]


def print_dates(console: Console, dates: Sequence[SpokenDate]) -> None:
    """Print each date with its words below it, up to 40 of them, nothing if there are none."""
    if not dates:
        return
    console.print(Text("These dates will be read as:", style="bold"), soft_wrap=True)
    for path, found in groupby(dates[:_MOST_PRINTED], key=lambda spoken: spoken.path):
        console.print(Text(f"  {path}"), soft_wrap=True)
        for line in _lines(found):
            console.print(line, soft_wrap=True)
    if len(dates) > _MOST_PRINTED:
        more = len(dates) - _MOST_PRINTED
        console.print(Text(f"  {more} more; --format json lists them all."), soft_wrap=True)
    console.print()


def _lines(dates: Iterable[SpokenDate]) -> Iterator[Text]:
    for spoken in dates:
        yield Text(f"    line {spoken.line}: {spoken.written}", style="dim")
        for language, words in spoken.words.items():
            yield Text(f"      {language:<4}{words}")
