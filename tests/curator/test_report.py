from __future__ import annotations

import io
import json
from typing import Literal

from rich.console import Console

from kiosk.curator.report import LONG_LIST, MOST_ALIKE, as_json, print_report, summary
from kiosk.exhibit.problems import Problem, Scope, Severity


def problem(path: str, message: str, severity: Severity = Severity.ERROR) -> Problem:
    """A problem on line 3."""
    return Problem(
        path=path,
        line=3,
        column=7,
        severity=severity,
        scope=Scope.EVENT,
        code="bad-date",
        message=message,
        hint="Mend it.",
    )


def printed(*problems: Problem, terminal: bool = False, every: bool = False) -> str:
    """The report as it would be printed."""
    out = io.StringIO()
    colors: Literal["standard", "auto"] = "standard" if terminal else "auto"
    console = Console(file=out, force_terminal=terminal, highlight=False, color_system=colors)
    print_report(console, 2, problems, every=every)
    return out.getvalue()


def test_nothing_quoted_reaches_the_terminal_as_an_order() -> None:
    """Signs that a terminal obeys, in names and texts alike, are replaced; spaces stay."""
    text = printed(problem("events/\x1b[2Ja", "“\x1b]0;x\x07\u202e”, 13\u00a0d.\n\r"))
    assert not set("\x1b\x07\r\u202e") & set(text)
    assert "events/\ufffd[2Ja" in text
    assert "13\u00a0d." in text


def test_problems_of_one_file_stand_together() -> None:
    """The file's name is printed once, before its problems."""
    text = printed(
        problem("b", "One."), problem("a", "Two."), problem("b", "Three.", Severity.WARNING)
    )
    assert text == (
        "b\n"
        "  error    line 3, column 7: One. [bad-date]\n"
        "           Mend it.\n"
        "  warning  line 3, column 7: Three. [bad-date]\n"
        "           Mend it.\n"
        "\n"
        "a\n"
        "  error    line 3, column 7: Two. [bad-date]\n"
        "           Mend it.\n"
        "\n"
        "2 events, 2 errors, 1 warning.\n"
    )


def test_a_long_list_stays_readable() -> None:
    """Of many of one kind the first few are printed and the rest counted, unless all are wanted."""
    many = [problem(f"{number:03}", "Same.", Severity.WARNING) for number in range(200)]
    text = printed(problem("z", "Other."), *many)
    assert text.count("Same.") == MOST_ALIKE
    assert "Other." in text
    assert "--all" in text
    assert "  warning  195 more in 195 files [bad-date]\n" in text
    assert text.endswith("\n2 events, 1 error, 200 warnings.\n")
    assert printed(*many, every=True).count("Same.") == 200
    assert printed(*many[:LONG_LIST]).count("Same.") == LONG_LIST


def test_colours_are_for_terminals() -> None:
    """A file or pipe receives plain text."""
    assert "\x1b[" in printed(problem("a", "x"), terminal=True)
    assert "\x1b[" not in printed(problem("a", "x"))


def test_long_lines_are_not_broken_in_files() -> None:
    """A program that reads the report finds one problem on one line."""
    assert "word " * 60 in printed(problem("a", "word " * 60))


def test_names_cannot_command_the_terminal() -> None:
    """Escape characters and markup in file names are only shown."""
    text = printed(problem("\x1b[31m[bold]x", "[red]y\x07"))
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "[bold]x" in text
    assert "[red]y" in text


def test_the_summary_counts() -> None:
    """One is not many."""
    assert summary(1, [problem("a", "x")]) == "1 event, 1 error, 0 warnings."
    assert summary(0, []) == "0 events: everything is in order."


def test_json_has_exactly_the_promised_fields() -> None:
    """The scope stays inside; letters stay letters."""
    text = as_json(2, [problem("ž", "x")])
    assert "ž" in text
    assert json.loads(text)["problems"] == [
        {
            "path": "ž",
            "line": 3,
            "column": 7,
            "severity": "error",
            "code": "bad-date",
            "message": "x",
            "hint": "Mend it.",
        }
    ]
