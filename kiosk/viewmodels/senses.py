"""What reaches the window from outside: fingers, keys, and the end of a frame."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtQuick import QQuickWindow

from kiosk.station.probe import Probe
from kiosk.viewmodels.kiosk import KioskView

_TOUCHES = {
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TouchEnd,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.Wheel,
}

_PAUSE_NS = 250_000_000
"""Without a frame for so long nothing moves."""


class ActivitySense(QObject):
    """Tells the visit of everything that a visitor does with hands or keys."""

    def __init__(self, kiosk: KioskView, window: QQuickWindow) -> None:
        super().__init__(window)
        self._kiosk = kiosk
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _TOUCHES:
            self._kiosk.touched()
        elif kind == QEvent.Type.KeyPress:
            self._kiosk.typed()
        return False


class FrameSense(QObject):
    """Feeds the probe with every frame of the window; only there when somebody measures.

    A frame's work is from the beginning of synchronising to the end of rendering. The signals
    come from the render thread where there is one.
    """

    def __init__(self, probe: Probe, kiosk: KioskView, window: QQuickWindow) -> None:
        super().__init__(window)
        self._probe = probe
        self._kiosk = kiosk
        self._window = window
        self._began = 0
        self._work = 0
        self._shown = 0
        direct = Qt.ConnectionType.DirectConnection
        window.beforeSynchronizing.connect(self._begin, direct)
        window.afterRendering.connect(self._end, direct)
        window.frameSwapped.connect(self._show, direct)
        self._memory = QTimer(self)
        self._memory.setInterval(10_000)
        self._memory.timeout.connect(probe.memory)
        self._memory.start()
        self._pause = QTimer(self)
        self._pause.setInterval(500)
        self._pause.timeout.connect(self._rest)
        self._pause.start()

    def _begin(self) -> None:
        self._began = time.monotonic_ns()

    def _end(self) -> None:
        self._work = time.monotonic_ns() - self._began

    def _show(self) -> None:
        now = time.monotonic_ns()
        if not self._shown:
            self._probe.first_frame()
            self._probe.renderer(self._window.rendererInterface().graphicsApi().name.lower())
        if self._kiosk.ready:
            self._probe.ready()
        moving = now - self._shown < _PAUSE_NS
        self._shown = now
        self._probe.frame(now, self._work, moving)

    def _rest(self) -> None:
        if time.monotonic_ns() - self._shown > _PAUSE_NS:
            self._probe.pause()
