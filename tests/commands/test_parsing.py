"""What the commands share."""

from __future__ import annotations

import io
import sys

import pytest

from kiosk.commands import parsing
from kiosk.commands.parsing import progress


class Screen(io.StringIO):
    """A stderr that claims to be a terminal."""

    def isatty(self) -> bool:
        return True


def written(monkeypatch: pytest.MonkeyPatch, patience: float, *, terminal: bool = True) -> str:
    """What a bar writes over three steps of work."""
    screen = Screen() if terminal else io.StringIO()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(parsing, "PATIENCE", patience)
    monkeypatch.setenv("TERM", "xterm")
    with progress("Looking at the media") as on_progress:
        for done in range(3):
            on_progress(done, 3)
    return screen.getvalue()


def test_a_bar_comes_only_when_it_takes_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is done soon writes nothing to the terminal."""
    assert written(monkeypatch, patience=3600) == ""
    assert "Looking at the media" in written(monkeypatch, patience=-1)


def test_a_file_receives_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever it takes, a log holds only words."""
    assert written(monkeypatch, patience=-1, terminal=False) == ""


def test_a_bar_ends_with_what_it_was_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error leaves the terminal as it was, with its cursor."""
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(parsing, "PATIENCE", -1)
    monkeypatch.setenv("TERM", "xterm")

    def work() -> None:
        with progress("x") as on_progress:
            on_progress(1, 2)
            raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        work()
    assert screen.getvalue().rfind("\x1b[?25h") > screen.getvalue().rfind("\x1b[?25l")
