from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.station.displays import display_fault


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Path]:
    """A socket that answers."""
    path = tmp_path / "wayland-9"
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))
        listening.listen()
        yield path


def test_a_machine_without_display_says_so() -> None:
    """Neither variable is set."""
    fault = display_fault({}, "linux")
    assert fault is not None
    assert "graphical session" in fault


@pytest.mark.parametrize(
    "platform", ["offscreen", "minimal", "eglfs", "linuxfb:fb=/dev/fb0", "vnc:size=800x600"]
)
def test_some_platforms_need_no_server(platform: str) -> None:
    """Qt draws by itself there."""
    assert display_fault({"QT_QPA_PLATFORM": platform}, "linux") is None


def test_other_systems_have_their_own_displays() -> None:
    """Only Linux needs a display server."""
    assert display_fault({}, "darwin") is None
    assert display_fault({}, "win32") is None


def test_a_wayland_server_that_answers(server: Path) -> None:
    """By name in the runtime folder, or by its path."""
    runtime = {"XDG_RUNTIME_DIR": str(server.parent)}
    assert display_fault({"WAYLAND_DISPLAY": server.name, **runtime}, "linux") is None
    assert display_fault({"WAYLAND_DISPLAY": str(server)}, "linux") is None


@pytest.mark.parametrize("display", [":4242", "localhost:4242", "unix:4242.0", ":99999"])
def test_an_x_server_that_does_not_answer(display: str) -> None:
    """The address is named."""
    fault = display_fault({"DISPLAY": display}, "linux")
    assert fault is not None
    assert f"DISPLAY={display}" in fault


def test_an_x_server_over_the_network() -> None:
    """A display on another machine is asked by TCP, at 6000 and its number."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port = listening.getsockname()[1]
        listening.listen()
        display = f"127.0.0.1:{port - 6000}.0"
        assert display_fault({"DISPLAY": display}, "linux") is None


def test_an_address_of_unknown_form_is_left_to_qt() -> None:
    """Better to try than to refuse a working display."""
    assert display_fault({"DISPLAY": "/private/tmp/launch/org.x:0"}, "linux") is None
