"""The desktop that the tests of the window run on."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

pytestmark = pytest.mark.gui_once

SESSION = Path(__file__).with_name("session.py")
CLIENT = """
import pyatspi
print("\\n".join(application.name or "" for application in pyatspi.Registry.getDesktop(0)))
"""


def processes(marker: str) -> list[int]:
    """The processes started with ``KIOSK_MARKER=marker``."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if f"KIOSK_MARKER={marker}".encode() in (folder / "environ").read_bytes():
                found.append(int(folder.name))
    return found


def wait_until(done: Callable[[], bool], seconds: float = 20) -> bool:
    """Whether ``done`` came true in time."""
    deadline = time.monotonic() + seconds
    while not (result := done()) and time.monotonic() < deadline:
        time.sleep(0.05)
    return result


def test_screen_holds_every_size(qapp: QGuiApplication) -> None:
    """A 4K window fits the virtual screen."""
    size = qapp.primaryScreen().size()
    assert (size.width(), size.height()) == (3840, 2160)


def test_assistive_technology_can_connect() -> None:
    """A screen reader's library finds the desktop on the accessibility bus."""
    result = subprocess.run(
        ["/usr/bin/python3", "-c", CLIENT], text=True, capture_output=True, timeout=30, check=False
    )
    assert result.returncode == 0, result.stderr


def test_exit_code_is_the_command_s() -> None:
    """What the command says is what the session says."""
    for code in (0, 7):
        command = [sys.executable, "-c", f"raise SystemExit({code})"]
        result = subprocess.run([sys.executable, SESSION, *command], timeout=60, check=False)
        assert result.returncode == code


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_nothing_stays_behind(tmp_path: Path, number: signal.Signals) -> None:
    """Screen, buses, the command and its children are gone after the session was ended."""
    marker, ready = tmp_path.name, tmp_path / "ready"
    command = ["sh", "-c", f"echo $XDG_RUNTIME_DIR >{ready}; sleep 300 & sleep 300"]
    environment = {**os.environ, "KIOSK_MARKER": marker}
    session = subprocess.Popen([sys.executable, SESSION, *command], env=environment)
    assert wait_until(lambda: ready.exists() and ready.read_text().endswith("\n"))
    assert len(processes(marker)) > 6
    session.send_signal(number)
    session.wait(30)
    assert wait_until(lambda: not processes(marker)), processes(marker)
    assert wait_until(lambda: not Path(ready.read_text().strip()).parent.exists())
