"""Whether there is a display, found out before Qt starts, because Qt ends the process if not."""

from __future__ import annotations

import os
import re
import socket
from collections.abc import Mapping
from typing import Final

_NEED_NO_SERVER: Final = frozenset(
    {"offscreen", "minimal", "minimalegl", "eglfs", "linuxfb", "vnc", "vkkhrdisplay"}
)
_X_ADDRESS: Final = re.compile(r"(?:unix|([A-Za-z0-9_.-]*)):(\d{1,5})(?:\.\d+)?")
_X_SOCKETS: Final = "/tmp/.X11-unix"
_X_PORT: Final = 6000
_PATIENCE: Final = 3.0
"""Seconds to wait for an answer."""


def display_fault(environment: Mapping[str, str], platform: str) -> str | None:
    """One sentence on why nothing can be shown, or None; `platform` is as in `sys.platform`."""
    if not platform.startswith("linux"):
        return None
    wanted = environment.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0]
    if wanted in _NEED_NO_SERVER:
        return None
    wayland = environment.get("WAYLAND_DISPLAY", "")
    display = environment.get("DISPLAY", "")
    if not wayland and not display:
        return (
            "There is no display: start it in a graphical session, "
            "or set DISPLAY or WAYLAND_DISPLAY."
        )
    if wayland and _wayland_answers(wayland, environment):
        return None
    if display and _x_answers(display):
        return None
    name = f"DISPLAY={display}" if display else f"WAYLAND_DISPLAY={wayland}"
    return f"There is no display: nothing answers at {name}."


def _wayland_answers(name: str, environment: Mapping[str, str]) -> bool:
    return _connects(os.path.join(environment.get("XDG_RUNTIME_DIR", ""), name))  # noqa: PTH118


def _x_answers(display: str) -> bool:
    """Whether the X server answers; an address of an unknown form is left to Qt."""
    found = _X_ADDRESS.fullmatch(display)
    if found is None:
        return True
    host, number = found[1], int(found[2])
    if host:
        return _X_PORT + number < 65_536 and _connects((host, _X_PORT + number))
    path = f"{_X_SOCKETS}/X{number}"
    return _connects(path) or _connects(f"\0{path}")


def _connects(address: str | tuple[str, int]) -> bool:
    try:
        if isinstance(address, tuple):
            socket.create_connection(address, timeout=_PATIENCE).close()
            return True
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(_PATIENCE)
            connection.connect(address)
    except (OSError, ValueError):
        return False
    return True
