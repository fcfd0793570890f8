"""The command line. Qt is imported only by the commands that show something."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date as CalendarDate
from difflib import get_close_matches
from pathlib import Path
from typing import Final, NoReturn

from kiosk import __version__
from kiosk.settings import WINDOW_SIZE, SettingsError, content_from, settings_from
from kiosk.station.displays import display_fault

GOOD: Final = 0
CONTENT_HAS_ERRORS: Final = 1
WRONG_USE: Final = 2
NO_DISPLAY: Final = 3
INTERRUPTED: Final = 130

COMMANDS: Final = ("run", "check")

_RUN_OPTIONS: Final = ("language", "idle", "screen", "diagonal", "state", "probe")
_TAKES_VALUE: Final = frozenset({f"--{name}" for name in (*_RUN_OPTIONS, "format")})


class UsageError(Exception):
    """A command line that cannot be understood, as one sentence."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line (by default that of the process) and give its exit code."""
    _write_any_letter()
    try:
        command, words = split_command(sys.argv[1:] if arguments is None else arguments)
        if command == "check":
            return _check(words)
        return _run(words)
    except (UsageError, SettingsError) as fault:
        print(f"kiosk: {fault}", file=sys.stderr)
        return WRONG_USE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has left; the interpreter must not try to flush it again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return GOOD


def split_command(arguments: Sequence[str]) -> tuple[str, list[str]]:
    """The command and the words without it; ``run`` if the first word is no command.

    The word after ``--windowed`` joins it if it is a size.
    """
    words = _join_window_size(arguments)
    position = 0
    while position < len(words) and words[position].startswith("-"):
        if words[position] == "--":
            return "run", words
        position += 2 if words[position] in _TAKES_VALUE else 1
    if position < len(words) and words[position] in COMMANDS:
        return words[position], [*words[:position], *words[position + 1 :]]
    return "run", words


def _join_window_size(arguments: Sequence[str]) -> list[str]:
    words: list[str] = []
    rest = list(arguments)
    while rest:
        word = rest.pop(0)
        if word == "--":
            return [*words, word, *rest]
        if word == "--windowed":
            size = rest.pop(0) if rest and WINDOW_SIZE.fullmatch(rest[0]) else ""
            word = f"{word}={size}"
        words.append(word)
    return words


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence instead of printing its usage."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message[:1].upper()}{message[1:]}; see kiosk --help.")

    def parse(self, words: Sequence[str]) -> argparse.Namespace:
        """Like `parse_args`, naming the near option for one that does not exist."""
        found, unknown = self.parse_known_args(words)
        for word in unknown:
            if not word.startswith("-"):
                raise UsageError(f"There is one word too many: “{word}”.")
            option = word.partition("=")[0]
            near = get_close_matches(option, self._option_string_actions, n=1)
            guess = f"did you mean {near[0]}?" if near else "see kiosk --help."
            raise UsageError(f"There is no option {option}; {guess}")
        return found


def _base_parser(command: str, description: str, epilog: str = "") -> _Parser:
    parser = _Parser(
        prog=command,
        description=description,
        epilog=epilog,
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "content",
        metavar="CONTENT",
        nargs="?",
        help="the content folder (default: KIOSK_CONTENT, else the example exhibit)",
    )
    parser.add_argument("--version", action="version", version=f"kiosk {__version__}")
    return parser


def _run_parser() -> _Parser:
    parser = _base_parser(
        "kiosk [run]",
        "Show an exhibit, fullscreen or in a window.",
        "other commands:\n  kiosk check [CONTENT]  find all that is wrong in a content folder",
    )
    parser.add_argument(
        "--windowed",
        metavar="WxH",
        help="show it in a window, beside the problems of its content; the size may be left out",
    )
    for name, metavar, text in (
        ("language", "CODE", "the language to begin with"),
        ("idle", "SECONDS", "reset after this time, for rehearsals; the warning comes half-way"),
        ("screen", "N", "the screen to use, counted from 1"),
        ("diagonal", "INCHES", "how large the screen is"),
        ("state", "DIR", "where the kiosk keeps what it has to remember"),
        ("probe", "FILE", "append measurements to this file"),
    ):
        parser.add_argument(f"--{name}", metavar=metavar, help=text)
    return parser


def _run(words: Sequence[str]) -> int:
    found = vars(_run_parser().parse(words))
    settings = settings_from(found, os.environ)
    fault = display_fault(os.environ, sys.platform)
    if fault is not None:
        print(f"kiosk: {fault}", file=sys.stderr)
        return NO_DISPLAY
    from kiosk.app import run

    return run(settings)


def _check(words: Sequence[str]) -> int:
    parser = _base_parser("kiosk check", "Find everything that is wrong in a content folder.")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--strict", action="store_true", help="warnings count as errors")
    found = parser.parse(words)
    folder = content_from(found.content, os.environ)
    if not folder.is_dir():
        raise UsageError(f"There is no folder “{folder}”.")
    return _report(folder, found.format, strict=found.strict)


def _report(folder: Path, form: str, *, strict: bool) -> int:
    from rich.console import Console

    from kiosk.curator.report import as_json, counted, print_report
    from kiosk.exhibit.problems import in_reading_order
    from kiosk.exhibit.reader import read_exhibit
    from kiosk.station.inspection import check_media

    reading = read_exhibit(folder, today=CalendarDate.today())
    problems = reading.problems
    events = 0
    if reading.exhibit is not None:
        events = len(reading.exhibit.events)
        with _progress() as on_progress:
            problems += check_media(folder, reading.exhibit, reading.files, on_progress)
    problems = in_reading_order(problems)
    if form == "json":
        print(as_json(events, problems), flush=True)
    else:
        print_report(Console(highlight=False), events, problems)
        sys.stdout.flush()
    errors, warnings = counted(problems)
    return CONTENT_HAS_ERRORS if errors or (strict and warnings) else GOOD


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """Something to tell how many of how many media are done; a bar if stderr is a terminal."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Looking at the media", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _write_any_letter() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
