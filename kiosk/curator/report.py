"""The problems of a content folder, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.console import Console
from rich.text import Text

from kiosk.curator.spoken import SpokenDate, as_data
from kiosk.exhibit.problems import Problem, Severity

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow"}


def counted(problems: Iterable[Problem]) -> tuple[int, int]:
    """How many errors and how many warnings there are."""
    severities = [problem.severity for problem in problems]
    return severities.count(Severity.ERROR), severities.count(Severity.WARNING)


def as_json(events: int, problems: Sequence[Problem], dates: Sequence[SpokenDate] = ()) -> str:
    """The summary, all problems and unusual dates, as ``kiosk check --format json`` prints them."""
    errors, warnings = counted(problems)
    fields = ("path", "line", "column", "severity", "code", "message", "hint")
    return json.dumps(
        {
            "summary": {"events": events, "errors": errors, "warnings": warnings},
            "problems": [{name: getattr(found, name) for name in fields} for found in problems],
            "dates": as_data(dates),
        },
        ensure_ascii=False,
        indent=2,
    )


def print_report(console: Console, events: int, problems: Sequence[Problem]) -> None:
    """Print the problems file by file, those with errors first, and a line that sums up."""
    order = {path: at for at, path in enumerate(dict.fromkeys(p.path for p in problems))}
    by_file = groupby(sorted(problems, key=lambda p: order[p.path]), key=lambda p: p.path)
    for path, found in by_file:
        _line(console, Text(_printable(path), style="bold"))
        for problem in found:
            _line(console, _first_line(problem))
            if problem.hint:
                _line(console, Text(f"{'':11}{_printable(problem.hint)}", style="dim"))
        _line(console, Text())
    _line(console, Text(summary(events, problems)))


def summary(events: int, problems: Sequence[Problem]) -> str:
    """One sentence with the counts."""
    errors, warnings = counted(problems)
    if not problems:
        return f"{_count(events, 'event')}: everything is in order."
    return f"{_count(events, 'event')}, {_count(errors, 'error')}, {_count(warnings, 'warning')}."


def _first_line(problem: Problem) -> Text:
    place = f"line {problem.line}, column {problem.column}: " if problem.line else ""
    line = Text("  ")
    line.append(f"{problem.severity:<9}", style=_STYLES[problem.severity])
    line.append(f"{place}{_printable(problem.message)} ")
    line.append(f"[{problem.code}]", style="dim")
    return line


def _line(console: Console, text: Text) -> None:
    console.print(text, soft_wrap=True)


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _printable(text: str) -> str:
    return "".join(
        letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text
    )
