"""What is wrong in a content folder, in words for the person who can mend it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Severity(StrEnum):
    """An error leaves something out; a warning leaves everything usable."""

    ERROR = "error"
    WARNING = "warning"


class Scope(StrEnum):
    """What an error costs: one medium, one event, or the whole exhibit."""

    MEDIUM = "medium"
    EVENT = "event"
    EXHIBIT = "exhibit"


_UNSHOWN: Final = re.compile(
    "[\0-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\ufffb]"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One finding: where it is, what it is, and what to write instead.

    `path` is relative to the content folder with forward slashes ("." is the folder itself);
    `line` and `column` count from 1, or are 0 where a place inside the file means nothing.
    `code` is a short stable name in kebab case, e.g. ``bad-date``. What the texts quote from files
    may hold anything; a terminal would obey some of it, so that is replaced by U+FFFD.
    """

    path: str
    line: int = 0
    column: int = 0
    severity: Severity
    scope: Scope
    code: str
    message: str
    hint: str = ""

    def __post_init__(self) -> None:
        for name in ("path", "message", "hint"):
            text = getattr(self, name)
            if _UNSHOWN.search(text) is not None:
                object.__setattr__(self, name, _UNSHOWN.sub("\ufffd", text))

    @property
    def place(self) -> str:
        """``path:line:column`` as editors and terminals understand it."""
        if not self.line:
            return self.path
        return f"{self.path}:{self.line}:{self.column}"


def in_reading_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Errors first, then by file and place; the same problem never twice."""
    unique = dict.fromkeys(problems)
    return tuple(
        sorted(unique, key=lambda p: (p.severity != Severity.ERROR, p.path, p.line, p.column))
    )


def by_file(problems: Iterable[Problem]) -> dict[str, list[Problem]]:
    """Problems in reading order as they stand in each file; files with errors come first."""
    files: dict[str, list[Problem]] = {}
    for problem in problems:
        files.setdefault(problem.path, []).append(problem)
    return files


def counted(problems: Iterable[Problem]) -> tuple[int, int]:
    """How many errors and how many warnings there are."""
    severities = [problem.severity for problem in problems]
    return severities.count(Severity.ERROR), severities.count(Severity.WARNING)
