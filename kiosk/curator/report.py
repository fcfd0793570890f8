"""The problems of a content folder, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from kiosk.curator.spoken import SpokenDate, as_data
from kiosk.exhibit.problems import Problem, Severity, by_file, counted

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow"}

LONG_LIST = 40
"""How many problems are always printed one by one."""

MOST_ALIKE = 5
"""How many of one kind are printed of a longer list."""


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


def print_report(
    console: Console, events: int, problems: Sequence[Problem], *, every: bool = False
) -> None:
    """Print the problems file by file, those with errors first, and a line that sums up.

    Of many of one kind only the first few are printed, unless `every` one is wanted.
    """
    shown, more = (problems, ()) if every else shortened(problems)
    for path, found in by_file(shown).items():
        _line(console, Text(path, style="bold"))
        for problem in found:
            _line(console, _first_line(problem))
            if problem.hint:
                _line(console, Text(f"{'':11}{problem.hint}", style="dim"))
        _line(console, Text())
    if more:
        _line(console, Text("And more like those above (kiosk check --all lists every one):"))
        for kind in more:
            _line(console, _rest(kind))
        _line(console, Text())
    _line(console, Text(summary(events, problems)))


@dataclass(frozen=True)
class Rest:
    """How many problems of one kind are left out, and in how many files."""

    severity: Severity
    code: str
    number: int
    files: int


def shortened(problems: Sequence[Problem]) -> tuple[list[Problem], tuple[Rest, ...]]:
    """The first few problems of each kind, and what is left out if that makes a long list short."""
    if len(problems) <= LONG_LIST:
        return list(problems), ()
    kinds: dict[tuple[Severity, str], list[Problem]] = {}
    for problem in problems:
        kinds.setdefault((problem.severity, problem.code), []).append(problem)
    gone = {id(problem) for kind in kinds.values() for problem in kind[MOST_ALIKE:]}
    rests = (
        Rest(*kind, len(found) - MOST_ALIKE, len({problem.path for problem in found[MOST_ALIKE:]}))
        for kind, found in kinds.items()
        if len(found) > MOST_ALIKE
    )
    return [problem for problem in problems if id(problem) not in gone], tuple(rests)


def _rest(kind: Rest) -> Text:
    line = Text("  ")
    line.append(f"{kind.severity:<9}", style=_STYLES[kind.severity])
    line.append(f"{kind.number} more in {_count(kind.files, 'file')} ")
    line.append(f"[{kind.code}]", style="dim")
    return line


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
    line.append(f"{place}{problem.message} ")
    line.append(f"[{problem.code}]", style="dim")
    return line


def _line(console: Console, text: Text) -> None:
    console.print(text, soft_wrap=True)


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
