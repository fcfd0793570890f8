"""Keeping the screen from going dark by itself."""

from __future__ import annotations

import ctypes
import ctypes.util
import logging
from typing import Any, Literal

log = logging.getLogger(__name__)

Outcome = Literal["kept", "unneeded", "impossible"]


def keep_awake(platform_name: str) -> Outcome:
    """Switches off blanking and power saving of an X11 screen, for good.

    `platform_name` is Qt's, e.g. ``xcb``. Elsewhere the compositor or nobody blanks the screen:
    ``unneeded``. ``impossible`` is logged with its reason.
    """
    if platform_name != "xcb":
        return "unneeded"
    reason = _keep_x11_awake()
    if reason is None:
        return "kept"
    log.warning("the screen may go dark by itself: %s", reason)
    return "impossible"


def _keep_x11_awake() -> str | None:
    """None when it is done, else why it is not."""
    x11, xext = _library("X11"), _library("Xext")
    if x11 is None:
        return "libX11 is not installed"
    x11.XOpenDisplay.restype = ctypes.c_void_p
    display = x11.XOpenDisplay(None)
    if not display:
        return "the X server does not answer"
    connection = ctypes.c_void_p(display)
    try:
        # Timeout 0 disables; interval 0, blanking and exposures as the server prefers.
        x11.XSetScreenSaver(connection, 0, 0, 2, 2)
        x11.XForceScreenSaver(connection, 0)
        if xext is not None and _has_dpms(xext, connection):
            xext.DPMSForceLevel(connection, ctypes.c_ushort(0))
            xext.DPMSDisable(connection)
        x11.XSync(connection, 0)
    finally:
        x11.XCloseDisplay(connection)
    return None


def _has_dpms(xext: Any, connection: ctypes.c_void_p) -> bool:
    """Asked first, because Xlib ends the whole process when an extension refuses."""
    event, error = ctypes.c_int(), ctypes.c_int()
    if not xext.DPMSQueryExtension(connection, ctypes.byref(event), ctypes.byref(error)):
        return False
    level, enabled = ctypes.c_ushort(), ctypes.c_ubyte()
    if not xext.DPMSCapable(connection):
        return False
    return bool(
        xext.DPMSInfo(connection, ctypes.byref(level), ctypes.byref(enabled)) and enabled.value
    )


def _library(name: str) -> Any:
    """A system library, or None; `Any` because its functions have no Python types."""
    found = ctypes.util.find_library(name)
    try:
        return ctypes.CDLL(found) if found else None
    except OSError:
        return None
