"""What reaches the window from outside: fingers, keys, and the end of a frame."""

from __future__ import annotations

import time
from threading import Thread
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtQuick import QQuickWindow, QSGRendererInterface

from kiosk.station.probe import Probe
from kiosk.station.rendering import has_gpu
from kiosk.viewmodels.kiosk import KioskView

_TOUCHES = {
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TouchEnd,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.Wheel,
}

_ENDS = {QEvent.Type.TouchEnd, QEvent.Type.MouseButtonRelease, QEvent.Type.Wheel}

_PAUSE_NS = 250_000_000
"""Without a frame for so long nothing moves."""
_BEAT_NS = 50_000_000


class ActivitySense(QObject):
    """Tells the visit of everything that a visitor does with hands or keys."""

    def __init__(self, kiosk: KioskView, window: QQuickWindow) -> None:
        super().__init__(window)
        self._kiosk = kiosk
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _TOUCHES:
            self._touch(kind)
        elif kind == QEvent.Type.KeyPress:
            self._kiosk.typed()
        return False

    def _touch(self, kind: QEvent.Type) -> None:
        """A touch answers the warning only when it is over, or it would go through to a card."""
        if not self._kiosk.secondsLeft:
            self._kiosk.touched()
        elif kind in _ENDS:
            QTimer.singleShot(0, self, self._kiosk.touched)


class Readiness(Protocol):
    """What there is to wait for."""

    @property
    def ready(self) -> object:
        """True as soon as the first touch would be answered."""

    @property
    def edition(self) -> str:
        """The id of the edition that is shown, "" for none."""


class FrameSense(QObject):
    """Feeds the probe with every frame of the window; only there when somebody measures.

    A frame's work is from the beginning of synchronising to the end of rendering; where the CPU
    draws for OpenGL, that comes only with the swap. The signals come from the render thread where
    there is one. A pause is a quarter of a second in which the event loop was free and drew
    nothing: a stall of any length is a long frame, not a pause.
    """

    def __init__(self, probe: Probe, kiosk: Readiness, window: QQuickWindow) -> None:
        super().__init__(window)
        self._probe = probe
        self._kiosk = kiosk
        self._window = window
        self._edition = kiosk.edition
        self._swap_draws = False
        self._began = 0
        self._work = 0
        self._shown = 0
        self._beaten = 0
        self._quiet = 0
        direct = Qt.ConnectionType.DirectConnection
        window.beforeSynchronizing.connect(self._begin, direct)
        window.afterRendering.connect(self._end, direct)
        window.frameSwapped.connect(self._show, direct)
        self._memory = QTimer(self)
        self._memory.setInterval(10_000)
        self._memory.timeout.connect(self._weigh)
        self._memory.start()
        self._beat = QTimer(self)
        self._beat.setInterval(_BEAT_NS // 1_000_000)
        self._beat.timeout.connect(self._listen)
        window.afterAnimating.connect(self._move)

    def _weigh(self) -> None:
        # Adding up takes longer than a frame may.
        Thread(target=self._probe.memory, name="weighing", daemon=True).start()

    def _begin(self) -> None:
        self._began = time.monotonic_ns()

    def _end(self) -> None:
        self._work = time.monotonic_ns() - self._began

    def _show(self) -> None:
        now = time.monotonic_ns()
        if not self._shown:
            api = self._window.rendererInterface().graphicsApi()
            self._swap_draws = api == QSGRendererInterface.GraphicsApi.OpenGL and not has_gpu()
            self._probe.first_frame()
            self._probe.renderer(api.name.lower())
        if self._kiosk.ready:
            self._probe.ready()
        if self._kiosk.edition != self._edition:
            self._edition = self._kiosk.edition
            self._probe.edition(self._edition)
        self._shown = now
        self._quiet = 0
        self._probe.frame(now, now - self._began if self._swap_draws else self._work, moving=True)

    def _move(self) -> None:
        if not self._beat.isActive():
            self._beaten = time.monotonic_ns()
            self._quiet = 0
            self._beat.start()

    def _listen(self) -> None:
        now = time.monotonic_ns()
        since, self._beaten = now - self._beaten, now
        drawing = self._began > self._shown
        self._quiet = 0 if drawing or since > 2 * _BEAT_NS else self._quiet + since
        if self._quiet >= _PAUSE_NS:
            self._beat.stop()
            self._probe.pause()
