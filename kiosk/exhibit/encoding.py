"""The bytes of a text file as text, and places in it."""

from __future__ import annotations

import re

from kiosk.exhibit.problems import Problem, Scope, Severity


def decode(
    data: bytes, path: str, scope: Scope = Scope.EXHIBIT
) -> tuple[str | None, tuple[Problem, ...]]:
    """UTF-8 text without its byte order mark; None and a problem if it is in another encoding."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None, (_encoding_problem(path, 1, 1, scope),)
    body = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return body.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        before = body[: error.start].decode("utf-8")
        line, column = place_of(before, len(before))
        return None, (_encoding_problem(path, line, column, scope),)


def place_of(text: str, offset: int) -> tuple[int, int]:
    """The line and column of the letter at `offset`, both counted from 1."""
    lines = re.split("\r\n|[\n\r\x85\u2028\u2029]", text[:offset])
    return len(lines), len(lines[-1]) + 1


def _encoding_problem(path: str, line: int, column: int, scope: Scope) -> Problem:
    return Problem(
        path=path,
        line=line,
        column=column,
        severity=Severity.ERROR,
        scope=scope,
        code="not-utf-8",
        message="The file is not saved as UTF-8, so its letters cannot be read for certain.",
        hint="Open it in your editor, choose “Save as” and the encoding UTF-8.",
    )
