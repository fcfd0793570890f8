"""QObjects and list models that QML binds to. They translate; they do not decide."""

from __future__ import annotations

import ctypes
import sys

QML_MODULE = "Kiosk"


def keep_constants() -> None:
    """Makes None, True and False last for ever, as Python itself does from 3.12 on.

    PySide6 6.12 counts on that: each emitted signal loses a reference to True, and each call of
    a C++ function without result one to None. Under Python 3.11 the process would be aborted
    after some thousand signals.
    """
    if sys.version_info < (3, 12):
        for constant in (None, True, False):
            ctypes.c_ssize_t.from_address(id(constant)).value = 1 << 60


keep_constants()
