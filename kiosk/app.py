"""The composition root: builds every part of the running kiosk and puts them together."""

from __future__ import annotations

import gc
import logging
import math
import os
import signal
import sys
import time
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QLoggingCategory,
    QObject,
    QSize,
    QSocketNotifier,
    Qt,
    QUrl,
)
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow, QSGRendererInterface
from shiboken6 import delete

from kiosk.resources import assets_folder
from kiosk.settings import Settings
from kiosk.station.children import ONLY_FILES
from kiosk.station.editions import state_root
from kiosk.station.log import set_up_log
from kiosk.station.probe import Probe, process_start
from kiosk.station.rendering import choose_renderer
from kiosk.station.wakefulness import keep_awake
from kiosk.viewmodels.desk import EditionDesk
from kiosk.viewmodels.kiosk import KioskView, Station
from kiosk.viewmodels.seclusion import Seclusion
from kiosk.viewmodels.senses import ActivitySense, FrameSense
from kiosk.viewmodels.typefaces import load_ours

log = logging.getLogger(__name__)

CHIPS = "QT_FFMPEG_DECODING_HW_DEVICE_TYPES"
"""Tells the FFmpeg in Qt which decoders of graphics chips it may use; “,” is none.

What a chip decodes cannot be painted without detours.
"""

_USUAL_DIAGONAL = 24.0
_PLAUSIBLE_DIAGONALS = (7.0, 150.0)
_MM_PER_INCH = 25.4


def run(settings: Settings) -> int:
    """Shows the exhibit until it is told to end; the exit code."""
    choose_rendering(settings)
    # Threads that look at the content folder give way to a frame within a millisecond.
    sys.setswitchinterval(0.001)
    application = QGuiApplication(["kiosk"])
    application.setApplicationName("kiosk")
    ending = CleanEnding(application)
    show = Show(settings)
    if show.window is None:
        show.end()
        return 1
    if not settings.windowed:
        application.setOverrideCursor(Qt.CursorShape.BlankCursor)
        log.info("the screen stays on: %s", keep_awake(application.platformName()))
    show.start()
    code = 0 if ending.is_due else application.exec()
    ending.close()
    show.end()
    return code


class Show:
    """Everything that lives as long as the window does. Needs a QGuiApplication.

    `window` is None when it could not be opened.
    """

    def __init__(self, settings: Settings) -> None:
        state = state_root(settings.state)
        set_up_log(state)
        load_ours()
        quieten_multimedia()
        register_painters()
        self._root = QObject()
        self.view = KioskView(station_of(settings), time.monotonic, self._root)
        self.desk = EditionDesk(settings, state, self.view, self._root)
        self.desk.show_stored()
        # What was loaded stays; without this every collection would walk through all of it.
        gc.freeze()
        self.engine = QQmlApplicationEngine()
        self._seclusion = Seclusion(self.engine)
        self.window = open_window(self.engine, self.view, settings)
        self._probe = Probe(settings.probe, process_start()) if settings.probe else None
        if self.window is not None:
            ActivitySense(self.view, self.window)
            if self._probe is not None:
                FrameSense(self._probe, self.view, self.window)

    def start(self) -> None:
        """From now on the content folder is watched."""
        self.desk.start()

    def end(self) -> None:
        """Takes everything down, the engine before what it shows."""
        self.desk.stop()
        self.window = None
        delete(self.engine)
        delete(self._root)
        if self._probe is not None:
            self._probe.close()


def choose_rendering(settings: Settings) -> None:
    """Must come before Qt starts: Qt Quick cannot change its mind later."""
    if choose_renderer(settings.renderer) == "software":
        QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.Software)
        # Else Qt converts each frame of a film through OpenGL, four times as slow without a GPU.
        QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ForceRasterWidgets)
        os.environ[CHIPS] = ","
    elif settings.film_decoder == "software":
        os.environ[CHIPS] = ","
    os.environ.setdefault("QT_MEDIA_BACKEND", "ffmpeg")
    os.environ[ONLY_FILES] = "file"


def quieten_multimedia() -> None:
    """Keeps what Qt says about healthy media out of the technician's log.

    Must come before Qt Multimedia is loaded.
    """
    rules = ("symbolsresolver=false", "ffmpeg*.info=false", "ffmpeg*.debug=false")
    QLoggingCategory.setFilterRules("\n".join(f"qt.multimedia.{rule}" for rule in rules))


def register_painters() -> None:
    """Makes what is painted in Python known to QML."""
    from kiosk.viewmodels import locator_map, painters  # noqa: F401


def station_of(settings: Settings) -> Station:
    painted = QQuickWindow.sceneGraphBackend() == "software"
    return Station(
        windowed=settings.windowed,
        painted=painted,
        language=settings.language,
        idle=settings.idle,
        diagonal=settings.diagonal,
    )


def open_window(
    engine: QQmlApplicationEngine, view: KioskView, settings: Settings
) -> QQuickWindow | None:
    screen = chosen_screen(settings.screen)
    width, height = settings.window_size or usual_size(screen)
    engine.addImportPath(str(Path(__file__).parent / "qml"))
    engine.setInitialProperties(
        {
            "kiosk": view,
            "iconFolder": QUrl.fromLocalFile(str(assets_folder() / "icons")).toString(),
            "windowSize": QSize(width, height),
            "diagonalMm": diagonal_mm(screen, settings),
        }
    )
    engine.quit.connect(QGuiApplication.quit)
    engine.loadFromModule("Kiosk", "Main")
    if not engine.rootObjects():
        log.error("The window could not be opened; please reinstall the kiosk.")
        return None
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    window.setScreen(screen)
    if settings.windowed:
        window.show()
    else:
        window.setGeometry(screen.geometry())
        window.showFullScreen()
    return window


def chosen_screen(number: int | None) -> QScreen:
    """The screen of that number, counted from 1, else the main one."""
    screens = QGuiApplication.screens()
    if number is None:
        return QGuiApplication.primaryScreen()
    if not 1 <= number <= len(screens):
        log.warning("There is no screen %d, only %d; the first is used.", number, len(screens))
        return screens[0]
    return screens[number - 1]


def usual_size(screen: QScreen) -> tuple[int, int]:
    """16:9, and leaving some of the curator's desktop in sight."""
    room = screen.availableGeometry()
    width = min(1600, int(room.width() * 0.85), int(room.height() * 0.85 * 16 / 9))
    return width, width * 9 // 16


def diagonal_mm(screen: QScreen, settings: Settings) -> float:
    """How large the stage is. A window stands for the whole screen of a usual kiosk."""
    if settings.diagonal:
        return settings.diagonal * _MM_PER_INCH
    size = screen.physicalSize()
    inches = math.hypot(size.width(), size.height()) / _MM_PER_INCH
    smallest, largest = _PLAUSIBLE_DIAGONALS
    if settings.windowed or not smallest <= inches <= largest:
        inches = _USUAL_DIAGONAL
    return inches * _MM_PER_INCH


class CleanEnding:
    """SIGTERM, SIGINT and a closed terminal end the kiosk as expected: at once and with 0.

    `is_due` tells that one of them came before the event loop that would have ended.
    """

    def __init__(self, application: QGuiApplication) -> None:
        self._application = application
        self.is_due = False
        self._reading, self._writing = os.pipe()
        os.set_blocking(self._writing, False)
        signal.set_wakeup_fd(self._writing, warn_on_full_buffer=False)
        for name in ("SIGTERM", "SIGINT", "SIGHUP"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), self._end)
        # Python runs its handlers only once the event loop comes by.
        self._notifier = QSocketNotifier(self._reading, QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._wake)

    def _end(self, _number: int, _frame: object) -> None:
        self.is_due = True
        # Not quit(), which asks the window, and the floor's window never agrees to close.
        self._application.exit(0)

    def _wake(self) -> None:
        os.read(self._reading, 64)

    def close(self) -> None:
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
