"""Long work on the thread of the window, in slices that leave time for every frame."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer

from kiosk.steps import Steps

SLICE_SECONDS = 0.006
"""A frame has 16 milliseconds, of which drawing wants up to ten."""


class Slices(QObject):
    """Does one piece of work at a time; what is begun later takes the place of the earlier."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: Steps[None] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    def begin(self, work: Steps[None]) -> None:
        self.stop()
        self._work = work
        self._timer.start()

    def stop(self) -> None:
        """Leaves off; nothing more of the work happens."""
        self._timer.stop()
        if self._work is not None:
            self._work.close()
            self._work = None

    def _go_on(self) -> None:
        ends = time.monotonic() + SLICE_SECONDS
        work = self._work
        try:
            while work is not None:
                next(work)
                if time.monotonic() >= ends:
                    return
        except StopIteration:
            self._timer.stop()
            self._work = None
