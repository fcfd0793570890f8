"""How the kiosk ends, and how it does not."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from tests.gui.conftest import Stored
from tests.gui.stage import Stage, spin

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def floor(open_stage: Callable[..., Stage]) -> Stage:
    """Fullscreen, as visitors meet it."""
    return open_stage(windowed=False, window_size=None)


def quits(stage: Stage) -> list[None]:
    """A list that grows each time the kiosk asks to be ended."""
    asked: list[None] = []
    # The pytest process must go on.
    stage.show.engine.quit.disconnect()
    stage.show.engine.quit.connect(lambda: asked.append(None))
    return asked


def test_floor_fills_the_screen(floor: Stage) -> None:
    """No frame, no desktop beside it, no problems."""
    assert floor.window.geometry() == floor.window.screen().geometry()
    assert not floor.has("In the content folder")


def test_visitors_cannot_end_it(floor: Stage) -> None:
    """Escape, Ctrl+Q, Alt+F4 and a request to close leave it standing, at any level."""
    asked = quits(floor)
    for begun in (False, True):
        if begun:
            floor.begin()
        for key, modifier in (
            (Qt.Key.Key_Q, CONTROL),
            (Qt.Key.Key_W, CONTROL),
            (Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier),
            (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier),
            (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
            (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        ):
            floor.key(key, modifier)
        floor.window.close()
        spin(0.1)
        assert asked == []
        assert floor.window.isVisible()
    floor.begin()
    assert floor.has("Timeline")


@pytest.mark.gui_once
def test_curator_can_end_it(stage: Stage) -> None:
    """In a window Ctrl+Q ends it."""
    asked = quits(stage)
    stage.key(Qt.Key.Key_Escape)
    assert asked == []
    stage.key(Qt.Key.Key_Q, CONTROL)
    assert asked == [None]


def test_window_can_be_closed(stage: Stage) -> None:
    """A window closes like every other window."""
    stage.window.close()
    spin(0.1)
    assert not stage.window.isVisible()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("options", [("--windowed", "800x600"), ()], ids=["windowed", "floor"])
def test_signal_ends_it_cleanly(
    start_kiosk: Callable[..., subprocess.Popen[str]],
    number: signal.Signals,
    options: tuple[str, ...],
) -> None:
    """An operator ends it with 0 and without a traceback."""
    kiosk = start_kiosk(*options)
    kiosk.send_signal(number)
    _, said = kiosk.communicate(timeout=30)
    assert kiosk.returncode == 0
    assert "Traceback" not in said
    assert ".qml:" not in said


@pytest.mark.gui_once
@pytest.mark.parametrize("display", [None, ":4711"], ids=["none", "silent"])
def test_no_display_is_one_sentence(stored: Stored, display: str | None) -> None:
    """Without a display it says so and gives 3, before Qt could abort."""
    environment = dict(os.environ)
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        environment.pop(name, None)
    if display:
        environment["DISPLAY"] = display
    ended = subprocess.run(
        [sys.executable, "-m", "kiosk", str(stored.content)],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
        env=environment,
    )
    assert ended.returncode == 3
    assert ended.stdout == ""
    lines = ended.stderr.splitlines()
    assert len(lines) == 1
    assert "There is no display" in lines[0]
