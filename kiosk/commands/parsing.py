"""What the commands share: parsing that answers in one sentence, and exit codes."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import Final, NoReturn

from kiosk import __version__
from kiosk.settings import content_from

GOOD: Final = 0
REFUSED: Final = 1
"""The content has errors, an import was refused, a fault was found."""
WRONG_USE: Final = 2
NO_DISPLAY: Final = 3
INTERRUPTED: Final = 130


class UsageError(Exception):
    """A command line that cannot be understood or followed, as one sentence."""


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence instead of printing its usage."""

    def __init__(self, command: str, description: str, epilog: str = "") -> None:
        super().__init__(
            prog=command,
            description=description,
            epilog=epilog,
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        self.add_argument("--version", action="version", version=f"kiosk {__version__}")

    def add_content(self) -> None:
        """Adds the argument CONTENT; the result is read with `existing_content`."""
        self.add_argument(
            "content",
            metavar="CONTENT",
            nargs="?",
            help="the content folder (default: KIOSK_CONTENT, else the example exhibit)",
        )

    def options_with_value(self) -> frozenset[str]:
        """Those of the options that take the next word, such as ``--format``."""
        taking = (action for action in self._actions if action.nargs != 0)
        return frozenset(option for action in taking for option in action.option_strings)

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message[:1].upper()}{message[1:]}; see kiosk --help.")

    def parse(self, words: Sequence[str]) -> argparse.Namespace:
        """Like `parse_intermixed_args`, naming the near option for one that does not exist."""
        found, unknown = self.parse_known_intermixed_args(words)
        for word in unknown:
            if not word.startswith("-"):
                raise UsageError(f"There is one word too many: “{word}”.")
            option = word.partition("=")[0]
            near = get_close_matches(option, self._option_string_actions, n=1)
            guess = f"did you mean {near[0]}?" if near else "see kiosk --help."
            raise UsageError(f"There is no option {option}; {guess}")
        return found


def existing_content(given: str | None) -> Path:
    """The content folder that CONTENT or the environment names; UsageError if it is not there."""
    folder = content_from(given, os.environ)
    if not folder.is_dir():
        raise UsageError(f"There is no folder “{folder}”.")
    return folder


PATIENCE: Final = 0.5
"""Seconds before anybody wants to know how far it is."""


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """Something to tell how many of how many are done; a bar if stderr is a terminal.

    What is done soon is done without one.
    """
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    from rich.console import Console
    from rich.progress import Progress

    bar = Progress(console=Console(stderr=True), transient=True)
    task = bar.add_task(what, total=None)
    began = time.monotonic()

    def show(done: int, total: int) -> None:
        bar.update(task, completed=done, total=total)
        if time.monotonic() - began > PATIENCE:
            bar.start()

    try:
        yield show
    finally:
        bar.stop()
