from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator

import pytest

from kiosk.station.wakefulness import keep_awake

needs_x = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xset")), reason="needs Xvfb and xset"
)


@pytest.fixture
def display(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An X server of our own that blanks its screen after some minutes."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-noreset", "-s", "5"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            name = f":{answer.readline().strip()}"
        monkeypatch.setenv("DISPLAY", name)
        yield name
    finally:
        server.terminate()
        server.wait()


def asked() -> str:
    return subprocess.run(["xset", "q"], capture_output=True, text=True, check=True).stdout


@needs_x
def test_x11_screen_stays_on(display: str) -> None:
    """Blanking and power saving are off afterwards, for all programs of the display."""
    subprocess.run(["xset", "s", "300", "300"], check=True)
    subprocess.run(["xset", "+dpms"], check=False, stderr=subprocess.DEVNULL)
    assert "timeout:  300" in asked(), display
    assert keep_awake("xcb") == "kept"
    assert "timeout:  0" in asked()
    assert "DPMS is Enabled" not in asked()


def test_no_x_server(monkeypatch: pytest.MonkeyPatch, expected_logs: list[str]) -> None:
    """Without an X server it is said in the log, and nothing else happens."""
    expected_logs.append("may go dark")
    monkeypatch.setenv("DISPLAY", ":64999")
    assert keep_awake("xcb") == "impossible"


@pytest.mark.parametrize("platform", ["wayland", "wayland-egl", "eglfs", "offscreen", "windows"])
def test_elsewhere(platform: str) -> None:
    """Where nobody blanks the screen behind our back nothing is done."""
    assert keep_awake(platform) == "unneeded"
