"""Qt for Python takes no reference away, or a kiosk would be aborted within hours."""

import sys

import pytest
from PySide6.QtCore import QObject, QTimer, Signal


class Bell(QObject):
    rung = Signal()


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None and True never die there")
def test_signals_and_calls_keep_the_constants(qapp):  # noqa: ARG001
    """PySide6 6.12 lost one to True with each signal and one to None with each call."""
    bell, timer = Bell(), QTimer()
    before = [sys.getrefcount(constant) for constant in (None, True, False)]
    for _ in range(300):
        bell.rung.emit()
        timer.setInterval(5)
    after = [sys.getrefcount(constant) for constant in (None, True, False)]
    assert all(now > then - 100 for now, then in zip(after, before, strict=True))
