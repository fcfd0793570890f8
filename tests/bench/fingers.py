"""The kiosk with two fingers on its glass: ``python fingers.py`` and what ``kiosk run`` takes.

xdotool has one finger. So this is the whole kiosk, as `kiosk.app` runs it, and with it in the same
process a touch screen of Qt's own for tests. Each line on stdin is one pinch: in pixels where its
middle is, how far apart the fingers begin and end, in seconds how long it lasts.

Only frames in which the timeline has moved are counted: after every report of a touch Qt draws a
second frame, in which nothing is new.
"""

from __future__ import annotations

import os
import sys
import time
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from kiosk.app import CleanEnding, Show, choose_rendering
from kiosk.commands.run import parser
from kiosk.settings import settings_from
from kiosk.station.probe import Probe, process_start
from kiosk.viewmodels.senses import FrameSense

REPORT_MS = 8
"""Touch screens tell about 120 times a second where fingers are."""


class Fingers(QObject):
    """Plays one pinch after the other on `window`."""

    def __init__(self, window: QQuickWindow) -> None:
        super().__init__(window)
        self._window = window
        self._screen = QTest.createTouchDevice()
        self._orders: list[tuple[float, ...]] = []
        self._began = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(REPORT_MS)
        self._timer.timeout.connect(self._go_on)
        os.set_blocking(0, False)
        self._ears = QSocketNotifier(0, QSocketNotifier.Type.Read, self)
        self._ears.activated.connect(self._listen)

    def _listen(self) -> None:
        said = os.read(0, 4096).decode()
        self._ears.setEnabled(bool(said))
        self._orders += [tuple(map(float, line.split())) for line in said.splitlines()]
        self._timer.start()

    def _go_on(self) -> None:
        if not self._orders:
            self._timer.stop()
            return
        x, y, near, far, seconds = self._orders[0]
        now = time.monotonic()
        begins = not self._began
        if begins:
            self._began = now
        done = min(1.0, (now - self._began) / seconds)
        reach = (near + (far - near) * done) / 2
        places = [QPoint(round(x - reach), round(y)), QPoint(round(x + reach), round(y))]
        touch = QTest.touchEvent(self._window, self._screen, False)
        for number, place in enumerate(places):
            if begins:
                touch.press(number, place)
            elif done < 1:
                touch.move(number, place)
            else:
                touch.release(number, place)
        touch.commit(False)
        if done >= 1:
            self._began = 0.0
            self._orders.pop(0)


class Moves(Probe):
    """Counts frames in which the timeline is not where it was in the one before."""

    def __init__(self, path: Path, start: float) -> None:
        super().__init__(path, start)
        self.timeline: QQuickItem | None = None
        self._before: tuple[float, float] | None = None

    def frame(self, shown_at_ns: int, work_ns: int, moving: bool) -> None:
        if self.timeline is None:
            return
        now = (self.timeline.property("centre"), self.timeline.property("length"))
        if now != self._before:
            self._before = now
            super().frame(shown_at_ns, work_ns, moving)


def watch(probe: Path, show: Show, window: QQuickWindow) -> None:
    """Measures as the kiosk does with ``--probe``, but only what moves."""
    moves = Moves(probe, process_start())
    FrameSense(moves, show.view, window)

    def look() -> None:
        if moves.timeline is None:
            moves.timeline = window.findChild(QQuickItem, "timeline")

    show.view.phaseChanged.connect(look)


def main(words: list[str]) -> int:
    settings = settings_from(vars(parser().parse(words)), os.environ)
    probe, settings = settings.probe, replace(settings, probe=None)
    choose_rendering(settings)
    sys.setswitchinterval(0.001)
    application = QGuiApplication(["kiosk"])
    ending = CleanEnding(application)
    show = Show(settings)
    if show.window is None:
        return 1
    fingers = Fingers(show.window)
    if probe is not None:
        watch(probe, show, show.window)
    show.start()
    code = application.exec()
    fingers.deleteLater()
    ending.close()
    show.end()
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
