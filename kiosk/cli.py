"""The command line. Qt is imported only by the commands that show something."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType
from typing import Final

from kiosk.commands import run
from kiosk.commands.parsing import GOOD, INTERRUPTED, WRONG_USE, Parser, UsageError
from kiosk.settings import WINDOW_SIZE, SettingsError

COMMANDS: Final = {
    "run": "[CONTENT]  show an exhibit; may be left out",
    "check": "[CONTENT]  find all that is wrong in a content folder",
    "new": "DIR  write a small exhibit to start from",
    "import": "FILE --to DIR  make an exhibit from a spreadsheet or a TimelineJS file",
    "export": "[CONTENT] --table FILE  write an exhibit as a spreadsheet or for TimelineJS",
    "schema": "exhibit|event  print what editors need to complete and check the files",
    "editions": "[CONTENT]  list the editions that are stored",
    "rollback": "[CONTENT] [NUMBER]  have the floor show an earlier edition",
}
"""Each is a module in `kiosk.commands`, imported when it is called.

Its `parser()` knows the options, and its `main` takes the words after the command.
"""

_MODULES: Final = {"import": "importing", "export": "exporting"}
"""Where a module cannot or should not be called as its command."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line (by default that of the process) and give its exit code."""
    _write_any_letter()
    try:
        command, words = split_command(sys.argv[1:] if arguments is None else arguments)
        if command == "run":
            return run.main(words, _other_commands())
        return int(module_of(command).main(words))
    except (UsageError, SettingsError) as fault:
        print(f"kiosk: {fault}", file=sys.stderr)
        return WRONG_USE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has left; the interpreter must not try to flush it again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return GOOD


def module_of(command: str) -> ModuleType:
    """The module in `kiosk.commands` that runs a command."""
    return import_module(f"kiosk.commands.{_MODULES.get(command, command)}")


def _other_commands() -> str:
    lines = (f"  kiosk {name} {text}" for name, text in COMMANDS.items() if name != "run")
    return "\n".join(("other commands (each with --help):", *lines))


def split_command(arguments: Sequence[str]) -> tuple[str, list[str]]:
    """The command and the words without it; ``run`` if the first word is no command.

    The word after ``--windowed`` joins it if it is a size.
    """
    words = _join_window_size(arguments)
    valued = _options_with_value() if words and words[0].startswith("-") else frozenset()
    position = 0
    while position < len(words) and words[position].startswith("-"):
        if words[position] == "--":
            return "run", words
        position += 2 if words[position] in valued else 1
    if position < len(words) and words[position] in COMMANDS:
        return words[position], [*words[:position], *words[position + 1 :]]
    return "run", words


def _options_with_value() -> frozenset[str]:
    """The options of any command that take the next word."""
    parsers: list[Parser] = [module_of(command).parser() for command in COMMANDS]
    return frozenset().union(*(parser.options_with_value() for parser in parsers))


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


def _write_any_letter() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
