"""kiosk check: find everything that is wrong in a content folder."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date as CalendarDate
from pathlib import Path

from kiosk.commands.parsing import GOOD, REFUSED, Parser, existing_content, progress


def parser() -> Parser:
    parser = Parser("kiosk check", "Find everything that is wrong in a content folder.")
    parser.add_content()
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--strict", action="store_true", help="warnings count as errors")
    parser.add_argument(
        "--all", action="store_true", help="list every problem, also many of the same kind"
    )
    return parser


def main(words: Sequence[str]) -> int:
    found = parser().parse(words)
    return _report(
        existing_content(found.content), found.format, strict=found.strict, every=found.all
    )


def _report(folder: Path, form: str, *, strict: bool, every: bool) -> int:
    from rich.console import Console

    from kiosk.curator.report import as_json, print_report
    from kiosk.curator.spoken import SpokenDate, print_dates, spoken_dates
    from kiosk.exhibit.problems import counted, in_reading_order
    from kiosk.exhibit.reader import read_exhibit
    from kiosk.station.inspection import check_media

    with progress("Reading the events") as on_progress:
        reading = read_exhibit(folder, today=CalendarDate.today(), on_progress=on_progress)
    problems = reading.problems
    events = 0
    dates: tuple[SpokenDate, ...] = ()
    if reading.exhibit is not None:
        dates = spoken_dates(reading.dates, reading.exhibit.languages)
        events = len(reading.exhibit.events)
        with progress("Looking at the media") as on_progress:
            problems += check_media(folder, reading.exhibit, reading.files, on_progress)
    problems = in_reading_order(problems)
    if form == "json":
        print(as_json(events, problems, dates), flush=True)
    else:
        console = Console(highlight=False)
        print_dates(console, dates)
        print_report(console, events, problems, every=every)
        sys.stdout.flush()
    errors, warnings = counted(problems)
    return REFUSED if errors or (strict and warnings) else GOOD
